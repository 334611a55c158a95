#include "widgets/booking/reissuepage.h"

#include "widgets/booking/bookingwords.h"
#include "widgets/booking/linebar.h"
#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listWidth = 480;
constexpr int timesHeight = 110;

} // namespace

ReissuePage::ReissuePage(ReissueDesk &desk, PlatformLink &link, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_list(new QTableWidget)
    , m_empty(new QLabel)
    , m_content(new QWidget)
    , m_who(new QLabel)
    , m_findings(new QTableWidget)
    , m_money(new QLabel)
    , m_timesTitle(new QLabel)
    , m_times(new QListWidget)
    , m_eligible(new QPushButton)
    , m_counter(new QPushButton)
    , m_takeOver(new QPushButton)
    , m_refuse(new QPushButton)
    , m_refund(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_list->setObjectName(u"reissueList"_s);
    m_list->setColumnCount(ColumnCount);
    m_list->setFixedWidth(listWidth);
    makeList(m_list);
    m_empty->setWordWrap(true);
    m_empty->setFixedWidth(listWidth);
    m_who->setProperty("role", u"section"_s);
    m_who->setObjectName(u"reissueWho"_s);
    m_who->setWordWrap(true);
    m_findings->setObjectName(u"findingsTable"_s);
    m_findings->setColumnCount(3);
    makeList(m_findings);
    m_findings->horizontalHeader()->hide();
    m_findings->setWordWrap(true);
    m_findings->setFocusPolicy(Qt::NoFocus);
    m_findings->setSelectionMode(QAbstractItemView::NoSelection);
    m_findings->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_money->setObjectName(u"reissueMoney"_s);
    m_money->setWordWrap(true);
    m_timesTitle->setProperty("role", u"section"_s);
    m_times->setObjectName(u"reissueTimes"_s);
    m_times->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_times->setMaximumHeight(timesHeight);
    m_eligible->setObjectName(u"eligibleButton"_s);
    m_eligible->setProperty("role", u"primary"_s);
    m_counter->setObjectName(u"toCounterButton"_s);
    m_takeOver->setObjectName(u"takeOverButton"_s);
    m_takeOver->setProperty("role", u"primary"_s);
    m_refuse->setObjectName(u"refuseReissueButton"_s);
    m_refund->setObjectName(u"refundButton"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_refuse, m_refund, m_counter, m_eligible, m_takeOver})
        button->hide();
    for (QPushButton *button : {m_refuse, m_refund, m_counter})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_eligible);
    buttons->addWidget(m_takeOver);
    auto *right = new QVBoxLayout(m_content);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    right->addWidget(m_who);
    right->addWidget(m_findings, 1);
    right->addWidget(m_money);
    right->addWidget(m_timesTitle);
    right->addWidget(m_times);
    right->addLayout(buttons);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_list);
    columns->addWidget(m_empty, 0, Qt::AlignTop);
    columns->addWidget(m_content, 1);
    columns->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(new LineBar(link, m_desk.counter().clock));
    column->addLayout(columns, 1);

    connect(&m_desk, &ReissueDesk::changed, this, &ReissuePage::fill);
    connect(&m_desk, &ReissueDesk::opened, this, &ReissuePage::showFile);
    connect(&m_desk, &ReissueDesk::decided, this, &ReissuePage::showFile);
    connect(&m_desk, &ReissueDesk::accepted, this, [this](const Case &accepted) {
        m_message->show(MessageBar::Kind::Ok,
                        tr("✓ Accepted as %1; it now runs as any other case.").arg(accepted.number.grouped()));
        showFile();
    });
    connect(&m_desk, &ReissueDesk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_list, &QTableWidget::itemSelectionChanged, this, [this] {
        if (!m_desk.file() || m_desk.file()->row.application.id != current())
            openCurrent();
    });
    connect(m_eligible, &QPushButton::clicked, this, &ReissuePage::confirm);
    connect(m_counter, &QPushButton::clicked, this, [this] {
        QList<QUuid> wishes;
        for (int row = 0; row < m_times->count(); ++row) {
            if (m_times->item(row)->isSelected() && m_desk.file())
                wishes << m_desk.file()->times[row].slot;
        }
        m_desk.sendToCounter(wishes);
    });
    connect(m_takeOver, &QPushButton::clicked, &m_desk, &ReissueDesk::takeOver);
    connect(m_refuse, &QPushButton::clicked, this, [this] {
        askText(
            this, tr("Refuse the application"), tr("The applicant reads this; what was paid is given back:"),
            [this](const QString &text) {
                if (!text.trimmed().isEmpty())
                    m_desk.refuse(text.trimmed());
            },
            tr("Refuse"));
    });
    connect(m_refund, &QPushButton::clicked, this, [this] {
        askText(
            this, tr("Give the payment back"), tr("Why, as the applicant reads it:"),
            [this](const QString &text) {
                if (!text.trimmed().isEmpty())
                    m_desk.refund(text.trimmed());
            },
            tr("Give back"));
    });
    retranslate();
}

void ReissuePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_begins = true;
    m_desk.refresh();
}

QUuid ReissuePage::current() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toUuid() : QUuid();
}

// Who looks at an application is kept: none is opened on a page that nobody sees.
void ReissuePage::openCurrent()
{
    if (isVisible() && !current().isNull())
        m_desk.open(current());
}

// Against the rule only with a reason, which is kept.
void ReissuePage::confirm()
{
    if (!m_desk.file())
        return;
    if (allHold(m_desk.file()->findings)) {
        m_desk.confirmEligible();
        return;
    }
    askText(
        this, tr("Not all conditions hold"), tr("Why it is done online all the same; this is recorded:"),
        [this](const QString &reason) { m_desk.confirmEligible(reason); }, tr("Confirm"));
}

void ReissuePage::showFindings()
{
    const auto &file = m_desk.file();
    m_findings->setRowCount(file ? int(file->findings.size()) : 0);
    if (!file)
        return;
    for (int row = 0; row < int(file->findings.size()); ++row) {
        const ReissueFinding &finding = file->findings[row];
        const QStringList cells{finding.holds ? u"✓"_s : u"✗"_s, BookingWords::check(finding.check),
                                BookingWords::evidence(finding)};
        for (int column = 0; column < 3; ++column)
            m_findings->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

void ReissuePage::showFile()
{
    const auto &file = m_desk.file();
    m_content->setVisible(file.has_value());
    showFindings();
    m_times->clear();
    if (!file)
        return;
    const OnlineApplication &application = file->row.application;
    const QString name = application.form ? application.form->applicant.name : QString();
    m_who->setText(tr("%1 · lost on %2 · by mail to: %3")
                       .arg(name, application.form ? application.form->lostOn.toString(Qt::ISODate) : QString(),
                            application.form ? application.form->delivery.mailingAddress : QString()));
    QStringList money;
    if (file->fee)
        money << tr("Fee by the table: %1 yuan.").arg(file->fee->amount.yuan());
    if (const auto &payment = file->row.payment)
        money << tr("Paid: %1 yuan, given back: %2 yuan.")
                     .arg(Fen{payment->paidFen}.yuan(), Fen{payment->refundedFen}.yuan());
    if (application.payUntil.isValid())
        money << tr("To be paid by %1.").arg(stationTime(application.payUntil).toString(u"yyyy-MM-dd HH:mm"_s));
    m_money->setText(money.join(u' '));
    for (const FreeTime &time : file->times)
        m_times->addItem(BookingWords::when(time));
    const bool isNew = application.state == ApplicationState::Submitted && !file->row.isUnsent;
    const bool isPaid = application.state == ApplicationState::Paid && !file->row.isUnsent;
    const bool isRefundDue = file->row.payment && file->row.payment->state == "REFUND_DUE"_L1 && !file->row.isUnsent;
    m_eligible->setVisible(isNew);
    m_counter->setVisible(isNew);
    m_counter->setEnabled(!allHold(file->findings));
    m_timesTitle->setVisible(isNew && !file->times.isEmpty());
    m_times->setVisible(isNew && !file->times.isEmpty());
    m_takeOver->setVisible(isPaid);
    m_refuse->setVisible(isPaid);
    m_refund->setVisible(isRefundDue);
}

// What was chosen stays so, and is shown as it is now.
void ReissuePage::fill()
{
    const QSignalBlocker blocker(m_list);
    const QUuid chosen = current();
    const QList<ReissueRow> &rows = m_desk.rows();
    m_list->setRowCount(int(rows.size()));
    int current = 0;
    for (int row = 0; row < int(rows.size()); ++row) {
        const OnlineApplication &application = rows[row].application;
        QStringList state{BookingWords::state(application.state)};
        if (rows[row].payment && rows[row].payment->state == "REFUND_DUE"_L1)
            state << tr("▲ to be given back");
        if (rows[row].isUnsent)
            state << tr("○ unsent");
        if (rows[row].isRefused)
            state << tr("✗ not taken");
        const QStringList cells{stationTime(application.submittedAt).toString(u"MM-dd HH:mm"_s),
                                application.form ? application.form->applicant.name : tr("(form cannot be opened)"),
                                state.join(tr(", "))};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setData(Qt::UserRole, application.id);
            m_list->setItem(row, column, item);
        }
        if (application.id == chosen)
            current = row;
    }
    const bool any = !rows.isEmpty();
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any)
        m_list->setCurrentCell(current, Since);
    if (any && std::exchange(m_begins, false))
        m_list->setFocus();
    openCurrent();
    showFile();
}

QString ReissuePage::help() const
{
    return tr("Lost cards that are applied for online. The rule says which conditions hold and by which case that is "
              "known; you "
              "confirm it, or send the applicant to the counter with every reason and an offered time. After the "
              "payment, accept "
              "it: the case takes photo and prints of the last card, is reviewed and reported as any other, and ends "
              "by mail.");
}

void ReissuePage::retranslate()
{
    m_title->setText(tr("Online re-issue of lost cards"));
    m_list->setHorizontalHeaderLabels({tr("Since"), tr("Applicant"), tr("State")});
    m_list->setAccessibleName(tr("Online applications"));
    m_findings->setAccessibleName(tr("Conditions"));
    m_empty->setText(tr("Nothing here. Applications that are made at the platform come by themselves."));
    m_timesTitle->setText(tr("A time at the counter to offer (optional)"));
    m_times->setAccessibleName(tr("Times at the counter"));
    m_eligible->setText(tr("Confirm: may be done online"));
    m_counter->setText(tr("Send to the counter"));
    m_takeOver->setText(tr("Accept the application"));
    m_refuse->setText(tr("Refuse…"));
    m_refund->setText(tr("Give the payment back…"));
    fill();
}

} // namespace idcounter
