#pragma once

#include "app/domain/draft.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace idcounter {

class CheckList;
class CodeBox;
class GuardianBox;
class TextBox;
class WalkIn;

// Step 1: who applies, by the household booklet, for what, and what speaks against it.
class BookletPage : public Page
{
    Q_OBJECT

public:
    explicit BookletPage(WalkIn &walkIn, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;

private:
    QLayout *personColumn();
    QLayout *businessColumn();
    void connectInputs();
    void fillReasons();
    void showDraft();
    void storeDraft();
    QList<int> offSiteFindings() const;
    void takeProposal();
    void unlock();
    void showProblems();
    void showObstacles();
    void showPapers();
    QString numberProblem() const;

    WalkIn &m_walkIn;
    bool m_showing = false; // what is shown comes from the draft and is no input
    FormRows m_person;
    FormRows m_business;

    QLineEdit *m_number;
    QLineEdit *m_name;
    QComboBox *m_sex;
    QLineEdit *m_birth;
    QPushButton *m_unlock;
    CodeBox *m_ethnicGroup;
    TextBox *m_address;
    QLineEdit *m_issuer;
    QLabel *m_division;
    QLabel *m_checksTitle;
    CheckList *m_checks;
    QCheckBox *m_notice;
    QPushButton *m_noticeShow;

    QComboBox *m_reason;
    QLabel *m_papers;
    QLineEdit *m_cause;
    QComboBox *m_oldCard;
    QLineEdit *m_oldCardUntil;
    QComboBox *m_reduction;
    QLineEdit *m_evidence;
    QCheckBox *m_offSite;
    QLineEdit *m_offSiteReason;
    QCheckBox *m_unsettled;
    QCheckBox *m_dataDiffer;
    QCheckBox *m_fraud;
    QCheckBox *m_temporary;
    QCheckBox *m_urgent;

    GuardianBox *m_guardian;

    QLabel *m_obstacles;
    QList<QLabel *> m_personLabels;
    QList<QLabel *> m_businessLabels;
    bool m_numberLeft = false; // the field was left once: from then on it says what is wrong
    bool m_nameLeft = false;
};

} // namespace idcounter
