#include "widgets/walkin/formpage.h"

#include "app/domain/cardvalidity.h"
#include "app/texts/texts.h"
#include "app/workflow/walkin.h"
#include "widgets/common/groupededit.h"
#include "widgets/common/language.h"
#include "widgets/common/textbox.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int knownFields = 10;
constexpr int knownHeight = 32;

} // namespace

FormPage::FormPage(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_knownTitle(new QLabel)
    , m_askedTitle(new QLabel)
    , m_phone(new GroupedEdit(GroupedEdit::phone()))
    , m_collection(new QComboBox)
    , m_mailing(new TextBox)
    , m_remarks(new QLineEdit)
{
    for (QLabel *title : {m_knownTitle, m_askedTitle})
        title->setProperty("role", u"section"_s);
    for (int i = 0; i < knownFields; ++i) {
        auto *text = new QLabel;
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setMinimumHeight(knownHeight);
        text->setObjectName(u"known%1"_s.arg(i));
        m_knownTexts << text;
        m_knownLabels << m_known.add(text);
        m_knownLabels.last()->setProperty("role", u"muted"_s);
    }
    m_phone->setObjectName(u"phoneEdit"_s);
    m_collection->setObjectName(u"collectionBox"_s);
    m_mailing->setObjectName(u"mailingEdit"_s);
    m_remarks->setObjectName(u"remarksEdit"_s);
    for (QWidget *input : QList<QWidget *>{m_phone, m_collection, m_mailing, m_remarks})
        m_askedLabels << m_asked.add(input);

    auto *left = new QVBoxLayout;
    left->addWidget(m_knownTitle);
    left->addLayout(m_known.layout());
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(m_askedTitle);
    right->addLayout(m_asked.layout());
    right->addStretch();
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 12, 16, 8);
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);

    for (QLineEdit *edit : {m_phone, m_remarks})
        connect(edit, &QLineEdit::textEdited, this, &FormPage::storeDraft);
    connect(m_mailing, &TextBox::textEdited, this, &FormPage::storeDraft);
    connect(m_collection, &QComboBox::activated, this, &FormPage::storeDraft);
    connect(&m_walkIn, &WalkIn::draftChanged, this, &FormPage::showKnown);
    connect(m_phone, &QLineEdit::editingFinished, this, [this] {
        m_phoneLeft = true;
        showProblems();
    });
    retranslate();
}

void FormPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showDraft();
    m_phone->setFocus();
}

void FormPage::storeDraft()
{
    if (m_showing)
        return;
    Draft draft = m_walkIn.draft();
    draft.delivery = {.phone = m_phone->text().simplified(),
                      .collection = Collection(m_collection->currentData().toInt()),
                      .mailingAddress = m_mailing->text(),
                      .remarks = m_remarks->text()};
    m_walkIn.setDraft(draft);
    m_mailing->setEnabled(draft.delivery.collection == Collection::Mail);
    showProblems();
}

QStringList FormPage::knownValues() const
{
    const Draft &draft = m_walkIn.draft();
    const Rules &rules = m_walkIn.counter().rules;
    const auto number = draft.number();
    const auto groups = rules.ethnicGroups();
    const auto reasons = rules.reasons();
    const auto group = groups ? (*groups)->find(draft.applicant.ethnicGroup) : std::optional<Code>();
    const auto reason = reasons ? (*reasons)->find(draft.business.reason) : std::optional<Reason>();
    QString validity;
    if (draft.birthDate().isValid()) {
        const CardValidity card = cardValidity(draft.birthDate(), m_walkIn.counter().today());
        validity = card.until ? tr("%n years from signing", nullptr, card.years) : tr("long-term");
    }
    int taken = 0;
    for (const FingerRecord &finger : draft.fingers)
        taken += finger.result == FingerResult::Registered && finger.verified ? 1 : 0;
    return {draft.applicant.name,
            draft.applicant.sex == u"1" ? tr("male") : tr("female"),
            group ? nameIn(group->chinese, group->english) : QString(),
            draft.birthDate().toString(Qt::ISODate),
            number ? number->grouped() : draft.applicant.number,
            draft.applicant.address,
            draft.applicant.issuer,
            reason ? nameIn(reason->chinese, reason->english) : QString(),
            validity,
            tr("photo: %1, fingers: %2").arg(draft.photo ? tr("taken") : tr("missing")).arg(taken)};
}

void FormPage::showKnown()
{
    const QStringList values = knownValues();
    for (int i = 0; i < knownFields; ++i)
        m_knownTexts[i]->setText(values[i]);
}

void FormPage::showDraft()
{
    m_showing = true;
    showKnown();
    const Delivery &delivery = m_walkIn.draft().delivery;
    m_phone->setText(delivery.phone);
    m_collection->setCurrentIndex(m_collection->findData(int(delivery.collection)));
    m_mailing->setText(delivery.mailingAddress);
    m_mailing->setEnabled(delivery.collection == Collection::Mail);
    m_remarks->setText(delivery.remarks);
    m_showing = false;
    showProblems();
}

void FormPage::showProblems()
{
    const QList<Error::Code> problems = m_walkIn.stateOf(StepId::Form).problems;
    const bool wrongPhone = problems.contains(Error::Code::PhoneInvalid) && m_phoneLeft;
    const bool noAddress = problems.contains(Error::Code::MailingAddressMissing);
    m_asked.setProblem(m_phone, wrongPhone ? texts::describe(Error::Code::PhoneInvalid) : QString());
    m_asked.setProblem(m_mailing, noAddress ? texts::describe(Error::Code::MailingAddressMissing) : QString());
}

QString FormPage::help() const
{
    return tr("On the left what the steps before have given, on the right what is asked now. Notice and collection "
              "need a phone; "
              "mail needs an address and cannot be changed once the data are sent.");
}

void FormPage::retranslate()
{
    m_showing = true;
    m_knownTitle->setText(tr("Known from the steps before"));
    m_askedTitle->setText(tr("To be asked"));
    const QStringList known{tr("Name"),           tr("Sex"),     tr("Ethnic group"),      tr("Birth date"),
                            tr("Citizen number"), tr("Address"), tr("Issuing authority"), tr("Applies for"),
                            tr("Valid"),          tr("Captured")};
    for (int i = 0; i < knownFields; ++i)
        m_knownLabels[i]->setText(known[i]);
    const QStringList asked{tr("&Phone"), tr("&Collection"), tr("Mailing &address"), tr("&Remarks (optional)")};
    for (qsizetype i = 0; i < asked.size(); ++i)
        m_askedLabels[i]->setText(asked[i]);
    m_collection->clear();
    m_collection->addItem(tr("in person at the station"), int(Collection::InPerson));
    m_collection->addItem(tr("by mail"), int(Collection::Mail));
    m_showing = false;
    showDraft();
}

} // namespace idcounter
