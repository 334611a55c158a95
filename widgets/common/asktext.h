#pragma once

#include <QCoreApplication>
#include <QInputDialog>
#include <QLineEdit>

#include <functional>

namespace idcounter {

// Asks for one line of text without holding up the program; answered is called with it, and not when the dialog is closed.
inline QInputDialog *askText(QWidget *parent, const QString &title, const QString &question,
                             std::function<void(const QString &)> answered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("askTextDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue({});
    dialog->setOkButtonText(QCoreApplication::translate("AskText", "OK"));
    dialog->setCancelButtonText(QCoreApplication::translate("AskText", "Cancel"));
    dialog->setMinimumWidth(420);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, std::move(answered));
    dialog->open();
    return dialog;
}

// The same for a passphrase, which is not shown.
inline void askSecret(QWidget *parent, const QString &title, const QString &question,
                      std::function<void(const QString &)> answered)
{
    askText(parent, title, question, std::move(answered))->setTextEchoMode(QLineEdit::Password);
}

} // namespace idcounter
