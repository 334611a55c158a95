#pragma once

#include <QDialog>
#include <QImage>

class QLabel;
class QPushButton;
class QScrollArea;

namespace idcounter {

// A picture of a paper, to be read: whole in the window, at its own size, larger and smaller, turned. All of it by keys as well;
// the arrows move what does not fit.
class PictureDialog : public QDialog
{
    Q_OBJECT

public:
    PictureDialog(const QString &title, const QImage &image, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void scaleBy(double factor);
    void fit();
    void turn();
    void showImage();

    QImage m_image;
    double m_scale = 1; // of the picture's own size
    bool m_isFitted = true;
    QScrollArea *m_area;
    QLabel *m_picture;
    QLabel *m_size;
};

} // namespace idcounter
