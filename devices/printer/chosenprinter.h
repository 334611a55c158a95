#pragma once

#include "app/ports/printer.h"

#include <functional>
#include <memory>
#include <vector>

namespace idcounter {

// The printer that the settings name. Another may be chosen while the program runs; what was sent to the one before goes
// on there to its end.
class ChosenPrinter final : public Printer
{
    Q_OBJECT

public:
    using Maker = std::function<std::unique_ptr<Printer>(const QString &queue)>;

    ChosenPrinter(Maker maker, const QString &queue, QObject *parent = nullptr);

    const Printer &chosen() const { return *m_printers.back(); }
    QString label() const override { return chosen().label(); }
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override;
    void use(const QString &queue) override;

private:
    Maker m_maker;
    QString m_queue;
    std::vector<std::unique_ptr<Printer>> m_printers; // the last is the one
};

} // namespace idcounter
