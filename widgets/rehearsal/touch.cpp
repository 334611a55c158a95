#include "widgets/rehearsal/touch.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>

namespace idcounter {

void Touch::type(QWidget *widget, const QString &text)
{
    widget->setFocus();
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, c.toUpper().unicode(), Qt::NoModifier, QString(c));
                QCoreApplication::sendEvent(widget, &event);
            }
        } else {
            QInputMethodEvent event;
            event.setCommitString(c);
            QCoreApplication::sendEvent(widget, &event);
        }
    }
}

void Touch::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers);
        QCoreApplication::sendEvent(widget, &event);
    }
}

void Touch::click(QWidget *widget)
{
    // A check box is struck at its sign, which stands at its beginning.
    const bool isButton = qobject_cast<QAbstractButton *>(widget) != nullptr;
    const QPointF at = isButton ? QPointF(12, widget->height() / 2.0) : QPointF(widget->rect().center());
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace idcounter
