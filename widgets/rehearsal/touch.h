#pragma once

#include <QPoint>
#include <QString>

class QWidget;

namespace idcounter {

// What a person does to the windows: presses keys, types, clicks. By events, so that a page cannot tell the difference.
class Touch
{
public:
    // Types where the widget takes words; Chinese comes as an input method gives it.
    static void type(QWidget *widget, const QString &text);
    static void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void click(QWidget *widget);
};

} // namespace idcounter
