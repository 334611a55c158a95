#pragma once

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

namespace idcounter {

// A line to type in, with the name by which tests and screen readers' tools know it; secret: what is typed is not shown.
inline QLineEdit *lineEdit(const QString &name, bool secret = false)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

// Shows a text from the draft, and leaves alone what somebody is typing.
inline void showText(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text || (edit->hasFocus() && !edit->text().isEmpty()))
        return;
    edit->setText(text);
    edit->setCursorPosition(0);
}

// A table that is read by rows: one row is chosen, Tab leaves it, the last column takes what room there is.
inline void makeList(QTableView *table)
{
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // over what it names
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace idcounter
