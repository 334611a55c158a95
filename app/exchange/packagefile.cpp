#include "app/exchange/packagefile.h"

#include "app/domain/enumnames.h"
#include "app/exchange/sealedstream.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString manifestName = u"manifest.json"_s;
const QString signatureName = u"manifest.sig"_s;
constexpr int format = 1;

constexpr EnumNames kinds{std::pair{PackageHead::Kind::Applications, "applications"},
                          std::pair{PackageHead::Kind::Feedback, "feedback"},
                          std::pair{PackageHead::Kind::PlatformRequests, "platformRequests"},
                          std::pair{PackageHead::Kind::PlatformChanges, "platformChanges"}};

Error unreadable(const char *what)
{
    return {Error::Code::PackageUnreadable, QString::fromLatin1(what)};
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// The file is on the disk, not only on its way there.
bool synced(QFile &file)
{
    return file.flush() && fsync(file.handle()) == 0;
}

QByteArray manifestOf(const PackageHead &head, const QList<std::pair<QString, QByteArray>> &hashes,
                      const PublicKeys &sender)
{
    QJsonArray entries;
    for (const auto &[name, hash] : hashes)
        entries.append(QJsonObject{{u"name"_s, name}, {u"sha256"_s, QString::fromLatin1(hash.toHex())}});
    return QJsonDocument(QJsonObject{{u"format"_s, format},
                                     {u"id"_s, head.id.toString(QUuid::WithoutBraces)},
                                     {u"kind"_s, kinds.name(head.kind)},
                                     {u"number"_s, head.number},
                                     {u"sender"_s, head.sender},
                                     {u"senderKeys"_s, QString::fromLatin1(sender.toBytes().toHex())},
                                     {u"receiver"_s, head.receiver},
                                     {u"practice"_s, head.practice},
                                     {u"madeAt"_s, head.madeAt.toUTC().toString(Qt::ISODate)},
                                     {u"entries"_s, entries}})
        .toJson(QJsonDocument::Compact);
}

// Reads the entries of a sealed archive one by one.
class EntryReader
{
public:
    EntryReader(const QString &path, const ExchangeKeys &receiver)
        : m_file(path)
        , m_archive(archive_read_new())
    {
        if (!m_file.open(QIODevice::ReadOnly)) {
            m_failure = unreadable("cannot be opened");
            return;
        }
        auto stream = SealedReader::begin(m_file, receiver);
        if (!stream) {
            m_failure = stream.error();
            return;
        }
        m_stream.emplace(*std::move(stream));
        archive_read_support_filter_gzip(m_archive);
        archive_read_support_format_tar(m_archive);
        if (archive_read_open(m_archive, this, nullptr, &EntryReader::more, nullptr) != ARCHIVE_OK)
            fail("archive");
    }
    ~EntryReader() { archive_read_free(m_archive); }
    Q_DISABLE_COPY_MOVE(EntryReader)

    struct Entry
    {
        QString name;
        QByteArray bytes;
    };
    // Nothing after the last.
    Result<std::optional<Entry>> next()
    {
        if (m_failure)
            return *m_failure;
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_archive, &entry);
        if (status == ARCHIVE_EOF)
            return ended();
        if (status != ARCHIVE_OK)
            return fail("archive");
        const char *name = archive_entry_pathname(entry);
        const qint64 size = archive_entry_size(entry);
        if (!name || archive_entry_filetype(entry) != AE_IFREG || size < 0 || size > PackageReader::maxEntry)
            return fail("an entry that may not be");
        QByteArray bytes(qsizetype(size), Qt::Uninitialized);
        for (qsizetype at = 0; at < bytes.size();) {
            const auto read = archive_read_data(m_archive, bytes.data() + at, std::size_t(bytes.size() - at));
            if (read <= 0)
                return fail("archive");
            at += qsizetype(read);
        }
        return std::optional(Entry{.name = QString::fromUtf8(name), .bytes = bytes});
    }

private:
    static la_ssize_t more(archive *, void *self, const void **buffer)
    {
        auto *reader = static_cast<EntryReader *>(self);
        const auto block = reader->m_stream->next();
        if (!block) {
            reader->m_failure = block.error();
            return -1;
        }
        reader->m_block = *block;
        *buffer = reader->m_block.constData();
        return reader->m_block.size();
    }

    Error fail(const char *what)
    {
        if (!m_failure)
            m_failure = unreadable(what);
        return *m_failure;
    }

    // Behind the archive's end there may be padding, and nothing that was sealed is left unread.
    Result<std::optional<Entry>> ended()
    {
        for (;;) {
            const auto block = m_stream->next();
            if (!block)
                return block.error();
            if (block->isEmpty())
                return std::optional<Entry>();
        }
    }

    QFile m_file;
    std::optional<SealedReader> m_stream;
    archive *m_archive;
    QByteArray m_block;
    std::optional<Error> m_failure;
};

Result<PackageHead> headIn(const QJsonObject &manifest)
{
    const auto kind = kinds.value(manifest[u"kind"_s].toString());
    const PackageHead head{.id = QUuid(manifest[u"id"_s].toString()),
                           .kind = kind.value_or(PackageHead::Kind::Applications),
                           .number = manifest[u"number"_s].toString(),
                           .sender = manifest[u"sender"_s].toString(),
                           .receiver = manifest[u"receiver"_s].toString(),
                           .practice = manifest[u"practice"_s].toBool(),
                           .madeAt = QDateTime::fromString(manifest[u"madeAt"_s].toString(), Qt::ISODate)};
    if (manifest[u"format"_s].toInt() != format || !kind || head.id.isNull() || !head.madeAt.isValid())
        return unreadable("manifest");
    return head;
}

} // namespace

struct PackageWriter::Archive
{
    QString path;
    PackageHead head;
    const ExchangeKeys &keys;
    QFile file;
    std::optional<SealedWriter> stream;
    archive *handle = nullptr;
    QList<std::pair<QString, QByteArray>> hashes;
    bool isFinished = false;

    Archive(const QString &wanted, const PackageHead &packageHead, const ExchangeKeys &sender)
        : path(wanted)
        , head(packageHead)
        , keys(sender)
        , file(wanted + u".part"_s)
    {
    }
    ~Archive()
    {
        archive_write_free(handle);
        if (!isFinished)
            file.remove();
    }
    Q_DISABLE_COPY_MOVE(Archive)

    static la_ssize_t write(archive *, void *self, const void *data, std::size_t size)
    {
        const auto done = static_cast<Archive *>(self)->stream->write(static_cast<const char *>(data), qsizetype(size));
        return done ? la_ssize_t(size) : -1;
    }

    Result<void> put(const QString &name, const QByteArray &bytes) const
    {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_size(entry, bytes.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        constexpr int ownerOnly = 0600;
        archive_entry_set_perm(entry, ownerOnly);
        archive_entry_set_mtime(entry, head.madeAt.toSecsSinceEpoch(), 0);
        const bool done = archive_write_header(handle, entry) == ARCHIVE_OK
            && archive_write_data(handle, bytes.constData(), std::size_t(bytes.size())) == bytes.size();
        archive_entry_free(entry);
        return done ? Result<void>() : Error{Error::Code::PackageNotWritten, {}};
    }
};

PackageWriter::PackageWriter(std::unique_ptr<Archive> archive)
    : m_archive(std::move(archive))
{
}

PackageWriter::~PackageWriter() = default;

Result<std::unique_ptr<PackageWriter>> PackageWriter::create(const QString &path, const PackageHead &head,
                                                             const ExchangeKeys &sender, const PublicKeys &receiver)
{
    auto made = std::make_unique<Archive>(path, head, sender);
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!made->file.open(QIODevice::ReadWrite | QIODevice::Truncate) || !made->file.setPermissions(ownerOnly))
        return Error{Error::Code::PackageNotWritten, {}};
    auto stream = SealedWriter::begin(made->file, receiver);
    if (!stream)
        return stream.error();
    made->stream.emplace(*std::move(stream));
    made->handle = archive_write_new();
    archive_write_add_filter_gzip(made->handle);
    archive_write_set_format_pax_restricted(made->handle);
    if (archive_write_open(made->handle, made.get(), nullptr, &Archive::write, nullptr) != ARCHIVE_OK)
        return Error{Error::Code::PackageNotWritten, {}};
    return std::unique_ptr<PackageWriter>(new PackageWriter(std::move(made)));
}

Result<void> PackageWriter::add(const QString &name, const QByteArray &bytes)
{
    m_archive->hashes << std::pair{name, sha256(bytes)};
    return m_archive->put(name, bytes);
}

Result<PackageWriter::Written> PackageWriter::finish()
{
    Archive &made = *m_archive;
    const QByteArray manifest = manifestOf(made.head, made.hashes, made.keys.publicKeys());
    if (const auto done = made.put(manifestName, manifest); !done)
        return done.error();
    if (const auto done = made.put(signatureName, made.keys.sign(manifest)); !done)
        return done.error();
    const Error failed{Error::Code::PackageNotWritten, {}};
    if (archive_write_close(made.handle) != ARCHIVE_OK || !made.stream->finish() || !synced(made.file))
        return failed;
    const qint64 size = made.file.size();
    made.file.close();
    const auto hash = hashOfFile(made.file.fileName());
    if (!hash)
        return failed;
    QFile::remove(made.path);
    if (!made.file.rename(made.path))
        return failed;
    made.isFinished = true;
    return Written{.hash = *hash, .bytes = size};
}

Result<PackageReader> PackageReader::open(const QString &path, const ExchangeKeys &receiver,
                                          const QList<PublicKeys> &senders)
{
    const auto hash = hashOfFile(path);
    if (!hash)
        return hash.error();
    EntryReader entries(path, receiver);
    QMap<QString, QByteArray> seen;
    QByteArray manifest;
    QByteArray signature;
    for (;;) {
        const auto entry = entries.next();
        if (!entry)
            return entry.error();
        if (!*entry)
            break;
        const auto &[name, bytes] = **entry;
        if (!signature.isEmpty() || seen.contains(name) || seen.size() > maxEntries)
            return unreadable("entries");
        if (name == manifestName)
            manifest = bytes;
        else if (name == signatureName)
            signature = bytes;
        else if (manifest.isEmpty())
            seen.insert(name, sha256(bytes));
        else
            return unreadable("entries");
    }
    const QJsonObject object = QJsonDocument::fromJson(manifest).object();
    const auto head = headIn(object);
    if (!head)
        return head.error();
    const auto sender = std::find_if(senders.begin(), senders.end(), [&](const PublicKeys &office) {
        return QString::fromLatin1(office.toBytes().toHex()) == object[u"senderKeys"_s].toString();
    });
    if (sender == senders.end() || !isSignedBy(*sender, manifest, signature))
        return Error{Error::Code::PackageSignature, {}};
    QMap<QString, QByteArray> listed;
    const QJsonArray list = object[u"entries"_s].toArray();
    for (const auto &one : list)
        listed.insert(one[u"name"_s].toString(), QByteArray::fromHex(one[u"sha256"_s].toString().toLatin1()));
    if (listed != seen)
        return unreadable("manifest and entries differ");
    PackageReader reader;
    reader.m_path = path;
    reader.m_receiver = &receiver;
    reader.m_head = *head;
    reader.m_sender = *sender;
    reader.m_hash = *hash;
    reader.m_hashes = seen;
    return reader;
}

Result<void> PackageReader::forEach(const std::function<Result<void>(const QString &, const QByteArray &)> &take) const
{
    EntryReader entries(m_path, *m_receiver);
    for (;;) {
        const auto entry = entries.next();
        if (!entry)
            return entry.error();
        if (!*entry)
            return {};
        const auto &[name, bytes] = **entry;
        if (name == manifestName || name == signatureName)
            continue;
        if (m_hashes.value(name) != sha256(bytes))
            return unreadable("changed while it was read");
        if (auto taken = take(name, bytes); !taken)
            return taken;
    }
}

Result<QByteArray> hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return unreadable("cannot be opened");
    return hash.result();
}

Result<void> handOut(const QString &from, const QString &to, const QByteArray &hash)
{
    const auto stored = hashOfFile(from);
    if (!stored)
        return stored.error();
    if (*stored != hash)
        return unreadable("changed since it was written");
    const Error failed{Error::Code::PackageNotWritten, {}};
    QFile source(from);
    QFile target(to + u".part"_s);
    const auto copied = [&] {
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return false;
        constexpr qint64 part = qint64(1) << 20;
        while (!source.atEnd()) {
            const QByteArray bytes = source.read(part);
            if (bytes.isEmpty() || target.write(bytes) != bytes.size())
                return false;
        }
        return synced(target);
    };
    const bool isThere = copied();
    target.close();
    const auto written = hashOfFile(target.fileName());
    if (!isThere || !written || *written != hash) {
        target.remove();
        return failed;
    }
    QFile::remove(to);
    if (!target.rename(to)) {
        target.remove();
        return failed;
    }
    return {};
}

} // namespace idcounter
