#pragma once

#include "widgets/common/page.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace idcounter {

class FingerDesk;
class HandsView;
class ImageView;
class MessageBar;
class WalkIn;

// Step 3: two fingers, press by press.
class FingerPage : public Page
{
    Q_OBJECT

public:
    FingerPage(FingerDesk &desk, WalkIn &walkIn, MessageBar &message, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showState();
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
    ImageView *m_press;
    QLabel *m_dots;
    QProgressBar *m_quality;
    QTableWidget *m_records;
    QPushButton *m_again;
    QPushButton *m_cannot;
    QPushButton *m_retake;
    QTimer m_countdown; // while the scanner cools down
};

} // namespace idcounter
