#pragma once

#include <QString>

#include <cstddef>
#include <memory>
#include <span>

namespace idcounter {

// Bytes that leave no trace: locked into memory, guarded on both sides, wiped at the end. Moved, never copied.
class SecretBytes
{
public:
    SecretBytes() = default; // none
    explicit SecretBytes(std::size_t size); // zeros
    static SecretBytes random(std::size_t size);
    static SecretBytes copyOf(std::span<const unsigned char> bytes);
    static SecretBytes take(QByteArray &bytes); // which are wiped
    static SecretBytes ofText(const QString &text); // in UTF-8

    const unsigned char *data() const { return m_bytes.get(); }
    unsigned char *data() { return m_bytes.get(); }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    struct Wipe
    {
        void operator()(unsigned char *bytes) const;
    };

    std::size_t m_size = 0;
    std::unique_ptr<unsigned char, Wipe> m_bytes;
};

} // namespace idcounter
