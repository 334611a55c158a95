#pragma once

#include "app/domain/draftparts.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace idcounter {

class ImageView;
class PhotoDesk;

// Takes a picture that is kept beside the photo: of guardian and child, or of a hand whose fingers cannot be taken. The camera
// is the one of the photo; it runs while the dialog is open.
class SidePictureDialog : public QDialog
{
    Q_OBJECT

public:
    SidePictureDialog(PhotoDesk &desk, SidePictureKind kind, QWidget *parent = nullptr);

    // Stops the camera again when it was this dialog that started it.
    void done(int result) override;

private:
    void taken(SidePictureKind kind);

    PhotoDesk &m_desk;
    const SidePictureKind m_kind;
    bool m_started = false; // the camera, by this dialog
    ImageView *m_live;
    QLabel *m_hint;
    QPushButton *m_take;
};

} // namespace idcounter
