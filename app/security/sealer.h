#pragma once

#include "app/domain/result.h"
#include "app/security/secretbytes.h"

#include <QByteArray>
#include <QUuid>

namespace idcounter {

// The one place where a sealed value opens: no other table, column or row, and no other version of the row.
struct SealedPlace
{
    QByteArray table;
    QByteArray column;
    QUuid row;
    qint64 version = 0;
};

// Seals values with XChaCha20-Poly1305 as suite (1 byte), key generation (2, big-endian), nonce (24), ciphertext, tag (16).
// The place is the associated data.
class Sealer
{
public:
    static constexpr std::size_t keySize = 32;

    Sealer(SecretBytes key, quint16 generation)
        : m_key(std::move(key))
        , m_generation(generation)
    {
    }

    QByteArray seal(const QByteArray &plain, const SealedPlace &place) const;

    // Errors: RecordAltered (another suite, key or place, or changed since it was sealed).
    Result<QByteArray> open(const QByteArray &sealed, const SealedPlace &place) const;

private:
    QByteArray header() const;

    SecretBytes m_key;
    quint16 m_generation;
};

} // namespace idcounter
