#include "app/exchange/exchangeschemas.h"
#include "app/exchange/packagefile.h"
#include "app/exchange/sealedstream.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

PackageHead head()
{
    return {.id = QUuid::createUuid(),
            .kind = PackageHead::Kind::Feedback,
            .number = u"65010299920261124001"_s,
            .sender = u"centre"_s,
            .receiver = u"650102999"_s,
            .practice = true,
            .madeAt = QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC)};
}

QByteArray noise(qsizetype size)
{
    QRandomGenerator random(7);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

} // namespace

// Two offices, and a package from one to the other.
class TestPackageFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBackAsItWasWritten();
    void nothingOfItLiesInTheClear();
    void isUnreadableForOthers();
    void isRefusedFromAStranger();
    void everyChangedByteIsFound();
    void everyCutIsFound();
    void whatIsAppendedIsFound();
    void noiseIsNoPackage();
    void nothingIsLeftOfWhatWasNotFinished();
    void largeEntriesAreNeverWhole();
    void aCopyIsTheSameOrNothing();
    void theFingerprintTellsKeysApart();

private:
    Result<QString> write(const QList<std::pair<QString, QByteArray>> &entries);

    QTemporaryDir m_folder;
    ExchangeKeys m_sender = ExchangeKeys::create();
    ExchangeKeys m_receiver = ExchangeKeys::create();
    ExchangeKeys m_stranger = ExchangeKeys::create();
    QString m_path;
    QByteArray m_whole;
};

Result<QString> TestPackageFile::write(const QList<std::pair<QString, QByteArray>> &entries)
{
    const QString path = m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const auto writer = PackageWriter::create(path, head(), m_sender, m_receiver.publicKeys());
    if (!writer)
        return writer.error();
    for (const auto &[name, bytes] : entries) {
        if (const auto added = (*writer)->add(name, bytes); !added)
            return added.error();
    }
    const auto written = (*writer)->finish();
    return written ? Result<QString>(path) : Result<QString>(written.error());
}

void TestPackageFile::initTestCase()
{
    const auto path = write({{u"a.XML"_s, "<a>张三丰</a>"}, {u"b.XML"_s, noise(3000)}});
    QVERIFY(path);
    m_path = *path;
    m_whole = contentOf(m_path);
    QVERIFY(m_whole.size() > 3000);
}

void TestPackageFile::comesBackAsItWasWritten()
{
    const auto reader = PackageReader::open(m_path, m_receiver, {m_stranger.publicKeys(), m_sender.publicKeys()});
    QVERIFY(reader);
    QCOMPARE(reader->head().number, head().number);
    QCOMPARE(reader->head().receiver, u"650102999"_s);
    QVERIFY(reader->head().practice);
    QCOMPARE(reader->sender(), m_sender.publicKeys());
    QList<std::pair<QString, QByteArray>> entries;
    QVERIFY(reader->forEach([&entries](const QString &name, const QByteArray &bytes) {
        entries << std::pair{name, bytes};
        return Result<void>();
    }));
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0], std::pair(u"a.XML"_s, QByteArray("<a>张三丰</a>")));
    QCOMPARE(entries[1].second, noise(3000));
}

void TestPackageFile::nothingOfItLiesInTheClear()
{
    for (const char *clear : {"张三丰", "a.XML", "manifest", "650102999", "ustar"})
        QVERIFY2(!m_whole.contains(clear), clear);
    QVERIFY(m_whole.contains("IDCXPKG1")); // the control: what does lie open is found
}

void TestPackageFile::isUnreadableForOthers()
{
    const auto reader = PackageReader::open(m_path, m_stranger, {m_sender.publicKeys()});
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, Error::Code::PackageUnreadable);
}

void TestPackageFile::isRefusedFromAStranger()
{
    const auto reader = PackageReader::open(m_path, m_receiver, {m_stranger.publicKeys()});
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, Error::Code::PackageSignature);
}

void TestPackageFile::everyChangedByteIsFound()
{
    const QString path = m_folder.filePath(u"changed"_s);
    QVERIFY(put(path, m_whole));
    QVERIFY(PackageReader::open(path, m_receiver, {m_sender.publicKeys()})); // unchanged
    for (qsizetype at = 0; at < m_whole.size(); at += at < 300 ? 1 : 37) {
        QByteArray changed = m_whole;
        changed[at] = char(changed[at] ^ 0x10);
        QVERIFY(put(path, changed));
        const auto reader = PackageReader::open(path, m_receiver, {m_sender.publicKeys()});
        QVERIFY2(!reader, qPrintable(QString::number(at)));
    }
}

void TestPackageFile::everyCutIsFound()
{
    const QString path = m_folder.filePath(u"cut"_s);
    for (qsizetype size = 0; size < m_whole.size(); size += size < 300 ? 1 : 41) {
        QVERIFY(put(path, m_whole.first(size)));
        const auto reader = PackageReader::open(path, m_receiver, {m_sender.publicKeys()});
        QVERIFY2(!reader, qPrintable(QString::number(size)));
    }
}

void TestPackageFile::whatIsAppendedIsFound()
{
    const QString path = m_folder.filePath(u"longer"_s);
    QVERIFY(put(path, m_whole + "x"));
    QVERIFY(!PackageReader::open(path, m_receiver, {m_sender.publicKeys()}));
}

// Sealed correctly, but no archive inside: only the sender could do that, and nothing may come of it.
void TestPackageFile::noiseIsNoPackage()
{
    const QString path = m_folder.filePath(u"noise"_s);
    for (qsizetype size = 0; size < 2000; size += 97) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        auto stream = SealedWriter::begin(file, m_receiver.publicKeys());
        QVERIFY(stream);
        SealedWriter writer = *std::move(stream);
        const QByteArray bytes = noise(size);
        QVERIFY(writer.write(bytes.constData(), bytes.size()));
        QVERIFY(writer.finish());
        file.close();
        const auto reader = PackageReader::open(path, m_receiver, {m_sender.publicKeys()});
        QVERIFY(!reader);
    }
}

void TestPackageFile::nothingIsLeftOfWhatWasNotFinished()
{
    const QString path = m_folder.filePath(u"unfinished"_s);
    {
        const auto writer = PackageWriter::create(path, head(), m_sender, m_receiver.publicKeys());
        QVERIFY(writer);
        QVERIFY((*writer)->add(u"a"_s, "x"));
        QVERIFY(QFile::exists(path + u".part"_s));
    }
    QVERIFY(!QFile::exists(path + u".part"_s));
    QVERIFY(!QFile::exists(path));
}

void TestPackageFile::largeEntriesAreNeverWhole()
{
    const auto path = write({{u"small"_s, noise(100)}, {u"large"_s, noise(300000)}});
    QVERIFY(path);
    const auto reader = PackageReader::open(*path, m_receiver, {m_sender.publicKeys()});
    QVERIFY(reader);
    QCOMPARE(reader->entries(), 2);
    const auto tooLarge = write({{u"huge"_s, QByteArray(PackageReader::maxEntry + 1, 'x')}});
    QVERIFY(tooLarge);
    const auto refused = PackageReader::open(*tooLarge, m_receiver, {m_sender.publicKeys()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::PackageUnreadable);
}

void TestPackageFile::aCopyIsTheSameOrNothing()
{
    const auto hash = hashOfFile(m_path);
    QVERIFY(hash);
    const QString copy = m_folder.filePath(u"copy"_s);
    QVERIFY(handOut(m_path, copy, *hash));
    QCOMPARE(contentOf(copy), m_whole);
    QVERIFY(handOut(m_path, copy, *hash)); // again, unchanged
    const auto changed = handOut(m_path, m_folder.filePath(u"other"_s), QByteArray(32, 'x'));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Error::Code::PackageUnreadable);
    QVERIFY(!QFile::exists(m_folder.filePath(u"other"_s)));
    const auto nowhere = handOut(m_path, m_folder.filePath(u"no/such/folder/x"_s), *hash);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, Error::Code::PackageNotWritten);
}

void TestPackageFile::theFingerprintTellsKeysApart()
{
    const QString fingerprint = m_sender.publicKeys().fingerprint();
    QCOMPARE(fingerprint.split(u' ').size(), 8);
    QVERIFY(fingerprint != m_receiver.publicKeys().fingerprint());
    const auto again = PublicKeys::fromBytes(m_sender.publicKeys().toBytes());
    QVERIFY(again);
    QCOMPARE(again->fingerprint(), fingerprint);
    QVERIFY(!PublicKeys::fromBytes("short"));
}

QTEST_GUILESS_MAIN(TestPackageFile)
#include "tst_packagefile.moc"
