#include "widgets/cases/casefilepage.h"

#include "app/domain/caseguards.h"
#include "app/texts/lifetexts.h"
#include "app/workflow/reviewdesk.h"
#include "widgets/cases/casefacts.h"
#include "widgets/common/askchoice.h"
#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/review/returndialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int timelineWidth = 620;
constexpr int timeWidth = 150;
constexpr int personWidth = 100;

} // namespace

CaseFilePage::CaseFilePage(const Counter &counter, Printer &printer, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_desk(counter, printer)
    , m_message(new MessageBar)
    , m_number(new QLabel)
    , m_business(new QLabel)
    , m_withdraw(new QPushButton)
    , m_recall(new QPushButton)
    , m_papers(new QPushButton)
    , m_print(new QPushButton)
    , m_facts(new CaseFacts(m_counter.rules))
    , m_timelineTitle(new QLabel)
    , m_timeline(new QTableWidget)
{
    m_number->setObjectName(u"caseNumber"_s);
    m_number->setProperty("role", u"huge"_s);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_business->setObjectName(u"caseBusiness"_s);
    m_business->setProperty("role", u"title"_s);
    m_withdraw->setObjectName(u"withdrawButton"_s);
    m_withdraw->hide();
    m_recall->setObjectName(u"recallButton"_s);
    m_recall->hide();
    m_papers->setObjectName(u"casePapersButton"_s);
    m_papers->setEnabled(false);
    m_print->setObjectName(u"printFileButton"_s);
    m_print->setShortcut(QKeySequence(u"Ctrl+P"_s));
    m_print->setEnabled(false);
    m_timelineTitle->setProperty("role", u"section"_s);
    m_timeline->setObjectName(u"timelineTable"_s);
    m_timeline->setColumnCount(3);
    makeList(m_timeline);
    m_timeline->setWordWrap(true);
    layOut();

    connect(&m_desk, &CaseFileDesk::opened, this, [this](const CaseFile &file) {
        showFile(file);
        m_timeline->setFocus();
    });
    connect(&m_desk, &CaseFileDesk::printed, this, [this] {
        m_print->setEnabled(true);
        m_message->show(MessageBar::Kind::Ok, tr("The case file was printed."));
    });
    connect(&m_desk, &CaseFileDesk::failed, this, [this](const Error &error) {
        m_print->setEnabled(m_file.has_value());
        m_message->show(error);
    });
    connect(m_withdraw, &QPushButton::clicked, this, &CaseFilePage::askWithdrawal);
    connect(m_recall, &QPushButton::clicked, this, &CaseFilePage::askRecall);
    connect(m_papers, &QPushButton::clicked, this, [this] { Q_EMIT papersAsked(m_file->clocks.standing.accepted.id); });
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_message->clear();
        m_print->setEnabled(false);
        m_desk.print(*m_file);
    });
    retranslate();
}

void CaseFilePage::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_number);
    head->addWidget(m_business, 1, Qt::AlignBottom);
    head->addWidget(m_withdraw);
    head->addWidget(m_recall);
    head->addWidget(m_papers);
    head->addWidget(m_print);
    auto *timeline = new QVBoxLayout;
    timeline->setSpacing(4);
    timeline->addWidget(m_timelineTitle);
    timeline->addWidget(m_timeline, 1);
    m_timeline->setFixedWidth(timelineWidth);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(24);
    parts->addWidget(m_facts, 1);
    parts->addLayout(timeline);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addLayout(head);
    column->addLayout(parts, 1);
}

void CaseFilePage::open(const QUuid &caseId)
{
    m_message->clear();
    m_desk.open(caseId);
}

void CaseFilePage::tell(const Error &error)
{
    m_message->show(error);
}

// Why it ends decides what goes back.
void CaseFilePage::askWithdrawal()
{
    const Standing &standing = m_file->clocks.standing;
    if (!ReviewDesk::mayChooseCause(standing, m_counter.person.role)) {
        askWhy(EndingCause::Wish);
        return;
    }
    askChoice(
        this, tr("Withdraw"), tr("Why does the application end?"),
        {tr("The applicant gives it up"), tr("Duplicate: the person has another application"),
         tr("A mistake of the office")},
        tr("Go on"), [this](int chosen) {
            static constexpr std::array inOrder{EndingCause::Wish, EndingCause::Duplicate, EndingCause::OfficeAtFault};
            askWhy(inOrder[std::size_t(chosen)]);
        });
}

void CaseFilePage::askWhy(EndingCause cause)
{
    const Standing standing = m_file->clocks.standing;
    const Fen back = refundFor(u"withdraw"_s, standing, cause);
    askText(
        this, tr("Withdraw"),
        back > Fen{}
            ? tr("The applicant has signed that he gives the application up. ¥%1 go back. Why?").arg(back.yuan())
            : tr("The applicant has signed that he gives the application up. No money goes back. Why?"),
        [this, standing, cause](const QString &reason) { Q_EMIT withdrawAsked(standing, reason, cause); },
        tr("Withdraw"));
}

void CaseFilePage::askRecall()
{
    const auto reasons = m_counter.rules.returnReasons();
    if (!reasons) {
        m_message->show(reasons.error());
        return;
    }
    const Standing standing = m_file->clocks.standing;
    auto *dialog = new ReturnDialog((*reasons)->all(), standing.accepted.form.applicant.name, this);
    dialog->ask(tr("Call the case back"),
                tr("What will be corrected? The county is asked with the next package; only when it agrees the case "
                   "comes back."));
    connect(dialog, &ReturnDialog::confirmed, this,
            [this, standing](const QList<ReturnReason> &wrong) { Q_EMIT recallAsked(standing, wrong); });
    dialog->open();
}

void CaseFilePage::showFile(const CaseFile &file)
{
    m_file = file;
    const Case &accepted = file.clocks.standing.accepted;
    const auto reasons = m_counter.rules.reasons();
    const auto reason = reasons ? (*reasons)->find(accepted.form.business.reason) : std::optional<Reason>();
    m_number->setText(accepted.number.grouped());
    m_business->setText(reason ? nameIn(reason->chinese, reason->english) : accepted.form.business.reason);
    m_facts->show(file);
    m_papers->setEnabled(true);
    m_print->setEnabled(true);
    const auto life = m_counter.rules.caseLife();
    m_withdraw->setVisible(life && (*life)->step(accepted.state, u"withdraw", m_counter.person.role));
    m_recall->setVisible(includes(m_counter.person.role, Role::Reviewer) && mayRecall(file.clocks.standing));
    fillTimeline();
}

QStringList CaseFilePage::wrongNames(const LifeStep &step) const
{
    QStringList names;
    const auto known = m_counter.rules.returnReasons();
    for (const ReturnReason &reason : step.wrong) {
        const auto code = known ? (*known)->find(reason.code) : std::optional<ReturnCode>();
        const QString what = code ? nameIn(code->chinese, code->english) : texts::describe(reason.item);
        names << (reason.note.isEmpty() || reason.note == step.reason
                      ? what
                      : tr("%1: %2", "why it came back: note").arg(what, reason.note));
    }
    return names;
}

// The newest first: where it stands now is read without scrolling.
void CaseFilePage::fillTimeline()
{
    const QList<LifeStep> &steps = m_file->steps;
    m_timeline->setRowCount(int(steps.size()));
    for (int row = 0; row < int(steps.size()); ++row) {
        const LifeStep &step = steps[steps.size() - 1 - row];
        const QString detail = texts::detail(step, wrongNames(step));
        QString sentence = texts::describeEvent(step.event, step.from);
        if (!detail.isEmpty())
            sentence += u'\n' + detail;
        const QStringList cells{stationTime(step.at).toString(u"yyyy-MM-dd HH:mm"_s), sentence, step.person};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            item->setToolTip(cells[column]);
            m_timeline->setItem(row, column, item);
        }
    }
    m_timeline->resizeRowsToContents();
    if (!steps.isEmpty())
        m_timeline->selectRow(0);
}

QString CaseFilePage::help() const
{
    return tr("Everything about one case: who applied for what, where it stands and who acts next, both limits, money, "
              "card and papers, and what happened, the newest first. The sentences may be read out to the citizen. "
              "Ctrl+P prints the file. Who looked is recorded.");
}

void CaseFilePage::retranslate()
{
    m_withdraw->setText(tr("&Withdraw…"));
    m_recall->setText(tr("Call &back…"));
    m_papers->setText(tr("Papers (Ctrl+Enter)"));
    m_papers->setShortcut(QKeySequence(u"Ctrl+Return"_s)); // after the text, which would take it away
    m_print->setText(tr("&Print the file (Ctrl+P)"));
    m_print->setShortcut(QKeySequence(u"Ctrl+P"_s)); // a new text takes it away
    m_timelineTitle->setText(tr("What happened"));
    m_timeline->setAccessibleName(tr("What happened"));
    m_timeline->setHorizontalHeaderLabels({tr("Time"), tr("What"), tr("Person")});
    m_timeline->horizontalHeader()->setStretchLastSection(false);
    m_timeline->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_timeline->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_timeline->setColumnWidth(0, timeWidth);
    m_timeline->setColumnWidth(2, personWidth);
    if (m_file)
        showFile(*m_file);
}

} // namespace idcounter
