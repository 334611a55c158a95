#include "widgets/review/reviewdecisions.h"

#include "widgets/common/askchoice.h"
#include "widgets/common/asktext.h"
#include "widgets/common/messagebar.h"
#include "widgets/review/returndialog.h"
#include "widgets/review/reviewwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

ReviewDecisions::ReviewDecisions(ReviewDesk &desk, MessageBar &message, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(message)
    , m_readOnly(new QLabel)
    , m_void(new QPushButton)
    , m_refuse(new QPushButton)
    , m_return(new QPushButton)
    , m_reopen(new QPushButton)
    , m_confirm(new QPushButton)
    , m_approve(new QPushButton)
{
    m_readOnly->setObjectName(u"reviewReadOnly"_s);
    m_readOnly->setProperty("role", u"muted"_s);
    m_approve->setProperty("role", u"primary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_readOnly);
    const auto add = [this, row](QPushButton *button, const QString &name, const QKeySequence &key, auto act) {
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, act);
        auto *action = new QAction(this);
        action->setShortcuts(key == QKeySequence(Qt::CTRL | Qt::Key_Return)
                                 ? QList<QKeySequence>{key, QKeySequence(Qt::CTRL | Qt::Key_Enter)}
                                 : QList<QKeySequence>{key});
        connect(action, &QAction::triggered, button, [button] {
            if (button->isVisible())
                button->click();
        });
        addAction(action);
    };
    add(m_void, u"voidButton"_s, Qt::ALT | Qt::Key_Delete, [this] { askVoid(); });
    add(m_refuse, u"reviewRefuseButton"_s, Qt::ALT | Qt::Key_End, [this] { askRefusal(); });
    add(m_return, u"returnButton"_s, Qt::CTRL | Qt::Key_R, [this] { askReturn(); });
    add(m_reopen, u"reopenButton"_s, Qt::CTRL | Qt::Key_O, [this] { askReopen(); });
    add(m_confirm, u"confirmExceptionsButton"_s, Qt::CTRL | Qt::Key_E, [this] {
        if (m_case)
            m_desk.confirmExceptions(*m_case);
    });
    add(m_approve, u"approveButton"_s, Qt::CTRL | Qt::Key_Return, [this] {
        if (m_case)
            m_desk.approve(*m_case);
    });
    retranslate();
    show({});
}

void ReviewDecisions::show(const std::optional<Standing> &standing)
{
    m_case = standing;
    const Counter &counter = m_desk.counter();
    const bool reviewer = includes(counter.person.role, Role::Reviewer);
    const bool waits = m_case && m_case->accepted.state == CaseState::Accepted;
    const bool exceptions = waits && ReviewDesk::hasOpenExceptions(*m_case);
    for (QPushButton *button : {m_refuse, m_return})
        button->setVisible(reviewer && waits);
    m_confirm->setVisible(reviewer && exceptions);
    m_approve->setVisible(reviewer && waits);
    m_approve->setEnabled(!exceptions);
    m_reopen->setVisible(reviewer && m_case && !waits);
    m_void->setVisible(counter.isSupervisor() && waits && mayVoid(*m_case, counter.today()));
    m_readOnly->setVisible(!reviewer);
}

void ReviewDecisions::askReturn()
{
    const auto codes = m_desk.counter().rules.returnReasons();
    if (!codes) {
        m_message.show(codes.error());
        return;
    }
    if (!m_case)
        return;
    auto *dialog = new ReturnDialog((*codes)->all(), m_case->accepted.form.applicant.name, this);
    connect(dialog, &ReturnDialog::confirmed, this,
            [this, standing = *m_case](const QList<ReturnReason> &reasons) { m_desk.sendBack(standing, reasons); });
    dialog->open();
}

void ReviewDecisions::askRefusal()
{
    if (!m_case)
        return;
    const QString money = ReviewWords::money(refundFor(u"refuse"_s, *m_case));
    askText(
        this, tr("Refuse the application"),
        tr("The application ends. %1 goes back to the citizen, who gets the reason in writing. Why is it refused?")
            .arg(money),
        [this, standing = *m_case](const QString &reason) { m_desk.refuse(standing, reason); },
        tr("Refuse the application"));
}

void ReviewDecisions::askVoid()
{
    askChoice(this, tr("Void the case"), tr("For a case accepted by mistake, on the same day. What was the mistake?"),
              {tr("Duplicate: the person has another application"), tr("Another mistake of the office")}, tr("Go on"),
              [this](int chosen) { askVoidReason(chosen == 0 ? EndingCause::Duplicate : EndingCause::OfficeAtFault); });
}

void ReviewDecisions::askVoidReason(EndingCause cause)
{
    if (!m_case)
        return;
    const QString money = ReviewWords::money(refundFor(u"void"_s, *m_case, cause));
    askText(
        this, tr("Void the case"),
        tr("%1 goes back to the citizen; the number %2 is not given again. What happened?")
            .arg(money, m_case->accepted.number.grouped()),
        [this, standing = *m_case, cause](const QString &reason) { m_desk.voidCase(standing, reason, cause); },
        tr("Void the case"));
}

void ReviewDecisions::askReopen()
{
    if (!m_case)
        return;
    askText(
        this, tr("Review once more"), tr("The case waits for the review again. Why?"),
        [this, standing = *m_case](const QString &reason) { m_desk.reopen(standing, reason); }, tr("Reopen"));
}

void ReviewDecisions::retranslate()
{
    m_readOnly->setText(tr("Only to be read: reviewers and supervisors decide here."));
    m_void->setText(tr("Void… (Alt+Del)"));
    m_refuse->setText(tr("Refuse… (Alt+End)"));
    m_return->setText(tr("Return… (Ctrl+R)"));
    m_reopen->setText(tr("Reopen… (Ctrl+O)"));
    m_confirm->setText(tr("Confirm exceptions (Ctrl+E)"));
    m_approve->setText(tr("Approve (Ctrl+Enter)"));
}

} // namespace idcounter
