#pragma once

#include "widgets/common/formrows.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace idcounter {

// Asks for the box and slot in which a card lies. Answers by chosen().
class PlaceDialog : public QDialog
{
    Q_OBJECT

public:
    PlaceDialog(const QString &title, const QString &box, const QString &slot, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &box, const QString &slot);

private:
    FormRows m_rows;
    QLineEdit *m_box;
    QLineEdit *m_slot;
};

} // namespace idcounter
