#include "app/domain/citizennumber.h"

#include "app/domain/divisions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// GB 11643-1999, 6.2 (ISO 7064 MOD 11-2): weights of the 17 body digits, and the check character for each remainder.
constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr QLatin1StringView checkCharacters("10X98765432");
constexpr qsizetype length = 18;
constexpr qsizetype legacyLength = 15;
constexpr int firstSequenceOfCentenarians = 996;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QDate birthDateIn(const QString &text)
{
    return QDate::fromString(text.sliced(6, 8), u"yyyyMMdd"_s);
}

QChar checkCharacterFor(const QString &text)
{
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * text[static_cast<qsizetype>(i)].digitValue();
    return checkCharacters[sum % 11];
}

} // namespace

Result<CitizenNumber> CitizenNumber::parse(QStringView text)
{
    const QString number = text.trimmed().toString().toUpper();
    if (number.size() == legacyLength && std::all_of(number.begin(), number.end(), isDigit))
        return Error{Error::Code::CitizenNumberLegacy, {}};
    if (number.size() != length)
        return Error{Error::Code::CitizenNumberLength, {}};
    if (!std::all_of(number.begin(), number.end() - 1, isDigit) || !(isDigit(number.back()) || number.back() == u'X'))
        return Error{Error::Code::CitizenNumberCharacter, {}};
    if (!birthDateIn(number).isValid())
        return Error{Error::Code::CitizenNumberBirthDate, {}};
    if (number.back() != checkCharacterFor(number))
        return Error{Error::Code::CitizenNumberCheck, {}};
    return CitizenNumber(number);
}

Result<CitizenNumber> CitizenNumber::fromLegacy(QStringView text)
{
    const QString digits = text.trimmed().toString();
    if (digits.size() != legacyLength)
        return Error{Error::Code::CitizenNumberLength, {}};
    if (!std::all_of(digits.begin(), digits.end(), isDigit))
        return Error{Error::Code::CitizenNumberCharacter, {}};
    const QString century = digits.last(3).toInt() >= firstSequenceOfCentenarians ? u"18"_s : u"19"_s;
    const QString body = digits.first(6) + century + digits.sliced(6);
    return parse(QString(body + checkCharacterFor(body)));
}

QString CitizenNumber::normalised(QStringView text)
{
    // What people type for the last character, besides what the compatibility form already turns into an X.
    constexpr std::array lookAlikes{u'\u00d7', u'\u0425', u'\u03a7', u'\u2715', u'\u2716'};
    QString number = text.toString().normalized(QString::NormalizationForm_KC).toUpper();
    for (const char16_t lookAlike : lookAlikes)
        number.replace(QChar(lookAlike), u'X');
    number.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'·'; });
    return number;
}

QDate CitizenNumber::birthDate() const
{
    return birthDateIn(m_text);
}

Sex CitizenNumber::sex() const
{
    return m_text[16].digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
}

QString CitizenNumber::grouped() const
{
    return u"%1 %2 %3"_s.arg(m_text.first(6), m_text.sliced(6, 8), m_text.last(4));
}

QString CitizenNumber::masked() const
{
    return m_text.first(6) + QString(8, u'·') + m_text.last(4);
}

QList<Error::Code> check(const CitizenNumber &number, QDate today, const Divisions &divisions)
{
    QList<Error::Code> findings;
    if (number.birthDate() > today)
        findings << Error::Code::BirthDateInFuture;
    if (!divisions.knows(number.divisionCode()))
        findings << Error::Code::DivisionUnknown;
    return findings;
}

QDebug operator<<(QDebug debug, const CitizenNumber &number)
{
    const QDebugStateSaver saver(debug);
    return debug.noquote().nospace() << number.divisionCode() << "**********" << number.toString().last(2);
}

} // namespace idcounter
