#include "devices/printer/cupsprinter.h"

#include "app/domain/result.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QSaveFile>

#include <cups/cups.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

struct FreeDestinations
{
    int count = 0;
    void operator()(cups_dest_t *destinations) const { cupsFreeDests(count, destinations); }
};

QString option(const cups_dest_t &destination, const char *name)
{
    return QString::fromUtf8(cupsGetOption(name, destination.num_options, destination.options));
}

// One job from asking the queue to the sheet that is out. Used in the printer's thread.
class Job
{
public:
    Job(QString queue, CupsPrinter::Patience patience)
        : m_queue(std::move(queue))
        , m_patience(patience)
    {
    }

    // What is wrong with the queue before anything is sent.
    Result<void> askQueue()
    {
        cups_dest_t *all = nullptr;
        const int count = cupsGetDests2(CUPS_HTTP_DEFAULT, &all);
        const std::unique_ptr<cups_dest_t, FreeDestinations> destinations(all, {count});
        const QByteArray name = m_queue.toUtf8();
        const cups_dest_t *found = cupsGetDest(m_queue.isEmpty() ? nullptr : name.constData(), nullptr, count, all);
        if (!found)
            return Error{Error::Code::PrinterNone, m_queue};
        m_name = found->name;
        if (option(*found, "printer-is-accepting-jobs") == u"false")
            return Error{Error::Code::PrinterRejects, option(*found, "printer-state-reasons")};
        constexpr int stopped = 5;
        if (option(*found, "printer-state").toInt() == stopped)
            return Error{Error::Code::PrinterStopped, option(*found, "printer-state-reasons")};
        return {};
    }

    Result<void> send(const QString &title, const QByteArray &pdf)
    {
        const QByteArray jobTitle = title.toUtf8();
        m_job = cupsCreateJob(CUPS_HTTP_DEFAULT, m_name.constData(), jobTitle.constData(), 0, nullptr);
        if (m_job <= 0)
            return Error{Error::Code::PrintFailed, QString::fromUtf8(cupsLastErrorString())};
        const bool sent
            = cupsStartDocument(CUPS_HTTP_DEFAULT, m_name.constData(), m_job, jobTitle.constData(), CUPS_FORMAT_PDF, 1)
                == HTTP_STATUS_CONTINUE
            && cupsWriteRequestData(CUPS_HTTP_DEFAULT, pdf.constData(), std::size_t(pdf.size())) == HTTP_STATUS_CONTINUE
            && cupsFinishDocument(CUPS_HTTP_DEFAULT, m_name.constData()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
        if (sent)
            return {};
        const QString what = QString::fromUtf8(cupsLastErrorString());
        takeBack();
        return Error{Error::Code::PrintFailed, what};
    }

    // Looks at the job until it has ended or the patience has.
    Result<void> follow()
    {
        QDeadlineTimer held(m_patience.held);
        const QDeadlineTimer running(m_patience.running);
        while (!running.hasExpired()) {
            switch (state()) {
            case IPP_JSTATE_COMPLETED:
                purge();
                return {};
            case IPP_JSTATE_PENDING:
            case IPP_JSTATE_HELD:
                if (held.hasExpired()) {
                    takeBack();
                    return Error{Error::Code::PrintHeld, {}};
                }
                break;
            case IPP_JSTATE_PROCESSING:
                held.setRemainingTime(m_patience.held);
                break;
            case IPP_JSTATE_STOPPED:
                takeBack();
                return Error{Error::Code::PrinterStopped, {}};
            case IPP_JSTATE_CANCELED:
            case IPP_JSTATE_ABORTED:
                purge();
                return Error{Error::Code::PrintFailed, {}};
            }
            if (QThread::currentThread()->isInterruptionRequested())
                break;
            QThread::msleep(static_cast<unsigned long>(m_patience.step.count()));
        }
        takeBack();
        return Error{Error::Code::PrintFailed, u"no end"_s};
    }

private:
    // Of a job that the server no longer knows nobody can say that it came out.
    ipp_jstate_t state() const
    {
        cups_job_t *jobs = nullptr;
        const int count = cupsGetJobs2(CUPS_HTTP_DEFAULT, &jobs, m_name.constData(), 0, CUPS_WHICHJOBS_ALL);
        if (count < 0)
            return IPP_JSTATE_PENDING; // the server does not answer, which is no end of the job
        ipp_jstate_t found = IPP_JSTATE_ABORTED;
        for (int i = 0; i < count; ++i) {
            if (jobs[i].id == m_job)
                found = jobs[i].state;
        }
        cupsFreeJobs(count, jobs);
        return found;
    }

    void takeBack() const { cupsCancelJob2(CUPS_HTTP_DEFAULT, m_name.constData(), m_job, 1); }
    // The spooled copy shows a citizen; it does not stay.
    void purge() const { cupsCancelJob2(CUPS_HTTP_DEFAULT, m_name.constData(), m_job, 1); }

    QString m_queue;
    CupsPrinter::Patience m_patience;
    QByteArray m_name;
    int m_job = 0;
};

Result<void> printOn(const QString &queue, CupsPrinter::Patience patience, const QString &title, const QByteArray &pdf)
{
    Job job(queue, patience);
    if (auto result = job.askQueue(); !result)
        return result;
    if (auto result = job.send(title, pdf); !result)
        return result;
    return job.follow();
}

} // namespace

CupsPrinter::CupsPrinter(QString queue, Patience patience, QObject *parent)
    : Printer(parent)
    , m_queue(std::move(queue))
    , m_patience(patience)
{
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(u"printer"_s);
    m_thread.start();
}

CupsPrinter::~CupsPrinter()
{
    m_thread.requestInterruption();
    m_thread.quit();
    m_thread.wait();
}

QStringList CupsPrinter::queues()
{
    cups_dest_t *all = nullptr;
    const int count = cupsGetDests2(CUPS_HTTP_DEFAULT, &all);
    const std::unique_ptr<cups_dest_t, FreeDestinations> destinations(all, {count});
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << QString::fromUtf8(all[i].name);
    return names;
}

void CupsPrinter::print(const QUuid &job, const QString &title, const QByteArray &pdf)
{
    QMetaObject::invokeMethod(&m_worker, [this, job, title, pdf] {
        const auto result = printOn(m_queue, m_patience, title, pdf);
        QMetaObject::invokeMethod(this, [this, job, result] {
            if (result)
                Q_EMIT printed(job);
            else
                Q_EMIT failed(job, result.error());
        });
    });
}

FolderPrinter::FolderPrinter(QString folder, QObject *parent)
    : Printer(parent)
    , m_folder(std::move(folder))
{
}

QString FolderPrinter::label() const
{
    return QDir(m_folder).dirName();
}

void FolderPrinter::print(const QUuid &job, const QString &title, const QByteArray &pdf)
{
    const QDir folder(m_folder);
    QString path;
    do {
        path = folder.filePath(u"%1_%2.pdf"_s.arg(++m_count, 3, 10, QChar(u'0')).arg(title));
    } while (QFile::exists(path));
    QSaveFile file(path);
    const bool done
        = folder.mkpath(u"."_s) && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit();
    QMetaObject::invokeMethod(
        this,
        [this, job, done] {
            if (done)
                Q_EMIT printed(job);
            else
                Q_EMIT failed(job, {Error::Code::PrintFailed, {}});
        },
        Qt::QueuedConnection);
}

} // namespace idcounter
