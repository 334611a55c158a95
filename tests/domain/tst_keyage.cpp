#include "app/domain/keyage.h"
#include "app/domain/temporarycards.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(idcounter::KeyAge)
Q_DECLARE_METATYPE(idcounter::DueBack)

// When keys run out, and when a temporary card has to come back.
class TestKeyAge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysRunOut_data();
    void keysRunOut();
    void temporaryCardsComeBack_data();
    void temporaryCardsComeBack();
};

void TestKeyAge::keysRunOut_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<KeyAge>("age");
    QTest::newRow("31 days") << 31 << KeyAge::Good;
    QTest::newRow("30 days") << 30 << KeyAge::Soon;
    QTest::newRow("1 day") << 1 << KeyAge::Soon;
    QTest::newRow("the last day") << 0 << KeyAge::Soon;
    QTest::newRow("the day after") << -1 << KeyAge::Expired;
}

void TestKeyAge::keysRunOut()
{
    QFETCH(int, days);
    QFETCH(KeyAge, age);
    const QDate today(2026, 11, 24);
    QCOMPARE(keyAge(today.addDays(days), today), age);
}

void TestKeyAge::temporaryCardsComeBack_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<int>("days"); // to its last
    QTest::addColumn<DueBack>("due");
    QTest::newRow("under way") << CaseState::Reported << 60 << DueBack::No;
    QTest::newRow("its last day") << CaseState::Reported << 0 << DueBack::No;
    QTest::newRow("the day after") << CaseState::Reported << -1 << DueBack::Expired;
    QTest::newRow("the card is here") << CaseState::Notified << 60 << DueBack::No;
    QTest::newRow("in the mail") << CaseState::Mailed << 60 << DueBack::No;
    QTest::newRow("handed out") << CaseState::Collected << 60 << DueBack::NewCard;
    QTest::newRow("delivered") << CaseState::Delivered << 60 << DueBack::NewCard;
    for (const CaseState state :
         {CaseState::Refused, CaseState::Withdrawn, CaseState::Voided, CaseState::HandedBack, CaseState::Destroyed})
        QTest::newRow(qPrintable(stateName(state))) << state << 60 << DueBack::Ended;
    QTest::newRow("ended and over") << CaseState::Withdrawn << -1 << DueBack::Ended;
}

void TestKeyAge::temporaryCardsComeBack()
{
    QFETCH(CaseState, state);
    QFETCH(int, days);
    QFETCH(DueBack, due);
    const QDate today(2026, 11, 24);
    QCOMPARE(temporaryDueBack(state, today.addDays(days), today), due);
}

QTEST_APPLESS_MAIN(TestKeyAge)
#include "tst_keyage.moc"
