// The way of a booking: from the form to the visit, and to the card.

#include "tests/e2e/endtoend.h"

#include <QListWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace idcounter::test {

namespace {

const QDate visitDay(2026, 11, 26);
const QDate collectionDay(2026, 12, 14);
const QColor paper(222, 206, 178); // of what was photographed
const QString question = u"请补充：原身份证是否还在？"_s;
const QString answer = u"还在，已到期。"_s;

// Whether the list of pictures shows the one that was sent.
bool paperIsSeen(const CounterWindow &counter)
{
    const auto *list = counter.find<QListWidget>(u"pictureList"_s);
    if (!list || list->count() != 1)
        return false;
    const QColor shown = list->item(0)->icon().pixmap(96, 72).toImage().pixelColor(48, 36);
    constexpr int lost = 8; // by JPEG
    return std::abs(shown.red() - paper.red()) < lost && std::abs(shown.blue() - paper.blue()) < lost;
}

} // namespace

void TestEndToEnd::applicantBooks()
{
    QVERIFY(m_applicant->opens(u"/"_s));
    QVERIFY(logsIn(holderPhone));
    QVERIFY(m_applicant->opens(u"/"_s));
    // Its slots leave the station one by one.
    QVERIFY(m_counter->waitsFor(u"the place"_s, [&] {
        return m_applicant->follows(u"/booking/new"_s) && m_applicant->text().contains(u"09:00"_s);
    }));
    QJsonObject typed = bookingForm();
    typed[u"number"_s] = u"650102198806129011"_s; // the last character is wrong
    QVERIFY(m_applicant->fills(typed));
    QVERIFY(m_applicant->sends(u"/booking/new"_s));
    QCOMPARE(m_applicant->status(), 400);
    QVERIFY(m_applicant->fills({{u"number"_s, m_holder.number}}));
    QVERIFY(m_applicant->sends(u"/booking/new"_s));
    QCOMPARE(m_applicant->status(), 200);
    QVERIFY(m_applicant->text().contains(in(u"Being reviewed"_s, u"审核中"_s)));
    m_booking = m_applicant->id();
    QCOMPARE(m_platform->stateOf(u"bookings"_s, m_booking), u"SUBMITTED"_s);
}

// A file from the telephone; the first try is without one.
void TestEndToEnd::paperIsPhotographed()
{
    const QString path = m_counter->path(u"booklet.jpg"_s);
    QImage photo(900, 600, QImage::Format_RGB32);
    photo.fill(paper);
    QVERIFY(photo.save(path));
    const QString pictures = u"/booking/%1/pictures"_s.arg(m_booking);
    QVERIFY(m_applicant->follows(pictures));
    QVERIFY(m_applicant->fills({{u"kind"_s, u"BOOKLET"_s}}));
    QVERIFY(m_applicant->sends(pictures));
    QCOMPARE(m_applicant->status(), 400);
    QVERIFY(m_applicant->fills({{u"kind"_s, u"BOOKLET"_s}, {u"file"_s, path}}));
    QVERIFY(m_applicant->sends(pictures));
    QCOMPARE(m_applicant->status(), 200);
    QVERIFY(m_applicant->text().contains(u"1. "_s));
}

void TestEndToEnd::clerkAsksForMore()
{
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->goesTo(u"bookingsAction"_s));
    QVERIFY(m_counter->waitsFor(u"the booking"_s, [&] { return m_counter->rowsOf(u"bookingList"_s) == 1; }));
    QCOMPARE(m_counter->find<QTableWidget>(u"bookingList"_s)->item(0, 1)->text(), m_holder.name);
    QVERIFY(m_counter->presses(u"bookingList"_s, Qt::Key_Return));
    QVERIFY(m_counter->waitsFor(u"the picture"_s, [&] { return m_counter->rowsOf(u"pictureList"_s) == 1; }));
    QVERIFY(m_counter->waitsFor(u"what it shows"_s, [&] { return paperIsSeen(*m_counter); }));
    m_counter->picture(u"booking_with_picture"_s);
    QVERIFY(m_counter->clicks(u"askButton"_s));
    QVERIFY(m_counter->types(u"askTextEdit"_s, question));
    QVERIFY(m_counter->presses(u"askTextEdit"_s, Qt::Key_Return));
    QVERIFY(becomes(u"bookings"_s, m_booking, u"MORE_ASKED"_s));
}

void TestEndToEnd::applicantAnswers()
{
    QVERIFY(m_applicant->opens(u"/booking/"_s + m_booking));
    QVERIFY(m_applicant->text().contains(question));
    const QString form = u"/booking/%1/answer"_s.arg(m_booking);
    QVERIFY(m_applicant->follows(form));
    QJsonObject typed = bookingForm();
    typed[u"answer"_s] = answer;
    QVERIFY(m_applicant->fills(typed));
    QVERIFY(m_applicant->sends(form));
    QCOMPARE(m_applicant->status(), 200);
    QCOMPARE(m_platform->stateOf(u"bookings"_s, m_booking), u"SUBMITTED"_s);
}

void TestEndToEnd::clerkOffersATime()
{
    QVERIFY(m_counter->waitsFor(u"the answer"_s, [&] {
        const auto *list = m_counter->find<QTableWidget>(u"bookingList"_s);
        return list && list->rowCount() == 1 && list->item(0, 3)->text() == in(u"to be reviewed"_s, u"待审核"_s);
    }));
    QVERIFY(m_counter->presses(u"bookingList"_s, Qt::Key_Return));
    QVERIFY(m_counter->waitsFor(u"free times"_s, [&] { return m_counter->rowsOf(u"timesList"_s) > 0; }));
    QVERIFY(
        m_counter->waitsFor(u"what he typed"_s, [&] { return m_counter->textOf(u"typed_name"_s) == m_holder.name; }));
    QVERIFY(m_counter->textOf(u"bookingFacts"_s).contains(answer));
    QVERIFY(m_counter->waitsFor(u"the picture again"_s, [&] { return paperIsSeen(*m_counter); }));
    // The first of the day of the visit.
    auto *times = m_counter->find<QListWidget>(u"timesList"_s);
    for (int row = 0; row < times->count() && !times->currentItem()->text().contains(u"11-26"_s); ++row)
        QVERIFY(m_counter->presses(u"timesList"_s, Qt::Key_Down));
    QVERIFY2(times->currentItem()->text().contains(u"09:00"_s), qPrintable(times->currentItem()->text()));
    m_counter->picture(u"booking"_s);
    QVERIFY(m_counter->clicks(u"offerButton"_s));
    QVERIFY(becomes(u"bookings"_s, m_booking, u"OFFERED"_s));
}

void TestEndToEnd::applicantConfirms()
{
    QVERIFY(m_applicant->opens(u"/me"_s));
    QVERIFY(m_applicant->follows(u"/booking/"_s + m_booking));
    const QString place = in(u"Practice station, registration hall"_s, u"练习派出所户籍大厅"_s);
    QVERIFY2(m_applicant->text().contains(visitAt(u"09:00"_s)), qPrintable(m_applicant->text()));
    QVERIFY(m_applicant->text().contains(place));
    QVERIFY(m_applicant->sends(u"/booking/%1/confirm"_s.arg(m_booking)));
    QVERIFY(m_applicant->text().contains(visitAt(u"09:00"_s)));
    QVERIFY(m_applicant->text().contains(place));
    QCOMPARE(m_platform->stateOf(u"bookings"_s, m_booking), u"CONFIRMED"_s);
    QVERIFY(m_applicant->opens(u"/messages"_s));
    QVERIFY(m_applicant->opens(u"/booking/%1/cancel"_s.arg(m_booking)));
    QVERIFY(m_applicant->follows(u"/booking/"_s + m_booking)); // he keeps it
}

void TestEndToEnd::applicantMovesTheTime()
{
    const QString move = u"/booking/%1/move"_s.arg(m_booking);
    QVERIFY(m_applicant->follows(move));
    QVERIFY(m_applicant->chooses(visitAt(u"14:00"_s)));
    QVERIFY(m_applicant->sends(move));
    QVERIFY2(m_applicant->text().contains(visitAt(u"14:00"_s)), qPrintable(m_applicant->text()));
    QCOMPARE(m_platform->stateOf(u"bookings"_s, m_booking), u"CONFIRMED"_s);
    QVERIFY(m_applicant->opens(u"/me/phone"_s));
    // The counter hears it.
    QVERIFY(m_counter->clicks(u"placedChip"_s));
    QVERIFY(m_counter->waitsFor(u"the new time"_s, [&] {
        const auto *list = m_counter->find<QTableWidget>(u"bookingList"_s);
        return list && list->rowCount() == 1 && list->item(0, 0)->text().contains(u"14:00"_s)
            && list->item(0, 3)->text() == in(u"confirmed"_s, u"已确认"_s);
    }));
    m_counter->picture(u"booking_confirmed"_s);
}

void TestEndToEnd::nobodyElseSeesIt()
{
    m_applicant->is(u"another"_s);
    QVERIFY(logsIn(otherPhone));
    QVERIFY(m_applicant->opens(u"/booking/"_s + m_booking));
    QCOMPARE(m_applicant->status(), 404);
    m_applicant->is(u"first"_s);
    QVERIFY(m_applicant->opens(u"/booking/"_s + m_booking));
    QCOMPARE(m_applicant->status(), 200);
}

// He is here: today's list makes a draft of the booking, whose data are the applicant's until they were compared.
void TestEndToEnd::visitBecomesACase()
{
    m_clock->putForward(visitDay, {13, 50});
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->waitsFor(u"today's booking"_s, [&] { return m_counter->rowsOf(u"todayBookings"_s) == 1; }));
    m_counter->picture(u"home_with_booking"_s);
    QVERIFY(m_counter->presses(u"todayBookings"_s, Qt::Key_Home));
    QVERIFY(m_counter->presses(u"todayBookings"_s, Qt::Key_Return));
    QVERIFY(m_counter->waitsFor(u"the name"_s, [&] { return m_counter->textOf(u"nameEdit"_s) == m_holder.name; }));
    QVERIFY(becomes(u"bookings"_s, m_booking, u"ARRIVED"_s));
    QCOMPARE(m_counter->textOf(u"numberEdit"_s).remove(u' '), m_holder.number);
    const auto isUnconfirmed = [&] {
        return m_counter->walkIn().stateOf(StepId::Booklet).problems.contains(Error::Code::BookedDataUnconfirmed);
    };
    QVERIFY(isUnconfirmed());
    m_counter->picture(u"booked_data"_s);
    for (const BookedPart part : {BookedPart::Number, BookedPart::Person, BookedPart::Address, BookedPart::Guardian,
                                  BookedPart::Business, BookedPart::Delivery}) {
        const QString box = u"bookedPart%1"_s.arg(int(part));
        const auto *open = m_counter->find<QAbstractButton>(box);
        if (open && !open->isChecked())
            QVERIFY(m_counter->clicks(box));
    }
    QVERIFY(!isUnconfirmed());
    QVERIFY(m_counter->presses(u"oldCardBox"_s, Qt::Key_Down));
    QVERIFY(m_counter->presses(u"oldCardBox"_s, Qt::Key_Down));
    for (int check = 0; check < bookletCheckCount; ++check)
        QVERIFY(m_counter->presses(u"checkList"_s, Qt::Key_J));
    QVERIFY(m_counter->clicks(u"noticeBox"_s));
    m_counter->picture(u"booklet"_s);
    QVERIFY(m_counter->clicks(u"nextButton"_s));
}

void TestEndToEnd::photoIsTaken()
{
    QVERIFY(m_counter->waitsFor(u"a good picture"_s, [&] {
        return m_counter->shows(u"takeButton"_s) && m_counter->textOf(u"photoHint"_s).startsWith(u"✓"_s);
    }));
    QVERIFY(m_counter->clicks(u"takeButton"_s));
    QVERIFY(m_counter->waitsFor(u"the photo"_s, [&] {
        return m_counter->shows(u"ruleTable"_s) && m_counter->walkIn().draft().photo.has_value();
    }));
    auto *table = m_counter->find<QTableWidget>(u"ruleTable"_s);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setCurrentCell(row, 0);
        if (m_counter->shows(u"lookButton"_s))
            QVERIFY(m_counter->clicks(u"lookButton"_s));
    }
    QVERIFY(m_counter->clicks(u"nextButton"_s));
}

// A press that was refused is asked for again, as a clerk would.
void TestEndToEnd::printsAreTaken()
{
    const auto areTaken = [&] {
        if (m_counter->textOf(u"fingerAdvice"_s).startsWith(u"▲"_s) && m_counter->shows(u"againButton"_s))
            m_counter->clicks(u"againButton"_s);
        const QList<FingerRecord> &fingers = m_counter->walkIn().draft().fingers;
        return fingers.size() == 2 && fingers[0].verified && fingers[1].verified && m_counter->shows(u"nextButton"_s);
    };
    QVERIFY(m_counter->waitsFor(u"two fingers"_s, areTaken));
    QVERIFY(m_counter->clicks(u"nextButton"_s));
}

void TestEndToEnd::caseIsAccepted()
{
    QVERIFY(m_counter->waits(u"phoneEdit"_s));
    QCOMPARE(m_counter->textOf(u"phoneEdit"_s).remove(u' '), holderPhone); // as it was booked
    m_counter->picture(u"form"_s);
    QVERIFY(m_counter->clicks(u"nextButton"_s));
    QVERIFY(m_counter->clicks(u"printFormButton"_s));
    QVERIFY(m_counter->waits(u"signedBox"_s));
    QVERIFY(m_counter->clicks(u"readBackBox"_s));
    QVERIFY(m_counter->clicks(u"signedBox"_s));
    QVERIFY(m_counter->clicks(u"nextButton"_s));
    QVERIFY(m_counter->types(u"tenderedEdit"_s, u"50"_s));
    QVERIFY(m_counter->waitsFor(u"change"_s, [&] { return !m_counter->textOf(u"changeLabel"_s).isEmpty(); }));
    QVERIFY(m_counter->clicks(u"nextButton"_s));
    QVERIFY(m_counter->waitsFor(u"the slip"_s, [&] { return m_counter->textOf(u"slipState"_s).startsWith(u"✓"_s); }));
    const auto &accepted = m_counter->walkIn().acceptedCase();
    QVERIFY(accepted.has_value());
    QCOMPARE(accepted->state, CaseState::Accepted);
    QCOMPARE(accepted->id, QUuid(m_booking));
    QCOMPARE(accepted->owed(), Fen{2000});
    m_number = accepted->number.toString();
    m_counter->picture(u"accepted"_s);
    QVERIFY(m_counter->clicks(u"homeButton"_s));
}

void TestEndToEnd::applicantSeesThatHeCame()
{
    QVERIFY(logsIn(holderPhone)); // the day before is over
    QVERIFY(m_applicant->follows(u"/booking/"_s + m_booking));
    QVERIFY2(m_applicant->text().contains(in(u"You came"_s, u"已到场"_s)), qPrintable(m_applicant->text()));
}

void TestEndToEnd::cardIsMade()
{
    m_clock->putForward(collectionDay, {9, 0});
    QVERIFY(isMade(m_number));
    QVERIFY(m_counter->clicks(u"reachedButton"_s)); // he was called
    QVERIFY(m_counter->waitsFor(u"the call"_s, [&] { return !m_counter->shows(u"reachedButton"_s); }));
}

// The practice scanner presses the finger that is asked for, the practice reader has the expected card.
void TestEndToEnd::cardIsCollected()
{
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->clicks(u"barCollectionButton"_s));
    QVERIFY(m_counter->types(u"collectionSearchEdit"_s, m_number));
    QVERIFY(m_counter->presses(u"collectionSearchEdit"_s, Qt::Key_Return));
    QVERIFY(m_counter->clicks(u"compareButton"_s));
    QVERIFY(
        m_counter->waitsFor(u"the finger"_s, [&] { return m_counter->textOf(u"fingerVerdict"_s).startsWith(u"✓"_s); }));
    QVERIFY(m_counter->clicks(u"chipButton"_s));
    QVERIFY(m_counter->waitsFor(u"the chip"_s, [&] { return m_counter->textOf(u"chipVerdict"_s).startsWith(u"✓"_s); }));
    auto *parts = m_counter->find<QListWidget>(u"partsList"_s);
    for (int row = 0; row < parts->count(); ++row) {
        parts->setCurrentRow(row);
        if (!parts->item(row)->text().startsWith(u"✓"_s))
            QTest::keyClick(parts, Qt::Key_Space);
    }
    QVERIFY(m_counter->clicks(u"handOutButton"_s));
    QVERIFY(m_counter->waitsFor(u"the hand-out"_s, [&] { return !m_counter->shows(u"handOutButton"_s); }));
}

} // namespace idcounter::test
