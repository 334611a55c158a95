#pragma once

#include "app/exchange/exchangekeys.h"

#include <QDateTime>
#include <QMap>
#include <QUuid>

#include <functional>

namespace idcounter {

// What a package says of itself.
struct PackageHead
{
    enum class Kind { Applications, Feedback, PlatformRequests, PlatformChanges };

    QUuid id;
    Kind kind = Kind::Applications;
    QString number; // of the package
    QString sender; // unit code of nine digits, or a word for a centre
    QString receiver;
    bool practice = false; // practice and real files never meet
    QDateTime madeAt; // UTC

    friend bool operator==(const PackageHead &, const PackageHead &) = default;
};

// Writes a package: a tar archive, compressed, sealed for its receiver, with a manifest of hashes that the sender signed at its end.
// Nothing of it is ever whole in memory. Under a temporary name until it is finished. Belongs to one thread.
class PackageWriter
{
public:
    // Errors: PackageNotWritten.
    static Result<std::unique_ptr<PackageWriter>> create(const QString &path, const PackageHead &head,
                                                         const ExchangeKeys &sender, const PublicKeys &receiver);
    ~PackageWriter(); // removes what was not finished
    Q_DISABLE_COPY_MOVE(PackageWriter)

    Result<void> add(const QString &name, const QByteArray &bytes);

    struct Written
    {
        QByteArray hash; // SHA-256 of the file
        qint64 bytes = 0;
    };
    // Adds manifest and signature, syncs the file, reads it back and gives it its name.
    Result<Written> finish();

private:
    struct Archive;
    explicit PackageWriter(std::unique_ptr<Archive> archive);

    std::unique_ptr<Archive> m_archive;
};

// A package that was opened and found whole: sealed for the reader, signed by an office that is known, every entry as the
// manifest has it.
class PackageReader
{
public:
    static constexpr qint64 maxEntry = qint64(16) << 20; // bytes
    static constexpr int maxEntries = 100000;

    // Reads the whole file once. The keys are used by forEach() again, not owned. Errors: PackageUnreadable, PackageSignature.
    static Result<PackageReader> open(const QString &path, const ExchangeKeys &receiver,
                                      const QList<PublicKeys> &senders);

    const PackageHead &head() const { return m_head; }
    const PublicKeys &sender() const { return m_sender; }
    const QByteArray &hash() const { return m_hash; } // SHA-256 of the file
    qsizetype entries() const { return m_hashes.size(); }

    // Hands every entry to take, in the order they were written. Errors: PackageUnreadable, and those of take.
    Result<void> forEach(const std::function<Result<void>(const QString &name, const QByteArray &bytes)> &take) const;

private:
    PackageReader() = default;

    QString m_path;
    const ExchangeKeys *m_receiver = nullptr;
    PackageHead m_head;
    PublicKeys m_sender;
    QByteArray m_hash;
    QMap<QString, QByteArray> m_hashes; // SHA-256 by name
};

// SHA-256 of a file. Errors: PackageUnreadable.
Result<QByteArray> hashOfFile(const QString &path);

// Copies a finished file: under a temporary name, synced, read back and renamed; nothing is left of one that failed.
// Errors: PackageNotWritten; PackageUnreadable, when the file is no longer what its hash says.
Result<void> handOut(const QString &from, const QString &to, const QByteArray &hash);

} // namespace idcounter
