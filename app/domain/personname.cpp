#include "app/domain/personname.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QChar separator = u'\u00b7';
constexpr qsizetype longest = 50; // characters

bool isNameCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
        return true;
    default:
        return c == U'\u3007' || c == U' ' || c == U'-' || c == U'\'' || c == char32_t(separator.unicode());
    }
}

} // namespace

Result<PersonName> PersonName::parse(QStringView text)
{
    constexpr std::array dots{u'\u2022', u'\u2027', u'\u30fb', u'\uff65', u'\uff0e', u'\u22c5', u'\u2219', u'.'};
    QString name = text.toString().normalized(QString::NormalizationForm_C).simplified();
    for (const char16_t dot : dots)
        name.replace(QChar(dot), separator);
    name.replace(u" ·"_s, u"·"_s).replace(u"· "_s, u"·"_s);

    const QList<uint> characters = name.toUcs4();
    if (characters.isEmpty())
        return Error{Error::Code::NameMissing, {}};
    if (characters.size() > longest)
        return Error{Error::Code::NameTooLong, {}};
    const bool dotMisplaced = name.startsWith(separator) || name.endsWith(separator) || name.contains(u"··"_s);
    if (dotMisplaced || !std::all_of(characters.begin(), characters.end(), isNameCharacter))
        return Error{Error::Code::NameCharacter, {}};
    return PersonName(name);
}

qsizetype PersonName::characters() const
{
    return m_text.toUcs4().size();
}

} // namespace idcounter
