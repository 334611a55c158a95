#pragma once

#include "app/workflow/photodesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace idcounter {

class ImageView;
class LivePicture;
class MessageBar;

// Step 2: the live picture with one hint at a time; after the shot source and result side by side, and the rules with value
// and limit, the failing ones first.
class PhotoPage : public Page
{
    Q_OBJECT

public:
    PhotoPage(PhotoDesk &desk, WalkIn &walkIn, MessageBar &message, bool mirrored, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *livePart();
    QWidget *shotPart();
    void connectDesk();
    void showPreview();
    void showShot();
    void fillRules();
    void showRuleButtons();
    void adjust(double dx, double dy, double scale, double degrees);
    void load();
    void askReason();
    void tickLook();
    QString hintText() const;
    static bool isPageKey(int key);

    PhotoDesk &m_desk;
    WalkIn &m_walkIn;
    MessageBar &m_message;
    QStackedWidget *m_parts;
    LivePicture *m_live;
    QLabel *m_hint;
    QPushButton *m_take;
    QPushButton *m_load;
    QPushButton *m_retry;
    LivePicture *m_source;
    ImageView *m_result;
    QLabel *m_keys;
    QTableWidget *m_rules;
    QPushButton *m_again;
    QPushButton *m_reason;
    QPushButton *m_look;
    QPushButton *m_reset;
    QPoint m_dragFrom;
    CropAdjustment m_wanted;
};

} // namespace idcounter
