#pragma once

#include "app/domain/result.h"

#include <QString>

namespace idcounter {

// A person's name as the household record has it. An object of this type is composed (NFC), separates its parts by U+00B7
// only (GB 18030 A1A4; 民委发〔2016〕33号) and has at most 50 characters, of any plane.
class PersonName
{
public:
    // Accepts surrounding blanks and the dots that keyboards give for U+00B7 (• ‧ ・ ．. ·). Errors: NameMissing,
    // NameTooLong, NameCharacter (a digit, a control or private-use character, a dot at an end or twice).
    static Result<PersonName> parse(QStringView text);

    QString toString() const { return m_text; }
    qsizetype characters() const; // code points, not UTF-16 units

    friend bool operator==(const PersonName &, const PersonName &) = default;

private:
    explicit PersonName(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace idcounter
