#pragma once

#include "app/domain/draftparts.h"
#include "widgets/common/page.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace idcounter {

class FingerDesk;
class HandsView;
class MessageBar;
class PressView;
class WalkIn;

// Step 3: two fingers, press by press.
class FingerPage : public Page
{
    Q_OBJECT

public:
    // beeps: a sound for every press, two for one that does not count, for those who look at the citizen.
    FingerPage(FingerDesk &desk, WalkIn &walkIn, MessageBar &message, bool beeps, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void sidePictureAsked(idcounter::SidePictureKind kind);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showState();
    void showTries();
    void sound();
    void showRecords();
    void askWhy();
    void retakeSelected();
    QString askText() const;
    QString adviceText() const;
    QString fingerName(const QString &code) const;

    FingerDesk &m_desk;
    WalkIn &m_walkIn;
    MessageBar &m_message;
    QLabel *m_ask;
    QLabel *m_advice;
    HandsView *m_hands;
    PressView *m_press;
    QLabel *m_dots;
    QLabel *m_tries;
    QProgressBar *m_quality;
    QTableWidget *m_records;
    QPushButton *m_again;
    QPushButton *m_cannot;
    QPushButton *m_retake;
    QPushButton *m_hand;
    QTimer m_clock; // while a finger is asked for: how long, and until when the scanner cools
    const bool m_beeps;
    int m_lastState = 0; // FingerDesk::State, for the sound
};

} // namespace idcounter
