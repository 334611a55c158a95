#include "devices/printer/chosenprinter.h"

#include <utility>

namespace idcounter {

ChosenPrinter::ChosenPrinter(Maker maker, const QString &queue, QObject *parent)
    : Printer(parent)
    , m_maker(std::move(maker))
{
    use(queue);
}

void ChosenPrinter::print(const QUuid &job, const QString &title, const QByteArray &pdf)
{
    m_printers.back()->print(job, title, pdf);
}

void ChosenPrinter::use(const QString &queue)
{
    if (!m_printers.empty() && queue == m_queue)
        return;
    m_queue = queue;
    m_printers.push_back(m_maker(queue));
    connect(m_printers.back().get(), &Printer::printed, this, &Printer::printed);
    connect(m_printers.back().get(), &Printer::failed, this, &Printer::failed);
}

} // namespace idcounter
