#pragma once

#include "app/workflow/slipreader.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace idcounter {

class ImageView;

// The slip held before the camera instead of scanned: shows the live picture until a slip was read. The camera runs while the
// dialog is open.
class SlipDialog : public QDialog
{
    Q_OBJECT

public:
    // practice: the camera may be one that draws faces.
    SlipDialog(Camera &camera, bool practice, QWidget *parent = nullptr);

    void done(int result) override;

Q_SIGNALS:
    void slipRead(const idcounter::AcceptanceNumber &number);

private:
    void showState();
    QString stateWords() const;

    SlipReader m_reader;
    ImageView *m_live;
    QLabel *m_hint;
    QPushButton *m_retry;
};

} // namespace idcounter
