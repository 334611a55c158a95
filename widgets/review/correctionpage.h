#pragma once

#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QComboBox;
class QLineEdit;

namespace idcounter {

class CodeBox;
class FormPage;
class TextBox;
class WalkIn;

// The form of a case that came back: what the booklet says can be corrected, and what the citizen is asked stands below.
// Number and fee stay as they were accepted, so that of the reasons only those of the same price are offered.
class CorrectionPage : public Page
{
    Q_OBJECT

public:
    explicit CorrectionPage(WalkIn &walkIn, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;

private:
    void storeDraft();
    void showReasons();
    void showProblems();

    WalkIn &m_walkIn;
    FormRows m_left;
    FormRows m_right;
    QLabel *m_title;
    QLineEdit *m_name;
    CodeBox *m_ethnicGroup;
    TextBox *m_address;
    QLineEdit *m_issuer;
    QComboBox *m_reason;
    QList<QLabel *> m_labels;
    FormPage *m_form;
};

} // namespace idcounter
