#pragma once

#include "app/domain/openinghours.h"
#include "app/domain/reasons.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace idcounter {

// The rules of a place that bind the applicants' pages, and how long each business takes there. A dialog of its own because
// they are set once.
class PlaceRulesDialog : public QDialog
{
    Q_OBJECT

public:
    PlaceRulesDialog(const BookingPlace &place, const QList<Reason> &reasons, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const idcounter::BookingPlace &place);

private:
    struct Rule
    {
        QSpinBox *box;
        int BookingPlace::*value;
    };
    QWidget *rulesPart();
    QWidget *businessPart(const QList<Reason> &reasons);
    void addBusiness(const Reason &reason);
    void accept() override;
    std::optional<BookingPlace> given() const; // empty where something contradicts itself

    BookingPlace m_place;
    QList<Rule> m_rules;
    QLineEdit *m_reminders;
    QTableWidget *m_businesses;
    QLabel *m_problem;
};

} // namespace idcounter
