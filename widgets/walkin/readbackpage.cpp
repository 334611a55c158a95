#include "widgets/walkin/readbackpage.h"

#include "app/domain/cardvalidity.h"
#include "app/texts/texts.h"
#include "app/workflow/login.h"
#include "app/workflow/walkin.h"
#include "widgets/common/messagebar.h"
#include "widgets/walkin/cardpreview.h"
#include "widgets/walkin/paperstate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

ReadBackPage::ReadBackPage(WalkIn &walkIn, PaperDesk &papers, LogIn &login, MessageBar &message, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_papers(papers)
    , m_login(login)
    , m_message(message)
    , m_title(new QLabel)
    , m_card(new CardPreview)
    , m_validity(new QLabel)
    , m_print(new QPushButton)
    , m_printState(new QLabel)
    , m_readBack(new QCheckBox)
    , m_signed(new QCheckBox)
    , m_officer(new QWidget)
    , m_officerTitle(new QLabel)
    , m_officerName(new QLineEdit)
    , m_officerPassphrase(new QLineEdit)
    , m_officerButton(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_card->setObjectName(u"cardPreview"_s);
    m_validity->setObjectName(u"validityLabel"_s);
    m_validity->setWordWrap(true);
    m_print->setObjectName(u"printFormButton"_s);
    m_printState->setObjectName(u"printFormState"_s);
    m_readBack->setObjectName(u"readBackBox"_s);
    m_signed->setObjectName(u"signedBox"_s);
    m_officerTitle->setProperty("role", u"warn"_s);
    m_officerTitle->setWordWrap(true);
    m_officerName->setObjectName(u"officerName"_s);
    m_officerPassphrase->setObjectName(u"officerPassphrase"_s);
    m_officerPassphrase->setEchoMode(QLineEdit::Password);
    m_officerButton->setObjectName(u"officerButton"_s);

    auto *printing = new QHBoxLayout;
    printing->addWidget(m_print);
    printing->addWidget(m_printState, 1);
    auto *officerRow = new QHBoxLayout;
    officerRow->addWidget(m_officerName);
    officerRow->addWidget(m_officerPassphrase);
    officerRow->addWidget(m_officerButton);
    auto *officerColumn = new QVBoxLayout(m_officer);
    officerColumn->setContentsMargins(0, 0, 0, 0);
    officerColumn->addWidget(m_officerTitle);
    officerColumn->addLayout(officerRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->addWidget(m_title);
    column->addWidget(m_card, 1);
    column->addWidget(m_validity);
    column->addWidget(m_readBack);
    column->addLayout(printing);
    column->addWidget(m_signed);
    column->addWidget(m_officer);

    connect(m_print, &QPushButton::clicked, this, &ReadBackPage::print);
    connect(m_readBack, &QCheckBox::clicked, this, &ReadBackPage::storeDraft);
    connect(m_signed, &QCheckBox::clicked, &m_walkIn, &WalkIn::setSignedByPen);
    connect(m_officerButton, &QPushButton::clicked, this, &ReadBackPage::confirm);
    connect(m_officerPassphrase, &QLineEdit::returnPressed, this, &ReadBackPage::confirm);
    connect(&m_login, &LogIn::confirmed, this, [this](const Person &person) {
        if (m_asked) // else by another case
            m_walkIn.confirmExceptions(person, *std::exchange(m_asked, std::nullopt));
        m_readBack->setFocus();
    });
    connect(&m_login, &LogIn::failed, this, [this](const Error &error) {
        if (std::exchange(m_asked, std::nullopt))
            m_message.show(error);
    });
    connect(&m_papers, &PaperDesk::stateChanged, this, [this](PaperKind kind) {
        if (kind == PaperKind::RegistrationForm)
            showDraft();
    });
    connect(&m_walkIn, &WalkIn::draftChanged, this, &ReadBackPage::showDraft);
    retranslate();
}

void ReadBackPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadPhoto();
    showDraft();
    m_readBack->setFocus();
}

void ReadBackPage::loadPhoto()
{
    const auto &photo = m_walkIn.draft().photo;
    if (!photo)
        return;
    m_walkIn.loadCapture(this, photo->capture, [this](const Result<Capture> &capture) {
        if (!capture) {
            m_message.show(capture.error());
            return;
        }
        m_photo = QImage::fromData(capture->bytes);
        showDraft();
    });
}

void ReadBackPage::print()
{
    m_message.clear();
    m_papers.print(PaperKind::RegistrationForm);
}

void ReadBackPage::storeDraft()
{
    Draft draft = m_walkIn.draft();
    draft.signing.readBack = m_readBack->isChecked();
    m_walkIn.setDraft(draft);
}

void ReadBackPage::confirm()
{
    m_message.clear();
    m_asked = m_walkIn.draft();
    m_login.confirm(m_officerName->text(), m_officerPassphrase->text());
    m_officerPassphrase->clear();
}

QString ReadBackPage::validityText() const
{
    const QDate birth = m_walkIn.draft().birthDate();
    const auto deadlines = m_walkIn.deadlines();
    if (!birth.isValid() || !deadlines)
        return {};
    const QDate today = m_walkIn.counter().today();
    const QDate change = validityChangesBetween(birth, today, deadlines->promise.day);
    QString text = tr("Valid as if signed today; the day of signing decides.");
    if (change.isValid())
        text += u' '
            + tr("▲ On %1 the applicant reaches an age at which the card is valid for another time.")
                  .arg(change.toString(Qt::ISODate));
    return text;
}

void ReadBackPage::showDraft()
{
    const Draft &draft = m_walkIn.draft();
    const auto groups = m_walkIn.counter().rules.ethnicGroups();
    const auto group = groups ? (*groups)->find(draft.applicant.ethnicGroup) : std::optional<Code>();
    QString validity;
    if (draft.birthDate().isValid()) {
        const CardValidity card = cardValidity(draft.birthDate(), m_walkIn.counter().today());
        validity = u"%1-%2"_s.arg(card.from.toString(u"yyyy.MM.dd"_s),
                                  card.until ? card.until->toString(u"yyyy.MM.dd"_s) : u"长期"_s);
    }
    m_card->setCard(draft, group ? group->printed : QString(), validity, m_photo);
    m_card->setWatermark(m_walkIn.counter().station.practice ? u"练习 PRACTICE"_s : QString());
    m_card->setAccessibleDescription(
        u"%1, %2, %3, %4"_s.arg(draft.applicant.name, draft.applicant.number, draft.applicant.address, validity));
    m_validity->setText(validityText());
    m_readBack->setChecked(draft.signing.readBack);
    m_signed->setChecked(draft.signing.signedByPen);
    m_signed->setEnabled(draft.signing.printedForms > 0);
    m_printState->setText(paperStateText(m_papers.state(PaperKind::RegistrationForm), m_papers.printerLabel()));
    const bool exceptions = draft.hasExceptions();
    m_officer->setVisible(exceptions);
    const bool confirmed = !draft.secondOfficer.isEmpty();
    const bool here = m_walkIn.confirmsAtCounter();
    m_officerTitle->setText(confirmed ? tr("✓ The exceptions were confirmed by %1.").arg(draft.secondOfficerName)
                                : here
                                ? tr("▲ There are exceptions (photo, finger or reduction). A colleague confirms "
                                     "them with his own log-in.")
                                : tr("▲ There are exceptions (photo, finger or reduction). The reviewer confirms "
                                     "them."));
    for (QWidget *input : QList<QWidget *>{m_officerName, m_officerPassphrase, m_officerButton})
        input->setVisible(!confirmed && here);
}

QString ReadBackPage::help() const
{
    return tr(
        "The citizen reads what the card will say, here or on the printed form (Ctrl+P), and signs the form by pen. "
        "The "
        "law's 60 days run from that day.\n\n"
        "Whoever changes something afterwards prints and signs anew. Exceptions are confirmed by a colleague with "
        "a log-in of his own.");
}

void ReadBackPage::retranslate()
{
    m_title->setText(tr("Please read what your card will say"));
    m_card->setAccessibleName(tr("The card as it will be"));
    m_print->setText(tr("&Print the form (Ctrl+P)"));
    m_readBack->setText(tr("The citizen has &read it and says it is right"));
    m_signed->setText(tr("The printed form was &signed by pen"));
    m_officerName->setPlaceholderText(tr("Colleague's log-in"));
    m_officerName->setAccessibleName(tr("Colleague's log-in"));
    m_officerPassphrase->setPlaceholderText(tr("Colleague's passphrase"));
    m_officerPassphrase->setAccessibleName(tr("Colleague's passphrase"));
    m_officerButton->setText(tr("Confirm the exceptions"));
    showDraft();
}

} // namespace idcounter
