#pragma once

#include "app/domain/feetable.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace idcounter {

class WalkIn;

// Step 6: what is owed and why, and how it is paid. Confirming it is the acceptance.
class FeePage : public Page
{
    Q_OBJECT

public:
    explicit FeePage(WalkIn &walkIn, QWidget *parent = nullptr);

    QString help() const override;

    // What the clerk saw and told the citizen.
    const QList<Charge> &shown() const { return m_shown; }

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QString nameOf(const Charge &charge) const;
    QString reductionOf(const Charge &charge) const;
    void look();
    void storeDraft();
    void showPayment();

    WalkIn &m_walkIn;
    QList<Charge> m_shown;
    QLabel *m_title;
    QLabel *m_amount;
    QLabel *m_lines;
    QRadioButton *m_free;
    QRadioButton *m_cash;
    QRadioButton *m_terminal;
    QRadioButton *m_order;
    QLabel *m_tenderedLabel;
    QLineEdit *m_tendered;
    QLabel *m_change;
    QLabel *m_referenceLabel;
    QLineEdit *m_reference;
    QLabel *m_note;
};

} // namespace idcounter
