#include "widgets/collection/heldcard.h"

#include "app/texts/texts.h"
#include "widgets/collection/casewords.h"
#include "widgets/walkin/cardpreview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int leastCardHeight = 120;

} // namespace

HeldCard::HeldCard(const Rules &rules, bool practice, QWidget *parent)
    : Page(parent)
    , m_rules(rules)
    , m_practice(practice)
    , m_name(new QLabel)
    , m_number(new QLabel)
    , m_place(new QLabel)
    , m_state(new QLabel)
    , m_back(new QLabel)
    , m_validity(new QLabel)
    , m_card(new CardPreview)
{
    m_name->setObjectName(u"heldName"_s);
    m_name->setProperty("role", u"large"_s);
    m_number->setObjectName(u"heldNumber"_s);
    m_place->setObjectName(u"heldPlace"_s);
    m_place->setProperty("role", u"huge"_s);
    m_state->setObjectName(u"heldState"_s);
    m_back->setObjectName(u"heldBack"_s);
    m_back->setProperty("role", u"warn"_s);
    m_validity->setObjectName(u"heldValidity"_s);
    m_validity->setProperty("role", u"reading"_s);
    m_card->setObjectName(u"heldCard"_s);
    m_card->setMinimumHeight(leastCardHeight);
    for (QLabel *label : {m_name, m_number, m_place, m_state, m_back, m_validity})
        label->setTextFormat(Qt::PlainText);
    m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *person = new QVBoxLayout;
    person->setSpacing(0);
    person->addWidget(m_name);
    person->addWidget(m_number);
    auto *where = new QVBoxLayout;
    where->setSpacing(0);
    where->addWidget(m_place);
    where->addWidget(m_state, 0, Qt::AlignRight);
    auto *head = new QHBoxLayout;
    head->addLayout(person, 1);
    head->addLayout(where);
    auto *lines = new QHBoxLayout;
    lines->addWidget(m_validity);
    lines->addStretch();
    lines->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_card, 1);
    column->addLayout(lines);
}

void HeldCard::setFile(const CollectionFile &file)
{
    m_file = file;
    retranslate();
}

void HeldCard::showCard()
{
    const Standing &standing = m_file->standing;
    const Draft &form = standing.accepted.form;
    const auto groups = m_rules.ethnicGroups();
    const auto group = groups ? (*groups)->find(form.applicant.ethnicGroup) : std::optional<Code>();
    const QString validity = words::validityOf(standing.progress);
    m_card->setCard(form, group ? group->printed : QString(), validity, QImage::fromData(m_file->photo));
    m_card->setWatermark(m_practice ? u"练习 PRACTICE"_s : QString());
    m_card->setAccessibleName(tr("What the card says"));
    m_card->setAccessibleDescription(
        u"%1, %2, %3, %4"_s.arg(form.applicant.name, form.applicant.number, form.applicant.address, validity));
}

QString HeldCard::whereText() const
{
    const CaseProgress &progress = m_file->standing.progress;
    const QString state = texts::describe(m_file->standing.accepted.state);
    if (progress.hasCard())
        return tr("box – slot; %1 since %2").arg(state, words::dayOf(progress.since));
    if (!progress.trackingNumber.isEmpty() && m_file->standing.accepted.state == CaseState::Mailed)
        return tr("%1 since %2 under %3").arg(state, words::dayOf(progress.since), progress.trackingNumber);
    return tr("%1 since %2").arg(state, words::dayOf(progress.since));
}

QString HeldCard::backText() const
{
    const bool over = !m_file->standing.progress.hasCard();
    QStringList back;
    if (!over && m_file->standing.accepted.form.business.oldCard == OldCard::KeptUntilCollection)
        back << tr("the old card");
    if (m_file->standing.temporaryOut)
        back << tr("the temporary card");
    return back.isEmpty() ? QString() : tr("▲ Take back: %1").arg(back.join(tr(", ")));
}

QString HeldCard::validityText() const
{
    const QString validity = words::validityOf(m_file->standing.progress);
    if (validity.isEmpty())
        return tr("Not signed by the county yet");
    if (!m_file->standing.progress.hasCard())
        return tr("Valid %1").arg(validity);
    return m_file->standing.progress.validUntil.isValid() ? tr("Read back: valid %1").arg(validity)
                                                          : tr("Read back: valid %1 (long-term)").arg(validity);
}

void HeldCard::retranslate()
{
    if (!m_file)
        return;
    const Standing &standing = m_file->standing;
    m_name->setText(standing.accepted.form.applicant.name);
    m_number->setText(u"%1   %2   %3"_s.arg(words::maskedNumberOf(standing), standing.accepted.number.grouped(),
                                            words::businessOf(m_rules, standing)));
    const QString place = words::placeOf(standing.progress);
    m_place->setText(place.isEmpty() ? tr("no card here") : place);
    m_place->setAccessibleName(tr("Place of the card: %1").arg(m_place->text()));
    m_state->setText(whereText());
    m_back->setText(backText());
    const QString validity = words::validityOf(standing.progress);
    m_validity->setText(validityText());
    showCard();
}

} // namespace idcounter
