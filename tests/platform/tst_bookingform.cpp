#include "app/exchange/contract.h"
#include "tests/support/pagebench.h"

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// What may be typed into the booking form, how it is shown again, and what of it the station reads.
class TestBookingForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsWrongIsSaidAtTheField_data();
    void whatIsWrongIsSaidAtTheField();
    void whatWasTypedIsKept();
    void whatWasTypedIsNoMarkup_data();
    void whatWasTypedIsNoMarkup();
    void theStationReadsWhatWasTyped();

private:
    HttpResponse book(const Browser::Fields &others);

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser;
};

void TestBookingForm::init()
{
    m_bench = std::make_unique<PageBench>();
    m_bench->openHall(6);
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
}

HttpResponse TestBookingForm::book(const Browser::Fields &others)
{
    m_browser->get(u"/booking/new"_s);
    return m_browser->post(u"/booking/new"_s,
                           PageBench::with(m_bench->bookingFields(m_browser->value(u"id"_s)), others));
}

void TestBookingForm::whatIsWrongIsSaidAtTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *field, const QString &typed, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(field) << typed << QString::fromLatin1(sentence);
    };
    const QChar turned(0x202e);

    row("number missing", "number", u""_s, "Enter the citizen number of 18 characters.");
    row("number short", "number", u"65010219880612"_s, "A citizen number has 18 characters.");
    row("number old", "number", u"650102880612901"_s, "This is an old number of 15 digits.");
    row("number wrong", "number", u"650102198806129011"_s, "This is not a citizen number");
    row("number of the future", "number", u"110105203012310017"_s, "This is not a citizen number");
    row("name missing", "name", u"  "_s, "Enter the name.");
    row("name with a digit", "name", u"张3"_s, "There is a sign in the name that no name has.");
    row("name turned", "name", u"张%1三"_s.arg(turned), "There is a sign in the name that no name has.");
    row("ethnic group unknown", "ethnicGroup", u"77"_s, "Please choose one.");
    row("address missing", "address", u""_s, "Enter the address.");
    row("address long", "address", QString(101, QChar(0x8def)), "Please shorten it to 100 characters.");
    row("address turned", "address", u"练习路%1号"_s.arg(turned), "There is a sign in it that cannot be printed.");
    row("address with NUL", "address", u"练习路%1号"_s.arg(QChar(0)), "There is a sign in it that cannot be printed.");
    row("no business", "reason", u""_s, "Please choose one.");
    row("business not here", "reason", u"23"_s, "Please choose one.");
    row("business of a child", "reason", u"11"_s, "This does not fit the age by the citizen number.");
    row("reduction unknown", "reduction", u"NOTHING"_s, "Please choose one.");
    row("date that is none", "oldCardUntil", u"2026-02-30"_s, "Enter a date, for example 2026-11-24.");
    row("date too far", "oldCardUntil", u"2126-02-01"_s, "This date cannot be right.");
    row("phone", "phone", u"12345"_s, "Enter a telephone number");
    row("collection", "collection", u"PIGEON"_s, "Please choose one.");
    row("mail without address", "collection", u"MAIL"_s, "Enter the address.");
    row("remark long", "remarks", QString(201, u'x'), "Please shorten it to 200 characters.");
    row("time of another year", "times", u"2030-01-01 09:00 12:00"_s, "Tick at most ten of the times that are listed.");
    row("time that is none", "times", u"<b>"_s, "Tick at most ten of the times that are listed.");
}

void TestBookingForm::whatIsWrongIsSaidAtTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    QCOMPARE(book({{field, typed}}).status, 400);
    const QString where = typed == "MAIL"_L1 ? u"mailingAddress"_s : field;
    QVERIFY(m_browser->shows(u"<title>Error: "_s));
    QVERIFY2(m_browser->blames(where, sentence), qPrintable(m_browser->text()));
    QCOMPARE(m_browser->text().count(u"role=\"alert\""_s), 1);
    // The control: with the right value it goes.
    QCOMPARE(book({}).status, 303);
}

void TestBookingForm::whatWasTypedIsKept()
{
    book({{u"name"_s, u"王\"小\"明"_s},
          {u"address"_s, u""_s},
          {u"remarks"_s, u"two\nlines"_s},
          {u"offSite"_s, u"yes"_s},
          {u"times"_s, u"2026-12-01 09:00 11:00"_s}});
    QVERIFY(m_browser->shows(u"value=\"王&quot;小&quot;明\""_s));
    QVERIFY(m_browser->shows(u">\ntwo\nlines</textarea>"_s));
    QVERIFY(m_browser->shows(u"name=\"offSite\" value=\"yes\" checked"_s));
    QVERIFY(m_browser->shows(u"name=\"times\" value=\"2026-12-01 09:00 11:00\" checked"_s));
    QVERIFY(m_browser->shows(u"name=\"reason\" value=\"22\" checked"_s));
    QVERIFY(m_browser->shows(u"<option value=\"01\" selected>"_s));
    QVERIFY(m_browser->shows(PageBench::citizenNumber(0)));
    QVERIFY(!m_browser->shows(u"?lang="_s)); // which would lose it
}

void TestBookingForm::whatWasTypedIsNoMarkup_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const QChar replaced(QChar::ReplacementCharacter);

    QTest::newRow("element") << u"<script>alert(1)</script>"_s << u"&lt;script&gt;alert(1)&lt;/script&gt;"_s;
    QTest::newRow("end of attribute") << u"\" onfocus=\"x"_s << u"&quot; onfocus=&quot;x"_s;
    QTest::newRow("apostrophe") << u"'x'"_s << u"&apos;x&apos;"_s;
    QTest::newRow("entity") << u"&lt;"_s << u"&amp;lt;"_s;
    QTest::newRow("template") << u"{{csrf}}{{{csrf}}}"_s << u"{{csrf}}{{{csrf}}}"_s;
    QTest::newRow("NUL") << u"a%1b"_s.arg(QChar(0)) << u"a%1b"_s.arg(replaced);
    QTest::newRow("escape") << u"a%1[31mb"_s.arg(QChar(0x1b)) << u"a%1[31mb"_s.arg(replaced);
    QTest::newRow("4-byte character") << u"丰𠅤"_s << u"丰𠅤"_s;
    QTest::newRow("minority name") << u"阿依古丽·吐尔逊"_s << u"阿依古丽·吐尔逊"_s;
}

void TestBookingForm::whatWasTypedIsNoMarkup()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    book({{u"name"_s, typed}, {u"remarks"_s, typed}, {u"number"_s, u"1"_s}});
    const QRegularExpression name(u"id=\"f-name\" name=\"name\" type=\"text\" value=\"([^\"]*)\""_s);
    QCOMPARE(name.match(m_browser->text()).captured(1), shown);
    QVERIFY2(m_browser->shows(u">\n%1</textarea>"_s.arg(shown)), qPrintable(m_browser->text()));
}

void TestBookingForm::theStationReadsWhatWasTyped()
{
    const Browser::Fields typed{{u"name"_s, u"阿依古丽•吐尔逊𠅤"_s},
                                {u"number"_s, u" "_s + PageBench::citizenNumber(3).toLower()},
                                {u"phone"_s, u"１３８ 0000-1234"_s},
                                {u"oldCardUntil"_s, u"20270120"_s},
                                {u"offSite"_s, u"yes"_s},
                                {u"offSiteReason"_s, u"务工"_s},
                                {u"reduction"_s, u"DIBAO"_s},
                                {u"temporaryCard"_s, u"yes"_s},
                                {u"collection"_s, u"MAIL"_s},
                                {u"mailingAddress"_s, u"练习路2号"_s},
                                {u"remarks"_s, u"轮椅"_s},
                                {u"times"_s, u"2026-12-01 09:00 11:00"_s}};
    QCOMPARE(book(typed).status, 303);
    const QString booking = m_browser->location().section(u'/', -1);
    const QJsonObject form = m_bench->opened(booking);
    QCOMPARE(Contract::instance().misfits(u"BookedForm"_s, form), QList<Misfit>());
    QCOMPARE(form[u"applicant"_s][u"name"_s].toString(), u"阿依古丽·吐尔逊𠅤"_s);
    QCOMPARE(form[u"applicant"_s][u"number"_s].toString(), PageBench::citizenNumber(3));
    QCOMPARE(form[u"applicant"_s][u"birthDate"_s].toString(), u"1988-01-12"_s);
    const QJsonObject business{
        {u"reason"_s, u"22"_s},    {u"oldCard"_s, u"HELD"_s},       {u"oldCardUntil"_s, u"2027-01-20"_s},
        {u"offSite"_s, true},      {u"offSiteReason"_s, u"务工"_s}, {u"reduction"_s, u"DIBAO"_s},
        {u"temporaryCard"_s, true}};
    QCOMPARE(form[u"business"_s].toObject(), business);
    const QJsonObject delivery{{u"phone"_s, u"13800001234"_s},
                               {u"collection"_s, u"MAIL"_s},
                               {u"mailingAddress"_s, u"练习路2号"_s},
                               {u"remarks"_s, u"轮椅"_s}};
    QCOMPARE(form[u"delivery"_s].toObject(), delivery);
    const QJsonObject body = m_bench->resource(u"bookings"_s, booking).body;
    const QJsonObject time{{u"day"_s, u"2026-12-01"_s}, {u"from"_s, u"09:00"_s}, {u"until"_s, u"11:00"_s}};
    QCOMPARE(body[u"times"_s].toArray(), QJsonArray{time});
    QCOMPARE(body[u"language"_s].toString(), u"en"_s);
    // What lies open at the platform names nobody.
    const QByteArray open = canonical(body);
    QVERIFY(!open.contains(PageBench::citizenNumber(3).toLatin1()));
    QVERIFY(!open.contains("13800001234"));
}

QTEST_GUILESS_MAIN(TestBookingForm)
#include "tst_bookingform.moc"
