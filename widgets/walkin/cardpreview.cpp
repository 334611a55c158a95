#include "widgets/walkin/cardpreview.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// ID-1: 85.6 x 54 mm.
constexpr double smallestText = 1.6; // mm
constexpr double textStep = 0.2;
constexpr double cardWidth = 85.6;
constexpr double cardHeight = 54;
constexpr QColor labelColour(0x2b, 0x66, 0xa8);
constexpr QColor paper(0xf2, 0xf7, 0xfb);
constexpr QColor watermarkColour(0x9a, 0x4a, 0x00); // the card is light in either theme

QFont cardFont(double millimetres, double scale)
{
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"BabelStone Han"_s, u"HanaMinA"_s, u"HanaMinB"_s});
    font.setPixelSize(std::max(1, int(millimetres * scale)));
    return font;
}

} // namespace

CardPreview::CardPreview(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(250);
}

void CardPreview::setCard(const Draft &draft, const QString &ethnicGroup, const QString &validity, const QImage &photo)
{
    m_draft = draft;
    m_ethnicGroup = ethnicGroup;
    m_validity = validity;
    m_photo = photo;
    update();
}

void CardPreview::setWatermark(const QString &text)
{
    m_watermark = text;
    update();
}

void CardPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    constexpr double gap = 16;
    const double width = std::min((this->width() - gap) / 2.0, height() * cardWidth / cardHeight);
    const double cardPixels = width * cardHeight / cardWidth;
    const double top = (height() - cardPixels) / 2;
    paintFront(painter, {(this->width() - gap) / 2 - width, top, width, cardPixels});
    paintBack(painter, {(this->width() + gap) / 2, top, width, cardPixels});
}

void CardPreview::paintFront(QPainter &painter, const QRectF &card) const
{
    const double scale = card.width() / cardWidth;
    painter.setPen(QPen(themeColours().line, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(card, 3 * scale, 3 * scale);
    const auto at = [&](double x, double y, double w, double h) {
        return QRectF(card.x() + x * scale, card.y() + y * scale, w * scale, h * scale);
    };
    const auto label = [&](double x, double y, const QString &text) {
        painter.setFont(cardFont(2.6, scale));
        painter.setPen(labelColour);
        painter.drawText(at(x, y, 24, 4), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    // What is long is written smaller, and never cut.
    const auto value = [&](double x, double y, double w, double h, const QString &text, double size = 3.3) {
        constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWrapAnywhere;
        const QRectF area = at(x, y, w, h);
        QFont font = cardFont(size, scale);
        while (size > smallestText && !area.contains(QFontMetricsF(font).boundingRect(area, flags, text))) {
            size -= textStep;
            font = cardFont(size, scale);
        }
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(area, flags, text);
    };
    const Applicant &applicant = m_draft.applicant;
    const QDate birth = m_draft.birthDate();
    label(4, 5, u"姓名"_s);
    value(14, 2.5, 40, 9, applicant.name, 3.8);
    label(4, 12.5, u"性别"_s);
    value(14, 12, 8, 5, applicant.sex == u"1" ? u"男"_s : applicant.sex == u"2" ? u"女"_s : QString());
    label(24, 12.5, u"民族"_s);
    value(32, 12, 22, 5, m_ethnicGroup);
    label(4, 19.5, u"出生"_s);
    if (birth.isValid())
        value(14, 19, 40, 5, u"%1 年 %2 月 %3 日"_s.arg(birth.year()).arg(birth.month()).arg(birth.day()));
    label(4, 26.5, u"住址"_s);
    value(14, 26, 40, 15, applicant.address, 3.0);
    label(4, 45.5, u"公民身份号码"_s);
    value(28, 44.5, 54, 6, applicant.number, 4.2);
    if (!m_photo.isNull())
        painter.drawImage(at(56, 7, 26, 32), m_photo);
    paintWatermark(painter, at(28, 50, 54, 3.5), cardFont(3, scale));
}

// Beside what the card says, never over it.
void CardPreview::paintWatermark(QPainter &painter, const QRectF &where, const QFont &font) const
{
    painter.save();
    painter.setPen(watermarkColour);
    painter.setFont(font);
    painter.drawText(where, Qt::AlignCenter, m_watermark);
    painter.restore();
}

void CardPreview::paintBack(QPainter &painter, const QRectF &card) const
{
    const double scale = card.width() / cardWidth;
    painter.setPen(QPen(themeColours().line, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(card, 3 * scale, 3 * scale);
    const auto at = [&](double x, double y, double w, double h) {
        return QRectF(card.x() + x * scale, card.y() + y * scale, w * scale, h * scale);
    };
    painter.setPen(Qt::black);
    painter.setFont(cardFont(4.6, scale));
    painter.drawText(at(0, 8, cardWidth, 8), Qt::AlignCenter, u"中华人民共和国"_s);
    painter.setFont(cardFont(6.2, scale));
    painter.drawText(at(0, 17, cardWidth, 10), Qt::AlignCenter, u"居民身份证"_s);
    painter.setFont(cardFont(2.8, scale));
    painter.drawText(at(14, 38, 18, 5), Qt::AlignRight | Qt::AlignVCenter, u"签发机关"_s);
    painter.drawText(at(14, 45, 18, 5), Qt::AlignRight | Qt::AlignVCenter, u"有效期限"_s);
    painter.setFont(cardFont(3.2, scale));
    painter.drawText(at(35, 38, 50, 5), Qt::AlignLeft | Qt::AlignVCenter, m_draft.applicant.issuer);
    painter.drawText(at(35, 45, 50, 5), Qt::AlignLeft | Qt::AlignVCenter, m_validity);
    paintWatermark(painter, at(4, 28, 77, 8), cardFont(5, scale));
}

} // namespace idcounter
