#pragma once

#include "app/workflow/login.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QLineEdit;
class QPushButton;

namespace idcounter {

class MessageBar;

// Opens the station with its recovery key, when no supervisor can log in any more.
class RecoverPage : public Page
{
    Q_OBJECT

public:
    explicit RecoverPage(LogIn &login, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void done();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void submit();

    LogIn &m_login;
    QLabel *m_title;
    QLabel *m_text;
    MessageBar *m_message;
    FormRows m_rows;
    QList<QLabel *> m_labels;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLineEdit *m_name;
    QLineEdit *m_passphrase;
    QLineEdit *m_repeated;
    QPushButton *m_back;
    QPushButton *m_open;
};

} // namespace idcounter
