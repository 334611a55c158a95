#include "devices/fingerd/heatbudget.h"

#include <QTest>

using namespace idcounter;
using namespace std::chrono_literals;

class TestHeatBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastsThreeMinutesFromCold();
    void coolsInThreeAndAHalf();
    void bearsShortPressesForEver();
    void believesARefusal();
    void ignoresAClockThatIsSetBack();
    void aNightsSleepWhileArmedHeatsNoFurther();
};

static QDateTime at(double seconds)
{
    return QDateTime(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC).addMSecs(qint64(seconds * 1000));
}

// libfprint aborted after 180.2 s and refused for 207.8 s (measured); the budget ends a little earlier and lasts a little
// longer.
void TestHeatBudget::lastsThreeMinutesFromCold()
{
    HeatBudget budget(at(0));
    QVERIFY(budget.armedTimeLeft(at(0)) > 176s);
    QVERIFY(budget.armedTimeLeft(at(0)) < 180s);
    budget.arm(at(0));
    QVERIFY(!budget.isHot(at(176)));
    QVERIFY(budget.isHot(at(180)));
    QCOMPARE(budget.armedTimeLeft(at(180)), 0ms);
}

void TestHeatBudget::coolsInThreeAndAHalf()
{
    HeatBudget budget(at(0));
    budget.arm(at(0));
    budget.disarm(at(180));
    const double cool = double(at(180).msecsTo(budget.coolAt())) / 1000;
    QVERIFY2(cool > 205 && cool < 215, qPrintable(QString::number(cool)));
    QVERIFY(budget.isHot(at(180 + 204)));
    QVERIFY(!budget.isHot(budget.coolAt().addMSecs(1)));
    QVERIFY(budget.armedTimeLeft(budget.coolAt().addMSecs(1)) > 100s);
}

void TestHeatBudget::bearsShortPressesForEver()
{
    const auto isHotAfterAnHour = [](double armedShare) {
        HeatBudget budget(at(0));
        for (double second = 0; second < 3600; second += 20) {
            budget.arm(at(second));
            budget.disarm(at(second + 20 * armedShare));
            if (budget.isHot(at(second + 20)))
                return true;
        }
        return false;
    };
    QVERIFY(!isHotAfterAnHour(0.40));
    QVERIFY(isHotAfterAnHour(0.60));
}

void TestHeatBudget::believesARefusal()
{
    HeatBudget budget(at(0));
    budget.refused(at(1));
    QVERIFY(budget.isHot(at(200)));
    QVERIFY(!budget.isHot(at(215)));
}

void TestHeatBudget::ignoresAClockThatIsSetBack()
{
    HeatBudget budget(at(0));
    budget.arm(at(0));
    QVERIFY(!budget.isHot(at(-3600)));
    QVERIFY(budget.armedTimeLeft(at(-3600)) < 180s);
    QVERIFY(budget.isHot(at(-3600 + 180)));
}

// The machine slept, or its clock was set forward, while the scanner was armed: libfprint ended it long before.
void TestHeatBudget::aNightsSleepWhileArmedHeatsNoFurther()
{
    HeatBudget budget(at(0));
    budget.arm(at(0));
    QVERIFY(budget.isHot(at(8 * 3600)));
    budget.disarm(at(8 * 3600));
    QVERIFY(at(8 * 3600).secsTo(budget.coolAt()) < 215);
}

QTEST_APPLESS_MAIN(TestHeatBudget)
#include "tst_heatbudget.moc"
