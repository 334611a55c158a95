#pragma once

#include <QByteArray>
#include <QtEndian>

namespace idcounter {

// Reads big-endian numbers one after the other; what lies beyond the end reads as 0 and is remembered.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    template<typename T>
    T number()
    {
        const QByteArray raw = bytes(sizeof(T));
        return raw.isEmpty() ? T(0) : qFromBigEndian<T>(raw.constData());
    }

    QByteArray bytes(qsizetype count)
    {
        if (count > m_bytes.size() - m_position) {
            m_beyond = true;
            return {};
        }
        m_position += count;
        return m_bytes.sliced(m_position - count, count);
    }

    // Whether everything was read and nothing beyond.
    bool isExact() const { return !m_beyond && m_position == m_bytes.size(); }

private:
    const QByteArray &m_bytes;
    qsizetype m_position = 0;
    bool m_beyond = false;
};

// Writes them.
class ByteWriter
{
public:
    template<typename T>
    void number(T value)
    {
        char raw[sizeof(T)];
        qToBigEndian(value, raw);
        m_bytes.append(raw, sizeof(T));
    }
    void bytes(const QByteArray &bytes) { m_bytes.append(bytes); }

    const QByteArray &written() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace idcounter
