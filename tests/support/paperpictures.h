#pragma once

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QtEndian>

// Pictures of papers as telephones and scanners make them, and such as nobody makes by mistake.

inline QImage paperImage(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(240, 236, 224));
    for (int y = 0; y < size.height(); y += 24) { // lines, as of a form
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(60, 60, 70));
    }
    // The first quarter is dark, so that it is seen which side is up.
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height() / 2, QColor(40, 60, 90));
    return image;
}

inline QByteArray encoded(const QImage &image, const char *format, int quality = 85)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

inline QByteArray paperJpeg(const QSize &size = {800, 600})
{
    return encoded(paperImage(size), "jpeg");
}

// The same as a telephone writes it: which side is up, who made it, and where (39.9 degrees north), in EXIF.
inline QByteArray telephoneJpeg(const QSize &size, quint16 orientation,
                                const QByteArray &maker = "Maker of the telephone")
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08", 8);
    const auto number = [&](auto value) {
        tiff.append(sizeof(value), '\0');
        qToBigEndian(value, tiff.data() + tiff.size() - qsizetype(sizeof(value)));
    };
    const auto entry = [&](quint16 tag, quint16 type, quint32 count) {
        number(tag);
        number(type);
        number(count);
    };
    constexpr quint32 makerAt = 8 + 2 + 3 * 12 + 4;
    const auto gpsAt = quint32(makerAt + maker.size() + 1);
    number(quint16(3)); // entries
    entry(0x010F, 2, quint32(maker.size()) + 1);
    number(makerAt);
    entry(0x0112, 3, 1);
    number(orientation);
    number(quint16(0));
    entry(0x8825, 4, 1);
    number(gpsAt);
    number(quint32(0));
    tiff += maker + '\0';
    number(quint16(1));
    entry(0x0001, 2, 2);
    tiff += QByteArray("N\0\0\0", 4);
    number(quint32(0));
    QByteArray segment = "\xff\xe1";
    segment.append(2, '\0');
    segment += QByteArray("Exif\0\0", 6) + tiff;
    qToBigEndian(quint16(segment.size() - 2), segment.data() + 2);
    QByteArray jpeg = paperJpeg(size);
    return jpeg.insert(2, segment);
}

// 12,000 × 12,000 in half a megabyte, or less.
inline QByteArray hugePng()
{
    QImage image(12000, 12000, QImage::Format_Mono);
    image.fill(0);
    return encoded(image, "png");
}
