#pragma once

#include <QString>

#include <compare>

namespace idcounter {

// Money in hundredths of a yuan.
struct Fen
{
    qint64 amount = 0;

    // "20.00"
    QString yuan() const
    {
        return QStringLiteral("%1%2.%3")
            .arg(amount < 0 ? QStringLiteral("-") : QString())
            .arg(qAbs(amount) / 100)
            .arg(qAbs(amount) % 100, 2, 10, QLatin1Char('0'));
    }

    friend auto operator<=>(const Fen &, const Fen &) = default; // NOLINT(modernize-use-nullptr): there is no 0 here
    friend Fen operator+(Fen a, Fen b) { return {a.amount + b.amount}; }
    friend Fen operator-(Fen a, Fen b) { return {a.amount - b.amount}; }
};

} // namespace idcounter
