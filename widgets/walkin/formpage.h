#pragma once

#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QComboBox;
class QLineEdit;

namespace idcounter {

class TextBox;
class WalkIn;

// Step 4: the registration form, in two columns in the order of the paper. What is known is filled in; the rest is asked.
class FormPage : public Page
{
    Q_OBJECT

public:
    explicit FormPage(WalkIn &walkIn, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void storeDraft();
    void showKnown();
    void showDraft();
    void showProblems();
    QStringList knownValues() const;

    WalkIn &m_walkIn;
    FormRows m_known;
    FormRows m_asked;
    QLabel *m_knownTitle;
    QLabel *m_askedTitle;
    QList<QLabel *> m_knownLabels;
    QList<QLabel *> m_knownTexts;
    QList<QLabel *> m_askedLabels;
    QLineEdit *m_phone;
    QComboBox *m_collection;
    TextBox *m_mailing;
    QLineEdit *m_remarks;
    bool m_phoneLeft = false;
    bool m_showing = false;
};

} // namespace idcounter
