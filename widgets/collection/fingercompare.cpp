#include "widgets/collection/fingercompare.h"

#include "app/texts/texts.h"
#include "widgets/collection/casewords.h"
#include "widgets/common/imageview.h"
#include "widgets/common/inputs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize pressSize(96, 108);
constexpr int linesOfAdvice = 3;

} // namespace

FingerCompare::FingerCompare(CollectionDesk &desk, FingerprintScanner &scanner, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_scanner(scanner)
    , m_picture(new ImageView)
    , m_verdict(new QLabel)
    , m_advice(new QLabel)
    , m_compare(new QPushButton)
    , m_reasonLabel(new QLabel)
    , m_reason(lineEdit(u"fingerReasonEdit"_s))
{
    m_picture->setObjectName(u"livePress"_s);
    m_picture->setFixedSize(pressSize);
    m_verdict->setObjectName(u"fingerVerdict"_s);
    m_verdict->setProperty("verdict", true);
    m_verdict->setWordWrap(true);
    m_advice->setObjectName(u"compareAdvice"_s);
    m_advice->setProperty("role", u"muted"_s);
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_compare->setObjectName(u"compareButton"_s);
    m_reasonLabel->setBuddy(m_reason);

    auto *words = new QVBoxLayout;
    words->addWidget(m_verdict);
    words->addWidget(m_advice, 1);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_picture, 0, Qt::AlignTop);
    upper->addLayout(words, 1);
    auto *lower = new QHBoxLayout;
    lower->addWidget(m_reasonLabel);
    lower->addWidget(m_reason, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(upper, 1);
    column->addWidget(m_compare);
    column->addLayout(lower);

    connect(m_compare, &QPushButton::clicked, this, &FingerCompare::arm);
    connect(&m_scanner, &FingerprintScanner::stateChanged, this, &FingerCompare::scannerChanged);
    connect(&m_scanner, &FingerprintScanner::pressed, this, &FingerCompare::take);
    connect(&m_scanner, &FingerprintScanner::hinted, this, [this](Error::Code code) {
        if (m_stage != Stage::Waiting)
            return;
        m_stage = Stage::Refused;
        m_hint = code;
        retranslate();
    });
    connect(&m_scanner, &FingerprintScanner::failed, this, [this](const Error &error) {
        if (m_stage != Stage::Waiting && m_stage != Stage::Opening)
            return;
        m_stage = Stage::Refused;
        m_hint = error.code;
        retranslate();
        Q_EMIT failed(error);
    });
    connect(&m_desk, &CollectionDesk::compared, this, &FingerCompare::told);
    retranslate();
}

void FingerCompare::begin(const CollectionFile &file)
{
    pause();
    m_file = file;
    m_stage = Stage::Idle;
    m_hint.reset();
    m_answer = file.prints.fingers.isEmpty() ? FingerAnswer::CannotCompare : FingerAnswer::NotAsked;
    m_finger.clear();
    m_presses = 0;
    m_stale = m_outstanding;
    m_picture->setImage({});
    m_reason->clear();
    retranslate();
}

void FingerCompare::setNeeded(bool needed)
{
    m_needed = needed;
    if (!needed)
        pause();
    retranslate();
}

void FingerCompare::arm()
{
    if (!m_needed || fingers().isEmpty() || m_stage == Stage::Waiting || m_stage == Stage::Comparing)
        return;
    m_hint.reset();
    m_stage = Stage::Opening;
    const auto state = m_scanner.state();
    if (state == FingerprintScanner::State::Absent || state == FingerprintScanner::State::Failed)
        m_scanner.open();
    armNow();
    retranslate();
}

void FingerCompare::armNow()
{
    if (m_stage != Stage::Opening || m_scanner.state() != FingerprintScanner::State::Ready)
        return;
    m_stage = Stage::Waiting;
    const QStringList enrolled = fingers();
    m_scanner.arm({.subject = m_file->standing.accepted.form.applicant.number,
                   .finger = enrolled[m_presses % enrolled.size()],
                   .press = ++m_presses});
}

void FingerCompare::scannerChanged()
{
    armNow();
    retranslate();
}

void FingerCompare::pause()
{
    if (m_stage == Stage::Waiting)
        m_scanner.disarm();
    if (m_stage != Stage::Comparing)
        m_stage = Stage::Idle;
    retranslate();
}

void FingerCompare::take(const QImage &press)
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Comparing;
    m_picture->setImage(press);
    ++m_outstanding;
    m_desk.compare(*m_file, press);
    retranslate();
}

void FingerCompare::told(FingerAnswer answer, const QString &finger)
{
    --m_outstanding;
    if (m_stale > 0) {
        --m_stale;
        return;
    }
    m_stage = Stage::Idle;
    m_answer = answer;
    m_finger = finger;
    retranslate();
    Q_EMIT answered();
}

QStringList FingerCompare::fingers() const
{
    return m_file ? m_file->prints.fingers.uniqueKeys() : QStringList();
}

QString FingerCompare::reason() const
{
    return m_needed && m_answer != FingerAnswer::Match ? m_reason->text().trimmed() : QString();
}

void FingerCompare::focusReason()
{
    m_reason->setFocus();
}

QString FingerCompare::verdict() const
{
    if (!m_needed)
        return tr("– No finger is needed");
    if (m_stage == Stage::Waiting)
        return tr("● Place the finger on the plate");
    if (m_stage == Stage::Opening)
        return tr("○ The scanner is being opened");
    if (m_stage == Stage::Comparing)
        return tr("○ The press is being compared");
    if (m_stage == Stage::Refused)
        return tr("▲ The press did not count");
    switch (m_answer) {
    case FingerAnswer::NotAsked:
        return tr("○ Not compared yet");
    case FingerAnswer::Match:
        return tr("✓ Match: %1").arg(words::fingerOf(m_desk.counter().rules, m_finger));
    case FingerAnswer::NoMatch:
        return tr("■ No match");
    case FingerAnswer::CannotCompare:
        return fingers().isEmpty() ? tr("▲ No print is enrolled") : tr("▲ Cannot be compared");
    }
    Q_UNREACHABLE();
}

QString FingerCompare::advice() const
{
    QStringList names;
    for (const QString &code : fingers())
        names << words::fingerOf(m_desk.counter().rules, code);
    QString anyOf = names.join(tr(" or "));
    if (!m_needed)
        return tr("Look at the own card of the person who fetches it.");
    if (m_stage == Stage::Refused && m_hint)
        return texts::describe(*m_hint);
    if (m_stage == Stage::Waiting || m_stage == Stage::Opening || m_stage == Stage::Comparing)
        return anyOf;
    switch (m_answer) {
    case FingerAnswer::NotAsked:
        return tr("Enrolled: %1. Compare, and let the citizen press one of them.").arg(anyOf);
    case FingerAnswer::Match:
        return tr("This is the person who applied. Go on with the next part.");
    case FingerAnswer::NoMatch:
        return tr("Press again: %1. If it stays so, compare face and photo and ask for the booklet; hand out only with "
                  "a "
                  "reason, else keep the card.")
            .arg(anyOf);
    case FingerAnswer::CannotCompare:
        return fingers().isEmpty()
            ? tr("Compare face and photo, look at the booklet, and write the reason.")
            : tr("Clean and dry the finger and press again. If it stays so, compare face and photo and write the "
                 "reason.");
    }
    Q_UNREACHABLE();
}

void FingerCompare::retranslate()
{
    m_verdict->setText(verdict());
    const bool good = m_answer == FingerAnswer::Match;
    const bool open = m_stage != Stage::Idle || m_answer == FingerAnswer::NotAsked || !m_needed;
    const QString role = open ? QString() : good ? u"ok"_s : u"warn"_s;
    if (m_verdict->property("role").toString() != role) {
        m_verdict->setProperty("role", role);
        m_verdict->style()->unpolish(m_verdict);
        m_verdict->style()->polish(m_verdict);
    }
    m_advice->setText(advice());
    m_advice->ensurePolished();
    m_advice->setMinimumHeight(linesOfAdvice * m_advice->fontMetrics().lineSpacing());
    m_picture->setAccessibleName(tr("Press of the live finger"));
    m_picture->setPlaceholder({});
    m_compare->setText(tr("Compare &finger (F)"));
    m_compare->setEnabled(m_needed && !fingers().isEmpty() && m_stage != Stage::Comparing);
    m_reasonLabel->setText(tr("&Reason"));
    m_reason->setPlaceholderText(tr("why without a match"));
    const bool asks = m_needed && !good;
    m_reasonLabel->setVisible(asks);
    m_reason->setVisible(asks);
}

} // namespace idcounter
