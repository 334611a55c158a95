#pragma once

#include "app/domain/error.h"
#include "widgets/common/page.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace idcounter {

// What has gone wrong, or needs the clerk: a sign, a sentence, a button that does the next step. One at a time; it stays
// until it is dealt with.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Ok, Warn, Danger };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
    void show(const Error &error);
    // With a button; it hides the message and does what it says.
    void show(Kind kind, const QString &text, const QString &button, std::function<void()> act);
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sign;
    QLabel *m_text;
    QLabel *m_code;
    QPushButton *m_action;
    QPushButton *m_close;
    std::function<void()> m_act;
    std::optional<Error> m_error; // shown in the language of the moment
};

} // namespace idcounter
