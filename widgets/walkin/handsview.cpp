#include "widgets/walkin/handsview.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// A finger of the right hand in a box of 100 x 110, the thumb towards the middle: middle of the tip, length, width, lean.
struct DrawnFinger
{
    double x;
    double y;
    double length;
    double width;
    double degrees;
};

constexpr std::array fingers{DrawnFinger{12, 58, 40, 15, -38}, DrawnFinger{34, 20, 50, 13, -6},
                             DrawnFinger{51, 12, 56, 13, 0}, DrawnFinger{68, 18, 52, 13, 5},
                             DrawnFinger{85, 34, 42, 11, 12}};
constexpr double handWidth = 100;
constexpr double handHeight = 120;
constexpr int rightThumb = 11;
constexpr int leftThumb = 16;

QPainterPath shapeOf(const DrawnFinger &finger)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(-finger.width / 2, -finger.width / 2, finger.width, finger.length), finger.width / 2,
                        finger.width / 2);
    QTransform transform;
    transform.translate(finger.x, finger.y);
    transform.rotate(finger.degrees);
    return transform.map(path);
}

} // namespace

HandsView::HandsView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(300, 170);
}

void HandsView::setFingers(const QString &asked, const QStringList &taken, const QStringList &givenUp)
{
    m_asked = asked;
    m_taken = taken;
    m_givenUp = givenUp;
    update();
}

void HandsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min(width() / (2 * handWidth + 30), height() / handHeight);
    painter.translate(width() / 2.0, (height() - handHeight * scale) / 2);
    painter.scale(scale, scale);
    for (const int thumb : {leftThumb, rightThumb}) {
        painter.save();
        painter.translate(thumb == rightThumb ? 15 : -15, 0);
        if (thumb == leftThumb)
            painter.scale(-1, 1);
        painter.setPen(QPen(themeColours().muted, 1.2));
        painter.setBrush(themeColours().surface);
        painter.drawRoundedRect(QRectF(26, 58, 66, 58), 18, 18);
        for (std::size_t i = 0; i < fingers.size(); ++i) {
            const QString code = QString::number(thumb + int(i));
            const bool asked = code == m_asked;
            const bool taken = m_taken.contains(code);
            painter.setPen(QPen(asked ? themeColours().accent : themeColours().muted, asked ? 2.5 : 1.2));
            painter.setBrush(asked ? themeColours().accent : taken ? themeColours().ok : themeColours().surface);
            painter.drawPath(shapeOf(fingers[i]));
            if (m_givenUp.contains(code)) {
                painter.setPen(QPen(themeColours().warn, 2.5));
                const QPointF tip(fingers[i].x, fingers[i].y);
                painter.drawLine(tip + QPointF(-6, -4), tip + QPointF(6, 12));
                painter.drawLine(tip + QPointF(6, -4), tip + QPointF(-6, 12));
            }
        }
        painter.restore();
    }
}

} // namespace idcounter
