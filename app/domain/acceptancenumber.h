#pragma once

#include "app/domain/result.h"

#include <QDate>
#include <QString>

namespace idcounter {

// An acceptance number (受理号) of 22 digits, GA 214.4-2004: division of the accepting unit (6), station (3), date (8),
// sequence of the day (5, from 00001). An object of this type is always valid.
class AcceptanceNumber
{
public:
    // Practice stations bear this station code, which packages and imports refuse.
    static constexpr QStringView practiceStation = u"999";

    // unit: the first nine digits of the station's police unit code; sequence: 1 to 99999.
    // Errors: AcceptanceNumberInvalid.
    static Result<AcceptanceNumber> make(const QString &unit, QDate day, int sequence);
    // Accepts blanks anywhere. Errors: AcceptanceNumberInvalid.
    static Result<AcceptanceNumber> parse(QStringView text);

    QString toString() const { return m_text; }
    QString unit() const { return m_text.first(9); }
    QDate day() const;
    int sequence() const { return m_text.last(5).toInt(); }
    bool isPractice() const { return m_text.sliced(6, 3) == practiceStation; }
    // As it is shown to people: grouped 6-3-8-5.
    QString grouped() const;

    friend bool operator==(const AcceptanceNumber &, const AcceptanceNumber &) = default;

private:
    explicit AcceptanceNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace idcounter
