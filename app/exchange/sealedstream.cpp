#include "app/exchange/sealedstream.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QByteArrayView magic = "IDCXPKG1";
constexpr qsizetype blockSize = qsizetype(64) << 10;
constexpr qsizetype overhead = qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES);
constexpr qsizetype headerSize = qsizetype(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
constexpr qsizetype sealedKeySize = qsizetype(crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_box_SEALBYTES);

using State = crypto_secretstream_xchacha20poly1305_state;

State *stateIn(SecretBytes &bytes)
{
    return reinterpret_cast<State *>(bytes.data());
}

unsigned char *writable(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

const unsigned char *readable(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

Error unreadable(const char *what)
{
    return {Error::Code::PackageUnreadable, QString::fromLatin1(what)};
}

Result<void> put(QIODevice &device, const QByteArray &bytes)
{
    return device.write(bytes) == bytes.size() ? Result<void>() : Error{Error::Code::PackageNotWritten, {}};
}

} // namespace

Result<SealedWriter> SealedWriter::begin(QIODevice &device, const PublicKeys &receiver)
{
    SealedWriter writer(device);
    const SecretBytes key = SecretBytes::random(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    QByteArray sealed(sealedKeySize, Qt::Uninitialized);
    if (crypto_box_seal(writable(sealed), key.data(), key.size(), readable(receiver.sealing)) != 0)
        return Error{Error::Code::PackageNotWritten, u"session key"_s};
    QByteArray header(headerSize, Qt::Uninitialized);
    writer.m_state = SecretBytes(sizeof(State));
    crypto_secretstream_xchacha20poly1305_init_push(stateIn(writer.m_state), writable(header), key.data());
    if (const auto done = put(device, magic.toByteArray() + sealed + header); !done)
        return done.error();
    return writer;
}

Result<void> SealedWriter::write(const char *data, qsizetype size)
{
    while (size > 0) {
        const qsizetype part = std::min(size, blockSize - m_waiting.size());
        m_waiting.append(data, part);
        data += part;
        size -= part;
        if (m_waiting.size() == blockSize) {
            if (auto done = flush(false); !done)
                return done;
        }
    }
    return {};
}

Result<void> SealedWriter::finish()
{
    return flush(true);
}

Result<void> SealedWriter::flush(bool last)
{
    QByteArray block(m_waiting.size() + overhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(stateIn(m_state), writable(block), nullptr, readable(m_waiting),
                                               quint64(m_waiting.size()), nullptr, 0,
                                               last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    m_waiting.clear();
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(quint32(block.size()), length.data());
    return put(*m_device, length + block);
}

Result<SealedReader> SealedReader::begin(QIODevice &device, const ExchangeKeys &receiver)
{
    if (device.read(magic.size()) != magic)
        return unreadable("not a package");
    const auto key = receiver.unseal(device.read(sealedKeySize));
    if (!key)
        return key.error();
    const QByteArray header = device.read(headerSize);
    SealedReader reader(device);
    reader.m_state = SecretBytes(sizeof(State));
    if (header.size() != headerSize
        || crypto_secretstream_xchacha20poly1305_init_pull(stateIn(reader.m_state), readable(header), key->data()) != 0)
        return unreadable("header");
    return reader;
}

Result<QByteArray> SealedReader::next()
{
    if (m_ended)
        return m_device->atEnd() ? Result<QByteArray>(QByteArray()) : Result<QByteArray>(unreadable("after the end"));
    const QByteArray length = m_device->read(4);
    if (length.size() != 4)
        return unreadable("cut");
    const auto size = qsizetype(qFromBigEndian<quint32>(length.constData()));
    if (size < overhead || size > blockSize + overhead)
        return unreadable("length of a block");
    const QByteArray block = m_device->read(size);
    if (block.size() != size)
        return unreadable("cut");
    QByteArray plain(size - overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(stateIn(m_state), writable(plain), nullptr, &tag, readable(block),
                                                   quint64(block.size()), nullptr, 0)
        != 0)
        return unreadable("changed");
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_ended && plain.isEmpty())
        return next();
    if (plain.isEmpty())
        return unreadable("empty block");
    return plain;
}

} // namespace idcounter
