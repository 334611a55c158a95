#include "app/domain/acceptancenumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype length = 22;
constexpr int lastSequence = 99999;

QDate dayIn(const QString &text)
{
    return QDate::fromString(text.sliced(9, 8), u"yyyyMMdd"_s);
}

} // namespace

Result<AcceptanceNumber> AcceptanceNumber::make(const QString &unit, QDate day, int sequence)
{
    if (unit.size() != 9 || !day.isValid() || sequence < 1 || sequence > lastSequence)
        return Error{Error::Code::AcceptanceNumberInvalid, {}};
    return parse(QString(unit + day.toString(u"yyyyMMdd"_s) + u"%1"_s.arg(sequence, 5, 10, QChar(u'0'))));
}

Result<AcceptanceNumber> AcceptanceNumber::parse(QStringView text)
{
    QString number = text.toString();
    number.removeIf([](QChar c) { return c.isSpace(); });
    const bool digitsOnly = std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (number.size() != length || !digitsOnly || !dayIn(number).isValid() || number.last(5).toInt() == 0)
        return Error{Error::Code::AcceptanceNumberInvalid, {}};
    return AcceptanceNumber(number);
}

QDate AcceptanceNumber::day() const
{
    return dayIn(m_text);
}

QString AcceptanceNumber::grouped() const
{
    return u"%1 %2 %3 %4"_s.arg(m_text.first(6), m_text.sliced(6, 3), m_text.sliced(9, 8), m_text.last(5));
}

} // namespace idcounter
