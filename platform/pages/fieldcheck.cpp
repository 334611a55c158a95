#include "platform/pages/fieldcheck.h"

#include "app/domain/personname.h"
#include "app/domain/phone.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

// What no address and no sentence has: control characters, marks that turn the direction of writing, private use, halves of
// characters.
bool isWritable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
        return c == U'\n';
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
        return false;
    default:
        return c != U'\uFFFD';
    }
}

// Full-width digits as people type them in Chinese.
QString withPlainDigits(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() >= 0xff10 && c.unicode() <= 0xff19)
            c = QChar(ushort(c.unicode() - 0xff10 + u'0'));
    }
    return text;
}

const char *sentenceOf(Error::Code code)
{
    switch (code) {
    case Error::Code::CitizenNumberLength:
        return QT_TRANSLATE_NOOP("Platform", "A citizen number has 18 characters. Please compare it with the card.");
    case Error::Code::CitizenNumberLegacy:
        return QT_TRANSLATE_NOOP(
            "Platform",
            "This is an old number of 15 digits. Enter the one of 18 characters from the household booklet.");
    case Error::Code::NameMissing:
        return QT_TRANSLATE_NOOP("Platform", "Enter the name.");
    case Error::Code::NameTooLong:
        return QT_TRANSLATE_NOOP("Platform", "The name is too long. Enter it as it stands in the household booklet.");
    case Error::Code::NameCharacter:
        return QT_TRANSLATE_NOOP(
            "Platform",
            "There is a sign in the name that no name has. Enter it as it stands in the household booklet.");
    default:
        return QT_TRANSLATE_NOOP(
            "Platform", "This is not a citizen number; a digit is wrong somewhere. Please compare it with the card.");
    }
}

} // namespace

std::optional<CitizenNumber> FieldCheck::number(const QString &name)
{
    const QString typed = CitizenNumber::normalised(m_form.value(name));
    if (typed.isEmpty()) {
        wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "Enter the citizen number of 18 characters.")));
        return {};
    }
    const auto number = CitizenNumber::parse(typed);
    if (!number || number->birthDate() > today(m_call.platform().clock)) {
        wrong(name, m_call.words(sentenceOf(number ? Error::Code::CitizenNumberBirthDate : number.error().code)));
        return {};
    }
    return *number;
}

QString FieldCheck::personName(const QString &name)
{
    const auto parsed = PersonName::parse(m_form.value(name));
    if (parsed)
        return parsed->toString();
    wrong(name, m_call.words(sentenceOf(parsed.error().code)));
    return {};
}

QString FieldCheck::text(const QString &name, int longest, bool isOptional, const QString &whenMissing)
{
    const QString typed = m_form.value(name).normalized(QString::NormalizationForm_C).trimmed();
    const QList<uint> characters = typed.toUcs4();
    if (typed.isEmpty()) {
        if (!isOptional)
            wrong(name, whenMissing);
        return {};
    }
    if (characters.size() > longest) {
        wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "Please shorten it to %1 characters.")).arg(longest));
        return {};
    }
    if (!std::all_of(characters.begin(), characters.end(), isWritable)) {
        wrong(name,
              m_call.words(QT_TRANSLATE_NOOP("Platform",
                                             "There is a sign in it that cannot be printed. Please type it again.")));
        return {};
    }
    return typed;
}

QString FieldCheck::address(const QString &name)
{
    constexpr int longest = 100; // characters; more fit on no card
    return text(name, longest, false, m_call.words(QT_TRANSLATE_NOOP("Platform", "Enter the address."))).simplified();
}

QString FieldCheck::phone(const QString &name)
{
    static const QRegularExpression ofContract(u"^(1\\d{10}|0\\d{2,3}\\d{7,8})$"_s);
    const QString digits = phoneDigits(withPlainDigits(m_form.value(name)));
    if (isPhoneNumber(digits) && ofContract.match(digits).hasMatch())
        return digits;
    wrong(name,
          m_call.words(QT_TRANSLATE_NOOP("Platform",
                                         "Enter a telephone number: 11 digits of a mobile, or area code and number.")));
    return {};
}

QString FieldCheck::mobile(const QString &name)
{
    static const QRegularExpression form(u"^1[3-9]\\d{9}$"_s);
    QString digits = phoneDigits(withPlainDigits(m_form.value(name)));
    if (digits.startsWith("+86"_L1))
        digits.remove(0, 3);
    if (form.match(digits).hasMatch())
        return digits;
    wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "Enter a mobile number of 11 digits.")));
    return {};
}

QString FieldCheck::line(const QString &name, int longest, bool isOptional)
{
    return text(name, longest, isOptional, m_call.words(QT_TRANSLATE_NOOP("Platform", "Please fill this in.")))
        .simplified();
}

QString FieldCheck::lines(const QString &name, int longest)
{
    return text(name, longest, false, m_call.words(QT_TRANSLATE_NOOP("Platform", "Please fill this in.")));
}

QString FieldCheck::oneOf(const QString &name, const QStringList &values)
{
    const QString value = m_form.value(name);
    if (values.contains(value))
        return value;
    wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "Please choose one.")));
    return {};
}

QString FieldCheck::day(const QString &name, bool isOptional, QDate least, QDate most)
{
    const QString typed = withPlainDigits(m_form.value(name)).simplified();
    if (typed.isEmpty() && isOptional)
        return {};
    QDate day = QDate::fromString(typed, Qt::ISODate);
    if (!day.isValid())
        day = QDate::fromString(typed, u"yyyyMMdd"_s);
    if (!day.isValid()) {
        wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "Enter a date, for example 2026-11-24.")));
        return {};
    }
    if ((least.isValid() && day < least) || (most.isValid() && day > most)) {
        wrong(name, m_call.words(QT_TRANSLATE_NOOP("Platform", "This date cannot be right. Please check it.")));
        return {};
    }
    return day.toString(Qt::ISODate);
}

} // namespace idcounter::platform
