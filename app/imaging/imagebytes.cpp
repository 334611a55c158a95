#include "app/imaging/imagebytes.h"

#include <QtEndian>

#include <array>

namespace idcounter {

namespace {

constexpr double metresPerInch = 0.0254;

std::optional<double> dotsPerInch(quint32 acrossPerMetre, quint32 downPerMetre)
{
    if (acrossPerMetre == 0 || acrossPerMetre != downPerMetre)
        return {};
    return acrossPerMetre * metresPerInch;
}

// Larger than any picture that is taken, and small enough to be counted with.
int side(quint32 value)
{
    constexpr quint32 most = 1'000'000'000;
    return static_cast<int>(std::min(value, most));
}

// CRC-32 of PNG, annex D.
quint32 checkSum(QByteArrayView bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < values.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
            values[i] = value;
        }
        return values;
    }();
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes)
        sum = table[(sum ^ static_cast<uchar>(byte)) & 0xffU] ^ (sum >> 8);
    return sum ^ 0xffffffffU;
}

} // namespace

std::optional<ImageBytesFacts> readPngFacts(const QByteArray &bytes)
{
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, name and check sum of a block
    ImageBytesFacts facts;
    for (qsizetype at = signature; at + frame <= bytes.size();) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(rest.data()));
        if (length > rest.size() - frame)
            return {};
        const QByteArrayView name = rest.sliced(4, 4);
        const QByteArrayView content = rest.sliced(8, length);
        if (qFromBigEndian<quint32>(rest.data() + 8 + length) != checkSum(rest.sliced(4, 4 + length)))
            return {};
        if (at == signature) {
            if (name != "IHDR" || length != 13)
                return {};
            facts.size = QSize(side(qFromBigEndian<quint32>(content.data())),
                               side(qFromBigEndian<quint32>(content.data() + 4)));
            facts.bitsPerChannel = static_cast<uchar>(content[8]);
            facts.colour = (content[9] & 2) != 0;
        } else if (name == "acTL") {
            facts.animated = true;
        } else if (name == "pHYs" && length == 9 && content[8] == 1) {
            facts.dotsPerInch
                = dotsPerInch(qFromBigEndian<quint32>(content.data()), qFromBigEndian<quint32>(content.data() + 4));
        } else if (name == "IEND") {
            return facts.size.isEmpty() ? std::nullopt : std::optional(facts);
        }
        at += frame + length;
    }
    return {};
}

std::optional<ImageBytesFacts> readBmpFacts(const QByteArray &bytes)
{
    constexpr qsizetype headers = 14 + 40; // the file's and the shortest that is still in use
    if (bytes.size() < headers)
        return {};
    const auto number = [&bytes](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    const auto width = static_cast<qint32>(number(18));
    const auto height = static_cast<qint32>(number(22));
    const int bits = qFromLittleEndian<quint16>(bytes.constData() + 28);
    const quint32 compression = number(30);
    const bool plain = compression == 0 || compression == 3; // 3: colours by bit masks
    if (width <= 0 || height == 0 || height == std::numeric_limits<qint32>::min() || !plain
        || (bits != 8 && bits != 24 && bits != 32))
        return {};
    const qint64 row = (qint64(width) * bits + 31) / 32 * 4; // rows begin at multiples of four bytes
    const qint64 rows = std::abs(qint64(height));
    if (qint64(number(10)) + row * rows > bytes.size())
        return {};
    return ImageBytesFacts{.size = QSize(width, static_cast<int>(rows)),
                           .colour = bits != 8,
                           .bitsPerChannel = 8,
                           .animated = false,
                           .dotsPerInch = dotsPerInch(number(38), number(42))};
}

} // namespace idcounter
