#pragma once

#include "app/workflow/paperdesk.h"
#include "widgets/common/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class CardPreview;
class LogIn;
class MessageBar;
class WalkIn;

// Step 5: the citizen reads what the card will say, the form is printed and signed; exceptions are confirmed by a second
// officer.
class ReadBackPage : public Page
{
    Q_OBJECT

public:
    ReadBackPage(WalkIn &walkIn, PaperDesk &papers, LogIn &login, MessageBar &message, QWidget *parent = nullptr);

    QString help() const override;

    void print();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void storeDraft();
    void showDraft();
    void loadPhoto();
    void confirm();
    QString validityText() const;

    WalkIn &m_walkIn;
    PaperDesk &m_papers;
    LogIn &m_login;
    MessageBar &m_message;
    QImage m_photo;
    std::optional<Draft> m_asked; // whose exceptions a colleague's passphrase is being tried for
    QLabel *m_title;
    CardPreview *m_card;
    QLabel *m_validity;
    QPushButton *m_print;
    QLabel *m_printState;
    QCheckBox *m_readBack;
    QCheckBox *m_signed;
    QWidget *m_officer;
    QLabel *m_officerTitle;
    QLineEdit *m_officerName;
    QLineEdit *m_officerPassphrase;
    QPushButton *m_officerButton;
};

} // namespace idcounter
