#include "app/workflow/collectiondesk.h"
#include "app/workflow/reviewdesk.h"
#include "tests/support/bench.h"
#include "tests/support/names.h"
#include "widgets/cases/orderpage.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

// For looking at: IDCOUNTER_PICTURES names the folder.
static void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

// A fee that is left open at the counter (RULES 2, rule 6): the order is on the slip, the applicant is reminded, what he pays
// opens the review, and what he does not pay in time ends the application.
class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhereTheStationWorksSo();
    void anOrderIsPaidAtABank();
    void anOrderThatIsNotPaidLapses();
    void moneyAddsUpWithAnOrder();

private:
    static bool setOrderDays(Bench &bench, int days);
    // Accepts a renewal; by order where the station works so.
    static std::optional<Case> accept(Bench &bench);
    static std::optional<Standing> standingOf(Bench &bench, const QUuid &id);
    static bool showOrders(Bench &bench);
    static std::optional<MoneyBalance> moneyOf(Bench &bench, QDate day);
};

bool TestOrders::setOrderDays(Bench &bench, int days)
{
    QObject asker;
    bool isSet = false;
    bench.station.store.write(
        &asker,
        [days](Repositories &repositories) -> Result<void> {
            auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            StationSettings wanted = *settings;
            wanted.life.orderDays = days;
            return wanted.store(repositories.station);
        },
        [&isSet](const Result<void> &done) { isSet = bool(done); });
    return QTest::qWaitFor([&isSet] { return isSet; });
}

std::optional<Case> TestOrders::accept(Bench &bench)
{
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    if (!QTest::qWaitFor([&] { return bench.window->walkInView() && bench.find<QLineEdit>("numberEdit"); }))
        return {};
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    Draft draft = bench.station.renewal();
    draft.id = walkIn.draft().id;
    draft.photo->capture = storedPhoto(walkIn);
    walkIn.setDraft(draft);
    if (!QTest::qWaitFor([&] { return walkIn.missing() >= 0 && walkIn.canGoTo(StepId::Fee); }))
        return {};
    walkIn.goTo(StepId::Fee);
    if (!QTest::qWaitFor([&] { return bench.find<QRadioButton>("orderButton") != nullptr; }))
        return {};
    QTest::mouseClick(bench.find<QRadioButton>("orderButton"), Qt::LeftButton);
    if (bench.find<QPushButton>("nextButton") == nullptr || !bench.find<QPushButton>("nextButton")->isEnabled())
        return {};
    picture(*bench.window, u"order-fee"_s);
    QTest::mouseClick(bench.find<QPushButton>("nextButton"), Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return bench.find<QLabel>("acceptanceNumber") && walkIn.acceptedCase(); }))
        return {};
    return walkIn.acceptedCase();
}

std::optional<Standing> TestOrders::standingOf(Bench &bench, const QUuid &id)
{
    QObject asker;
    std::optional<Result<Standing>> found;
    bench.station.store.read(
        &asker, [id](Repositories &repositories) { return repositories.lives.standing(id); },
        [&found](const Result<Standing> &standing) { found = standing; });
    const bool isThere = QTest::qWaitFor([&found] { return found.has_value(); }) && *found;
    return isThere ? std::optional(**found) : std::nullopt;
}

bool TestOrders::showOrders(Bench &bench)
{
    QTest::mouseClick(bench.find<QPushButton>("barLifeButton"), Qt::LeftButton);
    const auto menu = [&bench] { return bench.window->findChild<QMenu *>(u"lifeMenu"_s); };
    if (!QTest::qWaitFor([&] { return menu() && menu()->isVisible(); }))
        return false;
    auto *action = menu()->findChild<QAction *>(u"ordersAction"_s);
    QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(action).center());
    return QTest::qWaitFor([&] { return bench.find<QTableWidget>("orderList") != nullptr; });
}

std::optional<MoneyBalance> TestOrders::moneyOf(Bench &bench, QDate day)
{
    QObject asker;
    std::optional<Result<DayBalances>> found;
    bench.station.store.read(
        &asker,
        [day, now = bench.station.now](Repositories &repositories) { return repositories.balances.of(day, now); },
        [&found](const Result<DayBalances> &balances) { found = balances; });
    const bool isThere = QTest::qWaitFor([&found] { return found.has_value(); }) && *found;
    return isThere ? std::optional((*found)->money) : std::nullopt;
}

void TestOrders::onlyWhereTheStationWorksSo()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(!accept(bench)); // the counter takes the money: nothing is there to be pressed
    QVERIFY(bench.find<QRadioButton>("cashButton"));
}

void TestOrders::anOrderIsPaidAtABank()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(setOrderDays(bench, 7));
    const auto accepted = accept(bench);
    QVERIFY(accepted);
    const QDate until = bench.station.counter().today().addDays(7);
    QVERIFY(accepted->receiptNumber.isEmpty());
    QCOMPARE(accepted->form.payment.payUntil, until);
    QCOMPARE(bench.find<QLabel>("feeLabel")->text(),
             u"Payment order of ¥20.00, until %1"_s.arg(until.toString(Qt::ISODate)));
    QCOMPARE(bench.find<QLabel>("receiptState")->text(), u"nothing was paid"_s);

    // The review waits for it.
    Counter reviewer = bench.station.counter();
    reviewer.person.login = u"li"_s;
    reviewer.person.role = Role::Supervisor;
    ReviewDesk review(reviewer);
    QSignalSpy refused(&review, &CaseWork::failed);
    QSignalSpy approved(&review, &CaseWork::moved);
    review.approve(*standingOf(bench, accepted->id));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, Error::Code::NotPaid);

    QVERIFY(showOrders(bench));
    auto *list = bench.find<QTableWidget>("orderList");
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(list->item(0, 2)->text(), u"¥20.00"_s);
    QCOMPARE(list->item(0, 3)->text(), until.toString(Qt::ISODate));
    QCOMPARE(list->item(0, 4)->text(), u"not yet"_s);
    QCOMPARE(wrongNames(*bench.window), QString());
    list->setCurrentCell(0, 0);
    QTest::mouseClick(bench.find<QPushButton>("orderRemindButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QTableWidget>("orderList")->item(0, 4)->text().startsWith(u"1 time"_s));

    QTest::mouseClick(bench.find<QPushButton>("orderOtherButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QInputDialog>("askTextDialog"));
    QTest::keyClicks(bench.find<QLineEdit>("askTextEdit"), u"B20261124-0031"_s);
    QTest::keyClick(bench.find<QLineEdit>("askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.find<QTableWidget>("orderList")->rowCount(), 0);
    const auto paid = standingOf(bench, accepted->id);
    QVERIFY(paid);
    QCOMPARE(paid->paid, paid->accepted.owed());
    QVERIFY(!paid->accepted.receiptNumber.isEmpty());
    review.approve(*paid);
    QTRY_COMPARE(approved.count(), 1);
}

void TestOrders::anOrderThatIsNotPaidLapses()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(setOrderDays(bench, 7));
    const auto accepted = accept(bench);
    QVERIFY(accepted);
    QVERIFY(showOrders(bench));
    QTRY_COMPARE(bench.find<QTableWidget>("orderList")->rowCount(), 1);
    bench.find<QTableWidget>("orderList")->setCurrentCell(0, 0);
    picture(*bench.window, u"orders"_s);
    CollectionDesk desk(bench.station.counter());
    QSignalSpy turned(&desk, &CollectionDesk::dayTurned);
    bench.station.now = bench.station.now.addDays(7);
    desk.turnDay(); // its last day
    QTRY_COMPARE(turned.count(), 1);
    QCOMPARE(standingOf(bench, accepted->id)->accepted.state, CaseState::Accepted);
    bench.station.now = bench.station.now.addDays(1);
    desk.turnDayIfNew();
    QTRY_COMPARE(turned.count(), 2);
    desk.turnDayIfNew(); // done today
    const auto over = standingOf(bench, accepted->id);
    QCOMPARE(over->accepted.state, CaseState::Withdrawn);
    QCOMPARE(over->refunded, Fen{});
    QCOMPARE(turned.count(), 2);
    bench.window->activateWindow(); // no window manager does it here
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(bench.window.get(), Qt::Key_F5); // elsewhere, and back
    QTRY_VERIFY(!bench.find<QTableWidget>("orderList"));
    QVERIFY(showOrders(bench));
    QTRY_COMPARE(bench.find<QTableWidget>("orderList")->rowCount(), 0);
}

// What is owed by order is no difference; what is owed otherwise is (TestBalances).
void TestOrders::moneyAddsUpWithAnOrder()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(setOrderDays(bench, 7));
    const QDate day = bench.station.counter().today();
    const auto accepted = accept(bench);
    QVERIFY(accepted);
    auto money = moneyOf(bench, day);
    QVERIFY(money && money->isEven());
    QCOMPARE(money->charged, Fen{2000});
    QCOMPARE(money->ordered, Fen{2000});
    QCOMPARE(money->paid, Fen{});

    bench.station.now = bench.station.now.addDays(8);
    CollectionDesk desk(bench.station.counter());
    QSignalSpy turned(&desk, &CollectionDesk::dayTurned);
    desk.turnDay();
    QTRY_COMPARE(turned.count(), 1);
    money = moneyOf(bench, day.addDays(8));
    QVERIFY(money && money->isEven());
    QCOMPARE(money->ordered, Fen{});
    QCOMPARE(money->unpaid, Fen{});
}

QTEST_MAIN(TestOrders)
#include "tst_orders.moc"
