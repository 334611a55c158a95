#pragma once

#include "app/domain/caselife.h"
#include "app/domain/result.h"

#include <QDate>
#include <QList>

namespace idcounter {

// One line of feedback: what an office did with a case.
struct FeedbackLine
{
    QString acceptanceNumber;
    QString package; // number of the package it was reported in
    int round = 1;
    Role office = Role::Centre;
    // Of the life of a case: "sign", "take", "start", "produce", "dispatch", "return", "refuse", "recall", "remake"; or
    // "acknowledge": the case arrived, its state stays.
    QString event;
    QStringList errorCodes; // of a return (return_reasons.csv)
    QString note;
    QDate validFrom; // of a signature
    QDate validUntil; // null: long-term
    QString batch; // of a card that was produced

    friend bool operator==(const FeedbackLine &, const FeedbackLine &) = default;
};

// Many lines as XML (resources/exchange/feedback.xsd), as the quality-control, production and distribution groups of GA/T 1222
// have them.
QByteArray feedbackXml(const QList<FeedbackLine> &lines);
// The file was validated before. Errors: PackageSchema.
Result<QList<FeedbackLine>> readFeedback(const QByteArray &xml);

} // namespace idcounter
