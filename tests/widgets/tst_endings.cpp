#include "app/texts/texts.h"
#include "tests/support/reviewbench.h"
#include "widgets/common/messagebar.h"
#include "widgets/lifepages.h"
#include "widgets/review/reviewpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// A printer whose paper may be out.
class Tray : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override
    {
        if (isEmpty) {
            Q_EMIT failed(job, {Error::Code::PrinterStopped, {}});
            return;
        }
        titles << title;
        last = pdf;
        Q_EMIT printed(job);
    }
    bool isEmpty = false;
    QStringList titles;
    QByteArray last;
};

// What the citizen takes home when a reviewer ends his application (RULES 7.4), as the pages of a logged-in officer do it.
class TestEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalIsPrinted();
    void aRefusalThatIsNotPrintedIsTold();

private:
    static bool refuse(QWidget &page);
};

bool TestEndings::refuse(QWidget &page)
{
    const auto button = [&page] { return page.findChild<QPushButton *>(u"reviewRefuseButton"_s); };
    if (!QTest::qWaitFor([&] { return button() && button()->isVisible() && button()->isEnabled(); }))
        return false;
    QTest::mouseClick(button(), Qt::LeftButton);
    if (!QTest::qWaitFor([&page] { return page.findChild<QLineEdit *>(u"askTextEdit"_s) != nullptr; }))
        return false;
    auto *reason = page.findChild<QLineEdit *>(u"askTextEdit"_s);
    QTest::keyClicks(reason, u"identity not settled"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    return true;
}

void TestEndings::aRefusalIsPrinted()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    Tray tray;
    const Office usual = bench.office();
    const Office office{usual, {usual.camera, usual.scanner, tray, usual.household, {}, {}, {}}};
    LifePages pages(office, bench.counter(u"li"_s));
    QWidget &page = *pages.review();
    page.resize(1366, 700);
    page.show();
    QVERIFY(refuse(page));
    QTRY_COMPARE(tray.titles, QStringList(u"居民身份证申请不予受理告知书"_s));
    QVERIFY(tray.last.startsWith("%PDF"));
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Refused);
}

// The case is refused all the same; the page says that the paper did not come.
void TestEndings::aRefusalThatIsNotPrintedIsTold()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    Tray tray;
    tray.isEmpty = true;
    const Office usual = bench.office();
    const Office office{usual, {usual.camera, usual.scanner, tray, usual.household, {}, {}, {}}};
    LifePages pages(office, bench.counter(u"li"_s));
    QWidget &page = *pages.review();
    page.resize(1366, 700);
    page.show();
    QVERIFY(refuse(page));
    QTRY_VERIFY(page.findChild<MessageBar *>()->text().contains(texts::describe(Error::Code::PrinterStopped)));
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Refused);
    QVERIFY(tray.titles.isEmpty());
}

QTEST_MAIN(TestEndings)
#include "tst_endings.moc"
