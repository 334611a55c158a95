#pragma once

#include <QDialog>

namespace idcounter {

// The notice on personal data (Personal Information Protection Law, Art. 17, 30, 35), for the citizen to read on the screen.
// Accepted when it was read; it is a notice, not a consent.
class NoticeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NoticeDialog(const QString &station, QWidget *parent = nullptr);
};

} // namespace idcounter
