#pragma once

#include "app/domain/returnreasons.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

// What is wrong with a case that goes back to the counter: reasons to be ticked, by item, and a note. Answers by
// confirmed().
class ReturnDialog : public QDialog
{
    Q_OBJECT

public:
    ReturnDialog(const QList<ReturnCode> &codes, const QString &name, QWidget *parent = nullptr);

    // Another title, which stands on the button too, and another question.
    void ask(const QString &title, const QString &question);

Q_SIGNALS:
    void confirmed(const QList<idcounter::ReturnReason> &reasons);

private:
    QWidget *item(FaultyItem item);
    QList<ReturnReason> reasons() const;

    const QList<ReturnCode> m_codes;
    QList<QCheckBox *> m_boxes; // one for each code
    QLabel *m_what;
    QLineEdit *m_note;
    QPushButton *m_return;
};

} // namespace idcounter
