#include "app/domain/chipcard.h"

#include "app/domain/citizennumber.h"
#include "app/domain/personname.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// In UTF-16 units; resources/tables/chip_text_layout.csv says the same, and the source.
struct Place
{
    qsizetype at;
    qsizetype length;
};
constexpr Place namePlace{0, 15};
constexpr Place sexPlace{15, 1};
constexpr Place ethnicPlace{16, 2};
constexpr Place birthPlace{18, 8};
constexpr Place addressPlace{26, 35};
constexpr Place numberPlace{61, 18};
constexpr Place issuerPlace{79, 15};
constexpr Place fromPlace{94, 8};
constexpr Place untilPlace{102, 8};
constexpr qsizetype kindPlace = 124;
constexpr qsizetype textUnits = ChipCard::textBytes / 2;

const QString longTerm = u"长期"_s;

Error damaged(const char *field)
{
    return {Error::Code::ChipDamaged, QString::fromLatin1(field)};
}

QString unitsOf(const QByteArray &text)
{
    QString units(textUnits, Qt::Uninitialized);
    for (qsizetype unit = 0; unit < textUnits; ++unit)
        units[unit] = QChar(qFromLittleEndian<quint16>(text.constData() + 2 * unit));
    return units;
}

// A field without its padding; what stands before it belongs to it.
QString fieldOf(const QString &units, Place place)
{
    QString field = units.mid(place.at, place.length);
    while (field.endsWith(u' '))
        field.chop(1);
    return field;
}

bool isPrivateUse(char32_t c)
{
    return QChar::category(c) == QChar::Other_PrivateUse;
}

bool hasPrivateUse(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.begin(), characters.end(), isPrivateUse);
}

// Whole characters that can be printed. Those of a newer Unicode than Qt's, and private-use ones, are accepted.
bool isText(const QString &text)
{
    if (text.isEmpty() || !text.isValidUtf16())
        return false;
    const QList<uint> characters = text.toUcs4();
    return std::none_of(characters.begin(), characters.end(), [](char32_t c) {
        const QChar::Category category = QChar::category(c);
        return category == QChar::Other_Control || category == QChar::Other_Format || QChar::isNonCharacter(c);
    });
}

bool areDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate dateOf(const QString &field)
{
    return field.size() == 8 && areDigits(field) ? QDate::fromString(field, u"yyyyMMdd"_s) : QDate();
}

// As the counter writes names. A private-use character stands for one that no list has, and is left as it is.
Result<QString> nameOf(const QString &field)
{
    if (!isText(field))
        return damaged("name");
    QString known;
    const QList<uint> characters = field.toUcs4();
    for (const char32_t c : characters)
        known += isPrivateUse(c) ? u"某"_s : QString::fromUcs4(&c, 1);
    const auto name = PersonName::parse(known);
    if (!name)
        return damaged("name");
    return hasPrivateUse(field) ? field : name->toString();
}

Result<void> readPerson(const QString &units, ChipCard &card)
{
    const auto name = nameOf(fieldOf(units, namePlace));
    if (!name)
        return name.error();
    card.name = *name;
    card.sex = fieldOf(units, sexPlace);
    if (card.sex.size() != 1 || !u"0129"_s.contains(card.sex)) // GB/T 2261.1
        return damaged("sex");
    card.ethnicGroup = fieldOf(units, ethnicPlace);
    if (card.ethnicGroup.size() != ethnicPlace.length || !areDigits(card.ethnicGroup))
        return damaged("ethnic");
    card.birthDate = dateOf(fieldOf(units, birthPlace));
    if (!card.birthDate.isValid())
        return damaged("birth");
    card.address = fieldOf(units, addressPlace);
    if (!isText(card.address))
        return damaged("address");
    const auto number = CitizenNumber::parse(fieldOf(units, numberPlace));
    if (!number)
        return damaged("number");
    card.number = number->toString();
    return {};
}

Result<void> readIssue(const QString &units, ChipCard &card)
{
    card.issuer = fieldOf(units, issuerPlace);
    if (!isText(card.issuer))
        return damaged("issuer");
    card.validFrom = dateOf(fieldOf(units, fromPlace));
    if (!card.validFrom.isValid())
        return damaged("valid_from");
    const QString until = fieldOf(units, untilPlace);
    card.validUntil = dateOf(until);
    if (until != longTerm && (!card.validUntil.isValid() || card.validUntil < card.validFrom))
        return damaged("valid_to");
    return {};
}

void put(QString &units, Place place, QString text)
{
    text.truncate(place.length);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    units.replace(place.at, text.size(), text);
}

// What two spellings of one thing have in common.
QString bare(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).remove(u' ').toUpper();
}

// Character by character: alike but for the rare ones that the chip has as private-use.
bool agreesButForPrivateUse(const QString &expected, const QString &chip)
{
    const QList<uint> ours = bare(expected).toUcs4();
    const QList<uint> theirs = bare(chip).toUcs4();
    return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                      [](uint our, uint their) { return our == their || isPrivateUse(their); });
}

void compareText(QList<ChipDifference> &differences, ChipField field, const QString &expected, const QString &chip,
                 Place place)
{
    if (bare(expected) == bare(chip))
        return;
    const bool isCut = expected.size() > place.length && !chip.isEmpty() && bare(expected).startsWith(bare(chip));
    differences << ChipDifference{.field = field,
                                  .isUnsure = isCut || (hasPrivateUse(chip) && agreesButForPrivateUse(expected, chip))};
}

} // namespace

Result<ChipCard> ChipCard::parse(const QByteArray &text)
{
    if (text.size() != textBytes)
        return damaged("length");
    const QString units = unitsOf(text);
    ChipCard card;
    switch (units[kindPlace].unicode()) {
    case u' ':
        break;
    case u'J':
        card.kind = ChipKind::HongKongMacauTaiwan;
        return card;
    case u'I':
    case u'Y':
        card.kind = ChipKind::Foreigner;
        return card;
    default:
        return damaged("kind");
    }
    if (const auto read = readPerson(units, card); !read)
        return read.error();
    if (const auto read = readIssue(units, card); !read)
        return read.error();
    return card;
}

QByteArray ChipCard::toText() const
{
    const auto day = [](QDate date) { return date.toString(u"yyyyMMdd"_s); };
    QString units(textUnits, u' ');
    put(units, namePlace, name);
    put(units, sexPlace, sex);
    put(units, ethnicPlace, ethnicGroup);
    put(units, birthPlace, day(birthDate));
    put(units, addressPlace, address);
    put(units, numberPlace, number);
    put(units, issuerPlace, issuer);
    put(units, fromPlace, day(validFrom));
    put(units, untilPlace, validUntil.isValid() ? day(validUntil) : longTerm);
    if (kind != ChipKind::Resident)
        units[kindPlace] = kind == ChipKind::Foreigner ? u'Y' : u'J';
    QByteArray text(textBytes, Qt::Uninitialized);
    for (qsizetype unit = 0; unit < textUnits; ++unit)
        qToLittleEndian<quint16>(units[unit].unicode(), text.data() + 2 * unit);
    return text;
}

ChipCard chipOf(const Standing &standing)
{
    const Applicant &applicant = standing.accepted.form.applicant;
    return {.kind = ChipKind::Resident,
            .name = applicant.name,
            .sex = applicant.sex,
            .ethnicGroup = applicant.ethnicGroup,
            .birthDate = standing.accepted.form.birthDate(),
            .address = applicant.address,
            .number = applicant.number,
            .issuer = applicant.issuer,
            .validFrom = standing.progress.validFrom,
            .validUntil = standing.progress.validUntil};
}

QList<ChipDifference> chipDifferences(const ChipCard &expected, const ChipCard &chip)
{
    QList<ChipDifference> differences;
    const auto compare = [&differences](ChipField field, bool isSame) {
        if (!isSame)
            differences << ChipDifference{.field = field};
    };
    compare(ChipField::Number, bare(expected.number) == bare(chip.number));
    compareText(differences, ChipField::Name, expected.name, chip.name, namePlace);
    compare(ChipField::Sex, expected.sex == chip.sex);
    compare(ChipField::EthnicGroup, expected.ethnicGroup == chip.ethnicGroup);
    compare(ChipField::BirthDate, expected.birthDate == chip.birthDate);
    compareText(differences, ChipField::Address, expected.address, chip.address, addressPlace);
    compareText(differences, ChipField::Issuer, expected.issuer, chip.issuer, issuerPlace);
    if (expected.validFrom.isValid())
        compare(ChipField::Validity, expected.validFrom == chip.validFrom && expected.validUntil == chip.validUntil);
    return differences;
}

ChipVerdict chipVerdict(const ChipCard &expected, const ChipCard &chip)
{
    if (chip.kind != ChipKind::Resident)
        return ChipVerdict::OtherKind;
    const QList<ChipDifference> differences = chipDifferences(expected, chip);
    if (differences.isEmpty())
        return ChipVerdict::Agrees;
    const bool isUnsure
        = std::all_of(differences.begin(), differences.end(), [](const auto &one) { return one.isUnsure; });
    return isUnsure ? ChipVerdict::Unsure : ChipVerdict::Differs;
}

} // namespace idcounter
