#include "app/security/keyring.h"

#include <QTest>

#include <cstring>

using namespace idcounter;
using namespace Qt::StringLiterals;

static SecretBytes secret(const char *text)
{
    return SecretBytes::copyOf({reinterpret_cast<const unsigned char *>(text), std::strlen(text)});
}

static const SealedPlace place{
    .table = "t", .column = "c", .row = QUuid(u"{01234567-89ab-7def-8123-456789abcdef}"_s), .version = 3};

class TestKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPassphraseOpensItsOwnSlotOnly();
    void twoPartsRecover();
    void opensOnlyInItsPlace_data();
    void opensOnlyInItsPlace();
    void everyFlippedBitIsFound();
    void blindIndexesForgiveSpellingOnly();
    void macsTellColumnsApart();
};

void TestKeyRing::aPassphraseOpensItsOwnSlotOnly()
{
    const KeyRing station = KeyRing::create();
    const QByteArray sealed = station.sealer().seal("text", place);
    const QUuid owner = QUuid::createUuid();
    const KeySlot slot = *station.slotFor(owner, secret("right-passphrase"), KdfCost::Low);

    KeyRing ring;
    QVERIFY(!ring.isOpen());
    QCOMPARE(ring.open(slot, secret("wrong-passphrase")).error().code, Error::Code::LoginWrong);
    QVERIFY(!ring.isOpen());
    QVERIFY(ring.open(slot, secret("right-passphrase")));
    QCOMPARE(*ring.sealer().open(sealed, place), "text");

    KeySlot exchanged = slot;
    exchanged.owner = QUuid::createUuid();
    QCOMPARE(KeyRing().open(exchanged, secret("right-passphrase")).error().code, Error::Code::LoginWrong);
}

void TestKeyRing::twoPartsRecover()
{
    const KeyRing station = KeyRing::create();
    const QByteArray sealed = station.sealer().seal("text", place);
    const auto [slot, key] = station.recoverySlot(QUuid::createUuid());
    QVERIFY(key.first != key.second);

    KeyRing ring;
    QCOMPARE(ring.recover(slot, {key.first, key.first}).error().code, Error::Code::RecoveryKeyWrong);
    QCOMPARE(ring.recover(slot, {key.first, {}}).error().code, Error::Code::RecoveryKeyWrong);
    QVERIFY(!ring.isOpen());
    QVERIFY(ring.recover(slot, {u" "_s + key.first.toLower(), QString(key.second).remove(u'-')}));
    QCOMPARE(*ring.sealer().open(sealed, place), "text");
}

void TestKeyRing::opensOnlyInItsPlace_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QUuid>("row");
    QTest::addColumn<qint64>("version");
    QTest::newRow("table") << QByteArray("u") << place.column << place.row << place.version;
    QTest::newRow("column") << place.table << QByteArray("d") << place.row << place.version;
    QTest::newRow("row") << place.table << place.column << QUuid::createUuid() << place.version;
    QTest::newRow("version") << place.table << place.column << place.row << qint64(4);
}

void TestKeyRing::opensOnlyInItsPlace()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, column);
    QFETCH(QUuid, row);
    QFETCH(qint64, version);
    const KeyRing ring = KeyRing::create();
    const QByteArray sealed = ring.sealer().seal("text", place);
    QVERIFY(ring.sealer().open(sealed, place));
    const auto opened = ring.sealer().open(sealed, {.table = table, .column = column, .row = row, .version = version});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::RecordAltered);
}

void TestKeyRing::everyFlippedBitIsFound()
{
    const KeyRing ring = KeyRing::create();
    const QByteArray sealed = ring.sealer().seal("some text", place);
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = sealed;
            changed[at] = char(changed[at] ^ (1 << bit));
            QVERIFY(!ring.sealer().open(changed, place));
        }
        QVERIFY(!ring.sealer().open(sealed.first(at), place));
    }
}

void TestKeyRing::blindIndexesForgiveSpellingOnly()
{
    const KeyRing ring = KeyRing::create();
    const QByteArray index = ring.blindIndex(u"number", u"11010519491231002X"_s);
    QCOMPARE(index.size(), 16);
    QCOMPARE(ring.blindIndex(u"number", u"110105 19491231 002x"_s), index);
    QVERIFY(ring.blindIndex(u"number", u"110105194912310020"_s) != index);
    QVERIFY(ring.blindIndex(u"phone", u"11010519491231002X"_s) != index);
    QVERIFY(KeyRing::create().blindIndex(u"number", u"11010519491231002X"_s) != index);
}

void TestKeyRing::macsTellColumnsApart()
{
    const KeyRing ring = KeyRing::create();
    const QByteArray mac = ring.rowMac("t", {u"ab"_s, 1, QVariant()});
    QCOMPARE(ring.rowMac("t", {u"ab"_s, 1, QVariant()}), mac);
    QVERIFY(ring.rowMac("t", {u"a"_s, u"b1"_s, QVariant()}) != mac);
    QVERIFY(ring.rowMac("t", {u"ab"_s, 1, QString()}) != mac); // an empty text is not NULL
    QVERIFY(ring.rowMac("t", {u"ab"_s, 2, QVariant()}) != mac);
    QVERIFY(ring.rowMac("u", {u"ab"_s, 1, QVariant()}) != mac);
}

QTEST_APPLESS_MAIN(TestKeyRing)
#include "tst_keyring.moc"
