#include "widgets/walkin/slippage.h"

#include "app/workflow/walkin.h"
#include "widgets/walkin/paperstate.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

SlipPage::SlipPage(WalkIn &walkIn, PaperDesk &papers, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_papers(papers)
    , m_title(new QLabel)
    , m_number(new QLabel)
    , m_dates(new QLabel)
    , m_provisional(new QLabel)
    , m_fee(new QLabel)
    , m_outstanding(new QLabel)
    , m_next(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_number->setObjectName(u"acceptanceNumber"_s);
    m_number->setProperty("role", u"huge"_s);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dates->setObjectName(u"datesLabel"_s);
    m_dates->setProperty("role", u"large"_s);
    m_provisional->setProperty("role", u"muted"_s);
    m_fee->setObjectName(u"feeLabel"_s);
    m_outstanding->setObjectName(u"outstandingLabel"_s);
    m_outstanding->hide();
    m_next->setObjectName(u"nextCitizenButton"_s);
    m_next->setProperty("role", u"primary"_s);
    m_next->setDefault(true);
    m_next->setAutoDefault(true);

    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(10);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    const QList<std::pair<PaperKind, QString>> papersOfCase{{PaperKind::CollectionSlip, u"slip"_s},
                                                            {PaperKind::Receipt, u"receipt"_s},
                                                            {PaperKind::ArchiveForm, u"archive"_s}};
    for (const auto &[kind, id] : papersOfCase) {
        const Row row{kind, new QLabel, new QLabel, new QPushButton};
        row.state->setObjectName(id + u"State"_s);
        row.button->setObjectName(id + u"Button"_s);
        const int line = grid->rowCount();
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.state, line, 1);
        grid->addWidget(row.button, line, 2);
        connect(row.button, &QPushButton::clicked, this, [this, kind = kind] { m_papers.print(kind); });
        m_rows << row;
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_number);
    column->addWidget(m_dates);
    column->addWidget(m_provisional);
    column->addWidget(m_fee);
    column->addWidget(m_outstanding);
    column->addSpacing(12);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(m_next, 0, Qt::AlignRight);

    connect(m_next, &QPushButton::clicked, this, &SlipPage::nextCitizenAsked);
    connect(&m_papers, &PaperDesk::stateChanged, this, &SlipPage::showCase);
    retranslate();
}

void SlipPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showCase();
    m_next->setFocus();
}

void SlipPage::print()
{
    m_papers.print(PaperKind::CollectionSlip);
}

void SlipPage::showCase()
{
    const auto &accepted = m_walkIn.acceptedCase();
    if (accepted) {
        m_number->setText(accepted->number.grouped());
        const QString dates
            = tr("Promised for %1, at the latest %2 by law")
                  .arg(accepted->promiseDue.toString(Qt::ISODate), accepted->legalDue.toString(Qt::ISODate));
        m_dates->setText(dates);
        m_provisional->setVisible(accepted->dueIsProvisional);
        m_outstanding->setVisible(accepted->form.hasExceptions() && accepted->form.secondOfficer.isEmpty());
        const QString owed = accepted->owed().yuan();
        m_fee->setText(
            accepted->owed() == Fen{0} ? tr("Free of charge")
                : accepted->receiptNumber.isEmpty()
                ? tr("Payment order of ¥%1, until %2").arg(owed, accepted->form.payment.payUntil.toString(Qt::ISODate))
                : tr("Fee ¥%1, receipt %2").arg(owed, accepted->receiptNumber));
    }
    for (const Row &row : m_rows) {
        const PaperState &state = m_papers.state(row.kind);
        const bool busy = state.kind == PaperState::Kind::Making || state.kind == PaperState::Kind::Printing;
        const bool nothing = !m_papers.isDue(row.kind);
        row.state->setText(nothing ? tr("nothing was paid") : paperStateText(state, m_papers.printerLabel()));
        row.button->setEnabled(!busy && !nothing);
        row.button->setText(state.printed > 0 ? tr("Print a copy") : tr("Print"));
    }
}

QString SlipPage::help() const
{
    return tr("The acceptance number, the promised and the legal date. Each paper shows whether it came out of the "
              "printer; it "
              "can be printed again, then as a numbered copy. Enter begins with the next citizen.");
}

void SlipPage::retranslate()
{
    m_title->setText(m_walkIn.isComeBackTo() ? tr("An accepted case. Its papers can be printed again.")
                                             : tr("✓ Accepted. Hand out the collection slip."));
    for (const Row &row : m_rows) {
        switch (row.kind) {
        case PaperKind::CollectionSlip:
            row.name->setText(tr("Collection slip"));
            break;
        case PaperKind::Receipt:
            row.name->setText(tr("Receipt"));
            break;
        case PaperKind::ArchiveForm:
        case PaperKind::RegistrationForm:
        case PaperKind::DailyReport:
        case PaperKind::RefusalNotice:
            row.name->setText(tr("Form with the number, for the archive"));
            break;
        }
        row.button->setAccessibleName(tr("Print: %1").arg(row.name->text()));
    }
    m_provisional->setText(tr("Provisional: the holidays of that year are not published yet."));
    m_outstanding->setText(tr("▲ Its exceptions are not confirmed yet: the reviewer does it first of all."));
    m_next->setText(tr("Next citizen (Enter)"));
    showCase();
}

} // namespace idcounter
