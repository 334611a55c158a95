#pragma once

#include "app/biometrics/minutiae.h"
#include "app/texts/texts.h"
#include "devices/practice/practicefinger.h"
#include "tests/support/lifecases.h"
#include "tests/support/patientscanner.h"
#include "tests/support/photobench.h"
#include "widgets/collection/collectionpage.h"
#include "widgets/common/language.h"
#include "widgets/receipt/receiptpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

// What the tests of the collection page and of the receipt page have in common.
namespace idcounter::test {

using namespace Qt::StringLiterals;

template<typename T>
T *child(QWidget &page, const char *name)
{
    const auto all = page.findChildren<T *>(QString::fromLatin1(name));
    for (T *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

template<typename T>
bool appears(QWidget &page, const char *name)
{
    return QTest::qWaitFor([&] { return child<T>(page, name) != nullptr; });
}

inline QString cell(const QTableWidget *table, int row, int column)
{
    return table->item(row, column) ? table->item(row, column)->text() : QString();
}

inline void click(QWidget &page, const char *button)
{
    QTest::mouseClick(child<QPushButton>(page, button), Qt::LeftButton);
}

// For looking at: IDCOUNTER_PICTURES names the folder.
inline void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(50); // laid out
    page.grab().save(folder + u'/' + name + u".png"_s);
}

// Cards somewhere between the card centre and the citizen, and the pages over them. The seed of a finger is its person.
struct CardBench
{
    PracticeCounter station;
    StillCamera still;
    Camera *camera = &still;
    PatientScanner scanner;
    CardReader *reader = nullptr; // of the station that is shown
    Language language;
    std::unique_ptr<CollectionDesk> collection;
    std::unique_ptr<ReceiptDesk> receipt;
    std::unique_ptr<CollectionPage> collectionPage;
    std::unique_ptr<ReceiptPage> receiptPage;
    int cases = 0;

    bool open(Role role = Role::Clerk)
    {
        language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
        if (!station.open())
            return false;
        Counter counter = station.counter();
        counter.person.role = role;
        collection = std::make_unique<CollectionDesk>(counter);
        receipt = std::make_unique<ReceiptDesk>(counter);
        return true;
    }

    void showCollection()
    {
        collectionPage = std::make_unique<CollectionPage>(*collection, *receipt, *camera, scanner, reader,
                                                          station.login, collection->counter());
        collectionPage->resize(1366, 690);
        collectionPage->show();
        QVERIFY(QTest::qWaitForWindowActive(collectionPage.get()));
    }

    void showReceipt()
    {
        QSignalSpy changed(receipt.get(), &ReceiptDesk::changed);
        receiptPage = std::make_unique<ReceiptPage>(*receipt, receipt->counter());
        receiptPage->resize(1366, 690);
        receiptPage->show();
        QVERIFY(QTest::qWaitForWindowActive(receiptPage.get()));
        QVERIFY(changed.count() > 0 || changed.wait());
    }

    template<typename T, typename Work>
    std::optional<T> inDatabase(Work work)
    {
        return test::inDatabase<T>(station, work);
    }

    static QByteArray templateOf(quint64 seed)
    {
        const PracticeFinger finger(seed);
        QList<FingerFeatures> presses;
        for (int number = 1; number <= 4; ++number) {
            if (const auto features = extract(finger.impression(number)))
                presses << *features;
        }
        return FingerTemplate(presses).toBytes();
    }

    Draft form(const QString &number, const QString &name) { return formOf(station, number, name); }

    // A case in the state; progress is what was found out on the way. finger: its person's; 0: nothing is enrolled.
    std::optional<Standing> put(const Draft &draft, CaseState state, const CaseProgress &progress, quint64 finger = 0)
    {
        return putCase(station, draft, state, progress, finger ? templateOf(finger) : QByteArray());
    }

    std::optional<Standing> standing(const QUuid &id)
    {
        return inDatabase<Standing>([id](Repositories &repositories) { return repositories.lives.standing(id); });
    }

    CaseState stateOf(const std::optional<Standing> &one)
    {
        const auto now = one ? standing(one->accepted.id) : std::nullopt;
        return now ? now->accepted.state : CaseState::None;
    }

    std::optional<bool> allowDeputies()
    {
        return inDatabase<bool>([](Repositories &repositories) -> Result<bool> {
            const auto loaded = StationSettings::load(repositories.station);
            if (!loaded)
                return loaded.error();
            StationSettings settings = *loaded;
            settings.life.deputy = DeputyRule::Relative;
            const auto stored = settings.store(repositories.station);
            return stored ? Result<bool>(true) : Result<bool>(stored.error());
        });
    }

    // As a barcode scanner types it.
    bool find(const QString &text)
    {
        auto *search = child<QLineEdit>(*collectionPage, "collectionSearchEdit");
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, text);
        QSignalSpy found(collection.get(), &CollectionDesk::foundChanged);
        QTest::keyClick(search, Qt::Key_Return);
        return found.wait();
    }

    bool findOpened(const Standing &one)
    {
        QSignalSpy opened(collection.get(), &CollectionDesk::opened);
        return find(one.accepted.number.toString()) && (opened.count() > 0 || opened.wait());
    }

    QString message() const
    {
        QWidget *page = collectionPage ? static_cast<QWidget *>(collectionPage.get()) : receiptPage.get();
        const auto *text = child<QLabel>(*page, "messageText");
        return text ? text->text() : QString();
    }
    bool isSaid(Error::Code code) const
    {
        return QTest::qWaitFor([&] { return message() == texts::describe(code); });
    }
};

inline const QString adult = u"11010519491231002X"_s;
inline const QString other = u"650102200002299022"_s;
inline const CaseProgress inDrawer{.box = u"A"_s, .slot = u"012"_s, .notifiedOn = {2026, 11, 23}};

} // namespace idcounter::test
