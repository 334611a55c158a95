#pragma once

#include <QInputDialog>

#include <functional>

namespace idcounter {

// Asks for one line of text without holding up the program; answered is called with it, and not when the dialog is closed.
inline void askText(QWidget *parent, const QString &title, const QString &question,
                    std::function<void(const QString &)> answered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("askTextDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue({});
    dialog->setMinimumWidth(420);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, answered);
    dialog->open();
}

} // namespace idcounter
