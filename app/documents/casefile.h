#pragma once

#include "app/documents/document.h"
#include "app/domain/lifestep.h"
#include "app/domain/rules.h"

namespace idcounter {

// What the printed file of a case says.
struct CaseFileFacts
{
    Standing standing;
    QList<LifeStep> steps; // the oldest first
    QString acceptedBy; // by name
    QStringList papers; // that were printed, each with how often
    QString temporaryCard; // serial and validity of the one that is out; empty where none is
    QImage photo;
    QString station;
    bool practice = false;
    QString printedBy; // by name
    QDateTime printedAt; // UTC
};

// 居民身份证案件卷, A4: who, what, both limits, money, papers, the next step, and everything that happened. Errors: those of
// the tables.
Result<Document> caseFilePaper(const CaseFileFacts &facts, const Rules &rules);

} // namespace idcounter
