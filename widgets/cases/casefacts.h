#pragma once

#include "app/workflow/casefile.h"
#include "widgets/common/page.h"

class QLabel;

namespace idcounter {

class ImageView;
class LimitBar;

// Who a case is about, and how it stands: the next step, both limits, money, card and papers.
class CaseFacts : public Page
{
    Q_OBJECT

public:
    // rules: outlives this.
    explicit CaseFacts(const Rules &rules, QWidget *parent = nullptr);

    void show(const CaseFile &file);

protected:
    void retranslate() final;

private:
    QWidget *personPart();
    QWidget *standPart();
    void showPerson(const Case &accepted);
    void showStand(const CaseFile &file);
    QString moneyText(const Standing &standing) const;
    QString feeName(const Charge &charge, const QString &reason) const;
    QString cardText(const CaseFile &file) const;
    QString papersText(const CaseFile &file) const;
    QString limitText(const DeadlineRow &row, QDate limit) const;

    const Rules &m_rules;
    std::optional<CaseFile> m_file;
    ImageView *m_photo;
    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_person;
    QLabel *m_state;
    QLabel *m_next;
    QLabel *m_limits;
    LimitBar *m_bar;
    QLabel *m_moneyTitle;
    QLabel *m_money;
    QLabel *m_cardTitle;
    QLabel *m_card;
    QLabel *m_papersTitle;
    QLabel *m_papers;
};

} // namespace idcounter
