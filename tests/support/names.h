#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

// What is wrong with the names of the inputs that a window shows, by which screen readers and outside tools know them: one
// without a name, or two that share one. Empty when nothing is.
inline QString wrongNames(const QWidget &window)
{
    QStringList names;
    QStringList spoken;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool input = qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget)
            || qobject_cast<QPlainTextEdit *>(widget);
        const QWidget *parent = widget->parentWidget();
        const bool inner = qobject_cast<const QComboBox *>(parent) || qobject_cast<const QLineEdit *>(parent)
            || qobject_cast<const QAbstractItemView *>(parent) || widget->objectName().startsWith(QStringLiteral("qt_"))
            || (parent && parent->objectName().startsWith(QStringLiteral("qt_")));
        if (!input || inner || !widget->isVisible() || widget->isWindow())
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        if (widget->objectName().isEmpty() || names.contains(widget->objectName()))
            return QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(widget->metaObject()->className()), name);
        if (name.isEmpty() || spoken.contains(name))
            return widget->objectName() + QStringLiteral(": \"") + name + u'"';
        names << widget->objectName();
        spoken << name;
    }
    return names.isEmpty() ? QStringLiteral("no input") : QString();
}
