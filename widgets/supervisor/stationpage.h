#pragma once

#include "app/workflow/stationdesk.h"
#include "app/workflow/upkeep.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace idcounter {

class MessageBar;

// The supervisor's page: who works here, the receipt books, the rules that are left to the station.
class StationPage : public Page
{
    Q_OBJECT

public:
    StationPage(Counter counter, Upkeep &upkeep, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *peopleColumn();
    QWidget *rulesColumn();
    void showStation();
    void showChosenPerson();
    void addPerson();
    void addBook();
    void askPassphrase();
    void storeSettings();
    const Person *chosenPerson() const;

    StationDesk m_desk;
    Upkeep &m_upkeep;
    MessageBar *m_message;
    QLabel *m_peopleTitle;
    QTableWidget *m_people;
    QPushButton *m_passphraseButton;
    QPushButton *m_dismiss;
    QLabel *m_newTitle;
    FormRows m_newRows;
    QList<QLabel *> m_newLabels;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QComboBox *m_role;
    QLineEdit *m_passphrase;
    QPushButton *m_add;
    QLabel *m_booksTitle;
    QTableWidget *m_books;
    QLineEdit *m_prefix;
    QLineEdit *m_first;
    QLineEdit *m_last;
    QPushButton *m_addBook;
    QLabel *m_rulesTitle;
    QCheckBox *m_secondOfficer;
    QCheckBox *m_offSite;
    FormRows m_ruleRows;
    QLabel *m_triesLabel = nullptr;
    QSpinBox *m_tries;
    QLabel *m_scoreLabel = nullptr;
    QSpinBox *m_score;
    QLabel *m_minAgeLabel = nullptr;
    QSpinBox *m_minAge;
    QCheckBox *m_fromPayment;
    QPushButton *m_lifeRules;
    QLabel *m_copyTitle;
    QLabel *m_copy;
};

} // namespace idcounter
