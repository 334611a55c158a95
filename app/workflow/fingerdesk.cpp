#include "app/workflow/fingerdesk.h"

#include "app/biometrics/fingermatcher.h"
#include "app/biometrics/fingerquality.h"
#include "app/workflow/storedprints.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int foreignPressesBeforeRestart = 2;

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

constexpr double wellPlaced = 0.25; // from the middle of the plate, share of half its shorter side

} // namespace

// What was found in one press, in the background.
struct FingerDesk::Judged
{
    QByteArray png;
    std::optional<FingerFeatures> features;
    FingerQuality quality;
    bool agrees = false;
    bool recognised = false; // by the presses of the finger, when it is verified
    bool otherFinger = false; // of this person, taken under another name
    bool swapped = false; // another finger of this person, by an earlier case
};

FingerDesk::FingerDesk(WalkIn &walkIn, FingerprintScanner &scanner, QObject *parent)
    : QObject(parent)
    , m_walkIn(walkIn)
    , m_scanner(scanner)
    , m_background(u"fingers"_s)
{
    connect(&m_scanner, &FingerprintScanner::pressed, this, [this](const QImage &impression) {
        if (hasArmed())
            judge(impression);
    });
    connect(&m_scanner, &FingerprintScanner::hinted, this, [this](Error::Code code) {
        if (hasArmed())
            refuse(code);
    });
    connect(&m_scanner, &FingerprintScanner::stateChanged, this, &FingerDesk::scannerChanged);
    connect(&m_scanner, &FingerprintScanner::failed, this, [this](const Error &error) {
        // The scanner comes back by itself, or after the clerk did something; the press is asked for all the same. Only one
        // that was armed for too long waits for the clerk.
        const bool hot = error.code == Error::Code::ScannerHot;
        m_armWhenReady = m_state == State::Waiting && !hot;
        if (m_state == State::Waiting && hot)
            setState(State::Idle);
        Q_EMIT failed(error);
    });
}

void FingerDesk::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void FingerDesk::begin()
{
    m_paused = false;
    if (m_loaded) {
        ask();
        return;
    }
    load();
}

void FingerDesk::load()
{
    m_walkIn.counter().store.write(
        this,
        [draft = m_walkIn.draft(), stamp = m_walkIn.counter().stamp()](Repositories &repositories) {
            return readPrints(repositories, draft, stamp);
        },
        [this](const Result<StoredPrints> &prints) {
            if (!prints) {
                Q_EMIT failed(prints.error());
                return;
            }
            m_settings = prints->settings;
            dropDamaged(prints->damaged);
            m_before = prints->before.fingers;
            if (prints->before.isDamaged)
                Q_EMIT failed({Error::Code::TemplateDamaged, {}});
            m_background.run(
                this, [images = prints->images] { return featuresOf(images); },
                [this, damaged = prints->damaged](const QMap<QString, QList<FingerFeatures>> &taken) {
                    m_taken = taken;
                    for (const QString &finger : damaged)
                        m_taken.remove(finger);
                    m_loaded = true;
                    ask();
                });
        });
}

// What cannot be read cannot be compared with: those fingers are taken anew, the others stay.
void FingerDesk::dropDamaged(const QStringList &fingers)
{
    if (fingers.isEmpty())
        return;
    Draft draft = m_walkIn.draft();
    draft.fingers.removeIf([&fingers](const FingerRecord &record) { return fingers.contains(record.finger); });
    m_walkIn.setDraft(draft);
    m_walkIn.save();
    Q_EMIT failed({Error::Code::RecordAltered, u"capture"_s});
}

// The next finger of the table's order; a finger that was begun is gone on with.
void FingerDesk::ask()
{
    const auto table = m_walkIn.counter().rules.fingers();
    if (!table) {
        Q_EMIT failed(table.error());
        return;
    }
    QStringList taken;
    QStringList givenUp;
    std::optional<FingerRecord> begun;
    const QList<FingerRecord> records = m_walkIn.draft().fingers;
    for (const FingerRecord &record : records) {
        if (record.result != FingerResult::Registered)
            givenUp << record.finger;
        else if (record.verified)
            taken << record.finger;
        else
            begun = record;
    }
    const QString before = m_finger ? m_finger->code : QString();
    m_finger = begun ? (*table)->find(begun->finger) : (*table)->next(taken, givenUp);
    ++m_run;
    m_presses = begun ? m_taken.value(begun->finger) : QList<FingerFeatures>();
    m_pressCaptures = begun ? begun->presses : QList<QUuid>();
    const bool isAnother = !m_finger || m_finger->code != before;
    if (isAnother) {
        m_attempts = begun ? begun->attempts : 0;
        m_askedAt = m_walkIn.counter().clock();
        m_wasSwapped = false;
    }
    m_model = begun ? begun->device : QString();
    m_moveBy.reset();
    m_worstQuality = begun ? begun->quality : 100;
    m_foreign = 0;
    m_message.reset();
    m_impression = {};
    if (!m_finger)
        setState(State::Done);
    else
        arm();
}

void FingerDesk::again()
{
    if (!m_finger || m_state == State::Judging)
        return;
    m_paused = false;
    m_message.reset();
    arm();
}

void FingerDesk::pause()
{
    m_paused = true;
    m_armWhenReady = false;
    m_scanner.disarm();
    if (m_state == State::Waiting)
        setState(State::Idle);
}

void FingerDesk::arm()
{
    if (m_paused) {
        setState(State::Idle);
        return;
    }
    m_armWhenReady = true;
    setState(State::Waiting);
    scannerChanged();
}

// For the press that is waited for. What the scanner says at any other time is not about it, or was said already.
bool FingerDesk::hasArmed() const
{
    return m_state == State::Waiting && !m_armWhenReady;
}

int FingerDesk::triesLeft() const
{
    return m_finger ? std::max(0, m_settings.fingerTries - m_refused.value(m_finger->code)) : 0;
}

// Arms when the plate is free, and not before.
void FingerDesk::scannerChanged()
{
    // A scanner that was closed under way, as for the machine's sleep, is armed again when it is back.
    const auto state = m_scanner.state();
    const bool away = state == FingerprintScanner::State::Absent || state == FingerprintScanner::State::Opening
        || state == FingerprintScanner::State::Restarting;
    if (m_state == State::Waiting && away)
        m_armWhenReady = true;
    if (m_armWhenReady && m_scanner.state() == FingerprintScanner::State::Ready && m_finger) {
        m_armWhenReady = false;
        // Whether presses of two models agree was never measured: a finger that was begun on the other is begun anew.
        if (!m_presses.isEmpty() && m_model != m_scanner.model())
            dropPresses();
        m_model = m_scanner.model();
        m_scanner.arm({.subject = m_walkIn.draft().applicant.number, .finger = m_finger->code, .press = presses() + 1});
    }
    Q_EMIT changed();
}

QList<FingerTemplate> FingerDesk::otherTemplates() const
{
    QList<FingerTemplate> others;
    for (auto finger = m_taken.begin(); finger != m_taken.end(); ++finger) {
        if (finger.key() != m_finger->code && !finger.value().isEmpty())
            others << FingerTemplate(finger.value());
    }
    return others;
}

void FingerDesk::judge(const QImage &impression)
{
    if (!m_finger)
        return;
    m_impression = impression;
    m_moveBy.reset();
    setState(State::Judging);
    m_background.run(
        this,
        [impression, earlier = m_presses, others = otherTemplates(), before = m_before, finger = m_finger->code] {
            Judged judged;
            judged.png = pngOf(impression);
            auto features = extract(impression);
            if (!features) {
                judged.quality = {.score = 0, .reasons = {features.error().code}};
                return judged;
            }
            judged.features = *std::move(features);
            judged.quality = assess(*judged.features);
            judged.agrees = agrees(*judged.features, earlier);
            judged.recognised = score(*judged.features, FingerTemplate(earlier)) >= matchThreshold;
            judged.otherFinger = matchesAny(*judged.features, others);
            judged.swapped = isSwapped(*judged.features, before, finger);
            return judged;
        },
        [this, run = m_run, finger = m_finger->code](const Judged &judged) {
            if (run == m_run)
                take(judged);
            else // given up or chosen anew meanwhile; the press was made all the same
                m_walkIn.count(false, finger, false, name(Error::Code::FingerPressAgain));
        });
}

void FingerDesk::take(const Judged &judged)
{
    m_quality = judged.quality.score;
    const QPointF off = judged.quality.offCentre;
    if (std::hypot(off.x(), off.y()) > wellPlaced)
        m_moveBy = -off;
    if (!judged.features || judged.quality.score < m_settings.fingerScore) {
        refuse(judged.quality.reasons.isEmpty() ? Error::Code::FingerPressAgain : judged.quality.reasons.first());
    } else if (judged.otherFinger) {
        refuse(Error::Code::FingerTwice);
    } else if (judged.swapped && !std::exchange(m_wasSwapped, true)) {
        refuse(Error::Code::FingerSwapped);
    } else if (isVerifying()) {
        if (judged.recognised)
            finishFinger(judged);
        else if (++m_foreign >= foreignPressesBeforeRestart)
            restartFinger(Error::Code::FingerNotVerified);
        else
            refuse(Error::Code::FingerNotVerified);
    } else if (!judged.agrees) {
        if (++m_foreign >= foreignPressesBeforeRestart)
            restartFinger(Error::Code::FingerDisagrees);
        else
            refuse(Error::Code::FingerDisagrees);
    } else {
        accept(judged);
    }
}

void FingerDesk::refuse(Error::Code code)
{
    if (!m_finger)
        return;
    m_message = code;
    ++m_attempts;
    ++m_refused[m_finger->code];
    m_walkIn.count(false, m_finger->code, false, name(code));
    setState(triesLeft() == 0 ? State::Offered : State::Refused);
}

FingerRecord FingerDesk::recordNow() const
{
    return {.finger = m_finger->code,
            .result = FingerResult::Registered,
            .presses = m_pressCaptures,
            .fingerTemplate = {},
            .quality = m_worstQuality,
            .attempts = m_attempts,
            .verified = false,
            .device = m_scanner.model(),
            .reason = {},
            .takenAt = m_walkIn.counter().clock(),
            .takenBy = m_walkIn.counter().person.login};
}

// The press counts once its image is stored.
void FingerDesk::accept(const Judged &judged)
{
    m_walkIn.keep(this, CaptureKind::FingerImage, judged.png, [this, judged, run = m_run](const Result<QUuid> &stored) {
        if (run != m_run)
            return;
        if (!stored) {
            setState(State::Refused);
            Q_EMIT failed(stored.error());
            return;
        }
        m_foreign = 0;
        ++m_attempts;
        m_presses << *judged.features;
        m_pressCaptures << *stored;
        m_taken.insert(m_finger->code, m_presses);
        m_worstQuality = std::min(m_worstQuality, judged.quality.score);
        m_walkIn.count(false, m_finger->code, true, {});
        store(recordNow());
        m_message.reset();
        arm();
    });
}

void FingerDesk::finishFinger(const Judged &judged)
{
    ++m_attempts;
    m_walkIn.count(false, m_finger->code, true, {});
    const QByteArray bytes = FingerTemplate(m_presses + QList{*judged.features}).toBytes();
    m_walkIn.keep(this, CaptureKind::FingerTemplate, bytes, [this, run = m_run](const Result<QUuid> &stored) {
        if (run != m_run)
            return;
        if (!stored) {
            setState(State::Refused);
            Q_EMIT failed(stored.error());
            return;
        }
        FingerRecord record = recordNow();
        record.fingerTemplate = *stored;
        record.verified = true;
        store(record);
        m_walkIn.save();
        ask();
    });
}

void FingerDesk::restartFinger(Error::Code code)
{
    dropPresses();
    refuse(code);
}

void FingerDesk::dropPresses()
{
    m_presses.clear();
    m_pressCaptures.clear();
    m_taken.remove(m_finger->code);
    m_worstQuality = 100;
    m_foreign = 0;
    Draft draft = m_walkIn.draft();
    draft.fingers.removeIf([this](const FingerRecord &record) { return record.finger == m_finger->code; });
    m_walkIn.setDraft(draft);
    Q_EMIT changed();
}

void FingerDesk::store(const FingerRecord &record)
{
    Draft draft = m_walkIn.draft();
    draft.fingers.removeIf([&record](const FingerRecord &other) { return other.finger == record.finger; });
    draft.fingers << record;
    m_walkIn.setDraft(draft);
}

void FingerDesk::choose(const QString &finger)
{
    Draft draft = m_walkIn.draft();
    draft.fingers.removeIf([&finger](const FingerRecord &record) { return record.finger == finger; });
    m_walkIn.setDraft(draft);
    m_taken.remove(finger);
    m_refused.remove(finger);
    m_scanner.disarm();
    m_finger.reset();
    begin();
}

void FingerDesk::giveUpHand(FingerResult result, const QString &reason)
{
    if (!m_finger)
        return;
    const Hand hand = m_finger->hand;
    do {
        giveUp(result, reason);
    } while (m_finger && m_finger->hand == hand && !reason.trimmed().isEmpty());
}

void FingerDesk::giveUp(FingerResult result, const QString &reason)
{
    if (!m_finger || result == FingerResult::Registered)
        return;
    if (reason.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::FingerReasonMissing, {}});
        return;
    }
    m_scanner.disarm();
    m_paused = false;
    FingerRecord record = recordNow();
    record.result = result;
    record.reason = reason;
    record.presses.clear();
    record.quality = 0;
    m_taken.remove(m_finger->code);
    store(record);
    ask();
}

} // namespace idcounter
