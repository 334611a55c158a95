#include "app/workflow/returndesk.h"
#include "app/workflow/reviewdesk.h"
#include "tests/support/lifecases.h"
#include "tests/support/names.h"
#include "widgets/cases/casefilepage.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace idcounter;
using namespace idcounter::test;

// What can be asked for at the page of one case: that it is given up, or comes back from the county.
class TestCaseFilePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void whyACaseIsWithdrawn_data();
    void whyACaseIsWithdrawn();
    void aClerkGivesNoMoneyBack();
    void aCaseIsCalledBack_data();
    void aCaseIsCalledBack();
    void whoMayNotSeesNoButton_data();
    void whoMayNotSeesNoButton();

private:
    Language m_language;
};

namespace {

class NoPrinter : public Printer
{
public:
    QString label() const override { return {}; }
    void print(const QUuid &job, const QString &, const QByteArray &) override { Q_EMIT printed(job); }
};

struct FileBench
{
    PracticeCounter station;
    NoPrinter printer;
    std::unique_ptr<CaseFilePage> page;

    Counter counter(Role role)
    {
        Counter counter = station.counter();
        counter.person.role = role;
        return counter;
    }

    std::optional<Standing> put(CaseState state, const CaseProgress &progress)
    {
        const auto fees = station.rules.fees();
        const auto charge = (*fees)->charge(u"RENEW"_s, station.counter().today(), u"65"_s);
        return putCase(station, formOf(station, u"11010519491231002X"_s, u"张三丰"_s), state, progress, {}, {*charge});
    }

    bool show(const Standing &standing, Role role)
    {
        page = std::make_unique<CaseFilePage>(counter(role), printer);
        page->resize(1366, 768);
        page->show();
        page->open(standing.accepted.id);
        return QTest::qWaitFor([this] {
            const auto *name = page->findChild<QLabel *>(u"caseName"_s);
            return name && !name->text().isEmpty();
        });
    }

    QPushButton *button(const char *name) const
    {
        auto *button = page->findChild<QPushButton *>(QString::fromLatin1(name));
        return button && button->isVisible() ? button : nullptr;
    }
};

// The dialog that is open over a page, once it is.
template<typename T>
T *opened(const QWidget &page, const char *name)
{
    T *found = nullptr;
    const bool is = QTest::qWaitFor([&] {
        const auto all = page.findChildren<T *>(QString::fromLatin1(name));
        for (T *one : all)
            found = one->isVisible() ? one : found;
        return found != nullptr;
    });
    return is ? found : nullptr;
}

void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

void TestCaseFilePage::whyACaseIsWithdrawn_data()
{
    QTest::addColumn<int>("round"); // 0: never reported
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("answer"); // 0 the applicant gives it up, 1 a duplicate, 2 the office; -1: not asked
    QTest::addColumn<bool>("back"); // whether the fee goes back
    QTest::newRow("not reported yet") << 0 << Role::Supervisor << 0 << true;
    QTest::newRow("not reported yet, a duplicate") << 0 << Role::Clerk << 1 << true;
    QTest::newRow("reported, office at fault") << 1 << Role::Supervisor << 2 << true;
    QTest::newRow("reported, a duplicate") << 1 << Role::Supervisor << 1 << true;
    QTest::newRow("reported, given up") << 1 << Role::Supervisor << 0 << false;
    QTest::newRow("a clerk does not decide it") << 1 << Role::Clerk << -1 << false;
}

void TestCaseFilePage::whyACaseIsWithdrawn()
{
    QFETCH(int, round);
    QFETCH(Role, role);
    QFETCH(int, answer);
    QFETCH(bool, back);
    FileBench bench;
    QVERIFY(bench.station.open());
    const auto standing = bench.put(CaseState::Returned, {.round = round});
    QVERIFY(standing && bench.show(*standing, role));
    QCOMPARE(standing->paid, Fen{2000});
    ReviewDesk desk(bench.counter(role));
    connect(bench.page.get(), &CaseFilePage::withdrawAsked, &desk, &ReviewDesk::withdraw);
    std::optional<Standing> moved;
    connect(&desk, &ReviewDesk::moved, this, [&moved](const Standing &now) { moved = now; });

    QTest::mouseClick(bench.button("withdrawButton"), Qt::LeftButton);
    if (answer >= 0) {
        auto *choice = opened<QComboBox>(*bench.page, "askChoiceBox");
        QVERIFY(choice);
        QTest::keyClick(choice, Qt::Key_Home);
        for (int row = 0; row < answer; ++row)
            QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice->window(), Qt::Key_Return);
    }
    auto *why = opened<QLineEdit>(*bench.page, "askTextEdit");
    QVERIFY(why);
    QVERIFY(!opened<QInputDialog>(*bench.page, "askTextDialog")->labelText().contains(back ? u"No money"_s : u"¥"_s));
    QTest::keyClicks(why, u"moved away"_s);
    QTest::keyClick(why, Qt::Key_Return);
    QTRY_VERIFY(moved);
    QCOMPARE(moved->accepted.state, CaseState::Withdrawn);
    QCOMPARE(moved->refunded, back ? Fen{2000} : Fen{});
    const QList<EndingCause> causes{EndingCause::Wish, EndingCause::Duplicate, EndingCause::OfficeAtFault};
    QCOMPARE(moved->progress.cause, causes[std::max(0, answer)]);
    // It is on the page of the case.
    bench.page->open(moved->accepted.id);
    QTRY_VERIFY(bench.page->findChild<QLabel *>(u"caseNext"_s)->text().contains(u"moved away"_s));
    QCOMPARE(bench.page->findChild<QLabel *>(u"caseNext"_s)->text().contains(u"duplicate"_s), answer == 1);
}

// The page does not offer it; the desk does not do it either.
void TestCaseFilePage::aClerkGivesNoMoneyBack()
{
    FileBench bench;
    QVERIFY(bench.station.open());
    const auto standing = bench.put(CaseState::Returned, {.round = 1});
    QVERIFY(standing);
    ReviewDesk desk(bench.counter(Role::Clerk));
    QSignalSpy failed(&desk, &CaseWork::failed);
    desk.withdraw(*standing, u"duplicate"_s, EndingCause::Duplicate);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RoleNotAllowed);
}

void TestCaseFilePage::aCaseIsCalledBack_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void TestCaseFilePage::aCaseIsCalledBack()
{
    QFETCH(QString, language);
    m_language.use(language);
    FileBench bench;
    QVERIFY(bench.station.open());
    const auto standing = bench.put(CaseState::Reported, {.round = 1});
    QVERIFY(standing && bench.show(*standing, Role::Reviewer));
    QCOMPARE(wrongNames(*bench.page), QString());
    const auto *money = bench.page->findChild<QLabel *>(u"caseMoney"_s);
    QVERIFY(money && !money->text().startsWith(u':') && !money->text().startsWith(u'：')); // what it is for
    ReturnDesk desk(bench.counter(Role::Reviewer));
    connect(bench.page.get(), &CaseFilePage::recallAsked, &desk, &ReturnDesk::callBack);
    std::optional<Standing> moved;
    connect(&desk, &ReturnDesk::moved, this, [&moved](const Standing &now) { moved = now; });

    QTest::mouseClick(bench.button("recallButton"), Qt::LeftButton);
    auto *dialog = opened<QDialog>(*bench.page, "returnDialog");
    QVERIFY(dialog);
    auto *call = dialog->findChild<QPushButton *>(u"returnAccept"_s);
    QVERIFY(!call->isEnabled());
    auto *address = dialog->findChild<QCheckBox *>(u"returnReasonD02"_s);
    QVERIFY(address);
    QTest::keyClick(address, Qt::Key_Space);
    keepPicture(*dialog, u"recall_"_s + language);
    keepPicture(*bench.page, u"casefile_recall_"_s + language);
    QTest::mouseClick(call, Qt::LeftButton);
    QTRY_VERIFY(moved);
    QCOMPARE(moved->accepted.state, CaseState::Reported);
    QCOMPARE(moved->progress.recall.size(), 1);
    QCOMPARE(moved->progress.recall.first().code, u"D02"_s);
    bench.page->open(standing->accepted.id);
    QTRY_VERIFY(!bench.button("recallButton")); // asked already
    m_language.use(u"en"_s);
}

void TestCaseFilePage::whoMayNotSeesNoButton_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("seen");
    QTest::newRow("reported, reviewer") << CaseState::Reported << Role::Reviewer << true;
    QTest::newRow("reported, clerk") << CaseState::Reported << Role::Clerk << false;
    QTest::newRow("reviewed: it is reopened") << CaseState::StationReviewed << Role::Reviewer << false;
    QTest::newRow("signed: too late") << CaseState::CountySigned << Role::Supervisor << false;
}

void TestCaseFilePage::whoMayNotSeesNoButton()
{
    QFETCH(CaseState, state);
    QFETCH(Role, role);
    QFETCH(bool, seen);
    FileBench bench;
    QVERIFY(bench.station.open());
    const auto standing = bench.put(state, {.round = 1});
    QVERIFY(standing && bench.show(*standing, role));
    QCOMPARE(bench.button("recallButton") != nullptr, seen);
}

QTEST_MAIN(TestCaseFilePage)
#include "tst_casefilepage.moc"
