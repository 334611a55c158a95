#include "widgets/walkin/feepage.h"

#include "app/texts/texts.h"
#include "app/workflow/walkin.h"
#include "widgets/common/language.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Yuan with at most two decimals, as typed; less than nothing is not.
qint64 fenIn(const QString &text)
{
    const QStringList parts = text.split(u'.');
    return parts.value(0).toLongLong() * 100 + (parts.value(1) + u"00"_s).left(2).toLongLong();
}

} // namespace

FeePage::FeePage(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_title(new QLabel)
    , m_amount(new QLabel)
    , m_lines(new QLabel)
    , m_free(new QRadioButton)
    , m_cash(new QRadioButton)
    , m_terminal(new QRadioButton)
    , m_order(new QRadioButton)
    , m_tenderedLabel(new QLabel)
    , m_tendered(new QLineEdit)
    , m_change(new QLabel)
    , m_referenceLabel(new QLabel)
    , m_reference(new QLineEdit)
    , m_note(new QLabel)
{
    m_title->setProperty("role", u"title"_s);
    m_amount->setObjectName(u"amountLabel"_s);
    m_amount->setProperty("role", u"huge"_s);
    m_lines->setObjectName(u"chargesLabel"_s);
    m_lines->setWordWrap(true);
    m_free->setObjectName(u"freeButton"_s);
    m_cash->setObjectName(u"cashButton"_s);
    m_terminal->setObjectName(u"terminalButton"_s);
    m_order->setObjectName(u"orderButton"_s);
    m_tendered->setObjectName(u"tenderedEdit"_s);
    m_tendered->setFixedWidth(180);
    m_tendered->setAlignment(Qt::AlignRight);
    m_tendered->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"\\d{1,7}(\\.\\d{0,2})?"_s), m_tendered));
    m_tenderedLabel->setBuddy(m_tendered);
    m_change->setObjectName(u"changeLabel"_s);
    m_change->setProperty("role", u"large"_s);
    m_reference->setObjectName(u"referenceEdit"_s);
    m_reference->setFixedWidth(280);
    m_referenceLabel->setBuddy(m_reference);
    m_note->setProperty("role", u"muted"_s);
    m_note->setWordWrap(true);

    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(10);
    grid->setHorizontalSpacing(16);
    grid->addWidget(m_free, 0, 0, 1, 3);
    grid->addWidget(m_cash, 1, 0);
    grid->addWidget(m_tenderedLabel, 1, 1);
    grid->addWidget(m_tendered, 1, 2);
    grid->addWidget(m_change, 1, 3);
    grid->addWidget(m_terminal, 2, 0);
    grid->addWidget(m_referenceLabel, 2, 1);
    grid->addWidget(m_reference, 2, 2, 1, 2);
    grid->addWidget(m_order, 3, 0, 1, 4);
    grid->setColumnStretch(4, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_amount);
    column->addWidget(m_lines);
    column->addSpacing(12);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(m_note);

    for (QRadioButton *button : {m_free, m_cash, m_terminal, m_order})
        connect(button, &QRadioButton::clicked, this, &FeePage::storeDraft);
    for (QLineEdit *edit : {m_tendered, m_reference})
        connect(edit, &QLineEdit::textEdited, this, &FeePage::storeDraft);
    connect(&m_walkIn, &WalkIn::knowledgeChanged, this, [this] {
        if (isVisible())
            look();
    });
    connect(&m_walkIn, &WalkIn::refused, this, [this](const Error &error) {
        if (error.code == Error::Code::PriceChanged)
            look();
    });
    retranslate();
}

void FeePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    look();
    if (m_free->isEnabled())
        m_free->setFocus();
    else if (m_cash->isChecked())
        m_tendered->setFocus();
    else
        m_cash->setFocus();
}

// The price of the moment.
void FeePage::look()
{
    m_walkIn.takePrice();
    const auto charges = m_walkIn.charges();
    m_shown = charges ? *charges : QList<Charge>();
    QStringList lines;
    for (const Charge &charge : m_shown) {
        const QString amount = charge.amount == charge.full
            ? tr("¥%1").arg(charge.amount.yuan())
            : tr("¥%1 instead of ¥%2").arg(charge.amount.yuan(), charge.full.yuan());
        lines << tr("%1: %2 (%3)", "what: amount (source of the price)").arg(nameOf(charge), amount, charge.basis);
        if (!charge.reduction.isEmpty())
            lines << tr("Reduced: %1 (%2)", "who has it (source of the reduction)")
                         .arg(reductionOf(charge), texts::describe(RuleSource::FeeNotice2004));
    }
    const Fen owed = sumOf(m_shown);
    m_amount->setText(charges ? tr("¥%1").arg(owed.yuan()) : texts::describe(charges.error().code));
    m_lines->setText(lines.join(u'\n'));
    const bool nothing = charges && owed == Fen{0};
    m_free->setEnabled(nothing);
    m_cash->setEnabled(charges && !nothing);
    m_terminal->setEnabled(charges && !nothing);
    m_order->setEnabled(charges && !nothing);
    const QDate until = m_walkIn.orderUntil();
    m_order->setVisible(until.isValid());
    m_order->setText(tr("Payment &order, to be paid online or at a bank until %1").arg(until.toString(Qt::ISODate)));
    showPayment();
}

// The fee table is Chinese; what it is for is said in the language of the window.
QString FeePage::nameOf(const Charge &charge) const
{
    if (isChinese())
        return charge.chinese;
    if (charge.feeCode == u"TEMP")
        return tr("temporary card");
    const auto reasons = m_walkIn.counter().rules.reasons();
    const auto reason = reasons ? (*reasons)->find(m_walkIn.draft().business.reason) : std::optional<Reason>();
    return reason ? reason->english : charge.chinese;
}

QString FeePage::reductionOf(const Charge &charge) const
{
    const auto fees = m_walkIn.counter().rules.fees();
    for (const Reduction &reduction : fees ? (*fees)->reductions() : QList<Reduction>()) {
        if (reduction.code == charge.reduction)
            return nameIn(reduction.chinese, reduction.english);
    }
    return charge.reduction;
}

void FeePage::storeDraft()
{
    Draft draft = m_walkIn.draft();
    if (sender() == m_tendered)
        m_cash->setChecked(true);
    else if (sender() == m_reference)
        m_terminal->setChecked(true);
    draft.payment.method = m_free->isChecked() ? PaymentMethod::Free
        : m_cash->isChecked()                  ? PaymentMethod::Cash
        : m_terminal->isChecked()              ? PaymentMethod::Terminal
        : m_order->isChecked()                 ? PaymentMethod::Order
                                               : PaymentMethod::NotChosen;
    draft.payment.payUntil = m_order->isChecked() ? m_walkIn.orderUntil() : QDate();
    draft.payment.tendered = fenIn(m_tendered->text());
    draft.payment.reference = m_reference->text();
    m_walkIn.setDraft(draft);
    showPayment();
}

void FeePage::showPayment()
{
    const Payment &payment = m_walkIn.draft().payment;
    m_free->setChecked(payment.method == PaymentMethod::Free);
    m_cash->setChecked(payment.method == PaymentMethod::Cash);
    m_terminal->setChecked(payment.method == PaymentMethod::Terminal);
    m_order->setChecked(payment.method == PaymentMethod::Order);
    if (fenIn(m_tendered->text()) != payment.tendered)
        m_tendered->setText(payment.tendered > 0 ? Fen{payment.tendered}.yuan() : QString());
    if (m_reference->text() != payment.reference)
        m_reference->setText(payment.reference);
    const Fen change = Fen{payment.tendered} - sumOf(m_shown);
    if (payment.method != PaymentMethod::Cash || payment.tendered == 0)
        m_change->clear();
    else if (change < Fen{0})
        m_change->setText(tr("¥%1 short").arg((Fen{0} - change).yuan()));
    else
        m_change->setText(tr("change ¥%1").arg(change.yuan()));
}

QString FeePage::help() const
{
    return tr(
        "What is owed and by which notice. Cash: type what was handed over, the change stands beside it. Other means: "
        "the "
        "reference of the terminal. Accepting (Ctrl+Enter) gives the case its number; papers are printed after it "
        "and can be printed again.");
}

void FeePage::retranslate()
{
    m_title->setText(tr("Fee"));
    m_free->setText(tr("&Nothing is owed"));
    m_cash->setText(tr("&Cash"));
    m_terminal->setText(tr("&Terminal, QR code or bank"));
    m_tenderedLabel->setText(tr("&Handed over"));
    m_referenceLabel->setText(tr("&Reference"));
    m_note->setText(
        tr("Ctrl+Enter accepts the application: the acceptance number and the receipt number are given then."));
    look();
}

} // namespace idcounter
