#pragma once

#include <QDialog>

namespace idcounter {

// What a page is for and which keys it has (F1); below it the keys of the window.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(const QString &page, QWidget *parent = nullptr);
};

} // namespace idcounter
