#include "widgets/common/messagebar.h"

#include "app/texts/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
    , m_code(new QLabel)
    , m_others(new QLabel)
    , m_action(new QPushButton)
    , m_close(new QPushButton(u"✕"_s))
{
    setProperty("role", u"message"_s);
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_code->setObjectName(u"messageCode"_s);
    m_others->setObjectName(u"messageOthers"_s);
    for (QLabel *label : {m_code, m_others})
        label->setProperty("role", u"muted"_s);
    m_action->setObjectName(u"messageAction"_s);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setProperty("role", u"flat"_s);
    m_close->setFixedWidth(40);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_code);
    row->addWidget(m_others);
    row->addWidget(m_action);
    row->addWidget(m_close);

    connect(m_close, &QPushButton::clicked, this, &MessageBar::closeShown);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_messages.isEmpty() ? std::function<void()>() : m_messages.last().act;
        closeShown();
        if (act)
            act();
    });
    m_close->setAccessibleName(tr("Close the message"));
    showNext();
}

void MessageBar::show(Kind kind, const QString &text)
{
    add({.kind = kind, .text = text, .button = {}, .act = {}, .error = {}});
}

void MessageBar::show(const Error &error)
{
    add({.kind = Kind::Danger, .text = {}, .button = {}, .act = {}, .error = error});
}

void MessageBar::show(Kind kind, const QString &text, const QString &button, std::function<void()> act)
{
    add({.kind = kind, .text = text, .button = button, .act = std::move(act), .error = {}});
}

// What is said again is not another message.
void MessageBar::add(const Message &message)
{
    m_messages.removeIf([&message](const Message &other) {
        return message.error ? other.error && other.error->code == message.error->code
                             : !other.error && (other.text == message.text || other.kind == Kind::Ok);
    });
    m_messages << message;
    std::stable_sort(m_messages.begin(), m_messages.end(),
                     [](const Message &a, const Message &b) { return int(a.kind) < int(b.kind); });
    showNext();
}

void MessageBar::settle(const QList<Error::Code> &codes)
{
    m_messages.removeIf(
        [&codes](const Message &message) { return message.error && codes.contains(message.error->code); });
    showNext();
}

void MessageBar::clear()
{
    m_messages.clear();
    showNext();
}

void MessageBar::closeShown()
{
    if (!m_messages.isEmpty())
        m_messages.removeLast();
    showNext();
}

void MessageBar::showNext()
{
    if (m_messages.isEmpty()) {
        m_text->clear();
        setAccessibleName({});
        setVisible(false);
        return;
    }
    const Message &message = m_messages.last();
    const bool danger = message.kind == Kind::Danger;
    const QString sign = message.kind == Kind::Ok ? u"✓"_s : danger ? u"■"_s : u"▲"_s;
    const QString text = message.error ? texts::describe(message.error->code) : message.text;
    // A sentence that brings its sign with it does not show it twice.
    m_sign->setText(sign);
    m_text->setText(text.startsWith(sign + u' ') ? text.mid(sign.size() + 1) : text);
    m_code->setText(message.error ? name(message.error->code) : QString());
    m_code->setToolTip(message.error ? message.error->detail : QString());
    // What a table or a row is called helps who mends it.
    const bool placed = message.error
        && (message.error->code == Error::Code::TableInvalid || message.error->code == Error::Code::RecordAltered);
    if (placed)
        m_code->setText(m_code->text() + u": "_s + message.error->detail);
    const int others = int(m_messages.size()) - 1;
    m_others->setText(others > 0 ? tr("and %n more", "messages", others) : QString());
    m_action->setText(message.button);
    m_action->setVisible(!message.button.isEmpty());
    setProperty("kind", message.kind == Kind::Ok ? u"ok"_s : danger ? u"danger"_s : u"warn"_s);
    setAccessibleName(m_text->text());
    style()->unpolish(this);
    style()->polish(this);
    setVisible(true);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_close->setAccessibleName(tr("Close the message"));
        showNext();
    }
    QFrame::changeEvent(event);
}

} // namespace idcounter
