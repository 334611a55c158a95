#pragma once

#include "app/domain/error.h"
#include "widgets/common/page.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace idcounter {

// What has gone wrong, or needs the clerk: a sign, a sentence, a button that does the next step. One is shown, the most
// urgent of those that wait and of these the newest; how many others there are stands beside it. Each stays until it is
// dealt with.
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
    void clear(); // all of them
    void settle(const QList<Error::Code> &codes); // these errors are over
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message
    {
        Kind kind = Kind::Ok;
        QString text;
        QString button;
        std::function<void()> act;
        std::optional<Error> error; // said in the language of the moment
    };
    void add(const Message &message);
    void closeShown();
    void showNext();

    QList<Message> m_messages; // the one that is shown is the last
    QLabel *m_sign;
    QLabel *m_text;
    QLabel *m_code;
    QLabel *m_others;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace idcounter
