#include "app/security/keyring.h"

#include <QVariant>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::size_t keySize = Sealer::keySize;
constexpr quint16 firstGeneration = 1;

// Context and numbers of the keys that are derived from the master.
constexpr std::array<char, crypto_kdf_CONTEXTBYTES> context{'i', 'd', 'c', 'o', 'u', 'n', 't', 'r'};
enum Subkey : quint64 { SealKey = 1, IndexKey = 2, MacKey = 3 };

SecretBytes subkey(const SecretBytes &master, Subkey number)
{
    SecretBytes key(keySize);
    crypto_kdf_derive_from_key(key.data(), key.size(), number, context.data(), master.data());
    return key;
}

const unsigned char *bytes(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

// Errors: MemoryShort.
Result<SecretBytes> stretched(const SecretBytes &passphrase, const QByteArray &salt, KdfCost cost)
{
    const bool low = cost == KdfCost::Low;
    constexpr std::size_t lowMemory = std::size_t(8) << 20;
    SecretBytes key(keySize);
    const int failed
        = crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char *>(passphrase.data()), passphrase.size(),
                        bytes(salt), low ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE,
                        low ? lowMemory : crypto_pwhash_MEMLIMIT_MODERATE, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Error{Error::Code::MemoryShort, {}};
    return key;
}

SealedPlace placeOf(const QUuid &owner)
{
    return {.table = "key_slot", .column = "wrapped", .row = owner, .version = 0};
}

QByteArray plainOf(const SecretBytes &secret)
{
    return {reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())};
}

void wipe(QByteArray &plain)
{
    sodium_memzero(plain.data(), std::size_t(plain.size()));
}

// 32 bytes as eight groups of eight hexadecimal digits.
QString asText(const SecretBytes &part)
{
    const QString hex = QString::fromLatin1(plainOf(part).toHex().toUpper());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 8)
        groups << hex.sliced(at, 8);
    return groups.join(u'-');
}

// Empty for what is no part of a recovery key.
QByteArray fromText(const QString &text)
{
    QString hex = text.toUpper();
    hex.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    const QByteArray part = QByteArray::fromHex(hex.toLatin1());
    return part.size() == qsizetype(keySize) && hex.size() == part.size() * 2 ? part : QByteArray();
}

} // namespace

KeyRing::Keys KeyRing::derive(SecretBytes master)
{
    Sealer sealer(subkey(master, SealKey), firstGeneration);
    SecretBytes index = subkey(master, IndexKey);
    SecretBytes mac = subkey(master, MacKey);
    return {std::move(master), std::move(sealer), std::move(index), std::move(mac)};
}

KeyRing KeyRing::create()
{
    KeyRing ring;
    ring.m_keys = derive(SecretBytes::random(crypto_kdf_KEYBYTES));
    return ring;
}

Result<KeySlot> KeyRing::slotFor(const QUuid &owner, const SecretBytes &passphrase, KdfCost cost) const
{
    KeySlot slot{.owner = owner, .cost = cost, .salt = QByteArray(crypto_pwhash_SALTBYTES, 0), .wrapped = {}};
    randombytes_buf(slot.salt.data(), std::size_t(slot.salt.size()));
    auto key = stretched(passphrase, slot.salt, cost);
    if (!key)
        return key.error();
    const Sealer wrapper(*std::move(key), firstGeneration);
    QByteArray plain = plainOf(m_keys->master);
    slot.wrapped = wrapper.seal(plain, placeOf(owner));
    wipe(plain);
    return slot;
}

Result<SecretBytes> KeyRing::unwrap(const KeySlot &slot, SecretBytes key) const
{
    const Sealer wrapper(std::move(key), firstGeneration);
    auto plain = wrapper.open(slot.wrapped, placeOf(slot.owner));
    if (!plain)
        return plain.error();
    QByteArray master = *std::move(plain);
    SecretBytes secret = SecretBytes::copyOf({bytes(master), std::size_t(master.size())});
    wipe(master);
    return secret;
}

Result<void> KeyRing::open(const KeySlot &slot, const SecretBytes &passphrase)
{
    if (slot.salt.size() != crypto_pwhash_SALTBYTES)
        return Error{Error::Code::RecordAltered, u"key_slot"_s};
    auto key = stretched(passphrase, slot.salt, slot.cost);
    if (!key)
        return key.error();
    auto master = unwrap(slot, *std::move(key));
    if (!master)
        return Error{Error::Code::LoginWrong, {}};
    m_keys = derive(*std::move(master));
    return {};
}

std::pair<KeySlot, RecoveryKey> KeyRing::recoverySlot(const QUuid &station) const
{
    const SecretBytes whole = SecretBytes::random(keySize);
    const SecretBytes first = SecretBytes::random(keySize);
    SecretBytes second(keySize);
    for (std::size_t i = 0; i < keySize; ++i)
        second.data()[i] = whole.data()[i] ^ first.data()[i];
    const Sealer wrapper(SecretBytes::copyOf({whole.data(), whole.size()}), firstGeneration);
    QByteArray plain = plainOf(m_keys->master);
    KeySlot slot{.owner = station, .cost = KdfCost::Low, .salt = {}, .wrapped = wrapper.seal(plain, placeOf(station))};
    wipe(plain);
    return {slot, {asText(first), asText(second)}};
}

Result<void> KeyRing::recover(const KeySlot &slot, const RecoveryKey &key)
{
    const QByteArray first = fromText(key.first);
    const QByteArray second = fromText(key.second);
    if (first.isEmpty() || second.isEmpty())
        return Error{Error::Code::RecoveryKeyWrong, {}};
    SecretBytes whole(keySize);
    for (std::size_t i = 0; i < keySize; ++i)
        whole.data()[i] = bytes(first)[i] ^ bytes(second)[i];
    auto master = unwrap(slot, std::move(whole));
    if (!master)
        return Error{Error::Code::RecoveryKeyWrong, {}};
    m_keys = derive(*std::move(master));
    return {};
}

QByteArray KeyRing::blindIndex(QStringView field, const QString &value) const
{
    QString normal = value.normalized(QString::NormalizationForm_C).toUpper();
    normal.removeIf([](QChar c) { return c.isSpace(); });
    const QByteArray text = field.toUtf8() + '\0' + normal.toUtf8();
    QByteArray hash(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), std::size_t(hash.size()), bytes(text),
                       static_cast<unsigned long long>(text.size()), m_keys->index.data(), m_keys->index.size());
    return hash;
}

QByteArray KeyRing::rowMac(const QByteArray &table, const QVariantList &columns) const
{
    // Every column with its length, so that nothing can be shifted from one to the next.
    QByteArray text = table;
    for (const QVariant &column : columns) {
        const QByteArray cell
            = column.typeId() == QMetaType::QByteArray ? column.toByteArray() : column.toString().toUtf8();
        text += '\n' + (column.isNull() ? QByteArray("null") : QByteArray::number(cell.size())) + ':' + cell;
    }
    QByteArray mac(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(mac.data()), std::size_t(mac.size()), bytes(text),
                       static_cast<unsigned long long>(text.size()), m_keys->mac.data(), m_keys->mac.size());
    return mac;
}

} // namespace idcounter
