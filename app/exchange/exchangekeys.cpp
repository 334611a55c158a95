#include "app/exchange/exchangekeys.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype publicSize = 32;
static_assert(crypto_sign_PUBLICKEYBYTES == publicSize && crypto_box_PUBLICKEYBYTES == publicSize);

const unsigned char *bytes(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned char *bytes(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

} // namespace

Result<PublicKeys> PublicKeys::fromBytes(const QByteArray &both)
{
    if (both.size() != 2 * publicSize)
        return Error{Error::Code::PackageUnreadable, u"public keys"_s};
    return PublicKeys{.signing = both.first(publicSize), .sealing = both.last(publicSize)};
}

QString PublicKeys::fingerprint() const
{
    constexpr int groups = 8;
    constexpr quint32 fiveDigits = 100000;
    const QByteArray both = toBytes();
    std::array<unsigned char, 4 * groups> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes(both), std::size_t(both.size()), nullptr, 0);
    QStringList words;
    for (std::size_t at = 0; at < hash.size(); at += 4) {
        const quint32 number = quint32(hash[at]) << 24 | quint32(hash[at + 1]) << 16 | quint32(hash[at + 2]) << 8
            | quint32(hash[at + 3]);
        words << u"%1"_s.arg(number % fiveDigits, 5, 10, QChar(u'0'));
    }
    return words.join(u' ');
}

ExchangeKeys ExchangeKeys::create()
{
    ExchangeKeys keys;
    keys.m_public.signing.resize(publicSize);
    keys.m_public.sealing.resize(publicSize);
    keys.m_signing = SecretBytes(crypto_sign_SECRETKEYBYTES);
    keys.m_sealing = SecretBytes(crypto_box_SECRETKEYBYTES);
    crypto_sign_keypair(bytes(keys.m_public.signing), keys.m_signing.data());
    crypto_box_keypair(bytes(keys.m_public.sealing), keys.m_sealing.data());
    return keys;
}

Result<ExchangeKeys> ExchangeKeys::fromBytes(const QByteArray &publicKeys, const QByteArray &secret)
{
    const auto parsed = PublicKeys::fromBytes(publicKeys);
    if (!parsed)
        return parsed.error();
    if (secret.size() != qsizetype(crypto_sign_SECRETKEYBYTES + crypto_box_SECRETKEYBYTES))
        return Error{Error::Code::PackageUnreadable, u"secret keys"_s};
    ExchangeKeys keys;
    keys.m_public = *parsed;
    keys.m_signing = SecretBytes::copyOf({bytes(secret), crypto_sign_SECRETKEYBYTES});
    keys.m_sealing = SecretBytes::copyOf({bytes(secret) + crypto_sign_SECRETKEYBYTES, crypto_box_SECRETKEYBYTES});
    return keys;
}

QByteArray ExchangeKeys::secretBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(m_signing.data()), qsizetype(m_signing.size()))
        + QByteArray(reinterpret_cast<const char *>(m_sealing.data()), qsizetype(m_sealing.size()));
}

QByteArray ExchangeKeys::sign(const QByteArray &message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(bytes(signature), nullptr, bytes(message), std::size_t(message.size()), m_signing.data());
    return signature;
}

Result<SecretBytes> ExchangeKeys::unseal(const QByteArray &sealed) const
{
    if (sealed.size() < qsizetype(crypto_box_SEALBYTES))
        return Error{Error::Code::PackageUnreadable, u"session key"_s};
    SecretBytes key(std::size_t(sealed.size()) - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(key.data(), bytes(sealed), std::size_t(sealed.size()), bytes(m_public.sealing),
                             m_sealing.data())
        != 0)
        return Error{Error::Code::PackageUnreadable, u"session key"_s};
    return key;
}

bool isSignedBy(const PublicKeys &office, const QByteArray &message, const QByteArray &signature)
{
    return signature.size() == qsizetype(crypto_sign_BYTES)
        && crypto_sign_verify_detached(bytes(signature), bytes(message), std::size_t(message.size()),
                                       bytes(office.signing))
        == 0;
}

} // namespace idcounter
