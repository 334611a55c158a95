#include "app/security/sealer.h"

#include <QtEndian>

#include <sodium.h>

namespace idcounter {

namespace {

constexpr char suite = 1; // XChaCha20-Poly1305 of libsodium
constexpr qsizetype headerSize = 3;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype bodyOffset = headerSize + nonceSize;

static_assert(Sealer::keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

QByteArray associatedData(const SealedPlace &place)
{
    return place.table + '|' + place.column + '|' + place.row.toByteArray(QUuid::WithoutBraces) + '|'
        + QByteArray::number(place.version);
}

const unsigned char *bytes(const QByteArray &data, qsizetype offset = 0)
{
    return reinterpret_cast<const unsigned char *>(data.constData() + offset);
}

unsigned char *bytes(QByteArray &data, qsizetype offset = 0)
{
    return reinterpret_cast<unsigned char *>(data.data() + offset);
}

unsigned long long size(const QByteArray &data)
{
    return static_cast<unsigned long long>(data.size());
}

} // namespace

QByteArray Sealer::header() const
{
    QByteArray header(headerSize, suite);
    qToBigEndian(m_generation, header.data() + 1);
    return header;
}

QByteArray Sealer::seal(const QByteArray &plain, const SealedPlace &place) const
{
    const QByteArray identity = associatedData(place);
    QByteArray sealed = header();
    sealed.resize(bodyOffset + plain.size() + tagSize);
    unsigned char *nonce = bytes(sealed, headerSize);
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed, bodyOffset), nullptr, bytes(plain), size(plain),
                                               bytes(identity), size(identity), nullptr, nonce, m_key.data());
    return sealed;
}

Result<QByteArray> Sealer::open(const QByteArray &sealed, const SealedPlace &place) const
{
    if (sealed.size() < bodyOffset + tagSize || !sealed.startsWith(header()))
        return Error{Error::Code::RecordAltered, QString::fromLatin1(place.table)};
    const QByteArray identity = associatedData(place);
    const QByteArray body = sealed.sliced(bodyOffset);
    QByteArray plain(body.size() - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(body), size(body),
                                                   bytes(identity), size(identity), bytes(sealed, headerSize),
                                                   m_key.data())
        != 0)
        return Error{Error::Code::RecordAltered, QString::fromLatin1(place.table)};
    return plain;
}

} // namespace idcounter
