#pragma once

#include "app/biometrics/fingertemplate.h"
#include "app/domain/fingers.h"
#include "app/ports/fingerprintscanner.h"
#include "app/workflow/background.h"
#include "app/workflow/stationsettings.h"
#include "app/workflow/walkin.h"

namespace idcounter {

// The fingerprint step: which finger is asked for, press by press; each press is judged before it counts, must agree with
// the earlier ones of its finger and must not be another finger's; after the last the finger is pressed once more and must
// be recognised. What is accepted is sealed and stored at once, and every try is counted. The scanner is armed only for
// the clerk: after a refusal he asks again.
class FingerDesk : public QObject
{
    Q_OBJECT

public:
    // Idle: nothing asked for, or done. Waiting: the scanner is armed or about to be. Judging: a press is looked at.
    // Refused: the last press did not count, message() says why. Offered: so many tries failed that the next finger is
    // proposed. Done: every finger is taken or given up.
    enum class State { Idle, Waiting, Judging, Refused, Offered, Done };
    Q_ENUM(State)

    // The scanner is used, not owned.
    FingerDesk(WalkIn &walkIn, FingerprintScanner &scanner, QObject *parent = nullptr);

    FingerprintScanner &scanner() { return m_scanner; }
    State state() const { return m_state; }
    std::optional<Finger> finger() const { return m_finger; } // the one asked for
    int presses() const { return int(m_presses.size()); } // of it that count
    bool isVerifying() const { return m_presses.size() >= pressesPerFinger; }
    int attempts() const { return m_attempts; }
    int quality() const { return m_quality; } // of the last press, 0 to 100
    const QImage &impression() const { return m_impression; } // the last press
    std::optional<Error::Code> message() const { return m_message; }
    // Where the finger has to move to lie in the middle of the plate, as shares of half the shorter side, y downwards;
    // nothing when it lies well, or none was seen.
    std::optional<QPointF> moveBy() const { return m_moveBy; }
    int triesLeft() const; // for the finger asked for, before the next one is offered
    QDateTime askedAt() const { return m_askedAt; } // UTC; since when this finger is asked for

    // Loads the limits and what the draft holds already, then asks for the first finger that is missing.
    // A finger of which a press was damaged where it is stored is asked for anew. Errors: RecordAltered, of such a press;
    // TemplateDamaged, of a print of an earlier case, which is not compared with.
    void begin();
    void again(); // arms for the finger asked for
    void pause(); // disarms
    // Takes a finger anew that was taken or given up.
    void choose(const QString &finger);
    // Gives up the finger asked for: Failed (image, no features) or NotRegistered (missing, injured, illegible).
    void giveUp(FingerResult result, const QString &reason);
    void giveUpHand(FingerResult result, const QString &reason); // and what is left of the hand, for the same reason

Q_SIGNALS:
    void changed();
    void failed(const idcounter::Error &error);

private:
    struct Judged;
    void load();
    void dropDamaged(const QStringList &fingers);
    void ask();
    void arm();
    bool hasArmed() const;
    void scannerChanged();
    void judge(const QImage &impression);
    void take(const Judged &judged);
    void refuse(Error::Code code);
    void accept(const Judged &judged);
    void finishFinger(const Judged &judged);
    void restartFinger(Error::Code code);
    void dropPresses();
    void store(const FingerRecord &record);
    FingerRecord recordNow() const;
    QList<FingerTemplate> otherTemplates() const;
    void setState(State state);

    WalkIn &m_walkIn;
    FingerprintScanner &m_scanner;
    StationSettings m_settings;
    State m_state = State::Idle;
    bool m_loaded = false;
    bool m_armWhenReady = false;
    bool m_paused = false; // nobody looks at the page
    std::optional<Finger> m_finger;
    QList<FingerFeatures> m_presses; // of m_finger
    QList<QUuid> m_pressCaptures;
    QMap<QString, QList<FingerFeatures>> m_taken; // by finger
    int m_attempts = 0;
    QMap<QString, int> m_refused; // of them, by finger, since it was asked for or chosen anew
    int m_foreign = 0; // presses in a row that were another finger's
    int m_worstQuality = 100;
    int m_quality = 0;
    int m_run = 0; // counts fingers asked for; a judgement of an earlier one is dropped
    QImage m_impression;
    std::optional<Error::Code> m_message;
    std::optional<QPointF> m_moveBy;
    QDateTime m_askedAt;
    QMultiMap<QString, FingerTemplate> m_before; // by finger, of the citizen's earlier cases
    bool m_wasSwapped = false; // it was said already that an earlier case knows the finger by another name
    QString m_model; // of the scanner that took the presses of m_finger
    Background m_background; // goes first
};

} // namespace idcounter
