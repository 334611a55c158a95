#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// Whose card a chip is in: the character at byte 248 of its text. The foreigner's card of 2017 has I there, that of 2023 Y.
enum class ChipKind { Resident, HongKongMacauTaiwan, Foreigner };

// The text of a card's chip (GA/T 490), or of the chip that a case's card ought to have. Only a resident's is read to the
// end; of the others nothing but the kind is known. Codes are those of the domain: sex "1", ethnic group "01".
struct ChipCard
{
    static constexpr qsizetype textBytes = 256; // UCS-2, little-endian, padded with blanks

    ChipKind kind = ChipKind::Resident;
    QString name;
    QString sex;
    QString ethnicGroup;
    QDate birthDate;
    QString address;
    QString number;
    QString issuer;
    QDate validFrom; // null: not known, of a case that the county did not sign
    QDate validUntil; // null: long-term (长期)

    // The name may have a private-use character, where the maker of the card had no code for a rare one. Errors: ChipDamaged,
    // with the field that cannot be.
    static Result<ChipCard> parse(const QByteArray &text);
    // As a chip would have it, for practice. What is too long is cut after a whole character.
    QByteArray toText() const;

    friend bool operator==(const ChipCard &, const ChipCard &) = default;
};

// What the chip of this case's card ought to say.
ChipCard chipOf(const Standing &standing);

enum class ChipField { Number, Name, Sex, EthnicGroup, BirthDate, Address, Issuer, Validity };

struct ChipDifference
{
    ChipField field = ChipField::Number;
    // The chip cannot say it as the case does: a private-use character for a rare one, or a text longer than its field. To be
    // compared by eye.
    bool isUnsure = false;

    friend bool operator==(const ChipDifference &, const ChipDifference &) = default;
};

// What is not the same in the chip as in the case. Blanks and full-width forms make no difference; a validity is compared only
// where the case has one.
QList<ChipDifference> chipDifferences(const ChipCard &expected, const ChipCard &chip);

// NotRead: no reader, or it failed, so that only the printed text was read back. OtherKind: a card of somebody who is no resident.
enum class ChipVerdict { NotRead, Agrees, Unsure, Differs, OtherKind };

ChipVerdict chipVerdict(const ChipCard &expected, const ChipCard &chip);

} // namespace idcounter
