#pragma once

#include "app/domain/draft.h"

#include <QImage>
#include <QWidget>

namespace idcounter {

// What the card will say, both sides, large, for the citizen to read across the counter. The words are those of the card.
class CardPreview : public QWidget
{
    Q_OBJECT

public:
    explicit CardPreview(QWidget *parent = nullptr);

    // ethnicGroup: as the card prints it; validity: "2026.11.24-2046.11.24".
    void setCard(const Draft &draft, const QString &ethnicGroup, const QString &validity, const QImage &photo);
    void setWatermark(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFront(QPainter &painter, const QRectF &card) const;
    void paintWatermark(QPainter &painter, const QRectF &where, const QFont &font) const;
    void paintBack(QPainter &painter, const QRectF &card) const;

    Draft m_draft;
    QString m_ethnicGroup;
    QString m_validity;
    QImage m_photo;
    QString m_watermark;
};

} // namespace idcounter
