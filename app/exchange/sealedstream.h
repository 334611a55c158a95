#pragma once

#include "app/exchange/exchangekeys.h"

#include <QIODevice>

namespace idcounter {

// Writes a stream that only one office can read: magic (8 bytes), session key sealed for the receiver (80), header of the
// stream (24), then blocks of XChaCha20-Poly1305 (libsodium's secretstream), each behind its length (4 bytes, big-endian).
// The last block is marked, so that a cut stream is found. Memory: one block.
class SealedWriter
{
public:
    // The device is open, and used until finish(). Errors: PackageNotWritten.
    static Result<SealedWriter> begin(QIODevice &device, const PublicKeys &receiver);

    Result<void> write(const char *data, qsizetype size);
    Result<void> finish();

private:
    explicit SealedWriter(QIODevice &device)
        : m_device(&device)
    {
    }
    Result<void> flush(bool last);

    QIODevice *m_device;
    SecretBytes m_state;
    QByteArray m_waiting;
};

// Reads it again.
class SealedReader
{
public:
    // Errors: PackageUnreadable (no such stream, sealed for somebody else).
    static Result<SealedReader> begin(QIODevice &device, const ExchangeKeys &receiver);

    // The next block; empty after the last. Errors: PackageUnreadable (changed, cut, or something after the end).
    Result<QByteArray> next();

private:
    explicit SealedReader(QIODevice &device)
        : m_device(&device)
    {
    }

    QIODevice *m_device;
    SecretBytes m_state;
    bool m_ended = false;
};

} // namespace idcounter
