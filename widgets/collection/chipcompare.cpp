#include "widgets/collection/chipcompare.h"

#include "app/domain/citizennumber.h"
#include "app/texts/texts.h"
#include "widgets/collection/casewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype mostTold = 3; // differences, so that the page keeps its height
constexpr int linesOfAdvice = 2;

} // namespace

ChipCompare::ChipCompare(CollectionDesk &desk, CardReader *reader, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_reader(reader)
    , m_button(new QPushButton)
    , m_verdict(new QLabel)
    , m_advice(new QLabel)
{
    m_button->setObjectName(u"chipButton"_s);
    m_verdict->setObjectName(u"chipVerdict"_s);
    m_verdict->setProperty("verdict", true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_advice->setObjectName(u"chipAdvice"_s);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setProperty("role", u"muted"_s);
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_verdict);
    words->addWidget(m_advice);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    retranslate();
    if (!m_reader) {
        hide();
        return;
    }
    connect(m_button, &QPushButton::clicked, this, &ChipCompare::read);
    connect(m_reader, &CardReader::stateChanged, this, &ChipCompare::readNow);
    connect(m_reader, &CardReader::cardRead, this, &ChipCompare::take);
    connect(m_reader, &CardReader::failed, this, &ChipCompare::refuse);
}

void ChipCompare::begin(const CollectionFile &file)
{
    pause();
    m_file = file;
    m_desk.forgetChip();
    m_card.reset();
    m_refusal.reset();
    end(Stage::Idle);
}

void ChipCompare::read()
{
    if (!m_reader || !m_file || m_stage == Stage::Waiting)
        return;
    m_card.reset();
    m_refusal.reset();
    m_desk.forgetChip();
    end(Stage::Opening);
    const auto state = m_reader->state();
    if (state == CardReader::State::Absent || state == CardReader::State::Failed)
        m_reader->open();
    readNow();
}

// Also when it comes back: the machine slept, or the reader is opened afresh.
void ChipCompare::readNow()
{
    const auto state = m_reader->state();
    if (m_stage == Stage::Waiting && state != CardReader::State::Reading && state != CardReader::State::Ready) {
        m_stage = Stage::Opening;
        retranslate();
    }
    if (m_stage != Stage::Opening || state != CardReader::State::Ready)
        return;
    m_stage = Stage::Waiting;
    m_reader->read({.expected = chipOf(m_file->standing)});
    retranslate();
}

void ChipCompare::pause()
{
    if (m_stage == Stage::Waiting)
        m_reader->cancel();
    if (m_stage != Stage::Refused)
        m_stage = Stage::Idle;
    retranslate();
}

void ChipCompare::take(const ChipCard &card)
{
    if (m_stage != Stage::Waiting)
        return;
    m_card = card;
    m_desk.judgeChip(m_file->standing, card);
    end(Stage::Idle);
}

void ChipCompare::refuse(const Error &error)
{
    if (m_stage != Stage::Waiting && m_stage != Stage::Opening)
        return;
    m_refusal = error.code;
    end(Stage::Refused);
}

void ChipCompare::end(Stage stage)
{
    m_stage = stage;
    retranslate();
    Q_EMIT answered();
}

ChipVerdict ChipCompare::chip() const
{
    return m_file ? m_desk.chip(m_file->standing.accepted.id) : ChipVerdict::NotRead;
}

QString ChipCompare::verdict() const
{
    switch (m_stage) {
    case Stage::Opening:
        return tr("○ The card reader is being opened");
    case Stage::Waiting:
        return tr("● Lay the new card on the reader");
    case Stage::Refused:
        return tr("▲ The chip was not read");
    case Stage::Idle:
        break;
    }
    switch (chip()) {
    case ChipVerdict::NotRead:
        return tr("○ Chip not read yet");
    case ChipVerdict::Agrees:
        return tr("✓ The chip says the same as the case");
    case ChipVerdict::Unsure:
        return tr("▲ The chip cannot say everything: compare by eye");
    case ChipVerdict::Differs:
        return tr("■ The chip says something else");
    case ChipVerdict::OtherKind:
        return tr("■ Not the card of this case");
    }
    Q_UNREACHABLE();
}

QString ChipCompare::advice() const
{
    if (m_stage == Stage::Opening)
        return {};
    if (m_stage == Stage::Waiting)
        return tr("Flat, in the middle, and this card only. One that lies there already is lifted and laid on again.");
    if (m_stage == Stage::Refused)
        return tr("%1 You may go on: reading back by eye is enough.").arg(texts::describe(*m_refusal));
    switch (chip()) {
    case ChipVerdict::NotRead:
        return tr("It is compared with the case field by field.");
    case ChipVerdict::Agrees:
        return u"%1, %2, %3"_s.arg(m_card->name, m_card->address, valueOf(ChipField::Validity, *m_card));
    case ChipVerdict::Unsure:
        return differences();
    case ChipVerdict::Differs:
        return tr("%1. %2", "what differs, what to do").arg(differences(), texts::describe(Error::Code::ChipDiffers));
    case ChipVerdict::OtherKind:
        return texts::describe(Error::Code::ChipOtherKind);
    }
    Q_UNREACHABLE();
}

// Each field that is not the same, with both; of somebody else's card only whose it is.
QString ChipCompare::differences() const
{
    const ChipCard expected = chipOf(m_file->standing);
    const QList<ChipDifference> all = chipDifferences(expected, *m_card);
    const auto said = [&](ChipField field) {
        //: Name of a field, what the chip has in it, what the case has.
        return tr("%1: chip %2, case %3").arg(nameOf(field), valueOf(field, *m_card), valueOf(field, expected));
    };
    if (!all.isEmpty() && all.first().field == ChipField::Number)
        return tr("%1. This is the card of %2").arg(said(ChipField::Number), m_card->name);
    QStringList told;
    for (const ChipDifference &one : all.first(std::min(all.size(), mostTold)))
        told << said(one.field);
    if (all.size() > mostTold)
        told << tr("and %n more", nullptr, int(all.size() - mostTold));
    return told.join(tr("; "));
}

// Others may look on: the birth date is shown only where nothing else is different.
QString ChipCompare::numberOf(const ChipCard &card) const
{
    const auto masked = [](const QString &number) {
        const auto valid = CitizenNumber::parse(number);
        return valid ? valid->masked() : number;
    };
    const bool isTold = masked(m_card->number) != masked(m_file->standing.accepted.form.applicant.number);
    return isTold ? masked(card.number) : card.number;
}

QString ChipCompare::valueOf(ChipField field, const ChipCard &card) const
{
    switch (field) {
    case ChipField::Number:
        return numberOf(card);
    case ChipField::Name:
        return card.name;
    case ChipField::Sex:
        return card.sex == u"1" ? tr("male") : card.sex == u"2" ? tr("female") : card.sex;
    case ChipField::EthnicGroup: {
        const auto groups = m_desk.counter().rules.ethnicGroups();
        const auto group = groups ? (*groups)->find(card.ethnicGroup) : std::optional<Code>();
        return group ? group->printed : card.ethnicGroup;
    }
    case ChipField::BirthDate:
        return card.birthDate.toString(Qt::ISODate);
    case ChipField::Address:
        return card.address;
    case ChipField::Issuer:
        return card.issuer;
    case ChipField::Validity: {
        CaseProgress progress;
        progress.validFrom = card.validFrom;
        progress.validUntil = card.validUntil;
        return words::validityOf(progress);
    }
    }
    Q_UNREACHABLE();
}

QString ChipCompare::nameOf(ChipField field)
{
    switch (field) {
    case ChipField::Number:
        return tr("Number");
    case ChipField::Name:
        return tr("Name");
    case ChipField::Sex:
        return tr("Sex");
    case ChipField::EthnicGroup:
        return tr("Ethnic group");
    case ChipField::BirthDate:
        return tr("Birth date");
    case ChipField::Address:
        return tr("Address");
    case ChipField::Issuer:
        return tr("Issued by");
    case ChipField::Validity:
        return tr("Valid");
    }
    Q_UNREACHABLE();
}

void ChipCompare::retranslate()
{
    m_button->setText(tr("&Read the chip (R)"));
    m_button->setEnabled(m_file && m_stage != Stage::Waiting && m_stage != Stage::Opening);
    m_verdict->setText(verdict());
    const bool isOpen = m_stage == Stage::Opening || m_stage == Stage::Waiting
        || (m_stage == Stage::Idle && chip() == ChipVerdict::NotRead);
    const bool isGood = m_stage == Stage::Idle && chip() == ChipVerdict::Agrees;
    const QString role = isOpen ? QString() : isGood ? u"ok"_s : u"warn"_s;
    if (m_verdict->property("role").toString() != role) {
        m_verdict->setProperty("role", role);
        m_verdict->style()->unpolish(m_verdict);
        m_verdict->style()->polish(m_verdict);
    }
    m_advice->setText(advice());
    m_advice->ensurePolished();
    m_advice->setMinimumHeight(linesOfAdvice * m_advice->fontMetrics().lineSpacing());
}

} // namespace idcounter
