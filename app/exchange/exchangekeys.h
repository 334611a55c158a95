#pragma once

#include "app/domain/result.h"
#include "app/security/secretbytes.h"

namespace idcounter {

// The public half of an office's keys: its signatures are checked by them, and files are sealed for it.
struct PublicKeys
{
    QByteArray signing; // Ed25519
    QByteArray sealing; // X25519

    // Errors: PackageUnreadable, for anything but 64 bytes.
    static Result<PublicKeys> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const { return signing + sealing; }
    // What two officers compare aloud: eight groups of five digits (BLAKE2b).
    QString fingerprint() const;

    friend bool operator==(const PublicKeys &, const PublicKeys &) = default;
};

// The keys of one office. Its secret half leaves no trace in memory. Moved, never copied.
class ExchangeKeys
{
public:
    static ExchangeKeys create();
    // As publicKeys() and secretBytes() gave them. Errors: PackageUnreadable.
    static Result<ExchangeKeys> fromBytes(const QByteArray &publicKeys, const QByteArray &secret);

    const PublicKeys &publicKeys() const { return m_public; }
    // To be sealed at once.
    QByteArray secretBytes() const;

    QByteArray sign(const QByteArray &message) const;
    // A session key that was sealed for this office. Errors: PackageUnreadable.
    Result<SecretBytes> unseal(const QByteArray &sealed) const;

private:
    ExchangeKeys() = default;

    PublicKeys m_public;
    SecretBytes m_signing;
    SecretBytes m_sealing;
};

// Whether an office signed a message.
bool isSignedBy(const PublicKeys &office, const QByteArray &message, const QByteArray &signature);

} // namespace idcounter
