#include "tests/support/station.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

const QDate testDay{2026, 11, 24};

// A station whose cases go their way by hand, a minute between two steps.
struct BusyStation : TestStation
{
    QDateTime now = testNow();
    QMap<QUuid, qint64> versions;
    QMap<QUuid, CaseState> states;

    Stamp stampNow()
    {
        now = now.addSecs(60);
        return {.at = now, .person = u"clerk"_s, .device = device.id};
    }

    std::optional<QUuid> acceptOn(const QString &number, const QDateTime &at)
    {
        now = at;
        Draft draft = draftOf(number, u"张三"_s);
        draft.id = makeUuidV7([this] { return now; });
        AcceptanceOrder order = orderFor(draft);
        order.stamp = stampNow();
        order.day = stationTime(now).date();
        const auto done = database->write([&] { return repositories.acceptance.accept(order); });
        if (!done)
            return {};
        versions[draft.id] = 1;
        states[draft.id] = CaseState::Accepted;
        return draft.id;
    }

    bool move(const QUuid &id, const char *event, CaseState to, Fen refund = {}, const QJsonObject &body = {})
    {
        CaseProgress progress{.since = now};
        if (to == CaseState::Received)
            progress.box = u"A"_s;
        progress.slot = id.toString().right(6);
        const CaseMove move{.caseId = id,
                            .version = versions[id],
                            .transition = {.from = states[id], .event = QString::fromLatin1(event), .to = to},
                            .progress = progress,
                            .body = body,
                            .refund = refund};
        const auto done = database->write([&] { return repositories.lives.move(move, stampNow()); });
        ++versions[id];
        states[id] = to;
        return bool(done);
    }

    bool walk(const QUuid &id, const QList<std::pair<const char *, CaseState>> &steps)
    {
        return std::all_of(steps.begin(), steps.end(),
                           [&](const auto &step) { return this->move(id, step.first, step.second); });
    }

    StockBalance balance(Stock stock, QDate on = testDay)
    {
        const auto balances = repositories.balances.of(on, now);
        if (!balances)
            return {.closing = -1};
        for (const StockBalance &one : balances->stocks) {
            if (one.stock == stock)
                return one;
        }
        return {.closing = -1};
    }

    bool allEven(QDate on = testDay)
    {
        const auto balances = repositories.balances.of(on, now);
        return balances && balances->money.isEven()
            && std::all_of(balances->stocks.begin(), balances->stocks.end(),
                           [](const auto &one) { return one.isEven(); })
            && std::all_of(balances->numbers.begin(), balances->numbers.end(),
                           [](const auto &one) { return one.isEven(); });
    }

    // Three cases the day before; of them one lies in the station and one is under way. Today: one is accepted, one withdrawn
    // with its money, a card comes, one is handed out.
    bool knownDay()
    {
        const QDateTime before = testNow().addDays(-1);
        const auto stored = acceptOn(u"11010519491231002X"_s, before);
        const auto away = acceptOn(u"650102200002299022"_s, before.addSecs(3600));
        const auto waits = acceptOn(u"110105201801010019"_s, before.addSecs(7200));
        if (!stored || !away || !waits)
            return false;
        const QList<std::pair<const char *, CaseState>> toStation{{"approve", CaseState::StationReviewed},
                                                                  {"report", CaseState::Reported},
                                                                  {"sign", CaseState::CountySigned},
                                                                  {"dispatch", CaseState::Dispatched}};
        if (!walk(*stored, toStation) || !move(*stored, "receive", CaseState::Received) || !walk(*away, toStation))
            return false;
        now = testNow();
        fresh = acceptOn(u"650102198806129010"_s, now);
        if (!fresh)
            return false;
        const QJsonObject collected
            = json::write(CollectionRecord{.day = testDay, .oldCard = OldCardEnd::Taken}).toObject();
        return move(*away, "receive", CaseState::Received)
            && move(*stored, "collect", CaseState::Collected, {}, collected)
            && move(*waits, "approve", CaseState::StationReviewed)
            && move(*fresh, "withdraw", CaseState::Withdrawn, {2000});
    }
    std::optional<QUuid> fresh;
};

} // namespace

// The daily report's figures and reconciliations: a day that is known, and what happens when something was tampered with.
class TestBalances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKnownDayIsCounted();
    void everyStockIsEven();
    void anotherDayIsEmpty();
    void whatThePaperClosedTheNextOpens();
    void aDifferenceNamesItsCases_data();
    void aDifferenceNamesItsCases();
    void aMissingReceiptIsNamed();
    void aMissingPaymentIsNamed();
    void blankFormsAreCounted();
};

void TestBalances::aKnownDayIsCounted()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    const Notice call{
        .id = QUuid::createUuid(), .caseId = *s.fresh, .day = testDay, .way = u"telephone"_s, .reached = true};
    QVERIFY(s.database->write([&] { return s.repositories.lives.addNotice(call, s.stampNow()); }));
    const auto figures = s.repositories.figures.withProgress(testDay);
    QVERIFY(figures && figures->progress);
    const DayProgress &progress = *figures->progress;
    QCOMPARE(figures->cases(), 1);
    QCOMPARE(progress.steps.value(u"accept"_s), 1);
    QCOMPARE(progress.steps.value(u"receive"_s), 1);
    QCOMPARE(progress.steps.value(u"collect"_s), 1);
    QCOMPARE(progress.steps.value(u"report"_s), 0); // the day before
    QCOMPARE(progress.oldCards, 1);
    QCOMPARE(progress.told, 1);
    QCOMPARE(progress.notReached, 0);
    QCOMPARE(progress.refunded(), Fen{2000});
    QCOMPARE(progress.refundsByReason.value(u"withdraw"_s), 1);
    QCOMPARE(progress.firstVoucher, u"T20261124-0001"_s);
    const auto behind = s.repositories.cases.behind({Figure::Kind::Step, u"receive"_s}, testDay);
    QVERIFY(behind);
    QCOMPARE(behind->size(), 1);
    QVERIFY(!s.repositories.figures.of(testDay)->progress); // only a report asks for it
}

void TestBalances::everyStockIsEven()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    const StockBalance open = s.balance(Stock::OpenCases);
    QVERIFY(!open.openedBy.isValid());
    QCOMPARE(open.opening, 3);
    QCOMPARE(open.in, (QMap<QString, qint64>{{u"accept"_s, 1}}));
    QCOMPARE(open.out, (QMap<QString, qint64>{{u"withdraw"_s, 1}}));
    QCOMPARE(open.closing, 3);
    const StockBalance toReport = s.balance(Stock::ToReport);
    QCOMPARE(toReport.opening, 0);
    QCOMPARE(toReport.in, (QMap<QString, qint64>{{u"approve"_s, 1}}));
    QCOMPARE(toReport.closing, 1);
    const StockBalance away = s.balance(Stock::UnderWay);
    QCOMPARE(away.opening, 1);
    QCOMPARE(away.out, (QMap<QString, qint64>{{u"receive"_s, 1}}));
    QCOMPARE(away.closing, 0);
    const StockBalance cards = s.balance(Stock::Cards);
    QCOMPARE(cards.opening, 1);
    QCOMPARE(cards.in, (QMap<QString, qint64>{{u"receive"_s, 1}}));
    QCOMPARE(cards.out, (QMap<QString, qint64>{{u"collect"_s, 1}}));
    QCOMPARE(cards.closing, 1);
    QVERIFY(s.allEven());
    const auto balances = s.repositories.balances.of(testDay, s.now);
    QCOMPARE(balances->money.paid, Fen{2000});
    QCOMPARE(balances->money.receipts, Fen{2000});
    QCOMPARE(balances->money.refunded, Fen{2000});
    QCOMPARE(balances->numbers.size(), 3); // the book, the counter, the vouchers
    QCOMPARE(balances->numbers[0].used, 4);
    QCOMPARE(balances->numbers[1].used, 1);
}

void TestBalances::anotherDayIsEmpty()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    s.now = s.now.addDays(3);
    const QDate later = testDay.addDays(3);
    const auto figures = s.repositories.figures.withProgress(later);
    QVERIFY(figures);
    QVERIFY(figures->progress->steps.isEmpty());
    QCOMPARE(figures->progress->refunded(), Fen{});
    QCOMPARE(s.balance(Stock::Cards, later).opening, 1);
    QVERIFY(s.balance(Stock::Cards, later).in.isEmpty());
    QVERIFY(s.allEven(later));
    QVERIFY(s.allEven()); // the day that is over, as the journal has it
}

// What happens after the report was printed belongs to the next one.
void TestBalances::whatThePaperClosedTheNextOpens()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    const auto printed = s.repositories.balances.of(testDay, s.now);
    QVERIFY(printed);
    QVERIFY(s.database->write([&] { return s.repositories.balances.close(*printed, s.stamp()); }));
    QVERIFY(s.acceptOn(u"650102198806129037"_s, s.now.addSecs(600)));
    s.now = s.now.addDays(1);
    const StockBalance open = s.balance(Stock::OpenCases, testDay.addDays(1));
    QCOMPARE(open.openedBy, testDay);
    QCOMPARE(open.opening, 3);
    QCOMPARE(open.in, (QMap<QString, qint64>{{u"accept"_s, 1}}));
    QCOMPARE(open.closing, 4);
    QVERIFY(open.isEven());
    QCOMPARE(s.balance(Stock::OpenCases).closing, 3); // as it was printed
    // A closing that was changed is noticed.
    QVERIFY(s.execute(u"UPDATE day_closing SET amount = 9 WHERE stock = 'open cases'"_s));
    QVERIFY(!s.repositories.balances.of(testDay.addDays(1), s.now));
}

void TestBalances::aDifferenceNamesItsCases_data()
{
    QTest::addColumn<QString>("tampering");
    QTest::newRow("an event is gone") << u"DELETE FROM event WHERE type = 'collect'"_s;
    QTest::newRow("an event is another") << u"UPDATE event SET to_state = 'NOTIFIED' WHERE type = 'collect'"_s;
}

void TestBalances::aDifferenceNamesItsCases()
{
    QFETCH(QString, tampering);
    BusyStation s;
    QVERIFY(s.knownDay());
    QVERIFY(s.balance(Stock::Cards).isEven());
    QVERIFY(s.execute(tampering));
    const StockBalance cards = s.balance(Stock::Cards);
    QCOMPARE(cards.difference(), -1);
    QCOMPARE(cards.behind.size(), 1);
    QVERIFY(!cards.isEven());
    QVERIFY(!s.allEven());
    QVERIFY(s.balance(Stock::ToReport).isEven()); // which it does not touch
}

void TestBalances::aMissingReceiptIsNamed()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    QVERIFY(s.execute(u"DELETE FROM payment WHERE receipt_no = 'LX00000002'"_s));
    const auto balances = s.repositories.balances.of(testDay, s.now);
    QVERIFY(balances);
    QVERIFY(!balances->numbers.first().isEven());
    QCOMPARE(balances->numbers.first().missing, QStringList(u"LX00000002"_s));
}

void TestBalances::aMissingPaymentIsNamed()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    QVERIFY(s.repositories.balances.of(testDay, s.now)->money.isEven());
    QVERIFY(s.execute(u"DELETE FROM payment WHERE receipt_no = 'LX00000004'"_s));
    const auto balances = s.repositories.balances.of(testDay, s.now);
    QVERIFY(balances);
    QCOMPARE(balances->money.unpaid, Fen{2000});
    QCOMPARE(balances->money.unpaidCases.size(), 1);
    QVERIFY(!balances->money.isEven());
}

void TestBalances::blankFormsAreCounted()
{
    BusyStation s;
    QVERIFY(s.knownDay());
    const Stamp stamp = s.stampNow();
    QVERIFY(s.database->write([&] { return s.repositories.blanks.receive(u"LS"_s, 1, 5, testDay, stamp); }));
    QVERIFY(s.balance(Stock::BlankCards).isEven());
    QCOMPARE(s.balance(Stock::BlankCards).in, (QMap<QString, qint64>{{u"blank-cards"_s, 5}}));
    QCOMPARE(s.balance(Stock::BlankCards).closing, 5);
    QCOMPARE(s.repositories.figures.withProgress(testDay)->progress->blanksReceived, 5);
    // A form that went without an entry.
    QVERIFY(s.execute(u"DELETE FROM blank_card WHERE serial = 'LS00000003'"_s));
    QCOMPARE(s.balance(Stock::BlankCards).difference(), -1);
}

QTEST_GUILESS_MAIN(TestBalances)
#include "tst_balances.moc"
