#include "widgets/common/groupededit.h"

#include <QInputMethodEvent>
#include <QTextCharFormat>

namespace idcounter {

namespace {

constexpr qreal gap = 6; // pixels

} // namespace

GroupedEdit::GroupedEdit(const QList<int> &groups, QWidget *parent)
    : QLineEdit(parent)
{
    int end = 0;
    for (const int length : groups) {
        end += length;
        m_lastOfGroup << end - 1;
    }
    connect(this, &QLineEdit::textChanged, this, &GroupedEdit::group);
}

// A line edit takes formats of single characters only from an input method.
void GroupedEdit::group()
{
    QTextCharFormat format;
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(gap);
    QList<QInputMethodEvent::Attribute> formats;
    for (const int position : std::as_const(m_lastOfGroup)) {
        if (position < text().size() - 1)
            formats << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, position - cursorPosition(), 1,
                                                    format);
    }
    QInputMethodEvent event(QString(), formats);
    QLineEdit::inputMethodEvent(&event);
}

void GroupedEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    if (event->preeditString().isEmpty())
        group();
}

} // namespace idcounter
