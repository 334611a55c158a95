#pragma once

#include "app/domain/draftparts.h"
#include "app/domain/photorules.h"

#include <QTableWidget>

namespace idcounter {

// The rules for a photo with value and limits, the failing ones first.
class RuleTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit RuleTable(QWidget *parent = nullptr);

    // photo: what the clerk said about the rules so far.
    void setChecks(QList<PhotoCheck> checks, const std::optional<Photo> &photo);
    void retranslate();

    // The rule that is marked; empty without one.
    QString rule() const;
    QString ruleName() const;
    PhotoVerdict verdict() const; // of it; Pass without one
    // Whether the clerk judges it by eye: always, or because it could not be measured.
    bool isForTheEye() const;
    void goOn(); // to the next rule, when it is one for the eye
};

} // namespace idcounter
