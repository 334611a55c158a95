#include "app/texts/texts.h"
#include "tests/support/input.h"
#include "tests/support/names.h"
#include "tests/support/reviewbench.h"
#include "widgets/common/imageview.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/review/redoview.h"
#include "widgets/review/returnedpage.h"
#include "widgets/review/reviewmodel.h"
#include "widgets/review/reviewpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize pageSize(1366, 690); // of a window of 1366 × 768

template<typename T>
T *child(const QWidget &page, const char *name)
{
    return page.findChild<T *>(QString::fromLatin1(name));
}

QString text(const QWidget &page, const char *name)
{
    return child<QLabel>(page, name)->text();
}

// A picture of the page where somebody asked for them, to be looked at.
void keepPicture(QWidget &page, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_SHOTS"); !folder.isEmpty())
        page.grab().save(folder + u'/' + name + u".png"_s);
}

bool showActive(QWidget &page)
{
    page.resize(pageSize);
    page.show();
    page.activateWindow(); // no window manager does it here
    return QTest::qWaitForWindowActive(&page);
}

ReturnReason reason(const char *code, FaultyItem item, const QString &note = {})
{
    return {.code = QString::fromLatin1(code), .item = item, .note = note};
}

void withException(Draft &form)
{
    form.photo->reasons = {{u"background"_s, u"the wall cannot be changed"_s}};
    form.fingers[1] = {.finger = u"16"_s, .result = FingerResult::NotRegistered, .attempts = 5, .reason = u"bandage"_s};
}

} // namespace

// The review, what came back, and what is done again.
class TestReviewDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theListIsInOrder();
    void filtersNarrowTheList();
    void everythingIsOnOneScreen_data();
    void everythingIsOnOneScreen();
    void approvalsFollowEachOtherByKeys();
    void exceptionsAreConfirmedFirst();
    void whoAcceptedDoesNotApprove();
    void aClerkOnlyReads();
    void aCaseIsReturnedWithReasons();
    void aRefusalNeedsItsReason();
    void aVoidedCaseGivesTheMoneyBack();
    void onlyTodaysCaseIsVoided();
    void aReviewedCaseIsReopened();
    void theReturnedAreListedWithWhomToCall();
    void onlyThePhotoIsTakenAnew();
    void onlyThatFingerIsTakenAnew();
    void aFormIsCorrected();
    void aCorrectedFormIsOfTheSamePrice_data();
    void aCorrectedFormIsOfTheSamePrice();
    void whatIsNotAtFaultStays();
    void leavingAsksWhereSomethingWasDone();

private:
    Language m_language;
};

void TestReviewDesk::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
    m_language.use(u"en"_s);
}

void TestReviewDesk::theListIsInOrder()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    Draft unusual = bench.form(0);
    withException(unusual);
    const auto exception = bench.accept(unusual);
    const auto young = bench.accept(bench.form(1), 1);
    const auto late = bench.accept(bench.form(2), 30);
    QVERIFY(exception && young && late);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewModel model(desk, desk.counter());
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&desk, &ReviewDesk::changed);
    desk.refresh();
    QVERIFY(changed.wait());
    model.show({});
    QCOMPARE(model.rowCount(), 5); // two headings
    QVERIFY(model.data(model.index(0, 0), Qt::DisplayRole).toString().contains(u"Exceptions"_s));
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
    QCOMPARE(model.caseAt(1)->accepted.id, exception->id);
    QCOMPARE(model.caseAt(3)->accepted.id, late->id); // its promise is passed
    QCOMPARE(model.caseAt(4)->accepted.id, young->id);
    QVERIFY(model.data(model.index(3, ReviewModel::Due), Qt::DisplayRole).toString().startsWith(u"■"_s));
    QVERIFY(model.data(model.index(4, ReviewModel::Due), Qt::DisplayRole).toString().startsWith(u"✓"_s));
    QVERIFY(model.data(model.index(3, ReviewModel::Due), Qt::DisplayRole).toString().contains(u"30"_s));
    QVERIFY(model.data(model.index(4, ReviewModel::Application), Qt::DisplayRole)
                .toString()
                .startsWith(young->number.grouped() + u'\n' + young->form.applicant.name));
}

void TestReviewDesk::filtersNarrowTheList()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    Draft unusual = bench.form(0);
    withException(unusual);
    Draft change = bench.form(2);
    change.business.reason = u"23"_s;
    QVERIFY(bench.accept(unusual) && bench.accept(bench.form(1), 12) && bench.accept(change));
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    const auto *model = child<QTableView>(page, "reviewList")->model();
    QTRY_COMPARE(model->rowCount(), 5);
    QTest::mouseClick(child<QCheckBox>(page, "reviewExceptionsBox"), Qt::LeftButton, {}, {10, 14});
    QCOMPARE(model->rowCount(), 2);
    QTest::mouseClick(child<QCheckBox>(page, "reviewExceptionsBox"), Qt::LeftButton, {}, {10, 14});
    auto *ages = child<QComboBox>(page, "reviewAgeBox");
    ages->setFocus();
    while (ages->currentData().toInt() != 10)
        QTest::keyClick(ages, Qt::Key_Down);
    QCOMPARE(model->rowCount(), 2);
    QTest::keyClick(ages, Qt::Key_Down); // 20 days: none
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(child<QLabel>(page, "reviewEmpty")->isVisible());
    QVERIFY(!child<QPushButton>(page, "approveButton")->isVisible());
    QTest::keyClick(ages, Qt::Key_Home);
    auto *businesses = child<QComboBox>(page, "reviewBusinessBox");
    QCOMPARE(businesses->count(), 3);
    businesses->setFocus();
    while (businesses->currentData().toString() != u"23")
        QTest::keyClick(businesses, Qt::Key_Down);
    QCOMPARE(model->rowCount(), 2);
    QTRY_COMPARE(text(page, "reviewName"), change.applicant.name);
}

void TestReviewDesk::everythingIsOnOneScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void TestReviewDesk::everythingIsOnOneScreen()
{
    QFETCH(QString, language);
    m_language.use(language);
    ReviewBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(2);
    withException(form);
    form.applicant.unlocked = {{u"sex"_s, u"corrected by court order"_s}};
    form.papers.passed.removeAll(int(BookletCheck::SealPresent));
    form.papers.failed << int(BookletCheck::SealPresent);
    const QImage frame = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    const QImage hand = ReviewBench::press(u"11"_s, 9).convertToFormat(QImage::Format_RGB32);
    form.photo->picture = QUuid::createUuid();
    form.sidePictures << SidePicture{.kind = SidePictureKind::Hand, .capture = QUuid::createUuid()};
    const QList<Capture> besides{
        {form.photo->picture, form.id, CaptureKind::PhotoSource, ReviewBench::bytesOf(frame, "JPEG")},
        {form.sidePictures.first().capture, form.id, CaptureKind::SidePicture, ReviewBench::bytesOf(hand, "PNG")}};
    QVERIFY(bench.accept(form, 2, besides) && bench.accept(bench.form(0), 30) && bench.accept(bench.form(1)));
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_COMPARE(text(page, "reviewName"), form.applicant.name);
    const QString unusual = text(page, "reviewExceptions");
    for (const QString &told : {u"the wall cannot be changed"_s, u"bandage"_s, u"court order"_s})
        QVERIFY2(unusual.contains(told), qPrintable(unusual));
    QCOMPARE(child<QWidget>(page, "reviewPhoto")->size(), QSize(358, 441)); // one to one
    const auto *photo = child<ImageView>(page, "reviewPhoto");
    auto *other = child<QPushButton>(page, "reviewOtherPicture");
    const QImage cut = photo->image();
    QVERIFY(other->isVisible());
    QTest::keyClick(&page, Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(photo->image().size(), frame.size());
    keepPicture(page, u"review_uncut_"_s + language);
    QTest::keyClick(&page, Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(photo->image().convertToFormat(QImage::Format_RGB32), hand);
    QTest::mouseClick(other, Qt::LeftButton);
    QCOMPARE(photo->image(), cut); // and round again
    QVERIFY(text(page, "printWords11").contains(u"82"_s));
    QVERIFY(!child<QLabel>(page, "printWords16"));
    QString facts;
    for (const QLabel *label : page.findChildren<QLabel *>(QRegularExpression(u"^reviewFact\\d+$"_s)))
        facts += label->text() + u'\n';
    for (const QString &told :
         {texts::describe(BookletCheck::SealPresent), u"¥20.00"_s, form.applicant.address, u"138 0000 1234"_s})
        QVERIFY2(facts.contains(told), qPrintable(facts));
    QVERIFY(!text(page, "reviewHistory").isEmpty());
    QCOMPARE(wrongNames(page), QString());
    QVERIFY(page.minimumSizeHint().width() <= pageSize.width());
    QVERIFY2(page.minimumSizeHint().height() <= pageSize.height(),
             qPrintable(QString::number(page.minimumSizeHint().height())));
    keepPicture(page, u"review_"_s + language);
    QTest::keyClick(&page, Qt::Key_PageDown);
    QTRY_COMPARE(text(page, "reviewName"), PracticeRegister::entries().first().name);
    keepPicture(page, u"review2_"_s + language);
    QTest::keyClick(&page, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(child<QDialog>(page, "returnDialog"));
    keepPicture(*child<QDialog>(page, "returnDialog"), u"return_"_s + language);
    m_language.use(u"en"_s);
}

void TestReviewDesk::approvalsFollowEachOtherByKeys()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto first = bench.accept(bench.form(0), 3);
    const auto second = bench.accept(bench.form(1), 2);
    const auto third = bench.accept(bench.form(2), 1);
    QVERIFY(first && second && third);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_COMPARE(text(page, "reviewName"), first->form.applicant.name);
    QTest::keyClick(&page, Qt::Key_PageDown);
    QTRY_COMPARE(text(page, "reviewName"), second->form.applicant.name);
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(page, "reviewName"), third->form.applicant.name); // by itself
    QCOMPARE(bench.standing(second->id).accepted.state, CaseState::StationReviewed);
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(page, "reviewName"), first->form.applicant.name); // what was passed over
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(child<QPushButton>(page, "reopenButton")->isVisible()); // only reviewed ones are left
    QTRY_COMPARE(text(page, "reviewTitle"), u"Review"_s);
}

void TestReviewDesk::exceptionsAreConfirmedFirst()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(0);
    withException(form);
    const auto accepted = bench.accept(form);
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "confirmExceptionsButton")->isVisible());
    QVERIFY(!child<QPushButton>(page, "approveButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&page, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(text(page, "reviewExceptions").contains(u"Confirmed by li"_s));
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Accepted);
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>(page, "approveButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.standing(accepted->id).accepted.state, CaseState::StationReviewed);
}

void TestReviewDesk::whoAcceptedDoesNotApprove()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0)); // by wang
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"wang"_s, Role::Reviewer));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "approveButton"), Qt::LeftButton);
    QTRY_COMPARE(text(page, "messageText"), texts::describe(Error::Code::SamePerson));
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Accepted);
    // A station of one man has it set, and it stands with the case.
    bench.station.store.write(
        &desk,
        [](Repositories &repositories) -> Result<void> {
            const auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            StationSettings wanted = *settings;
            wanted.life.reviewsOwn = true;
            return wanted.store(repositories.station);
        },
        [](const Result<void> &stored) { QVERIFY(stored); });
    QSignalSpy moved(&desk, &ReviewDesk::moved);
    QTest::mouseClick(child<QPushButton>(page, "approveButton"), Qt::LeftButton);
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::StationReviewed);
    QVERIFY(bench.standing(accepted->id).progress.ownReview);
}

void TestReviewDesk::aClerkOnlyReads()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"wang"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_COMPARE(text(page, "reviewName"), accepted->form.applicant.name);
    QVERIFY(child<QLabel>(page, "reviewReadOnly")->isVisible());
    for (const char *button : {"approveButton", "returnButton", "reviewRefuseButton", "voidButton"})
        QVERIFY2(!child<QPushButton>(page, button)->isVisible(), button);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&page, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!child<QDialog>(page, "returnDialog"));
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Accepted);
}

void TestReviewDesk::aCaseIsReturnedWithReasons()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "returnButton")->isVisible());
    QTest::keyClick(&page, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(child<QDialog>(page, "returnDialog"));
    QVERIFY(!child<QPushButton>(page, "returnAccept")->isEnabled());
    QTest::keyClick(child<QCheckBox>(page, "returnReasonP03"), Qt::Key_Space);
    QTest::keyClick(child<QCheckBox>(page, "returnReasonF21"), Qt::Key_Space);
    QTest::keyClicks(child<QLineEdit>(page, "returnNote"), u"head too high"_s);
    QTest::keyClick(child<QPushButton>(page, "returnAccept"), Qt::Key_Space);
    QTRY_COMPARE(bench.standing(accepted->id).accepted.state, CaseState::Returned);
    const CaseProgress progress = bench.standing(accepted->id).progress;
    QCOMPARE(progress.origin, ReturnOrigin::Station);
    const QList<ReturnReason> wanted{reason("P03", FaultyItem::Photo, u"head too high"_s),
                                     reason("F21", FaultyItem::SecondFinger, u"head too high"_s)};
    QCOMPARE(progress.wrong, wanted);
    QTRY_VERIFY(child<QLabel>(page, "reviewEmpty")->isVisible());
}

void TestReviewDesk::aRefusalNeedsItsReason()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QSignalSpy refused(&page, &ReviewPage::refused);
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "reviewRefuseButton")->isVisible());
    QTest::keyClick(&page, Qt::Key_End, Qt::AltModifier);
    QTRY_VERIFY(child<QInputDialog>(page, "askTextDialog"));
    QVERIFY(child<QInputDialog>(page, "askTextDialog")->labelText().contains(u"¥20.00"_s));
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(text(page, "messageText"), texts::describe(Error::Code::RefusalReasonMissing));
    QTRY_VERIFY(!child<QInputDialog>(page, "askTextDialog"));
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "reviewRefuseButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_End, Qt::AltModifier);
    QTRY_VERIFY(child<QLineEdit>(page, "askTextEdit"));
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"identity not settled"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(refused.count(), 1);
    const Standing standing = bench.standing(accepted->id);
    QCOMPARE(standing.accepted.state, CaseState::Refused);
    QCOMPARE(standing.refunded, Fen{2000});
}

void TestReviewDesk::aVoidedCaseGivesTheMoneyBack()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "voidButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "voidButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QComboBox>(page, "askChoiceBox"));
    QTest::keyClick(child<QComboBox>(page, "askChoiceBox"), Qt::Key_Home); // a duplicate
    QTest::keyClick(child<QComboBox>(page, "askChoiceBox")->window(), Qt::Key_Return);
    QTRY_VERIFY(child<QInputDialog>(page, "askTextDialog"));
    const QString told = child<QInputDialog>(page, "askTextDialog")->labelText();
    QVERIFY(told.contains(u"¥20.00"_s) && told.contains(accepted->number.grouped()));
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"wrong citizen"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.standing(accepted->id).accepted.state, CaseState::Voided);
    QCOMPARE(bench.standing(accepted->id).refunded, Fen{2000});
    QCOMPARE(bench.standing(accepted->id).progress.cause, EndingCause::Duplicate);
}

void TestReviewDesk::onlyTodaysCaseIsVoided()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.accept(bench.form(0), 1));
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isVisible());
    QVERIFY(!child<QPushButton>(page, "voidButton")->isVisible());
}

void TestReviewDesk::aReviewedCaseIsReopened()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0));
    QVERIFY(accepted);
    ReviewDesk desk(bench.counter(u"li"_s));
    ReviewPage page(desk, desk.counter());
    QVERIFY(showActive(page));
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "approveButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QPushButton>(page, "reopenButton")->isVisible());
    QTRY_VERIFY(child<QPushButton>(page, "reopenButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(child<QLineEdit>(page, "askTextEdit"));
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"looked at the wrong photo"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.standing(accepted->id).accepted.state, CaseState::Accepted);
    QTRY_VERIFY(child<QPushButton>(page, "approveButton")->isVisible());
}

void TestReviewDesk::theReturnedAreListedWithWhomToCall()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto younger = bench.accept(bench.form(0), 5);
    const auto older = bench.accept(bench.form(2), 50);
    QVERIFY(younger && older);
    const QString note = u"too bright on the right side of the face, take it before the other wall"_s;
    bench.sendBack(younger->id, {reason("P02", FaultyItem::Photo, note), reason("F11", FaultyItem::FirstFinger)});
    bench.sendBack(older->id, {reason("D02", FaultyItem::Form)});
    ReturnDesk desk(bench.counter(u"wang"_s));
    ReturnedPage page(desk, desk.counter());
    QVERIFY(child<QLabel>(page, "returnedEmpty")->text().startsWith(u"Nothing came back"_s));
    QList<QUuid> asked;
    connect(&page, &ReturnedPage::redoAsked, this,
            [&asked](const Standing &standing) { asked << standing.accepted.id; });
    QVERIFY(showActive(page));
    auto *list = child<QTableWidget>(page, "returnedList");
    QTRY_COMPARE(list->rowCount(), 2);
    QVERIFY(list->item(0, 0)->text().contains(u"10"_s)); // the fewest first
    QVERIFY(list->item(0, 1)->text().contains(older->form.applicant.name));
    QCOMPARE(list->item(1, 2)->text(), u"138 0000 1234"_s);
    QVERIFY(list->item(1, 3)->text().contains(note));
    QCOMPARE(list->item(1, 4)->text(), u"station"_s);
    QCOMPARE(wrongNames(page), QString());
    keepPicture(page, u"returned_en"_s);
    m_language.use(u"zh_CN"_s);
    keepPicture(page, u"returned_zh_CN"_s);
    m_language.use(u"en"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked, QList{younger->id});
}

void TestReviewDesk::onlyThePhotoIsTakenAnew()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    ReturnDesk desk(bench.counter(u"wang"_s));
    const Standing returned = bench.sendBack(accepted->id, {reason("P04", FaultyItem::Photo, u"blinks"_s)});
    RedoView view(desk, returned, bench.office());
    QSignalSpy done(&view, &RedoView::done);
    QVERIFY(showActive(view));
    QVERIFY(text(view, "redoWhy").contains(u"blinks"_s) && text(view, "redoWho").contains(u"138 0000 1234"_s));
    QVERIFY(text(view, "redoDays").contains(u"55"_s));
    QVERIFY(!child<QWidget>(view, "fingerTable") && !child<QWidget>(view, "correctNameEdit"));
    QVERIFY(!child<QPushButton>(view, "redoSendButton")->isEnabled());
    bench.camera.show(PracticeFrames(PracticePerson::fromSeed(7)).frame(0));
    QTRY_COMPARE_WITH_TIMEOUT(text(view, "photoHint"), u"✓ Ready: press Space"_s, 20000);
    keepPicture(view, u"redo_photo"_s);
    QTest::mouseClick(child<QPushButton>(view, "takeButton"), Qt::LeftButton);
    auto *rules = child<QTableWidget>(view, "ruleTable");
    QTRY_VERIFY_WITH_TIMEOUT(rules->isVisible() && rules->rowCount() > 20, 20000);
    // What is ticked before the photo is stored is not yet kept.
    const auto tickAll = [&] {
        for (int row = 0; row < rules->rowCount(); ++row) {
            rules->setCurrentCell(row, 0);
            if (child<QPushButton>(view, "lookButton")->isEnabled())
                QTest::keyClick(rules, Qt::Key_Space);
        }
        return child<QPushButton>(view, "redoSendButton")->isEnabled();
    };
    QTRY_VERIFY_WITH_TIMEOUT(tickAll(), 20000);
    keepPicture(view, u"redo_photo_taken"_s);
    QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(done.count(), 1);
    const Standing now = bench.standing(accepted->id);
    QCOMPARE(now.accepted.state, CaseState::Accepted);
    QVERIFY(now.accepted.form.photo->capture != accepted->form.photo->capture);
    QCOMPARE(now.accepted.form.fingers, accepted->form.fingers);
    QCOMPARE(now.accepted.form.signing, accepted->form.signing); // the law's clock runs on
    QCOMPARE(now.accepted.number, accepted->number);
}

void TestReviewDesk::onlyThatFingerIsTakenAnew()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    ReturnDesk desk(bench.counter(u"wang"_s));
    const Standing returned = bench.sendBack(accepted->id, {reason("F11", FaultyItem::FirstFinger)});
    RedoView view(desk, returned, bench.office());
    QSignalSpy done(&view, &RedoView::done);
    QVERIFY(showActive(view));
    QTRY_COMPARE_WITH_TIMEOUT(bench.scanner.state(), FingerprintScanner::State::Armed, 20000);
    QCOMPARE(bench.scanner.armed.last(), u"11"_s);
    keepPicture(view, u"redo_finger"_s);
    // The other one is not to be taken anew.
    child<QTableWidget>(view, "fingerTable")->selectRow(0);
    QTest::mouseClick(child<QPushButton>(view, "retakeFingerButton"), Qt::LeftButton);
    for (int press = 1; press <= 4; ++press) {
        QTRY_COMPARE_WITH_TIMEOUT(bench.scanner.state(), FingerprintScanner::State::Armed, 20000);
        QCOMPARE(bench.scanner.armed.last(), u"11"_s);
        bench.scanner.press(ReviewBench::press(u"11"_s, 10 + press));
    }
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(view, "redoSendButton")->isEnabled(), 20000);
    QTest::mouseClick(child<QPushButton>(view, "redoSendButton"), Qt::LeftButton);
    QTRY_COMPARE(done.count(), 1);
    const Draft form = bench.standing(accepted->id).accepted.form;
    QCOMPARE(form.fingers.size(), 2);
    QCOMPARE(form.fingers[0].finger, u"11"_s); // in its place
    QVERIFY(form.fingers[0].verified && form.fingers[0].presses != accepted->form.fingers[0].presses);
    QCOMPARE(form.fingers[1], accepted->form.fingers[1]);
    QCOMPARE(form.photo, accepted->form.photo);
}

void TestReviewDesk::aFormIsCorrected()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    ReturnDesk desk(bench.counter(u"wang"_s));
    const Standing returned = bench.sendBack(accepted->id, {reason("D02", FaultyItem::Form)});
    RedoView view(desk, returned, bench.office());
    QSignalSpy done(&view, &RedoView::done);
    QVERIFY(showActive(view));
    keepPicture(view, u"redo_form"_s);
    QCOMPARE(wrongNames(view), QString());
    QTest::keyClicks(child<QWidget>(view, "correctAddressEdit"), u"7"_s);
    auto *phone = child<QLineEdit>(view, "phoneEdit");
    phone->clear();
    QTest::keyClicks(phone, u"1390000"_s);
    QVERIFY(!child<QPushButton>(view, "redoSendButton")->isEnabled());
    QTest::keyClicks(phone, u"4321"_s);
    auto *reason = child<QComboBox>(view, "correctReasonBox");
    QVERIFY(reason->findData(u"29"_s) >= 0); // costs the same
    QCOMPARE(reason->findData(u"24"_s), -1); // costs more
    reason->setFocus();
    QTest::keyClicks(reason, u"29"_s);
    QCOMPARE(reason->currentData().toString(), u"29"_s);
    QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
    auto *isSigned = child<QCheckBox>(view, "signedBox");
    QTRY_VERIFY(isSigned->isVisible());
    keepPicture(view, u"redo_sign"_s);
    QVERIFY(!isSigned->isEnabled()); // there is no sheet to sign yet
    QTest::keyClick(&view, Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(isSigned->isEnabled());
    QTest::mouseClick(child<QCheckBox>(view, "readBackBox"), Qt::LeftButton, {}, {10, 10});
    QVERIFY(!child<QPushButton>(view, "redoSendButton")->isEnabled());
    QTest::mouseClick(isSigned, Qt::LeftButton, {}, {10, 10});
    QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(done.count(), 1);
    const Draft form = bench.standing(accepted->id).accepted.form;
    QVERIFY(form.applicant.address != accepted->form.applicant.address && form.applicant.address.contains(u'7'));
    QCOMPARE(form.delivery.phone, u"13900004321"_s);
    QCOMPARE(form.applicant.number, accepted->form.applicant.number);
    QCOMPARE(form.business.reason, u"29"_s);
    QCOMPARE(form.signing.printedForms, 1);
    QCOMPARE(form.signing.formDate, accepted->form.signing.formDate);
}

void TestReviewDesk::aCorrectedFormIsOfTheSamePrice_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("taken");
    QTest::newRow("same price") << u"29"_s << true;
    QTest::newRow("another price") << u"24"_s << false;
    QTest::newRow("unknown") << u"77"_s << false;
}

// The desk refuses what the page does not offer.
void TestReviewDesk::aCorrectedFormIsOfTheSamePrice()
{
    QFETCH(QString, code);
    QFETCH(bool, taken);
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    ReturnDesk desk(bench.counter(u"wang"_s));
    const Standing returned = bench.sendBack(accepted->id, {reason("D04", FaultyItem::Form)});
    QSignalSpy moved(&desk, &ReturnDesk::moved);
    QSignalSpy failed(&desk, &ReturnDesk::failed);
    Draft form = returned.accepted.form;
    form.business.reason = code;
    desk.redo(returned, form);
    QTRY_COMPARE(moved.count() + failed.count(), 1);
    QCOMPARE(moved.count(), taken ? 1 : 0);
    QCOMPARE(bench.standing(accepted->id).accepted.form.business.reason, taken ? code : accepted->form.business.reason);
}

// The walk-in of a returned case takes no change of anything else, and leaves no draft behind.
void TestReviewDesk::whatIsNotAtFaultStays()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    const Standing returned = bench.sendBack(accepted->id, {reason("F21", FaultyItem::SecondFinger)});
    {
        WalkIn walkIn(bench.counter(u"wang"_s), returned, bench.station.household);
        QCOMPARE(walkIn.stepsAgain(), QList{StepId::Fingers});
        QVERIFY(!walkIn.isDoneAgain());
        QVERIFY(walkIn.canGoTo(StepId::Fingers) && !walkIn.canGoTo(StepId::Booklet) && !walkIn.canGoTo(StepId::Fee));
        Draft other = walkIn.draft();
        other.applicant.name = u"张三"_s;
        walkIn.setDraft(other);
        QCOMPARE(walkIn.draft().applicant.name, accepted->form.applicant.name);
        Draft without = walkIn.draft();
        without.fingers.clear(); // the first finger is not at fault
        walkIn.setDraft(without);
        QCOMPARE(walkIn.draft().fingers.size(), 1);
        Draft again = walkIn.draft();
        again.fingers.prepend(accepted->form.fingers[1]);
        again.fingers.first().quality = 90;
        walkIn.setDraft(again);
        QVERIFY(walkIn.isDoneAgain());
        QCOMPARE(walkIn.formAgain().fingers[0], accepted->form.fingers[0]);
        QCOMPARE(walkIn.formAgain().fingers[1].quality, 90);
        walkIn.save();
        walkIn.accept({});
    }
    QObject asker;
    std::optional<qsizetype> drafts;
    bench.station.store.read(
        &asker,
        [](Repositories &repositories) -> Result<qsizetype> {
            const auto all = repositories.drafts.summaries();
            return all ? Result<qsizetype>(all->size()) : Result<qsizetype>(all.error());
        },
        [&drafts](const Result<qsizetype> &count) { drafts = count ? *count : -1; });
    QTRY_COMPARE(drafts, std::optional<qsizetype>(0));
    QCOMPARE(bench.standing(accepted->id).version, returned.version);
}

void TestReviewDesk::leavingAsksWhereSomethingWasDone()
{
    ReviewBench bench;
    QVERIFY(bench.open());
    const auto accepted = bench.accept(bench.form(0), 5);
    QVERIFY(accepted);
    ReturnDesk desk(bench.counter(u"wang"_s));
    const Standing returned = bench.sendBack(accepted->id, {reason("D02", FaultyItem::Form)});
    RedoView view(desk, returned, bench.office());
    QSignalSpy left(&view, &RedoView::left);
    QVERIFY(showActive(view));
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(left.count(), 1); // nothing was done
    QTest::keyClicks(child<QWidget>(view, "correctAddressEdit"), u"7"_s);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(left.count(), 1);
    QTest::mouseClick(child<QPushButton>(view, "messageAction"), Qt::LeftButton);
    QCOMPARE(left.count(), 2);
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Returned);
}

QTEST_MAIN(TestReviewDesk)
#include "tst_reviewdesk.moc"
