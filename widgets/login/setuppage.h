#pragma once

#include "app/workflow/login.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace idcounter {

class MessageBar;

// Sets up a real station.
class SetUpPage : public Page
{
    Q_OBJECT

public:
    explicit SetUpPage(LogIn &login, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void cancelled();

protected:
    void retranslate() final;

private:
    StationPlan plan() const;
    void submit();

    LogIn &m_login;
    FormRows m_rows;
    QLabel *m_title;
    MessageBar *m_message;
    QLineEdit *m_name;
    QLineEdit *m_code;
    QLineEdit *m_issuer;
    QCheckBox *m_remote;
    QLineEdit *m_receipts;
    QLineEdit *m_person;
    QLineEdit *m_loginName;
    QLineEdit *m_passphrase;
    QLineEdit *m_repeated;
    QList<QLabel *> m_labels;
    QPushButton *m_back;
    QPushButton *m_create;
};

// Shows the recovery key, once.
class RecoveryKeyPage : public Page
{
    Q_OBJECT

public:
    explicit RecoveryKeyPage(QWidget *parent = nullptr);

    QString help() const override;
    void setKey(const RecoveryKey &key);
    void showPrinted(const Result<void> &printed);
    bool isShowing() const { return !m_key.first.isEmpty(); } // a key that nobody has confirmed yet

Q_SIGNALS:
    void done();
    void printAsked(const idcounter::RecoveryKey &key);

protected:
    void retranslate() final;

private:
    RecoveryKey m_key;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_first;
    QLabel *m_second;
    QPushButton *m_print;
    QCheckBox *m_kept;
    QPushButton *m_go;
};

} // namespace idcounter
