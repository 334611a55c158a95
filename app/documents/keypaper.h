#pragma once

#include "app/documents/document.h"
#include "app/domain/caselife.h"

#include <QDate>

#include <optional>

namespace idcounter {

// The keys of one office, as two officers compare them on paper.
struct KeyPaperFacts
{
    QString station; // that prints it
    QString unitCode;
    QString office; // whose keys they are
    std::optional<Role> role; // empty: the station's own keys, which its partner compares
    QDate validUntil;
    QString fingerprint; // eight groups of five digits, with blanks between them
    QString importedBy; // by name; empty for the station's own keys
    QString confirmedBy; // by name; empty while nobody has
    QDate day; // of the print
    bool practice = false;
};

// 密钥指纹核对单, A4, in Chinese and English, because the other office may be told by either.
Document keyPaper(const KeyPaperFacts &facts);

} // namespace idcounter
