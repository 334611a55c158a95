#include "widgets/common/textbox.h"

#include <QKeyEvent>
#include <QMimeData>

namespace idcounter {

namespace {

constexpr int twoLines = 56; // pixels

} // namespace

TextBox::TextBox(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(twoLines);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT textEdited(text());
    });
}

void TextBox::setText(const QString &text)
{
    m_setting = true;
    setPlainText(text);
    m_setting = false;
}

void TextBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore(); // the page's: to the next field
    else
        QPlainTextEdit::keyPressEvent(event);
}

// What was copied from several lines is one.
void TextBox::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

} // namespace idcounter
