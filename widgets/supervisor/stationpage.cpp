#include "widgets/supervisor/stationpage.h"

#include "widgets/supervisor/liferulesdialog.h"

#include "app/domain/guardianship.h"
#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int booksHeight = 150;

QTableWidget *tableOf(const QString &name, int columns)
{
    auto *table = new QTableWidget(0, columns);
    table->setObjectName(name);
    makeList(table);
    return table;
}

void setRow(QTableWidget *table, int row, const QStringList &texts)
{
    for (int column = 0; column < int(texts.size()); ++column)
        table->setItem(row, column, new QTableWidgetItem(texts[column]));
}

} // namespace

StationPage::StationPage(Counter counter, Upkeep &upkeep, QWidget *parent)
    : Page(parent)
    , m_desk(std::move(counter))
    , m_upkeep(upkeep)
    , m_message(new MessageBar)
    , m_peopleTitle(new QLabel)
    , m_people(tableOf(u"peopleTable"_s, 4))
    , m_passphraseButton(new QPushButton)
    , m_dismiss(new QPushButton)
    , m_newTitle(new QLabel)
    , m_name(lineEdit(u"newPersonName"_s))
    , m_login(lineEdit(u"newPersonLogin"_s))
    , m_role(new QComboBox)
    , m_passphrase(lineEdit(u"newPersonPassphrase"_s, true))
    , m_add(new QPushButton)
    , m_booksTitle(new QLabel)
    , m_books(tableOf(u"bookTable"_s, 4))
    , m_prefix(lineEdit(u"bookPrefix"_s))
    , m_first(lineEdit(u"bookFirst"_s))
    , m_last(lineEdit(u"bookLast"_s))
    , m_addBook(new QPushButton)
    , m_rulesTitle(new QLabel)
    , m_secondOfficer(new QCheckBox)
    , m_offSite(new QCheckBox)
    , m_triesLabel(nullptr)
    , m_tries(new QSpinBox)
    , m_scoreLabel(nullptr)
    , m_score(new QSpinBox)
    , m_minAge(new QSpinBox)
    , m_fromPayment(new QCheckBox)
    , m_lifeRules(new QPushButton)
    , m_copyTitle(new QLabel)
    , m_copy(new QLabel)
{
    for (QLabel *title : {m_peopleTitle, m_newTitle, m_booksTitle, m_rulesTitle, m_copyTitle})
        title->setProperty("role", u"section"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(peopleColumn(), 1);
    columns->addWidget(rulesColumn(), 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 16, 24, 16);
    page->addWidget(m_message);
    page->addLayout(columns, 1);

    connect(&m_upkeep, &Upkeep::copied, this, &StationPage::showStation);
    connect(&m_desk, &StationDesk::changed, this, &StationPage::showStation);
    connect(&m_desk, &StationDesk::failed, this, [this](const Error &error) { m_message->show(error); });
    retranslate();
}

QWidget *StationPage::peopleColumn()
{
    m_passphraseButton->setObjectName(u"personPassphrase"_s);
    m_dismiss->setObjectName(u"personDismiss"_s);
    m_role->setObjectName(u"newPersonRole"_s);
    for (const Role role : {Role::Clerk, Role::Reviewer, Role::Supervisor})
        m_role->addItem({}, QVariant::fromValue(int(role)));
    m_add->setObjectName(u"newPersonAdd"_s);
    for (QWidget *input : QList<QWidget *>{m_name, m_login, m_role, m_passphrase})
        m_newLabels << m_newRows.add(input);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_passphraseButton);
    buttons->addWidget(m_dismiss);
    buttons->addStretch();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_peopleTitle);
    column->addWidget(m_people, 1);
    column->addLayout(buttons);
    column->addSpacing(12);
    column->addWidget(m_newTitle);
    column->addLayout(m_newRows.layout());
    column->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_people, &QTableWidget::itemSelectionChanged, this, &StationPage::showChosenPerson);
    connect(m_passphraseButton, &QPushButton::clicked, this, &StationPage::askPassphrase);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        m_message->clear();
        if (const Person *person = chosenPerson())
            m_desk.dismiss(person->id);
    });
    connect(m_add, &QPushButton::clicked, this, &StationPage::addPerson);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &StationPage::addPerson);
    return box;
}

QWidget *StationPage::rulesColumn()
{
    m_books->setFixedHeight(booksHeight);
    m_books->setFocusPolicy(Qt::NoFocus); // nothing can be done there
    m_addBook->setObjectName(u"bookAdd"_s);
    m_secondOfficer->setObjectName(u"ruleSecondOfficer"_s);
    m_offSite->setObjectName(u"ruleOffSite"_s);
    m_tries->setObjectName(u"ruleTries"_s);
    m_tries->setRange(1, 20);
    m_score->setObjectName(u"ruleScore"_s);
    m_score->setRange(0, 100);
    m_minAge->setObjectName(u"ruleMinAge"_s);
    m_minAge->setRange(0, ageOfOwnApplication);
    m_fromPayment->setObjectName(u"rulePromiseFrom"_s);
    m_lifeRules->setObjectName(u"lifeRulesButton"_s);
    for (QSpinBox *number : {m_tries, m_score, m_minAge}) {
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
        number->setFixedWidth(72);
    }
    m_triesLabel = m_ruleRows.add(m_tries, Qt::AlignLeft);
    m_scoreLabel = m_ruleRows.add(m_score, Qt::AlignLeft);
    m_minAgeLabel = m_ruleRows.add(m_minAge, Qt::AlignLeft);

    auto *book = new QHBoxLayout;
    for (QWidget *input : QList<QWidget *>{m_prefix, m_first, m_last, m_addBook})
        book->addWidget(input);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_booksTitle);
    column->addWidget(m_books);
    column->addLayout(book);
    column->addSpacing(24);
    column->addWidget(m_rulesTitle);
    column->addWidget(m_secondOfficer);
    column->addWidget(m_offSite);
    column->addWidget(m_fromPayment);
    column->addLayout(m_ruleRows.layout());
    column->addWidget(m_lifeRules, 0, Qt::AlignLeft);
    column->addSpacing(24);
    column->addWidget(m_copyTitle);
    column->addWidget(m_copy);
    column->addStretch();
    connect(m_lifeRules, &QPushButton::clicked, this, [this] {
        m_message->clear();
        auto *dialog = new LifeRulesDialog(m_desk.settings(), this);
        connect(dialog, &LifeRulesDialog::chosen, this, [this](const StationSettings &chosen) { m_desk.set(chosen); });
        dialog->open();
    });
    connect(m_addBook, &QPushButton::clicked, this, &StationPage::addBook);
    connect(m_last, &QLineEdit::returnPressed, this, &StationPage::addBook);
    for (QCheckBox *rule : {m_secondOfficer, m_offSite, m_fromPayment})
        connect(rule, &QCheckBox::clicked, this, &StationPage::storeSettings);
    for (QSpinBox *rule : {m_tries, m_score, m_minAge})
        connect(rule, &QSpinBox::editingFinished, this, &StationPage::storeSettings);
    return box;
}

void StationPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_people->setFocus();
}

const Person *StationPage::chosenPerson() const
{
    const int row = m_people->currentRow();
    return row >= 0 && row < m_desk.people().size() ? &m_desk.people()[row] : nullptr;
}

void StationPage::addPerson()
{
    m_message->clear();
    m_desk.addPerson(m_name->text(), m_login->text(), Role(m_role->currentData().toInt()), m_passphrase->text());
    m_passphrase->clear();
}

void StationPage::addBook()
{
    m_message->clear();
    m_desk.addBook(m_prefix->text(), m_first->text().toLongLong(), m_last->text().toLongLong());
}

void StationPage::askPassphrase()
{
    m_message->clear();
    const Person *person = chosenPerson();
    if (!person)
        return;
    askSecret(this, tr("New passphrase"), tr("A new passphrase for %1. Tell it to nobody else.").arg(person->name),
              [this, id = person->id](const QString &passphrase) { m_desk.admit(id, passphrase); });
}

void StationPage::storeSettings()
{
    m_message->clear();
    StationSettings settings = m_desk.settings();
    settings.secondOfficerAtCounter = m_secondOfficer->isChecked();
    settings.offSiteAllowed = m_offSite->isChecked();
    settings.fingerTries = m_tries->value();
    settings.fingerScore = m_score->value();
    settings.fingerMinAge = m_minAge->value();
    settings.promiseFromPayment = m_fromPayment->isChecked();
    m_desk.set(settings);
}

void StationPage::showStation()
{
    const QHash<Role, QString> roles{
        {Role::Clerk, tr("clerk")}, {Role::Reviewer, tr("reviewer")}, {Role::Supervisor, tr("supervisor")}};
    const int chosen = std::max(0, m_people->currentRow());
    m_people->setRowCount(int(m_desk.people().size()));
    int row = 0;
    for (const Person &person : m_desk.people()) {
        setRow(m_people, row++,
               {person.name, person.login, roles.value(person.role), person.active ? tr("yes") : tr("no")});
    }
    m_people->setCurrentCell(chosen, 0);
    m_books->setRowCount(int(m_desk.books().size()));
    row = 0;
    for (const ReceiptBook &book : m_desk.books()) {
        setRow(m_books, row++,
               {book.prefix, QString::number(book.first), QString::number(book.last),
                book.next > book.last ? tr("used up") : QString::number(book.next)});
    }
    const StationSettings &settings = m_desk.settings();
    const QSignalBlocker tries(m_tries);
    const QSignalBlocker score(m_score);
    const QSignalBlocker minAge(m_minAge);
    m_secondOfficer->setChecked(settings.secondOfficerAtCounter);
    m_offSite->setChecked(settings.offSiteAllowed);
    m_tries->setValue(settings.fingerTries);
    m_score->setValue(settings.fingerScore);
    m_minAge->setValue(settings.fingerMinAge);
    m_fromPayment->setChecked(settings.promiseFromPayment);
    const QDate copy = m_upkeep.lastCopy();
    m_copy->setText(copy.isValid() ? tr("Last copy that was read again: %1").arg(copy.toString(Qt::ISODate))
                                   : tr("There is no copy yet."));
    showChosenPerson();
}

void StationPage::showChosenPerson()
{
    const Person *person = chosenPerson();
    m_passphraseButton->setEnabled(person);
    m_passphraseButton->setText(!person || person->active ? tr("New passphrase…") : tr("Let in again…"));
    m_dismiss->setEnabled(person && person->active);
}

QString StationPage::help() const
{
    return tr(
        "People, receipt books and the rules that are left to the station. Whoever leaves loses the log-in here; what "
        "they did stays. A receipt book is used from its first number to its last, then the next one.");
}

void StationPage::retranslate()
{
    m_peopleTitle->setText(tr("People of the station"));
    m_people->setAccessibleName(tr("People of the station"));
    m_people->setHorizontalHeaderLabels({tr("Name"), tr("Log-in"), tr("Role"), tr("May log in")});
    m_dismiss->setText(tr("Stop letting in"));
    m_newTitle->setText(tr("Another person"));
    const QStringList labels{tr("Person's name"), tr("Log-in"), tr("Role"), tr("Passphrase")};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_newLabels[i]->setText(labels[i]);
    m_role->setItemText(0, tr("clerk"));
    m_role->setItemText(1, tr("reviewer"));
    m_role->setItemText(2, tr("supervisor"));
    m_add->setText(tr("Add"));
    m_booksTitle->setText(tr("Receipt books"));
    m_books->setAccessibleName(tr("Receipt books"));
    m_books->setHorizontalHeaderLabels({tr("Letters"), tr("First"), tr("Last"), tr("Next")});
    m_prefix->setPlaceholderText(tr("Letters"));
    m_first->setPlaceholderText(tr("First number"));
    m_last->setPlaceholderText(tr("Last number"));
    m_prefix->setAccessibleName(tr("Letters of the new book"));
    m_first->setAccessibleName(tr("First number of the new book"));
    m_last->setAccessibleName(tr("Last number of the new book"));
    m_addBook->setText(tr("Enter book"));
    m_rulesTitle->setText(tr("Rules of this station"));
    m_secondOfficer->setText(tr("A second officer confirms exceptions at the counter (else the reviewer)"));
    m_lifeRules->setText(tr("Review, packages, collection…"));
    m_offSite->setText(tr("Off-site applications are accepted"));
    m_fromPayment->setText(tr("The promised days run from the payment (else from the signed form)"));
    m_minAgeLabel->setText(tr("No fingerprints are asked for under (years)"));
    m_copyTitle->setText(tr("Copies of the data"));
    m_triesLabel->setText(tr("Poor presses before the next finger"));
    m_scoreLabel->setText(tr("Least quality of a press (0 to 100)"));
    showStation();
}

} // namespace idcounter
