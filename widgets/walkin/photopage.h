#pragma once

#include "app/workflow/photodesk.h"
#include "widgets/common/page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace idcounter {

class ImageView;
class LivePicture;
class MaskView;
class MessageBar;
class Preferences;
class RuleTable;

// Step 2: the live picture with one hint at a time; after the shot source and result side by side, and the rules with value
// and limit, the failing ones first.
class PhotoPage : public Page
{
    Q_OBJECT

public:
    PhotoPage(PhotoDesk &desk, WalkIn &walkIn, MessageBar &message, Preferences &preferences,
              QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void sidePictureAsked(idcounter::SidePictureKind kind);

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
    void enableTake();
    void showPreview();
    void showShot();
    void fillRules();
    void showRuleButtons();
    void showMask(bool shown);
    void addStroke(MaskStroke stroke);
    void retranslateKeys();
    void showTogether();
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
    QCheckBox *m_byItself;
    QPushButton *m_together;
    QPushButton *m_take;
    QPushButton *m_load;
    QPushButton *m_retry;
    LivePicture *m_source;
    QStackedWidget *m_left;
    MaskView *m_mask;
    ImageView *m_result;
    QLabel *m_keys;
    RuleTable *m_rules;
    QPushButton *m_again;
    QPushButton *m_reason;
    QPushButton *m_look;
    QPushButton *m_reset;
    QPushButton *m_maskButton;
    QPushButton *m_whiten;
    QPoint m_dragFrom;
    PhotoEdit m_wanted;
};

} // namespace idcounter
