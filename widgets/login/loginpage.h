#pragma once

#include "app/workflow/login.h"
#include "widgets/common/page.h"

class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace idcounter {

class MessageBar;

// Log-in, and unlocking by the same person. In a practice station its two log-ins stand there to be clicked.
class LogInPage : public Page
{
    Q_OBJECT

public:
    explicit LogInPage(LogIn &login, QWidget *parent = nullptr);

    QString help() const override;

    using Page::show;
    void show(const Error &error);
    void prepare(); // for the state of the log-in: empty fields, or the name of who locked

Q_SIGNALS:
    void otherPersonAsked(); // while it is locked
    void recoveryAsked();

protected:
    void retranslate() final;

private:
    void submit();
    void useLogin(const PracticeLogin &login);

    LogIn &m_login;
    QLabel *m_title;
    MessageBar *m_message;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QPushButton *m_go;
    QPushButton *m_other;
    QPushButton *m_recover;
    QWidget *m_practice;
    QLabel *m_practiceTitle;
    QList<QPushButton *> m_practiceButtons;
};

} // namespace idcounter
