#include "app/workflow/paperrun.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter {

PaperRun::PaperRun(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_printer(printer)
    , m_background(u"paper"_s)
{
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) {
        if (m_busy && job == m_job)
            finish({});
    });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) {
        if (m_busy && job == m_job)
            finish(error);
    });
}

// Nothing goes out that is not in the journal.
void PaperRun::make(const QString &action, const QString &object, const QString &detail,
                    const std::function<Result<Document>()> &layOut, const std::function<void(const Made &)> &then)
{
    m_busy = true;
    m_background.run(
        this,
        [layOut]() -> Result<Made> {
            const auto paper = layOut();
            if (!paper)
                return paper.error();
            const auto pdf = toPdf(*paper);
            if (!pdf)
                return pdf.error();
            return Made{paper->title, *pdf};
        },
        [this, action, object, detail, then](const Result<Made> &made) {
            if (!made)
                return finish(made.error());
            m_counter.store.write(
                this,
                [action, object, detail, stamp = m_counter.stamp()](Repositories &repositories) {
                    return repositories.journal.audit(action, object, detail, stamp);
                },
                [this, then, made = *made](const Result<void> &done) {
                    if (!done)
                        return finish(done.error());
                    then(made);
                });
        });
}

void PaperRun::print(const QString &object, const QString &detail, const std::function<Result<Document>()> &layOut)
{
    if (m_busy)
        return;
    m_job = QUuid::createUuid();
    make(u"print"_s, object, detail, layOut,
         [this](const Made &made) { m_printer.print(m_job, made.first, made.second); });
}

void PaperRun::save(const QString &path, const QString &object, const QString &detail,
                    const std::function<Result<Document>()> &layOut)
{
    if (m_busy)
        return;
    m_job = {};
    make(u"save-paper"_s, object, detail, layOut, [this, path](const Made &made) {
        m_background.run(
            this,
            [path, pdf = made.second]() -> Result<void> {
                QSaveFile file(path);
                if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
                    return Error{Error::Code::DocumentFailed, {}};
                return {};
            },
            [this, path](const Result<void> &done) {
                m_busy = false;
                if (done)
                    Q_EMIT saved(path);
                else
                    Q_EMIT failed(done.error());
            });
    });
}

void PaperRun::finish(const Result<void> &result)
{
    m_busy = false;
    if (result)
        Q_EMIT printed();
    else
        Q_EMIT failed(result.error());
}

} // namespace idcounter
