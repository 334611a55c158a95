#pragma once

#include <QImage>
#include <QWidget>

namespace idcounter {

// A picture, as large as there is room for it. What it shows is told in words by its accessible name and description.
class ImageView : public QWidget
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);

    void setImage(const QImage &image);
    const QImage &image() const { return m_image; }
    // Turned about its upright middle for looking at, as a mirror does.
    void setMirrored(bool mirrored);
    void setPlaceholder(const QString &text);

    // Where the picture lies in the widget, and how its pixels get there.
    QRectF imageRect() const;
    QTransform toWidget() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    virtual void paintOver(QPainter &painter);

private:
    QImage m_image;
    QString m_placeholder;
    bool m_mirrored = false;
};

} // namespace idcounter
