#pragma once

#include "app/workflow/walkinsteps.h"
#include "widgets/common/page.h"

#include <QHash>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace idcounter {

class CaseCard;
class FeePage;
class FingerDesk;
class MessageBar;
class PaperDesk;
class PhotoDesk;
class ReadBackPage;
class RefusedPage;
class SlipPage;
class WalkIn;
struct Office;

// One walk-in: the steps at the side, the page of the current step, the card of who is at the counter, the way on, and
// whether the draft is saved. Owns the case's desks, and is gone with it.
class WalkInView : public Page
{
    Q_OBJECT

public:
    WalkInView(std::unique_ptr<WalkIn> walkIn, const Office &office, QWidget *parent = nullptr);
    ~WalkInView() override;

    QString help() const override; // of the step that is shown
    WalkIn &walkIn() { return *m_walkIn; }
    void printPaper(); // of the page that is shown
    void leave(); // saves, and ends with left() when it is saved
    void discard(); // asks why, and ends with left()
    void refuse(); // asks, and shows what became of the notice

Q_SIGNALS:
    void left();
    void stayed(); // leaving did not succeed, or something must be seen first
    void nextCitizenAsked();

protected:
    void retranslate() final;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *rail();
    QWidget *footer();
    void addPages(const Office &office);
    void connectWalkIn();
    void addKeys();
    void showStep();
    void focusFirst();
    void showSteps();
    void showFooter();
    void goOn();
    void stay();
    void showMissing();
    QString saveText() const;
    QString stepName(StepId step) const;

    std::unique_ptr<WalkIn> m_walkIn;
    std::unique_ptr<PhotoDesk> m_photoDesk;
    std::unique_ptr<FingerDesk> m_fingerDesk;
    std::unique_ptr<PaperDesk> m_paperDesk;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QHash<StepId, Page *> m_pages;
    QHash<StepId, QPushButton *> m_stepButtons;
    ReadBackPage *m_readBack = nullptr;
    FeePage *m_fee = nullptr;
    SlipPage *m_slip = nullptr;
    RefusedPage *m_refused = nullptr;
    CaseCard *m_card;
    QLabel *m_cardLine; // instead of the card on a narrow window
    QPushButton *m_refuse;
    QPushButton *m_discard;
    QPushButton *m_back;
    QPushButton *m_missing;
    QPushButton *m_next;
    QLabel *m_save;
    bool m_leaving = false;
};

} // namespace idcounter
