#include "app/security/secretbytes.h"

#include <QtGlobal>

#include <sodium.h>

#include <algorithm>

namespace idcounter {

SecretBytes::SecretBytes(std::size_t size)
    : m_size(size)
{
    if (sodium_init() >= 0)
        m_bytes.reset(static_cast<unsigned char *>(sodium_malloc(size)));
    Q_CHECK_PTR(m_bytes.get());
    sodium_memzero(m_bytes.get(), size);
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.data(), size);
    return bytes;
}

SecretBytes SecretBytes::copyOf(std::span<const unsigned char> bytes)
{
    SecretBytes copy(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.data());
    return copy;
}

void SecretBytes::Wipe::operator()(unsigned char *bytes) const
{
    sodium_free(bytes);
}

SecretBytes SecretBytes::take(QByteArray &bytes)
{
    SecretBytes secret
        = copyOf({reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size())});
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
    return secret;
}

SecretBytes SecretBytes::ofText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    return take(bytes);
}

} // namespace idcounter
