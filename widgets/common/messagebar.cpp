#include "widgets/common/messagebar.h"

#include "app/texts/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace idcounter {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
    , m_code(new QLabel)
    , m_action(new QPushButton)
    , m_close(new QPushButton(u"✕"_s))
{
    setProperty("role", u"message"_s);
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_code->setProperty("role", u"muted"_s);
    m_action->setObjectName(u"messageAction"_s);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setProperty("role", u"flat"_s);
    m_close->setFixedWidth(40);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_code);
    row->addWidget(m_action);
    row->addWidget(m_close);

    connect(m_close, &QPushButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    retranslate();
    clear();
}

void MessageBar::show(Kind kind, const QString &text)
{
    show(kind, text, {}, {});
}

void MessageBar::show(const Error &error)
{
    show(Kind::Danger, texts::describe(error.code));
    m_error = error;
    m_code->setText(name(error.code));
}

void MessageBar::show(Kind kind, const QString &text, const QString &button, std::function<void()> act)
{
    m_error.reset();
    m_act = std::move(act);
    m_sign->setText(kind == Kind::Ok ? u"✓"_s : kind == Kind::Warn ? u"▲"_s : u"■"_s);
    m_text->setText(text);
    m_code->clear();
    m_action->setText(button);
    m_action->setVisible(!button.isEmpty());
    setProperty("kind", kind == Kind::Ok ? u"ok"_s : kind == Kind::Warn ? u"warn"_s : u"danger"_s);
    setAccessibleName(text);
    style()->unpolish(this);
    style()->polish(this);
    setVisible(true);
}

void MessageBar::clear()
{
    m_error.reset();
    m_act = {};
    m_text->clear();
    setAccessibleName({});
    setVisible(false);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageBar::retranslate()
{
    m_close->setAccessibleName(tr("Close the message"));
    if (m_error)
        m_text->setText(texts::describe(m_error->code));
}

} // namespace idcounter
