#pragma once

#include "app/documents/document.h"
#include "app/ports/printer.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"

namespace idcounter {

// One paper on its way to the printer, or into a file: laid out in a thread of its own, put down in the journal, printed or
// written. One at a time.
class PaperRun : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    PaperRun(Counter counter, Printer &printer, QObject *parent = nullptr);

    bool isBusy() const { return m_busy; }
    // layOut runs in another thread. object, detail: what the journal says of it. Ends with printed() or failed(); of no
    // effect while another paper is on its way.
    void print(const QString &object, const QString &detail, const std::function<Result<Document>()> &layOut);
    // The same as a PDF; ends with saved() or failed(). Errors besides those of the paper: DocumentFailed.
    void save(const QString &path, const QString &object, const QString &detail,
              const std::function<Result<Document>()> &layOut);

Q_SIGNALS:
    void printed();
    void saved(const QString &path);
    void failed(const idcounter::Error &error);

private:
    using Made = std::pair<QString, QByteArray>; // title and PDF
    void make(const QString &action, const QString &object, const QString &detail,
              const std::function<Result<Document>()> &layOut, const std::function<void(const Made &)> &then);
    void finish(const Result<void> &result);

    Counter m_counter;
    Printer &m_printer;
    bool m_busy = false;
    QUuid m_job;
    Background m_background; // goes first
};

} // namespace idcounter
