#pragma once

#include "app/documents/casepapers.h"
#include "tests/support/tables.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTransform>

#include <algorithm>
#include <cmath>

// Papers as the counter's camera sees them when a citizen holds them before it.
namespace idcounter::test {

using namespace Qt::StringLiterals;

inline constexpr QSize frameSize(1280, 720);

// How the paper is held, and what the camera makes of it.
struct Held
{
    double width = 900; // of the paper in the frame, px
    double turned = 0; // degrees
    double receding = 0; // by how much of the height the trailing edge is shorter, seen from aside
    double blur = 0; // px, sigma of a Gaussian
    double light = 1;
    double noise = 0; // grey levels, sigma
    QPointF moved; // px, from the middle
};

// The papers of a case with that number.
inline CasePaperFacts slipFacts(const QString &number)
{
    Draft form;
    form.id = QUuid(u"{01890000-0000-7000-8000-000000000001}"_s);
    form.applicant = {.number = u"11010519491231002X"_s,
                      .name = u"买买提·艾山"_s,
                      .sex = u"2"_s,
                      .birthDate = {1949, 12, 31},
                      .ethnicGroup = u"05"_s,
                      .address = u"新疆维吾尔自治区乌鲁木齐市天山区解放北路18号"_s,
                      .issuer = u"乌鲁木齐市公安局天山区分局"_s};
    form.business.reason = u"24"_s;
    form.delivery.phone = u"13800001234"_s;
    return {.form = form,
            .number = *AcceptanceNumber::parse(number),
            .station = u"天山区派出所"_s,
            .clerk = u"王建国"_s,
            .day = {2026, 11, 24},
            .promiseDue = {2026, 12, 22},
            .legalDue = {2027, 1, 23},
            .charges = {},
            .receiptNumber = u"A00000012"_s};
}

// The sheet as it comes out of the printer. Null, and the test says so, where it cannot be laid out.
inline QImage sheetOf(const Result<Document> &document)
{
    constexpr int dotsPerInch = 150;
    return document ? toImage(*document, 0, dotsPerInch) : QImage();
}

inline QImage slipSheet(const QString &number)
{
    const Rules rules(shippedTable);
    return sheetOf(collectionSlip(slipFacts(number), rules));
}

inline QImage blurred(const QImage &picture, double sigma)
{
    const int reach = int(std::ceil(3 * sigma));
    QList<double> weights;
    for (int at = -reach; at <= reach; ++at)
        weights << std::exp(-at * at / (2 * sigma * sigma));
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    const auto along = [&](const QImage &from, int dx, int dy) {
        QImage to(from.size(), QImage::Format_Grayscale8);
        for (int y = 0; y < to.height(); ++y) {
            for (int x = 0; x < to.width(); ++x) {
                double grey = 0;
                for (int at = -reach; at <= reach; ++at) {
                    const int fromX = std::clamp(x + at * dx, 0, to.width() - 1);
                    const int fromY = std::clamp(y + at * dy, 0, to.height() - 1);
                    grey += weights[at + reach] * from.constScanLine(fromY)[fromX];
                }
                to.scanLine(y)[x] = uchar(std::lround(grey / sum));
            }
        }
        return to;
    };
    return along(along(picture.convertToFormat(QImage::Format_Grayscale8), 1, 0), 0, 1);
}

inline QImage dimmedAndNoisy(const QImage &picture, double light, double noise)
{
    QRandomGenerator random(5);
    QImage result = picture.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) {
            double normal = -6; // twelve even numbers make one that is nearly normal
            for (int i = 0; noise > 0 && i < 12; ++i)
                normal += random.generateDouble();
            uchar &grey = result.scanLine(y)[x];
            grey = uchar(std::clamp(grey * light + (noise > 0 ? normal * noise : 0), 0.0, 255.0));
        }
    }
    return result;
}

// The frame of a camera that looks at the sheet before a grey wall.
inline QImage frameOf(const QImage &sheet, const Held &held = {})
{
    QImage frame(frameSize, QImage::Format_RGB32);
    frame.fill(QColor(120, 124, 130));
    if (!sheet.isNull()) {
        const double height = held.width * sheet.height() / sheet.width();
        const double shorter = height * held.receding / 2;
        const QPolygonF seen({{-held.width / 2, -height / 2},
                              {held.width / 2 * (1 - held.receding), -height / 2 + shorter},
                              {held.width / 2 * (1 - held.receding), height / 2 - shorter},
                              {-held.width / 2, height / 2}});
        const QRectF whole(sheet.rect());
        QTransform toFrame;
        QTransform::quadToQuad(QPolygonF({whole.topLeft(), whole.topRight(), whole.bottomRight(), whole.bottomLeft()}),
                               seen, toFrame);
        toFrame *= QTransform().rotate(held.turned);
        toFrame
            *= QTransform::fromTranslate(frame.width() / 2.0 + held.moved.x(), frame.height() / 2.0 + held.moved.y());
        QPainter painter(&frame);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(toFrame);
        painter.drawImage(0, 0, sheet);
    }
    if (held.blur > 0)
        frame = blurred(frame, held.blur);
    if (held.light != 1 || held.noise > 0)
        frame = dimmedAndNoisy(frame, held.light, held.noise);
    return frame.convertToFormat(QImage::Format_RGB888); // as cameras give it
}

// A sheet with one QR code that says the text.
inline QImage otherCode(const QString &text)
{
    const Document document{.title = u"other"_s, .size = {210, 148}, .pages = 1, .paint = [text](Canvas &canvas, int) {
                                canvas.qrCode({80, 50, 50, 50}, text);
                            }};
    return sheetOf(document);
}

} // namespace idcounter::test
