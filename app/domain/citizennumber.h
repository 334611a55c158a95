#pragma once

#include "app/domain/result.h"

#include <QDate>
#include <QDebug>
#include <QList>
#include <QString>

namespace idcounter {

class Divisions;

// GB/T 2261.1: what a citizen number and a household record can say.
enum class Sex { Male = 1, Female = 2 };

// A citizen number (公民身份号码) of 18 characters, GB 11643-1999. An object of this type is always valid.
class CitizenNumber
{
public:
    // Accepts surrounding blanks and a small x, nothing else. Errors: CitizenNumberLength, -Character, -BirthDate, -Check;
    // CitizenNumberLegacy for the fifteen digits that were given until 1999.
    static Result<CitizenNumber> parse(QStringView text);

    // The eighteen characters of a number of fifteen digits: the century after the sixth digit (18 for the sequences 996
    // to 999, which were kept for people over a hundred), and a check character. Errors as parse().
    static Result<CitizenNumber> fromLegacy(QStringView text);

    // What was probably meant: full-width digits, what looks like an X (Ⅹ, ×, Cyrillic х) and blanks in between, in the
    // standard's characters. A proposal to be shown, never taken silently.
    static QString normalised(QStringView text);

    QString toString() const { return m_text; }
    QString divisionCode() const { return m_text.first(6); }
    QDate birthDate() const;
    Sex sex() const;

    // As it is shown to people: grouped 6-8-4; and with the birth date hidden, where others may look.
    QString grouped() const;
    QString masked() const;

    friend bool operator==(const CitizenNumber &, const CitizenNumber &) = default;

private:
    explicit CitizenNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

// What speaks against a well-formed number on a given day. Finds: BirthDateInFuture; DivisionUnknown, which is a warning
// only, because codes outside the published lists were used.
QList<Error::Code> check(const CitizenNumber &number, QDate today, const Divisions &divisions);

// Prints the division and the last two characters only: logs carry no identities.
QDebug operator<<(QDebug debug, const CitizenNumber &number);

} // namespace idcounter
