#include "app/imaging/jpegbytes.h"

#include <QtEndian>

#include <array>
#include <cmath>

namespace idcounter {

namespace {

enum Marker : uchar {
    baselineFrame = 0xC0,
    progressiveFrame = 0xC2,
    huffmanTables = 0xC4,
    reservedFrame = 0xC8,
    arithmeticTables = 0xCC,
    lastFrame = 0xCF,
    firstRestart = 0xD0,
    lastRestart = 0xD7,
    startOfImage = 0xD8,
    endOfImage = 0xD9,
    startOfScan = 0xDA,
    quantisationTables = 0xDB,
    jfif = 0xE0,
    exif = 0xE1,
    temporary = 0x01,
};

constexpr double centimetresPerInch = 2.54;

constexpr double mostBaselineValue = 255; // in a table of 8 bits

// Table K.1 of the standard in the zigzag order of the file: brightness at quality 50.
constexpr std::array standardTable{16, 11, 12,  14,  12,  10, 16, 14,  13,  14,  18,  17,  16, 19,  24,  40,
                                   26, 24, 22,  22,  24,  49, 35, 37,  29,  40,  58,  51,  61, 60,  57,  51,
                                   56, 55, 64,  72,  92,  78, 64, 68,  87,  69,  55,  56,  80, 109, 81,  87,
                                   95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99};
static_assert(standardTable.size() == 64);

quint16 number16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

// The numbers of an EXIF block, whose first bytes say in which order they stand.
class ExifBlock
{
public:
    explicit ExifBlock(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_bigEndian(bytes.startsWith("MM"))
    {
    }

    // The tags of the first directory that matter here.
    void read(JpegFacts &facts) const
    {
        const auto directory = static_cast<qsizetype>(number<quint32>(4));
        const int entries = number<quint16>(directory);
        std::optional<double> across;
        std::optional<double> down;
        int unit = 2; // inches, unless it is said otherwise
        for (int i = 0; i < entries; ++i) {
            const qsizetype entry = directory + 2 + qsizetype(12) * i;
            switch (number<quint16>(entry)) {
            case 0x0112:
                facts.orientation = number<quint16>(entry + 8);
                break;
            case 0x011A:
                across = ratio(number<quint32>(entry + 8));
                break;
            case 0x011B:
                down = ratio(number<quint32>(entry + 8));
                break;
            case 0x0128:
                unit = number<quint16>(entry + 8);
                break;
            }
        }
        if (facts.orientation < 1 || facts.orientation > 8)
            facts.orientation = 1;
        if (!facts.dotsPerInch && across && across == down)
            facts.dotsPerInch = unit == 3 ? *across * centimetresPerInch : *across;
    }

private:
    // Zero beyond the end: a damaged block says nothing.
    template<typename T>
    T number(qsizetype at) const
    {
        if (at < 0 || at + qsizetype(sizeof(T)) > m_bytes.size())
            return 0;
        return m_bigEndian ? qFromBigEndian<T>(m_bytes.data() + at) : qFromLittleEndian<T>(m_bytes.data() + at);
    }

    std::optional<double> ratio(qsizetype at) const
    {
        const auto denominator = number<quint32>(at + 4);
        return denominator == 0 ? std::nullopt : std::optional(double(number<quint32>(at)) / denominator);
    }

    QByteArrayView m_bytes;
    bool m_bigEndian;
};

void readJfif(QByteArrayView segment, JpegFacts &facts)
{
    if (!segment.startsWith(QByteArrayView("JFIF\0", 5)) || segment.size() < 12)
        return;
    const int unit = static_cast<uchar>(segment[7]);
    const int across = number16(segment, 8);
    const int down = number16(segment, 10);
    if (across == 0 || across != down || (unit != 1 && unit != 2))
        return;
    facts.dotsPerInch = unit == 1 ? across : across * centimetresPerInch;
}

// Turns libjpeg's scaling of the standard's table round.
void readQuality(QByteArrayView segment, JpegFacts &facts)
{
    while (!segment.isEmpty()) {
        const bool wide = (segment[0] >> 4) != 0;
        const int table = segment[0] & 0x0f;
        const qsizetype length = wide ? 128 : 64;
        if (segment.size() < 1 + length)
            return;
        if (table == 0) {
            double scale = 0;
            int count = 0;
            for (qsizetype i = 0; i < length / (wide ? 2 : 1); ++i) {
                const qsizetype at = 1 + (wide ? 2 * i : i);
                const double value = wide ? number16(segment, at) : static_cast<uchar>(segment[at]);
                if (value >= mostBaselineValue) // cut off there, so it says nothing
                    continue;
                scale += 100 * value / standardTable[static_cast<std::size_t>(i)];
                ++count;
            }
            scale = count > 0 ? scale / count : 5000;
            const double quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
            facts.quality = std::clamp(static_cast<int>(std::lround(quality)), 1, 100);
        }
        segment = segment.sliced(1 + length);
    }
}

bool isFrame(uchar marker)
{
    return marker >= baselineFrame && marker <= lastFrame && marker != huffmanTables && marker != reservedFrame
        && marker != arithmeticTables;
}

bool standsAlone(uchar marker)
{
    return marker == temporary || (marker >= firstRestart && marker <= startOfImage);
}

// Behind the coded pixels of a scan: the place of the next marker that ends it, or the end of the bytes.
qsizetype endOfScan(const QByteArray &bytes, qsizetype at)
{
    for (; at + 1 < bytes.size(); ++at) {
        if (static_cast<uchar>(bytes[at]) != 0xff)
            continue;
        const auto next = static_cast<uchar>(bytes[at + 1]);
        const bool belongsToScan = next == 0 || next == 0xff || (next >= firstRestart && next <= lastRestart);
        if (!belongsToScan)
            return at;
    }
    return bytes.size();
}

} // namespace

std::optional<JpegFacts> readJpegFacts(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xff\xd8\xff"))
        return {};
    JpegFacts facts;
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (static_cast<uchar>(bytes[at]) != 0xff)
            break;
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        if (marker == endOfImage) {
            facts.complete = true;
            break;
        }
        at += 2;
        if (standsAlone(marker))
            continue;
        if (at + 2 > bytes.size())
            break;
        const qsizetype length = number16(bytes, at);
        if (length < 2 || at + length > bytes.size())
            break;
        const QByteArrayView segment = QByteArrayView(bytes).sliced(at + 2, length - 2);
        if (isFrame(marker) && segment.size() >= 6) {
            facts.bitsPerComponent = static_cast<uchar>(segment[0]);
            facts.size = QSize(number16(segment, 3), number16(segment, 1));
            facts.components = static_cast<uchar>(segment[5]);
            facts.progressive = marker == progressiveFrame;
        } else if (marker == jfif) {
            readJfif(segment, facts);
        } else if (marker == exif && segment.startsWith(QByteArrayView("Exif\0\0", 6))) {
            ExifBlock(segment.sliced(6)).read(facts);
        } else if (marker == quantisationTables) {
            readQuality(segment, facts);
        }
        at += length;
        if (marker == startOfScan)
            at = endOfScan(bytes, at);
    }
    if (facts.size.isEmpty())
        return {};
    return facts;
}

QByteArray withDensity(QByteArray jpeg, int dotsPerInch)
{
    constexpr qsizetype unit = 13; // behind the marker, the length, "JFIF" and the version
    if (!jpeg.startsWith("\xff\xd8\xff\xe0") || jpeg.size() < unit + 5)
        return jpeg;
    jpeg[unit] = 1; // dots per inch
    qToBigEndian(static_cast<quint16>(dotsPerInch), jpeg.data() + unit + 1);
    qToBigEndian(static_cast<quint16>(dotsPerInch), jpeg.data() + unit + 3);
    return jpeg;
}

} // namespace idcounter
