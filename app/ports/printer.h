#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QObject>
#include <QUuid>

namespace idcounter {

// A printer as the counter sees it: takes a finished PDF and follows the job to its end, because a queue that takes a job
// has not printed it. Every call returns at once; what comes of it is a signal, in the caller's thread.
class Printer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What the clerk would call it; empty where none is chosen.
    virtual QString label() const = 0;
    // job: an identity of the caller's; title: shown in the queue, names nobody.
    virtual void print(const QUuid &job, const QString &title, const QByteArray &pdf) = 0;
    // From the next job on, another queue; empty: the system's default. A printer that is none of many stays what it is.
    virtual void use(const QString &queue) { Q_UNUSED(queue) }

Q_SIGNALS:
    // The sheet is out. The spooled copy is gone.
    void printed(const QUuid &job);
    // PrinterNone, PrinterRejects, PrinterStopped, PrintHeld, PrintFailed. The job was taken back: printing it again makes
    // one sheet, not two.
    void failed(const QUuid &job, const idcounter::Error &error);
};

} // namespace idcounter
