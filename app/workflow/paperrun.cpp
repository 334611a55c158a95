#include "app/workflow/paperrun.h"

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

void PaperRun::print(const QString &object, const QString &detail, const std::function<Result<Document>()> &layOut)
{
    if (m_busy)
        return;
    m_busy = true;
    m_job = QUuid::createUuid();
    using Made = std::pair<QString, QByteArray>; // title and PDF
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
        [this, object, detail](const Result<Made> &made) {
            if (!made)
                return finish(made.error());
            m_counter.store.write(
                this,
                [object, detail, stamp = m_counter.stamp()](Repositories &repositories) {
                    return repositories.journal.audit(u"print"_s, object, detail, stamp);
                },
                [this, made = *made](const Result<void> &done) {
                    if (!done)
                        return finish(done.error());
                    m_printer.print(m_job, made.first, made.second);
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
