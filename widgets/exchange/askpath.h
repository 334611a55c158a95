#pragma once

#include <QFileDialog>

#include <functional>

namespace idcounter {

enum class PathKind { Folder, ExistingFile, NewFile };

// Asks for a folder or a file without holding up the program; answered is called with it, and not when the dialog is
// closed. proposed: the name of a new file.
inline void askPath(QWidget *parent, PathKind kind, const QString &title, std::function<void(const QString &)> answered,
                    const QString &proposed = {})
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("askPathDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    switch (kind) {
    case PathKind::Folder:
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        break;
    case PathKind::ExistingFile:
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case PathKind::NewFile:
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(proposed);
        break;
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answered));
    dialog->open();
}

} // namespace idcounter
