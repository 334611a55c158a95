#pragma once

#include <QComboBox>
#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <functional>

namespace idcounter {

// Asks for one of some choices without holding up the program; verb stands on the button that does it; chosen is called
// with the place of the choice, and not when the dialog is closed.
inline QInputDialog *askChoice(QWidget *parent, const QString &title, const QString &question,
                               const QStringList &choices, const QString &verb, std::function<void(int)> chosen)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("askChoiceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setComboBoxItems(choices);
    dialog->setComboBoxEditable(false);
    dialog->setOkButtonText(verb);
    dialog->setCancelButtonText(QCoreApplication::translate("AskText", "Cancel"));
    dialog->setMinimumWidth(420);
    if (auto *box = dialog->findChild<QComboBox *>()) {
        box->setObjectName(QStringLiteral("askChoiceBox"));
        box->setAccessibleName(question);
    }
    QObject::connect(
        dialog, &QInputDialog::textValueSelected, parent,
        [choices, chosen = std::move(chosen)](const QString &text) { chosen(int(choices.indexOf(text))); });
    dialog->open();
    return dialog;
}

// Asks before what cannot be undone; verb stands on the button that does it, and the other one is the first.
inline void askBefore(QWidget *parent, const QString &title, const QString &question, const QString &verb,
                      std::function<void()> agreed)
{
    auto *dialog = new QMessageBox(QMessageBox::Warning, title, question, QMessageBox::NoButton, parent);
    dialog->setObjectName(QStringLiteral("askBeforeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = dialog->addButton(verb, QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("askBeforeYes"));
    auto *no = dialog->addButton(QCoreApplication::translate("AskText", "Cancel"), QMessageBox::RejectRole);
    dialog->setDefaultButton(no);
    dialog->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(agreed));
    dialog->open();
}

} // namespace idcounter
