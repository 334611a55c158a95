#include "tests/support/station.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// A draft with captures in which everything that identifies a person can be searched for.
static Draft tellingDraft()
{
    Draft draft = draftOf(adultNumber, u"买买提·艾山𠅤"_s);
    draft.applicant.address = u"新疆维吾尔自治区乌鲁木齐市天山区解放北路一号"_s;
    draft.delivery.phone = u"13912345678"_s;
    draft.delivery.mailingAddress = u"喀什市人民西路二号"_s;
    return draft;
}

// Two things stood against it, and the clerk wrote a line.
static Refusal refusal()
{
    return {.caseId = QUuid::createUuid(),
            .day = today(testNow),
            .obstacles = {{Error::Code::SealMissing, Obstacle::Kind::Block, RuleSource::BookletNorm},
                          {Error::Code::StruckOff, Obstacle::Kind::Block, RuleSource::BookletNorm}},
            .note = u"户口簿内页脱落"_s};
}

// One row of every table that the booking platform has at the station.
static bool fillPlatform(TestStation &s)
{
    const PlatformRepository &platform = s.repositories.platform;
    const QUuid booking = QUuid::createUuid();
    const QList<Result<void>> steps{platform.setCursor({.epoch = u"epoch"_s,
                                                        .cursor = u"cursor"_s,
                                                        .readAt = testNow(),
                                                        .reconciledOn = {2026, 11, 23},
                                                        .earlier = {u"before"_s}}),
                                    platform.put({.kind = u"bookings"_s,
                                                  .id = booking,
                                                  .version = 1,
                                                  .state = u"SUBMITTED"_s,
                                                  .day = {2026, 12, 1},
                                                  .about = QUuid::createUuid(),
                                                  .changedAt = testNow(),
                                                  .number = adultNumber,
                                                  .name = u"王练习"_s,
                                                  .arrivalCode = u"0123456789"_s,
                                                  .body = "{}"}),
                                    platform.enqueue({.id = QUuid::createUuid(),
                                                      .kind = u"decisions"_s,
                                                      .lane = booking,
                                                      .createdAt = testNow(),
                                                      .person = u"clerk"_s,
                                                      .body = "{}"}),
                                    platform.takeSeat(QUuid::createUuid(), 1, booking, s.stamp()),
                                    platform.putTask({.id = QUuid::createUuid(),
                                                      .kind = u"difference"_s,
                                                      .about = booking,
                                                      .at = testNow(),
                                                      .detail = u"bookings"_s}),
                                    platform.putPlace(QUuid::createUuid(), "{}"),
                                    platform.putOfficerKeys(QUuid::createUuid(), u"clerk"_s,
                                                            {.publicKeys = "public", .secretKeys = "secret"},
                                                            testNow())};
    const auto claim = platform.claim({.about = booking,
                                       .id = QUuid::createUuid(),
                                       .person = u"clerk"_s,
                                       .name = u"王"_s,
                                       .device = s.device.id,
                                       .until = testNow().addSecs(900)},
                                      testNow());
    return claim && std::all_of(steps.begin(), steps.end(), [](const Result<void> &step) { return bool(step); });
}

// Something in every table of what follows an acceptance.
static Result<void> fillLife(TestStation &s, const QUuid &caseId)
{
    Repositories &all = s.repositories;
    const QUuid package = QUuid::createUuid();
    const CaseMove move{.caseId = caseId,
                        .version = 1,
                        .transition = {.from = CaseState::Accepted, .event = u"void"_s, .to = CaseState::Voided},
                        .progress = {.since = testNow(), .ending = u"误受理"_s},
                        .refund = {2000}};
    const Partner partner{.id = QUuid::createUuid(),
                          .name = u"制证中心"_s,
                          .publicKeys = QByteArray(64, 'p'),
                          .validUntil = {2028, 1, 1},
                          .importedBy = u"clerk"_s};
    Partner newer = partner;
    newer.id = QUuid::createUuid();
    const Stamp other{.at = testNow(), .person = u"supervisor"_s, .device = s.device.id};
    const std::array<std::function<Result<void>()>, 12> writes{
        [&] { return all.lives.move(move, s.stamp()); },
        [&] {
            return all.lives.addNotice(
                {.id = QUuid::createUuid(), .caseId = caseId, .day = {2026, 11, 24}, .way = u"letter"_s}, s.stamp());
        },
        [&] {
            return all.blanks.receive(u"LS"_s, 1, 1, {2026, 11, 24}, s.stamp());
        },
        [&] { return all.exchange.putKeys(QUuid::createUuid(), QByteArray(64, 'p'), QByteArray(96, 's'), s.stamp()); },
        [&] { return all.exchange.putPartner(partner, s.stamp()); },
        [&] { return all.exchange.confirmPartner(partner.id, other); },
        [&] { return all.exchange.putPartner(newer, s.stamp()); },
        [&] { return all.exchange.confirmPartner(newer.id, other); }, // takes the place of the other
        [&] {
            const DeliveryCount count{.id = QUuid::createUuid(), .begunAt = testNow(), .cards = {{.number = u"1"_s}}};
            return all.counts.save(count, true, s.holder, s.stamp());
        },
        [&] {
            return all.balances.close({.day = {2026, 11, 24}, .countedAt = testNow(), .stocks = {{.closing = 3}}},
                                      s.stamp());
        },
        [&] {
            return all.exchange.putPackage(
                {.id = package, .number = u"65010299920261124001"_s, .madeAt = testNow(), .hash = "hash", .cases = 1},
                {{.caseId = caseId, .round = 1}});
        },
        [&] {
            return all.exchange.putFeedback(QUuid::createUuid(), QUuid::createUuid(), "hash",
                                            {{.line = 1, .acceptanceNumber = u"1"_s, .round = 1, .event = u"sign"_s}},
                                            s.stamp());
        }};
    return s.database->write([&]() -> Result<void> {
        for (const auto &write : writes) {
            if (auto done = write(); !done)
                return done;
        }
        return {};
    });
}

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsADraft();
    void aChangedDraftIsListedAndNotShown();
    void tellsWhoHasADraftOpen();
    void aPhoneIsFoundHoweverItWasTyped();
    void acceptsOnce();
    void numbersHaveNoGapAndNoDouble();
    void aFailedAcceptanceLeavesNoTrace();
    void refusesASecondOpenCase();
    void endsWithTheBlockOfNumbers();
    void findsCases_data();
    void findsCases();
    void nothingLiesInTheClear();
    void theSearchWouldFindIt();
    void changedColumnsAreFound_data();
    void changedColumnsAreFound();
    void missingRowsAreFound_data();
    void missingRowsAreFound();
    void theJournalIsAChain();
    void countsTheDay();
    void refusesANewerDatabase();
    void reportsAReadOnlyDatabase();
    void aFullDiskLosesNothing();
    void waitsForAnotherWriter();
    void answersInTheAskersThread();
};

void TestStore::keepsADraft()
{
    TestStation s;
    Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"photo"_s, s.holder, testNow()));
    QVERIFY(*s.repositories.drafts.find(draft.id) == draft);
    draft.applicant.name = u"张三"_s;
    QVERIFY(s.repositories.drafts.save(draft, u"form"_s, s.holder, testNow().addSecs(5)));
    const auto all = s.repositories.drafts.summaries();
    QCOMPARE(all->size(), 1);
    QCOMPARE(all->first().name, u"张三"_s);
    QCOMPARE(all->first().step, u"form"_s);
    QCOMPARE(all->first().updatedAt, testNow().addSecs(5));
}

void TestStore::aChangedDraftIsListedAndNotShown()
{
    TestStation s;
    QVERIFY(s.repositories.drafts.save(draftOf(adultNumber, u"张三"_s), u"photo"_s, s.holder, testNow()));
    QVERIFY(s.repositories.drafts.save(draftOf(otherNumber, u"李四"_s), u"form"_s, s.holder, testNow().addSecs(5)));
    QVERIFY(s.execute(u"UPDATE draft SET step = 'fee' WHERE step = 'photo'"_s));
    const auto all = s.repositories.drafts.summaries();
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QVERIFY(!all->first().altered);
    QCOMPARE(all->first().name, u"李四"_s);
    QVERIFY(all->last().altered);
    QVERIFY(all->last().name.isEmpty());
}

void TestStore::aPhoneIsFoundHoweverItWasTyped()
{
    TestStation s;
    Draft draft = draftOf(adultNumber, u"张三"_s);
    draft.delivery.phone = u"139 1234-5678"_s;
    QVERIFY(s.accept(draft));
    for (const QString &typed : {u"13912345678"_s, u"139 1234 5678"_s, u"139-1234-5678"_s})
        QCOMPARE(s.repositories.cases.search(typed)->size(), 1);
    QCOMPARE(s.repositories.cases.search(u"13912345679"_s)->size(), 0);
}

void TestStore::tellsWhoHasADraftOpen()
{
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"photo"_s, s.holder, testNow()));
    const DraftHolder other{.token = QUuid::createUuid(), .where = u"2"_s};

    const auto refused = s.repositories.drafts.open(draft.id, other, false);
    QCOMPARE(refused.error(), (Error{Error::Code::DraftOpenElsewhere, u"1"_s}));
    QVERIFY(s.repositories.drafts.open(draft.id, other, true));
    QCOMPARE(s.repositories.drafts.save(draft, u"photo"_s, s.holder, testNow()).error(),
             (Error{Error::Code::DraftOpenElsewhere, u"2"_s}));
    QVERIFY(s.repositories.drafts.release(draft.id, s.holder)); // no longer ours: nothing happens
    QCOMPARE(s.repositories.drafts.summaries()->first().openAt, u"2"_s);
    QVERIFY(s.repositories.drafts.release(draft.id, other));
    QVERIFY(s.repositories.drafts.open(draft.id, s.holder, false));
}

void TestStore::acceptsOnce()
{
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"fee"_s, s.holder, testNow()));
    const auto first = s.accept(draft);
    QVERIFY2(first, qPrintable(first ? QString() : name(first.error().code) + first.error().detail));
    const auto again = s.accept(draft);
    QCOMPARE(again->number.toString(), first->number.toString());
    QCOMPARE(first->number.toString(), u"6501029992026112400001"_s);
    QCOMPARE(first->receiptNumber, u"LX00000001"_s);
    QVERIFY(first->form == draft);
    QCOMPARE(first->owed(), Fen{2000});
    QCOMPARE(s.repositories.drafts.find(draft.id).error().code, Error::Code::RecordMissing);
    QCOMPARE(s.repositories.figures.of(draft.openedOn)->cases(), 1);
}

void TestStore::numbersHaveNoGapAndNoDouble()
{
    TestStation s;
    const QStringList numbers{adultNumber, otherNumber, childNumber};
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        // Every acceptance is preceded by one that is rolled back at the very end.
        const auto rolledBack = s.database->write([&]() -> Result<void> {
            if (const auto accepted = s.repositories.acceptance.accept(s.orderFor(draftOf(numbers[i], u"张三"_s)));
                !accepted)
                return accepted.error();
            return Error{Error::Code::StorageFailed, {}};
        });
        QVERIFY(!rolledBack);
        const auto accepted = s.accept(draftOf(numbers[i], u"张三"_s));
        QCOMPARE(accepted->number.sequence(), int(i) + 1);
        QCOMPARE(accepted->receiptNumber, u"LX0000000%1"_s.arg(i + 1));
    }
}

void TestStore::aFailedAcceptanceLeavesNoTrace()
{
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"fee"_s, s.holder, testNow()));
    QVERIFY(s.execute(u"DELETE FROM receipt_book"_s));
    QCOMPARE(s.accept(draft).error().code, Error::Code::ReceiptsUsedUp);
    QCOMPARE(s.repositories.cases.find(draft.id).error().code, Error::Code::RecordMissing);
    QVERIFY(s.repositories.drafts.find(draft.id));
}

void TestStore::refusesASecondOpenCase()
{
    TestStation s;
    QVERIFY(s.accept(draftOf(adultNumber, u"张三"_s)));
    QCOMPARE(s.accept(draftOf(adultNumber, u"张三"_s)).error().code, Error::Code::OpenCaseExists);
    QVERIFY(*s.repositories.cases.hasOpenCase(*CitizenNumber::parse(adultNumber)));
    QVERIFY(!*s.repositories.cases.hasOpenCase(*CitizenNumber::parse(otherNumber)));
    QVERIFY(!*s.repositories.cases.hasHeldCard(*CitizenNumber::parse(adultNumber)));
}

void TestStore::endsWithTheBlockOfNumbers()
{
    TestStation s;
    s.device.blockFirst = 70001;
    s.device.blockLast = 70001;
    QCOMPARE(s.accept(draftOf(adultNumber, u"张三"_s))->number.sequence(), 70001);
    QCOMPARE(s.accept(draftOf(otherNumber, u"李四"_s)).error().code, Error::Code::NumbersUsedUp);
}

void TestStore::findsCases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("whole number") << u"110105 19491231 002x"_s << 1;
    QTest::newRow("last four") << u"002X"_s << 1;
    QTest::newRow("last six") << u"31002x"_s << 1;
    QTest::newRow("name") << u"买买提•艾山𠅤"_s << 1;
    QTest::newRow("phone") << u"139 1234 5678"_s << 2;
    QTest::newRow("acceptance number") << u"650102 999 20261124 00001"_s << 1;
    QTest::newRow("nobody") << u"王五"_s << 0;
    QTest::newRow("part of a name") << u"买买提"_s << 0;
}

void TestStore::findsCases()
{
    QFETCH(QString, text);
    TestStation s;
    QVERIFY(s.accept(tellingDraft()));
    Draft second = tellingDraft();
    second.applicant.number = otherNumber;
    second.applicant.name = u"李四"_s;
    QVERIFY(s.accept(second));
    const auto found = s.repositories.cases.search(text);
    QVERIFY(found);
    QTEST(int(found->size()), "count");
}

static QList<QByteArray> secretsOf(const Draft &draft, const QByteArray &image)
{
    QList<QByteArray> secrets{image};
    for (const QString &text : {draft.applicant.name, draft.applicant.number, draft.applicant.number.last(6),
                                draft.applicant.address, draft.delivery.phone, draft.delivery.mailingAddress}) {
        secrets << text.toUtf8();
        secrets << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    }
    return secrets;
}

static QList<QByteArray> found(const QByteArray &bytes, const QList<QByteArray> &secrets)
{
    QList<QByteArray> hits;
    for (const QByteArray &secret : secrets) {
        if (bytes.contains(secret))
            hits << secret;
    }
    return hits;
}

// As a JPEG begins, with bytes after it that no other file has by chance.
static QByteArray picture()
{
    return QByteArray::fromHex("ffd8ffe000104a46494600010101015e015e0000")
        + QByteArray("picture of a face, not really");
}

void TestStore::nothingLiesInTheClear()
{
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"photo"_s, s.holder, testNow()));
    QVERIFY(s.repositories.captures.put({QUuid::createUuid(), draft.id, CaptureKind::Photo, picture()}, s.stamp()));
    QVERIFY(
        s.repositories.captures.put({QUuid::createUuid(), draft.id, CaptureKind::FingerImage, picture()}, s.stamp()));
    QVERIFY(s.repositories.papers.put(
        {.id = QUuid::createUuid(), .caseId = draft.id, .outcome = u"made"_s, .pdf = draft.applicant.name.toUtf8()},
        s.stamp()));
    QCOMPARE(found(s.bytesOnDisk(), secretsOf(draft, picture())), QList<QByteArray>());
    QVERIFY(s.accept(draft));
    QCOMPARE(found(s.bytesOnDisk(), secretsOf(draft, picture())), QList<QByteArray>());
    QVERIFY(s.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QCOMPARE(found(s.bytesOnDisk(), secretsOf(draft, picture())), QList<QByteArray>());
}

// The control: a draft and a picture in the columns that are sealed otherwise, and each secret in either encoding, are
// found by the same search.
void TestStore::theSearchWouldFindIt()
{
    const Draft draft = tellingDraft();
    const QList<QByteArray> secrets = secretsOf(draft, picture());
    {
        TestStation open;
        QVERIFY(open.repositories.drafts.save(draft, u"photo"_s, open.holder, testNow()));
        QVERIFY(open.repositories.captures.put({QUuid::createUuid(), draft.id, CaptureKind::Photo, picture()},
                                               open.stamp()));
        const auto unsealed = [&open](const QString &table, const QByteArray &bytes) {
            return Statement(open.database->connection(), u"UPDATE %1 SET sealed = ?"_s.arg(table)).with({bytes}).run();
        };
        QVERIFY(unsealed(u"draft"_s, json::toBytes(draft)));
        QVERIFY(unsealed(u"capture"_s, picture()));
        const QList<QByteArray> seen = found(open.bytesOnDisk(), secrets);
        QVERIFY(seen.contains(picture()) && seen.contains(draft.applicant.name.toUtf8())
                && seen.contains(draft.applicant.number.toUtf8()));
    }
    TestStation s;
    for (const QByteArray &secret : secrets) {
        QVERIFY(Statement(s.database->connection(), u"INSERT INTO capture VALUES (?, 'x', 'photo', 0, 'clerk', ?, ?)"_s)
                    .with({QUuid::createUuid().toString(), secret, QByteArray("mac")})
                    .run());
    }
    QCOMPARE(found(s.bytesOnDisk(), secrets), secrets);
}

// Every column of every table, as SQLite itself lists them.
void TestStore::changedColumnsAreFound_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    TestStation s;
    const QString elsewhere = u"schema_version"_s; // written before there are keys
    Statement tables(s.database->connection(), u"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"_s);
    QVERIFY(tables.run());
    while (tables.next()) {
        const QString table = tables.text(0);
        Statement columns(s.database->connection(), u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
        QVERIFY(columns.run());
        while (table != elsewhere && columns.next())
            QTest::addRow("%s.%s", qPrintable(table), qPrintable(columns.text(0))) << table << columns.text(0);
    }
}

// One row of every table, and one bit in it.
void TestStore::changedColumnsAreFound()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.accept(draft));
    QVERIFY(s.repositories.drafts.save(draftOf(otherNumber, u"李四"_s), u"photo"_s, s.holder, testNow()));
    QVERIFY(s.repositories.captures.put({QUuid::createUuid(), draft.id, CaptureKind::Photo, picture()}, s.stamp()));
    QVERIFY(s.repositories.captures.count({.id = QUuid::createUuid(), .caseId = draft.id, .day = draft.openedOn}));
    QVERIFY(s.repositories.papers.put({.id = QUuid::createUuid(), .caseId = draft.id, .pdf = picture()}, s.stamp()));
    QVERIFY(s.repositories.station.setSetting(u"tries"_s, u"5"_s));
    QVERIFY(s.repositories.refusals.put(refusal(), s.stamp()));
    const IdentityHit hit{.id = QUuid::createUuid(),
                          .caseId = draft.id,
                          .finger = u"11"_s,
                          .otherCaseId = QUuid::createUuid(),
                          .otherFinger = u"16"_s,
                          .foundAt = testNow()};
    QVERIFY(s.repositories.identities.recordSearch(draft.id, {hit}, s.stamp()));
    QVERIFY(fillLife(s, draft.id));
    QVERIFY(fillPlatform(s));
    QCOMPARE(s.repositories.verify().problems, QList<Error>());

    QVERIFY(s.execute(u"PRAGMA foreign_keys = OFF"_s));
    QVERIFY(s.execute(u"PRAGMA ignore_check_constraints = ON"_s));
    Statement row(s.database->connection(), u"SELECT rowid, %1 FROM %2 LIMIT 1"_s.arg(column, table));
    QVERIFY(row.run());
    QVERIFY2(row.next(), "no row to change");
    const QVariant before = row.value(1);
    QVariant after;
    if (before.typeId() == QMetaType::QByteArray) {
        QByteArray bytes = before.toByteArray();
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        after = bytes;
    } else if (before.typeId() == QMetaType::LongLong) {
        after = before.toLongLong() ^ 1;
    } else {
        QString text = before.toString();
        after = text.isEmpty() ? u"1"_s : text.replace(0, 1, QChar(text[0].unicode() ^ 1));
    }
    Statement change(s.database->connection(), u"UPDATE %1 SET %2 = ? WHERE rowid = ?"_s.arg(table, column));
    QVERIFY(change.with({after, row.value(0)}).run());
    const QList<Error> problems = s.repositories.verify().problems;
    QVERIFY(!problems.isEmpty());
    const auto names = [&table](const Error &problem) {
        return problem.code == Error::Code::RecordAltered && problem.detail.startsWith(table);
    };
    QVERIFY2(std::any_of(problems.begin(), problems.end(), names), qPrintable(problems.first().detail));
}

void TestStore::missingRowsAreFound_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("named");
    for (const QString &table : {u"payment"_s, u"capture"_s, u"acc_registry"_s, u"event"_s, u"case_form"_s})
        QTest::newRow(qPrintable(table)) << table << (table == u"payment" || table == u"case_form" ? QString() : table);
    QTest::newRow("charge") << u"charge"_s << u"charge"_s;
}

// What belongs to a case is gone, though every row that is left is as it was.
void TestStore::missingRowsAreFound()
{
    QFETCH(QString, table);
    QFETCH(QString, named);
    TestStation s;
    Draft draft = tellingDraft();
    draft.photo = Photo{.capture = QUuid::createUuid()};
    QVERIFY(s.repositories.captures.put({draft.photo->capture, draft.id, CaptureKind::Photo, picture()}, s.stamp()));
    QVERIFY(s.accept(draft));
    QCOMPARE(s.repositories.verify().problems, QList<Error>());
    QVERIFY(s.execute(u"DELETE FROM "_s + table));
    const QList<Error> problems = s.repositories.verify().problems;
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().detail.contains(named), qPrintable(problems.first().detail));
}

void TestStore::theJournalIsAChain()
{
    TestStation s;
    QVERIFY(s.accept(draftOf(adultNumber, u"张三"_s)));
    QVERIFY(s.accept(draftOf(otherNumber, u"李四"_s)));
    QCOMPARE(*s.repositories.journal.verify(), 4);
    QVERIFY(s.execute(u"UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 1) WHERE seq = 2"_s));
    QCOMPARE(s.repositories.journal.verify().error(), (Error{Error::Code::RecordAltered, u"event 2"_s}));
}

void TestStore::countsTheDay()
{
    TestStation s;
    QVERIFY(s.accept(draftOf(adultNumber, u"张三"_s)));
    QVERIFY(s.accept(draftOf(otherNumber, u"李四"_s)));
    QVERIFY(s.repositories.drafts.save(draftOf(childNumber, u"小明"_s), u"photo"_s, s.holder, testNow()));
    const QDate day = today(testNow);
    QVERIFY(s.repositories.refusals.put(refusal(), s.stamp()));
    for (const bool accepted : {true, false, false}) {
        const Attempt attempt{.id = QUuid::createUuid(),
                              .caseId = QUuid::createUuid(),
                              .day = day,
                              .photo = true,
                              .finger = {},
                              .accepted = accepted,
                              .reason = accepted ? QString() : u"FaceAbsent"_s};
        QVERIFY(s.repositories.captures.count(attempt));
    }
    const auto figures = s.repositories.figures.of(day);
    QCOMPARE(figures->casesByReason.value(u"22"_s), 2);
    QCOMPARE(figures->amountByFee.value(u"RENEW"_s), Fen{4000});
    QCOMPARE(figures->amountByMethod.value(u"cash"_s), Fen{4000});
    QCOMPARE(figures->firstReceipt, u"LX00000001"_s);
    QCOMPARE(figures->lastReceipt, u"LX00000002"_s);
    QCOMPARE(figures->photosTaken, 3);
    QCOMPARE(figures->photosAccepted, 1);
    QCOMPARE(figures->refusals.value(u"FaceAbsent"_s), 2);
    QCOMPARE(figures->draftsOpen, 1);
    QCOMPARE(figures->refusedCases, 1);
    QCOMPARE(figures->refusedByCode, (QMap<QString, int>{{u"SealMissing"_s, 1}, {u"StruckOff"_s, 1}}));
    QCOMPARE(s.repositories.figures.of(day.addDays(1))->cases(), 0);
    QCOMPARE(s.repositories.figures.of(day.addDays(1))->refusedCases, 0);

    const auto countBehind = [&](Figure::Kind kind, const QString &code = {}) {
        const auto cases = s.repositories.cases.behind({kind, code}, day);
        return cases ? cases->size() : -1;
    };
    QCOMPARE(countBehind(Figure::Kind::Cases), 2);
    QCOMPARE(countBehind(Figure::Kind::Reason, u"22"_s), 2);
    QCOMPARE(countBehind(Figure::Kind::Reason, u"41"_s), 0);
    QCOMPARE(countBehind(Figure::Kind::Fee, u"RENEW"_s), 2);
    QCOMPARE(countBehind(Figure::Kind::Money), 2);
    QCOMPARE(countBehind(Figure::Kind::Method, u"cash"_s), 2);
    QCOMPARE(countBehind(Figure::Kind::Method, u"terminal"_s), 0);
    QCOMPARE(countBehind(Figure::Kind::Photos), 0); // of attempts that became no case
    const Attempt retry{.id = QUuid::createUuid(),
                        .caseId = s.repositories.cases.acceptedOn(day)->first().id,
                        .day = day,
                        .photo = false,
                        .finger = u"11"_s,
                        .accepted = false,
                        .reason = u"FingerTooDry"_s};
    QVERIFY(s.repositories.captures.count(retry));
    QCOMPARE(countBehind(Figure::Kind::Finger, u"11"_s), 1);
    QCOMPARE(countBehind(Figure::Kind::Refused), 1);

    const auto days = s.repositories.figures.lastDays(day.addDays(1), 3);
    QVERIFY(days);
    QCOMPARE(*days, (QList<DayCount>{{day.addDays(-1), 0, {}}, {day, 2, {4000}}, {day.addDays(1), 0, {}}}));
}

void TestStore::refusesANewerDatabase()
{
    TestStation s;
    QVERIFY(s.execute(u"INSERT INTO schema_version (version) VALUES (999)"_s));
    QCOMPARE(Database::open(s.path).error().code, Error::Code::SchemaTooNew);
}

void TestStore::reportsAReadOnlyDatabase()
{
    TestStation s;
    QVERIFY(s.execute(u"PRAGMA query_only = ON"_s));
    QCOMPARE(s.accept(draftOf(adultNumber, u"张三"_s)).error().code, Error::Code::StorageReadOnly);
}

// SQLite's own limit of pages stands for the disk: it answers with the same error, at the same places.
void TestStore::aFullDiskLosesNothing()
{
    TestStation s;
    const Draft draft = tellingDraft();
    QVERIFY(s.repositories.drafts.save(draft, u"fee"_s, s.holder, testNow()));
    QVERIFY(s.execute(u"PRAGMA max_page_count = 1"_s)); // as many as there are now, and none more
    Error::Code full{};
    qsizetype kept = 0;
    for (int tries = 0; tries < 200 && full != Error::Code::StorageFull; ++tries) {
        const auto put = s.database->write([&] {
            return s.repositories.captures.put(
                {QUuid::createUuid(), draft.id, CaptureKind::FingerImage, QByteArray(8000, 'x')}, s.stamp());
        });
        kept += put ? 1 : 0;
        full = put ? full : put.error().code;
    }
    QCOMPARE(full, Error::Code::StorageFull);
    QVERIFY(*s.repositories.drafts.find(draft.id) == draft);
    QCOMPARE(s.repositories.captures.ofCase(draft.id, CaptureKind::FingerImage)->size(), kept);
    QCOMPARE(s.repositories.verify().problems, QList<Error>());
    QVERIFY(s.execute(u"PRAGMA max_page_count = 1000000"_s)); // there is room again, and work goes on
    QVERIFY(s.accept(draft));
}

void TestStore::waitsForAnotherWriter()
{
    TestStation s;
    const auto other = Database::open(s.path, std::chrono::milliseconds(0));
    QVERIFY(other);
    QVERIFY(s.execute(u"BEGIN IMMEDIATE"_s));
    QCOMPARE((*other)->write([] { return Result<void>(); }).error().code, Error::Code::StorageBusy);
    QVERIFY(s.execute(u"ROLLBACK"_s));
    QVERIFY((*other)->write([] { return Result<void>(); }));
}

void TestStore::answersInTheAskersThread()
{
    TestStation s;
    Store store(s.path);
    QObject asker;
    QThread *answered = nullptr;
    int version = 0;
    store.read(
        &asker,
        [](Repositories &repositories) -> Result<int> {
            if (QThread::currentThread() == QCoreApplication::instance()->thread())
                return Error{Error::Code::StorageFailed, {}};
            return repositories.database.schemaVersion();
        },
        [&](const Result<int> &result) {
            answered = QThread::currentThread();
            version = result ? *result : -1;
        });
    QTRY_VERIFY(answered);
    QCOMPARE(answered, QThread::currentThread());
    QCOMPARE(version, 6);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
