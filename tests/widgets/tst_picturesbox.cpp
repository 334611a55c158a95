#include "tests/support/givenpicture.h"
#include "tests/support/names.h"
#include "widgets/booking/bookingpage.h"
#include "widgets/booking/bookingpages.h"
#include "widgets/booking/picturedialog.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The pictures an applicant gave, as the clerk sees them with the booking.
class TestPicturesBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init();
    void cleanup();
    void aBookingWithoutPictures();
    void lookedAtByKeys();
    void whatDidNotComeIsSaid();
    void withTheNextConnection();

private:
    template<typename T>
    T *child(const char *name) const
    {
        return page()->findChild<T *>(QString::fromLatin1(name));
    }
    QWidget *page() const { return m_pages->pages().first(); }
    QString book()
    {
        const auto booking = m_station->bench.book(0);
        m_station->api->wake();
        return booking ? booking->id : QString();
    }
    bool open()
    {
        page()->resize(1366, 690);
        page()->show();
        QApplication::setActiveWindow(page());
        auto *list = child<QTableWidget>("bookingList");
        if (!QTest::qWaitFor([&] { return list->rowCount() == 1 && list->hasFocus(); }))
            return false;
        QTest::keyClick(list, Qt::Key_Return);
        return QTest::qWaitFor([&] { return child<QLabel>("bookingTitle")->isVisible(); });
    }
    bool isShown(const QString &english, const QString &text) const
    {
        return m_language.following().code == "en"_L1 || text.contains(english); // the Chinese is looked at
    }
    // For looking at: IDCOUNTER_PICTURES names the folder.
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }

    Language m_language;
    std::unique_ptr<LinkedStation> m_station;
    std::unique_ptr<BookingPages> m_pages;
};

void TestPicturesBox::init()
{
    m_language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
    m_station = std::make_unique<LinkedStation>();
    QVERIFY(m_station->open());
    m_station->bench.openHall(6, 2, 1);
    m_station->link.reset();
    m_pages = std::make_unique<BookingPages>(m_station->practice.counter());
}

void TestPicturesBox::cleanup()
{
    m_pages.reset();
    m_station.reset();
}

void TestPicturesBox::aBookingWithoutPictures()
{
    QVERIFY(!book().isEmpty());
    QVERIFY(open());
    QTRY_VERIFY(child<QListWidget>("timesList")->isVisible());
    QVERIFY(!child<QWidget>("picturesBox")->isVisible());
}

void TestPicturesBox::lookedAtByKeys()
{
    const QString booking = book();
    givePicture(*m_station, booking, {1600, 1200});
    givePicture(*m_station, booking, {1200, 1600}, u"OLD_CARD"_s);
    givePicture(*m_station, booking, {1600, 1200}, u"BOOKLET"_s);
    QVERIFY(open());
    auto *list = child<QListWidget>("pictureList");
    QTRY_COMPARE(list->count(), 3);
    QTRY_VERIFY(!child<QProgressBar>("pictureProgress")->isVisible()); // all are here
    QTRY_VERIFY(child<QPushButton>("pictureOpenButton")->isEnabled());
    QVERIFY(!child<QLabel>("pictureTrouble")->isVisible());
    QVERIFY(!child<QPushButton>("picturesAgainButton")->isVisible());
    QVERIFY(isShown(u"residence permit"_s, list->item(0)->text()));
    QVERIFY(isShown(u"old card"_s, list->item(1)->text()));
    QTRY_VERIFY(list->item(2)->icon().pixmap(96, 72).toImage().pixelColor(10, 10).lightness()
                < 100); // its dark quarter
    QVERIFY2(wrongNames(*page()) == QString(), qPrintable(wrongNames(*page())));
    picture(*page(), u"booking_pictures"_s);

    list->setFocus();
    QTest::keyClick(list, Qt::Key_Right);
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(page()->findChild<PictureDialog *>());
    auto *dialog = page()->findChild<PictureDialog *>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *shown = dialog->findChild<QLabel *>(u"pictureLabel"_s);
    auto *room = dialog->findChild<QScrollArea *>(u"pictureArea"_s)->viewport();
    QVERIFY(shown->width() <= room->width() && shown->height() <= room->height()); // whole
    QVERIFY(shown->height() > shown->width());
    QVERIFY2(wrongNames(*dialog) == QString(), qPrintable(wrongNames(*dialog)));
    picture(*dialog, u"picture_whole"_s);
    const auto press = [&](const char *button) {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    };
    QTest::keyClick(dialog, Qt::Key_1);
    QTRY_COMPARE(shown->size(), QSize(1200, 1600));
    picture(*dialog, u"picture_full"_s);
    press("pictureLarger");
    QCOMPARE(shown->size(), QSize(1500, 2000));
    press("pictureSmaller");
    QCOMPARE(shown->size(), QSize(1200, 1600));
    QTest::keyClick(dialog, Qt::Key_R);
    QTRY_COMPARE(shown->size(), QSize(1600, 1200)); // turned
    QTest::keyClick(dialog, Qt::Key_0);
    QTRY_VERIFY(shown->width() <= room->width());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!page()->findChild<PictureDialog *>());

    // Who closes the booking closes its pictures.
    page()->hide();
    QCOMPARE(list->count(), 0);
}

void TestPicturesBox::whatDidNotComeIsSaid()
{
    std::atomic<bool> lies = true;
    m_station->inBetween = [&lies](const platform::HttpRequest &request, const auto &really) {
        platform::HttpResponse answer = really();
        if (lies && request.path().contains("/attachments/"))
            answer.body[60] = char(answer.body[60] ^ 1);
        return answer;
    };
    const QString booking = book();
    givePicture(*m_station, booking);
    QVERIFY(open());
    auto *list = child<QListWidget>("pictureList");
    auto *trouble = child<QLabel>("pictureTrouble");
    auto *again = child<QPushButton>("picturesAgainButton");
    QTRY_VERIFY(again->isVisible());
    QVERIFY(trouble->isVisible() && trouble->text().startsWith(u"▲"_s));
    QVERIFY(isShown(u"✗ not usable"_s, list->item(0)->text()));
    QVERIFY(!child<QPushButton>("pictureOpenButton")->isEnabled());
    picture(*page(), u"booking_picture_refused"_s);
    lies = false;
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(child<QPushButton>("pictureOpenButton")->isEnabled());
    QVERIFY(!again->isVisible());
    QVERIFY(!trouble->isVisible());
}

void TestPicturesBox::withTheNextConnection()
{
    std::atomic<bool> isCut = true;
    m_station->inBetween = [&isCut](const platform::HttpRequest &request, const auto &really) {
        return isCut && request.path().contains("/attachments/") ? platform::HttpResponse{.status = 503} : really();
    };
    const QString booking = book();
    givePicture(*m_station, booking);
    QVERIFY(open());
    auto *list = child<QListWidget>("pictureList");
    QTRY_COMPARE(list->count(), 1);
    m_station->stop();
    auto *trouble = child<QLabel>("pictureTrouble");
    QTRY_VERIFY(trouble->isVisible() && isShown(u"No line: the pictures come by themselves"_s, trouble->text()));
    QVERIFY(!child<QProgressBar>("pictureProgress")->isVisible());
    picture(*page(), u"booking_pictures_without_line"_s);
    isCut = false;
    QVERIFY(m_station->serve());
    QTest::mouseClick(child<QPushButton>("tryNowButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QPushButton>("pictureOpenButton")->isEnabled());
    QVERIFY(!trouble->isVisible());
}

QTEST_MAIN(TestPicturesBox)
#include "tst_picturesbox.moc"
