#include "tests/support/lifecases.h"
#include "tests/support/readable.h"
#include "tests/support/reviewbench.h"
#include "widgets/collection/collectionpage.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/exchange/packagespage.h"
#include "widgets/lifepages.h"
#include "widgets/review/redoview.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <array>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// Every page of what follows an acceptance can be read, in the light and in the dark theme.
class TestLifeThemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsReadable_data();
    void everyPageIsReadable();
    void aColourThatIsNoThemesIsFound();
};

namespace {

// A made-up citizen of those who were born on that day: the check character is that of GB 11643.
QString citizen(int sequence)
{
    const QString body = u"65010219880612%1"_s.arg(sequence, 3, 10, QChar(u'0'));
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * body[qsizetype(i)].digitValue();
    return body + u"10X98765432"_s[sum % 11];
}

// A station with a case in every state that a page shows.
struct ThemeBench : ReviewBench
{
    Language language;
    QList<Standing> cases;

    bool fill()
    {
        language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
        if (!open())
            return false;
        for (int citizen = 0; citizen < 2; ++citizen) {
            if (!accept(form(citizen), citizen * 30))
                return false;
        }
        const auto returned = accept(form(2));
        if (!returned)
            return false;
        sendBack(returned->id, {{.code = u"P03"_s, .item = FaultyItem::Photo, .note = u"not sharp"_s}});
        const CaseProgress here{.batch = u"B7"_s, .box = u"A"_s, .notifiedOn = {2026, 11, 23}};
        return put(CaseState::Reported, {}) && put(CaseState::Dispatched, {.batch = u"B7"_s})
            && put(CaseState::Received, here, u"011"_s) && put(CaseState::Notified, here, u"012"_s)
            && put(CaseState::Unclaimed, here, u"013"_s) && put(CaseState::StationReviewed, {})
            && put(CaseState::Defective, {.defect = CardDefect::Unreadable, .defectReported = false}) && order();
    }

    // A fee that is left open, of which the applicant is to be reminded.
    bool order()
    {
        const auto charge = (*station.rules.fees())->charge(u"RENEW"_s, station.counter().today(), u"65"_s);
        Draft draft = formOf(station, citizen(int(cases.size()) + 101), u"王小明"_s);
        draft.payment = {.method = PaymentMethod::Order, .payUntil = station.counter().today().addDays(7)};
        return charge && putCase(station, draft, CaseState::Accepted, {}, {}, {*charge});
    }

    bool put(CaseState state, CaseProgress progress, const QString &slot = {})
    {
        progress.slot = slot;
        Draft draft = formOf(station, citizen(int(cases.size()) + 101), u"王小明"_s);
        draft.business.temporaryCard = state == CaseState::Reported || state == CaseState::Dispatched;
        if (state == CaseState::Dispatched) // its temporary card is late, which has a colour of its own
            draft.signing.formDate = draft.signing.formDate.addDays(-20);
        const auto standing = putCase(station, draft, state, progress);
        if (standing)
            cases << *standing;
        return standing.has_value();
    }
};

// What the database answers is drawn: a round for each answer that asks for more.
bool settle(Store &store)
{
    constexpr int rounds = 40;
    QObject asker;
    for (int round = 0; round < rounds; ++round) {
        bool answered = false;
        store.read(
            &asker, [](Repositories &) { return Result<void>(); },
            [&answered](const Result<void> &) { answered = true; });
        if (!QTest::qWaitFor([&answered] { return answered; }))
            return false;
    }
    return true;
}

// IDCOUNTER_PICTURES names a folder for looking at the pages.
void checkPart(QWidget &page, const QString &part)
{
    const auto areReadable = [&page] { return unreadableTexts(page).isEmpty(); };
    (void)QTest::qWaitFor(areReadable); // the colours of the theme come with the next turn
    const QString name = QString::fromLatin1(page.metaObject()->className()).section(u':', -1) + part;
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        page.grab().save(u"%1/%2-%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()), name));
    const QStringList unreadable = unreadableTexts(page);
    QVERIFY2(unreadable.isEmpty(), qPrintable(name + u": "_s + unreadable.join(u"; "_s)));
}

// The first line of the first list that has one; it is the fuller half of each page that is shown for it.
QTableView *firstList(QWidget &page)
{
    const auto tables = page.findChildren<QTableView *>();
    const auto first = std::find_if(tables.begin(), tables.end(), [](const QTableView *table) {
        return table->isVisible() && table->model()->rowCount() > 0;
    });
    return first == tables.end() ? nullptr : *first;
}

} // namespace

void TestLifeThemes::everyPageIsReadable_data()
{
    QTest::addColumn<Theme>("before");
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light << Theme::Light;
    QTest::newRow("dark") << Theme::Dark << Theme::Dark;
    QTest::newRow("changed") << Theme::Light << Theme::Dark; // while the page is shown
}

void TestLifeThemes::everyPageIsReadable()
{
    QFETCH(Theme, before);
    QFETCH(Theme, theme);
    ThemeBench bench;
    QVERIFY(bench.fill());
    const Office office = bench.office();
    LifePages life(office, bench.counter(u"li"_s));
    QList<QWidget *> shown = life.pages();
    connect(&life, &LifePages::showAsked, this, [&shown](QWidget *page) {
        if (!shown.contains(page))
            shown << page; // the one on which a returned case is done again
    });
    life.openCase(bench.cases.last().accepted.id);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        QWidget *page = shown[i];
        applyTheme(*qApp, before);
        page->resize(1366, 690);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page));
        if (auto *collection = qobject_cast<CollectionPage *>(page)) {
            collection->find(bench.cases[3].accepted.number.toString());
            QTRY_VERIFY(page->findChild<QListWidget *>(u"partsList"_s)->isVisible());
        } else if (!qobject_cast<PackagesPage *>(page) && !qobject_cast<RedoView *>(page)) {
            QTRY_VERIFY(firstList(*page));
            QTableView *list = firstList(*page);
            list->setFocus();
            list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(list, Qt::Key_Return);
        }
        QVERIFY(settle(bench.station.store));
        applyTheme(*qApp, theme);
        checkPart(*page, {});
        const auto parts = page->findChildren<QPushButton *>();
        for (QPushButton *part : parts) {
            const bool isPart = part->isCheckable() && part->objectName().endsWith(u"PartButton"_s);
            if (!isPart || !part->isVisible() || part->isChecked())
                continue;
            applyTheme(*qApp, before);
            QTest::mouseClick(part, Qt::LeftButton);
            QVERIFY(settle(bench.station.store));
            applyTheme(*qApp, theme);
            checkPart(*page, part->objectName());
        }
        page->hide();
    }
    QCOMPARE(shown.size(), life.pages().size() + 1);
}

// The control: a text in a colour of its own, on both themes where it cannot be read.
void TestLifeThemes::aColourThatIsNoThemesIsFound()
{
    for (const auto &[theme, colour] : {std::pair(Theme::Dark, u"#16202B"_s), std::pair(Theme::Light, u"#E9EDF2"_s)}) {
        applyTheme(*qApp, theme);
        QWidget page;
        page.resize(400, 100);
        auto *label = new QLabel(u"Acceptance number"_s, &page);
        label->setObjectName(u"planted"_s);
        label->resize(300, 40);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(unreadableTexts(page), QStringList());
        label->setStyleSheet(u"color: "_s + colour);
        const QStringList found = unreadableTexts(page);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().startsWith(u"planted"_s));
    }
}

QTEST_MAIN(TestLifeThemes)
#include "tst_lifethemes.moc"
