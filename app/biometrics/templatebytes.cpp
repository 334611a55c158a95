#include "app/biometrics/templatebytes.h"

#include "app/biometrics/bytereader.h"
#include "app/biometrics/fingertemplate.h"

#include <QCryptographicHash>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype nameSize = 4;
constexpr qsizetype headerSize = nameSize + 5;
constexpr qsizetype sumSize = 8;

QByteArray sum(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(sumSize);
}

void write(ByteWriter &writer, double value, double step)
{
    writer.number(static_cast<quint16>(qRound(value / step)));
}

double read(ByteReader &reader, double step)
{
    return reader.number<quint16>() * step;
}

const QByteArray featuresName = "IDFF"_ba;
const QByteArray templateName = "IDFT"_ba;
constexpr quint8 version = 1;

Error damaged()
{
    return {Error::Code::TemplateDamaged, {}};
}

} // namespace

QByteArray packed(const QByteArray &name, quint8 contentVersion, const QByteArray &body)
{
    ByteWriter writer;
    writer.bytes(name);
    writer.number(contentVersion);
    writer.number(static_cast<quint32>(body.size()));
    writer.bytes(body);
    return writer.written() + sum(writer.written());
}

Result<QByteArray> unpacked(const QByteArray &bytes, const QByteArray &name, quint8 contentVersion)
{
    if (bytes.size() < headerSize + sumSize || !bytes.startsWith(name) || quint8(bytes[nameSize]) != contentVersion)
        return damaged();
    const auto size = qFromBigEndian<quint32>(bytes.constData() + nameSize + 1);
    if (size != bytes.size() - headerSize - sumSize || bytes.last(sumSize) != sum(bytes.chopped(sumSize)))
        return damaged();
    return bytes.sliced(headerSize, size);
}

// Width, height, number of minutiae; each with x, y, direction, kind, reliability; the cells' columns and rows and their
// orientations; the seven figures. Two bytes a number, one where one is enough.
QByteArray FingerFeatures::toBytes() const
{
    ByteWriter body;
    body.number(static_cast<quint16>(m_size.width()));
    body.number(static_cast<quint16>(m_size.height()));
    body.number(static_cast<quint8>(m_minutiae.size()));
    for (const Minutia &minutia : m_minutiae) {
        write(body, minutia.position.x(), 0.25);
        write(body, minutia.position.y(), 0.25);
        body.number(static_cast<quint8>(qRound(minutia.direction * 256 / (2 * M_PI))));
        body.number(static_cast<quint8>(minutia.kind));
        body.number(static_cast<quint8>(qRound(minutia.reliability * 100)));
    }
    body.number(static_cast<quint8>(m_cells.columns));
    body.number(static_cast<quint8>(m_cells.rows));
    body.bytes({reinterpret_cast<const char *>(m_cells.orientations.constData()), m_cells.orientations.size()});
    write(body, m_figures.area, 0.1);
    write(body, m_figures.period, 0.01);
    for (const double share :
         {m_figures.clarity, m_figures.coherence, m_figures.darkShare, m_figures.unevenness, m_figures.offset})
        write(body, share, 0.001);
    return packed(featuresName, version, body.written());
}

Result<FingerFeatures> FingerFeatures::fromBytes(const QByteArray &bytes)
{
    const auto body = unpacked(bytes, featuresName, version);
    if (!body)
        return body.error();
    ByteReader reader(*body);
    const int width = reader.number<quint16>();
    const int height = reader.number<quint16>();
    QList<Minutia> minutiae;
    for (int left = reader.number<quint8>(); left > 0; --left) {
        const double x = read(reader, 0.25);
        const double y = read(reader, 0.25);
        const double direction = reader.number<quint8>() * 2 * M_PI / 256;
        const auto kind = reader.number<quint8>();
        const auto reliability = reader.number<quint8>();
        if (x > width || y > height || kind > quint8(Minutia::Kind::Other) || reliability > 100)
            return damaged();
        minutiae.append({{x, y}, direction, Minutia::Kind(kind), reliability * 0.01});
    }
    RidgeCells cells;
    cells.columns = reader.number<quint8>();
    cells.rows = reader.number<quint8>();
    const QByteArray orientations = reader.bytes(qsizetype(cells.columns) * cells.rows);
    for (const char orientation : orientations) {
        if (quint8(orientation) >= RidgeCells::steps && quint8(orientation) != RidgeCells::noFinger)
            return damaged();
        cells.orientations.append(quint8(orientation));
    }
    PressFigures figures;
    figures.area = read(reader, 0.1);
    figures.period = read(reader, 0.01);
    for (double *share :
         {&figures.clarity, &figures.coherence, &figures.darkShare, &figures.unevenness, &figures.offset})
        *share = read(reader, 0.001);
    if (!reader.isExact())
        return damaged();
    return FingerFeatures({width, height}, minutiae, cells, figures);
}

// The number of presses; each with its length (4 bytes) and its own bytes.
QByteArray FingerTemplate::toBytes() const
{
    ByteWriter body;
    body.number(static_cast<quint8>(m_presses.size()));
    for (const FingerFeatures &press : m_presses) {
        const QByteArray bytes = press.toBytes();
        body.number(static_cast<quint32>(bytes.size()));
        body.bytes(bytes);
    }
    return packed(templateName, version, body.written());
}

Result<FingerTemplate> FingerTemplate::fromBytes(const QByteArray &bytes)
{
    const auto body = unpacked(bytes, templateName, version);
    if (!body)
        return body.error();
    ByteReader reader(*body);
    const int count = reader.number<quint8>();
    if (count > maxPresses)
        return damaged();
    QList<FingerFeatures> presses;
    for (int i = 0; i < count; ++i) {
        const auto press = FingerFeatures::fromBytes(reader.bytes(reader.number<quint32>()));
        if (!press)
            return press.error();
        presses.append(*press);
    }
    if (!reader.isExact())
        return damaged();
    return FingerTemplate(presses);
}

} // namespace idcounter
