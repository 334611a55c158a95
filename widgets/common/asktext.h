#pragma once

#include <QCoreApplication>
#include <QInputDialog>
#include <QLineEdit>

#include <functional>

namespace idcounter {

// Asks for one line of text without holding up the program; verb stands on the button that does it; answered is called with it, and not when the dialog is closed.
inline QInputDialog *askText(QWidget *parent, const QString &title, const QString &question,
                             std::function<void(const QString &)> answered, const QString &verb = {})
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("askTextDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue({});
    dialog->setOkButtonText(verb.isEmpty() ? QCoreApplication::translate("AskText", "OK") : verb);
    dialog->setCancelButtonText(QCoreApplication::translate("AskText", "Cancel"));
    dialog->setMinimumWidth(420);
    if (auto *edit = dialog->findChild<QLineEdit *>()) {
        edit->setObjectName(QStringLiteral("askTextEdit"));
        edit->setAccessibleName(question);
    }
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
