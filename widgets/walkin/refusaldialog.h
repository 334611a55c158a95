#pragma once

#include "app/domain/refusal.h"

#include <QDialog>

namespace idcounter {

// Before an application is turned down: everything that stands against it, and what the clerk adds. Answers by
// confirmed(), with the note.
class RefusalDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RefusalDialog(const QList<Obstacle> &obstacles, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QString &note);
};

// One line for each obstacle, with its rule.
QString obstacleLines(const QList<Obstacle> &obstacles);

} // namespace idcounter
