#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// One line of a case's history, as people read it.
struct LifeStep
{
    QDateTime at; // UTC
    QString event; // its name in the life of a case
    CaseState from = CaseState::None;
    CaseState to = CaseState::None;
    QString person; // by name; of feedback, who read it in
    bool isImplied = false; // nobody told it: a later step did
    QString reason;
    QList<ReturnReason> wrong; // for which it came back
    std::optional<CardDefect> defect;
    QString reference; // number of the package or the parcel, serial of the temporary card
    QString way; // of a call: "telephone", "message", "letter"
    QString secondOfficer; // by name
    QDate until; // of an extension
    Fen refund;
    QList<Error::Code> against; // conditions of an online re-issue that an officer set aside
};

} // namespace idcounter
