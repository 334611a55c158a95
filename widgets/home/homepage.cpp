#include "widgets/home/homepage.h"

#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/exchange/keyreminders.h"
#include "widgets/home/casetable.h"
#include "widgets/home/daybars.h"
#include "widgets/office.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int leadingWidth = 500;
constexpr qint64 fenPerYuan = 100;

QTableView *tableFor(QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTableView;
    view->setObjectName(name);
    view->setModel(model);
    makeList(view);
    view->setAlternatingRowColors(true);
    return view;
}

// A large number, what it counts, and the days before.
QLayout *figure(QLabel *number, QLabel *what, QWidget *days)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(number);
    head->addWidget(what, 1, Qt::AlignBottom);
    auto *column = new QVBoxLayout;
    column->addLayout(head);
    column->addWidget(days);
    return column;
}

} // namespace

HomePage::HomePage(Desk &desk, const QList<PracticeCitizen> &citizens, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_drafts(new DraftModel(this))
    , m_cases(new CaseModel(desk.counter().rules, this))
    , m_message(new MessageBar)
    , m_new(new QPushButton)
    , m_draftsTitle(new QLabel)
    , m_draftView(tableFor(m_drafts, u"draftTable"_s))
    , m_noDrafts(new QLabel)
    , m_citizensTitle(new QLabel)
    , m_citizens(new QWidget)
    , m_figuresTitle(new QLabel)
    , m_caseCount(new QLabel)
    , m_caseCountText(new QLabel)
    , m_caseBars(new DayBars)
    , m_money(new QLabel)
    , m_moneyText(new QLabel)
    , m_moneyBars(new DayBars)
    , m_quality(new QLabel)
    , m_reminders(new KeyReminders)
    , m_casesTitle(new QLabel)
    , m_caseView(tableFor(m_cases, u"caseTable"_s))
    , m_noCases(new QLabel)
{
    auto *column = new QVBoxLayout(m_citizens);
    column->setContentsMargins(0, 0, 0, 0);
    for (const PracticeCitizen &citizen : citizens) {
        const auto number = CitizenNumber::parse(citizen.number);
        auto *button = new QPushButton(u"%1　%2"_s.arg(citizen.name, number ? number->grouped() : citizen.number));
        button->setObjectName(u"citizen_"_s + citizen.number);
        connect(button, &QPushButton::clicked, this, [this, number = citizen.number] { Q_EMIT citizenAsked(number); });
        column->addWidget(button);
    }

    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(leadingColumn());
    columns->addWidget(trailingColumn(), 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 16, 24, 16);
    page->addWidget(m_message);
    page->addLayout(columns, 1);
    m_citizens->setVisible(!citizens.isEmpty());
    m_citizensTitle->setVisible(!citizens.isEmpty());

    connect(m_new, &QPushButton::clicked, this, &HomePage::newCaseAsked);
    connect(m_draftView, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT draftChosen(m_drafts->draftAt(index.row()).id); });
    connect(m_caseView, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT caseChosen(m_cases->caseAt(index.row()).id); });
    connect(&m_desk, &Desk::changed, this, &HomePage::showDesk);
    connect(&m_desk, &Desk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(&m_desk, &Desk::draftElsewhere, this, [this](const QUuid &id, const QString &where) {
        m_message->show(MessageBar::Kind::Warn, tr("The draft is open at counter %1.").arg(where),
                        tr("Take it over here"), [this, id] { m_desk.openDraft(id, true); });
    });
    retranslate();
}

QWidget *HomePage::leadingColumn()
{
    m_new->setObjectName(u"newCaseButton"_s);
    m_new->setProperty("role", u"primary"_s);
    m_new->setProperty("hero", true);
    for (QLabel *title : {m_draftsTitle, m_citizensTitle})
        title->setProperty("role", u"section"_s);
    m_noDrafts->setProperty("role", u"muted"_s);
    auto *box = new QWidget;
    box->setFixedWidth(leadingWidth);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_new);
    column->addSpacing(8);
    column->addWidget(m_citizensTitle);
    column->addWidget(m_citizens);
    column->addSpacing(8);
    column->addWidget(m_draftsTitle);
    column->addWidget(m_noDrafts);
    column->addWidget(m_draftView, 1);
    m_leading = column;
    column->addStretch();
    return box;
}

void HomePage::addBox(QWidget *box)
{
    constexpr int belowTheCitizens = 4;
    m_leading->insertWidget(belowTheCitizens, box);
}

QWidget *HomePage::trailingColumn()
{
    for (QLabel *title : {m_figuresTitle, m_casesTitle})
        title->setProperty("role", u"section"_s);
    for (QLabel *number : {m_caseCount, m_money})
        number->setProperty("role", u"huge"_s);
    for (QLabel *text : {m_caseCountText, m_moneyText, m_quality, m_noCases})
        text->setProperty("role", u"muted"_s);
    m_caseCount->setObjectName(u"todayCases"_s);
    m_money->setObjectName(u"todayMoney"_s);
    m_quality->setObjectName(u"todayQuality"_s);
    m_caseBars->setObjectName(u"caseBars"_s);
    m_moneyBars->setObjectName(u"moneyBars"_s);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(32);
    figures->addLayout(figure(m_caseCount, m_caseCountText, m_caseBars));
    figures->addLayout(figure(m_money, m_moneyText, m_moneyBars));
    figures->addStretch();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_figuresTitle);
    column->addLayout(figures);
    column->addWidget(m_quality);
    column->addSpacing(16);
    column->addWidget(m_reminders);
    column->addWidget(m_casesTitle);
    column->addWidget(m_noCases);
    column->addWidget(m_caseView, 1);
    column->addStretch();
    return box;
}

void HomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_desk.refresh();
    m_new->setFocus();
}

void HomePage::showError(const Error &error)
{
    m_message->show(error);
}

void HomePage::focusDrafts()
{
    m_draftView->setFocus();
    if (m_drafts->rowCount() > 0)
        m_draftView->selectRow(0);
}

void HomePage::showDesk()
{
    m_drafts->setDrafts(m_desk.drafts());
    m_cases->setCases(m_desk.cases());
    if (m_draftView->hasFocus() && !m_draftView->currentIndex().isValid())
        m_draftView->selectRow(0);
    const DayFigures &figures = m_desk.figures();
    m_caseCount->setText(QString::number(figures.cases()));
    m_money->setText(tr("¥%1").arg(figures.money().yuan()));
    int prints = 0;
    for (const int count : figures.printsTaken)
        prints += count;
    int accepted = 0;
    for (const int count : figures.printsAccepted)
        accepted += count;
    m_quality->setText(tr("Photos accepted %1 of %2, presses accepted %3 of %4")
                           .arg(figures.photosAccepted)
                           .arg(figures.photosTaken)
                           .arg(accepted)
                           .arg(prints));
    showLastDays();
    m_reminders->setReminders(m_desk.keyReminders(), m_desk.counter().today());
    m_noDrafts->setVisible(m_desk.drafts().isEmpty());
    m_draftView->setVisible(!m_desk.drafts().isEmpty());
    m_noCases->setVisible(m_desk.cases().isEmpty());
    m_caseView->setVisible(!m_desk.cases().isEmpty());
}

void HomePage::showLastDays()
{
    QList<DayBars::Bar> cases;
    QList<DayBars::Bar> money;
    for (const DayCount &count : m_desk.lastDays()) {
        const QString day = count.day.toString(u"M-d"_s);
        cases << DayBars::Bar{day, count.cases, QString::number(count.cases)};
        // Whole yuan: there is room for no more, and a day's fees have no jiao.
        money << DayBars::Bar{day, count.money.amount, QString::number(count.money.amount / fenPerYuan)};
    }
    m_caseBars->setBars(cases);
    m_moneyBars->setBars(money);
}

QString HomePage::help() const
{
    return tr("F2 begins a case. A draft goes on where it was left, with photo and prints: choose it and press Enter. "
              "One that is open at another counter can be taken over here.\n\n"
              "A case that was accepted today opens with Enter, for its papers. The bars show the last seven days.");
}

void HomePage::retranslate()
{
    m_new->setText(tr("New case (F2)"));
    m_draftsTitle->setText(tr("Drafts (F3)"));
    m_noDrafts->setText(tr("Cases that were begun and not finished will be here."));
    m_citizensTitle->setText(tr("Made-up citizens who are waiting"));
    m_figuresTitle->setText(tr("Today"));
    m_caseCountText->setText(tr("accepted"));
    m_moneyText->setText(tr("taken"));
    m_casesTitle->setText(tr("Accepted today"));
    m_noCases->setText(tr("Cases accepted today will be here. Begin one with F2."));
    m_caseBars->setAccessibleName(tr("Cases of the last seven days"));
    m_moneyBars->setAccessibleName(tr("Money taken in the last seven days, in yuan"));
    m_draftView->setAccessibleName(tr("Drafts"));
    m_caseView->setAccessibleName(tr("Cases accepted today"));
    m_drafts->retranslate();
    m_cases->retranslate();
    showDesk();
}

} // namespace idcounter
