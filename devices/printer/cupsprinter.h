#pragma once

#include "app/ports/printer.h"

#include <QThread>

#include <chrono>

namespace idcounter {

// A queue of CUPS. Asks the queue before, sends the PDF, and follows the job by its state (9 is done; everything else is
// not), in a thread of its own.
class CupsPrinter : public Printer
{
    Q_OBJECT

public:
    struct Patience
    {
        std::chrono::milliseconds held{20'000}; // a job that waits longer is taken back
        std::chrono::milliseconds running{180'000}; // a job that is being printed
        std::chrono::milliseconds step{200}; // between two looks
    };

    // queue: name of the queue; the system's default where it is empty.
    explicit CupsPrinter(QString queue, Patience patience, QObject *parent = nullptr);
    explicit CupsPrinter(QString queue, QObject *parent = nullptr)
        : CupsPrinter(std::move(queue), Patience{}, parent)
    {
    }
    ~CupsPrinter() override;
    Q_DISABLE_COPY_MOVE(CupsPrinter)

    // The names of the queues that there are; may take a while, not for the window's thread.
    static QStringList queues();

    QString label() const override { return m_queue; }
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override;

private:
    const QString m_queue;
    const Patience m_patience;
    QThread m_thread;
    QObject m_worker; // lives in m_thread
};

// The practice station's printer: puts the PDF into a folder, numbered.
class FolderPrinter : public Printer
{
    Q_OBJECT

public:
    explicit FolderPrinter(QString folder, QObject *parent = nullptr);

    QString label() const override;
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override;

private:
    const QString m_folder;
    int m_count = 0;
};

} // namespace idcounter
