#pragma once

#include "app/security/sealer.h"

#include <QStringList>
#include <QVariantList>

#include <optional>

namespace idcounter {

// How much work it takes to try one passphrase.
enum class KdfCost { Moderate, Low }; // Argon2id 3 passes, 256 MiB; Low: for practice and tests only, 1 pass, 8 MiB

// A way to the station's master key, as it is stored: the master sealed under a key made of a person's passphrase, or
// under the recovery key. Bound to its owner, so that slots cannot be exchanged.
struct KeySlot
{
    QUuid owner;
    KdfCost cost = KdfCost::Moderate;
    QByteArray salt;
    QByteArray wrapped;
};

// The recovery key: opens the station when nobody can log in. Printed in two parts, of which one alone is worthless.
struct RecoveryKey
{
    QString first;
    QString second;
};

// The master key of a station and what is derived from it. Not thread-safe; lives where the database does.
class KeyRing
{
public:
    // A new station's keys, in the open.
    static KeyRing create();

    // Empty until a slot was opened.
    KeyRing() = default;
    bool isOpen() const { return m_keys.has_value(); }
    void close() { m_keys.reset(); }

    // Takes as long as the cost says: never in the window's thread. Errors: MemoryShort.
    Result<KeySlot> slotFor(const QUuid &owner, const SecretBytes &passphrase, KdfCost cost) const;
    // Errors: LoginWrong, MemoryShort.
    Result<void> open(const KeySlot &slot, const SecretBytes &passphrase);

    // A new recovery key, and the slot that it opens.
    std::pair<KeySlot, RecoveryKey> recoverySlot(const QUuid &station) const;
    // Blanks and small letters are forgiven. Errors: RecoveryKeyWrong.
    Result<void> recover(const KeySlot &slot, const RecoveryKey &key);

    // Only while open.
    const Sealer &sealer() const { return m_keys->sealer; }

    // A keyed hash of a value, by which it can be found and not read: 16 bytes of BLAKE2b over the field's name and the
    // normalised value (NFC, upper case, no blanks).
    QByteArray blindIndex(QStringView field, const QString &value) const;

    // A keyed MAC over the columns of a row, in their order: a changed bit, and columns exchanged between rows, are found.
    QByteArray rowMac(const QByteArray &table, const QVariantList &columns) const;

private:
    struct Keys
    {
        SecretBytes master;
        Sealer sealer;
        SecretBytes index;
        SecretBytes mac;
    };
    static Keys derive(SecretBytes master);
    Result<SecretBytes> unwrap(const KeySlot &slot, SecretBytes key) const;

    std::optional<Keys> m_keys;
};

} // namespace idcounter
