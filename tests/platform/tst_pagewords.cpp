#include "platform/pages/qrcode.h"
#include "tests/support/pagebench.h"
#include "tests/support/paperpictures.h"

#include <QDir>
#include <QProcess>
#include <QXmlStreamReader>

#include <zbar.h>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// What stands in the pages, in both languages, and the template they are made of.
class TestPageWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chineseIsComplete();
    void everySentenceIsListed();
    void everyPageSpeaksTheLanguageItWasAskedFor_data();
    void everyPageSpeaksTheLanguageItWasAskedFor();
    void theTemplateEscapesEverything();
    void everyFieldHasALabel();
    void theCodeIsReadByAScanner();

private:
    static const QString &translations();
    static QByteArray contentOf(const QString &path);
    static QByteArray updated(const QStringList &from);
    static void keep(const QString &page, const QString &name);
};

const QString &TestPageWords::translations()
{
    static const QString path = QStringLiteral(IDCOUNTER_SOURCE_DIR "/translations/platform_zh_CN.ts");
    return path;
}

QByteArray TestPageWords::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// For who wants to see them: IDCOUNTER_PICTURES names the folder.
void TestPageWords::keep(const QString &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (folder.isEmpty())
        return;
    QFile file(folder + u'/' + name);
    QFile::copy(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/platform/pages/style.css"), folder + u"/style.css"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(QString(page).replace(u"\"/style.css\""_s, u"\"style.css\""_s).toUtf8());
}

void TestPageWords::chineseIsComplete()
{
    QXmlStreamReader xml(contentOf(translations()));
    QStringList missing;
    QString source;
    const QRegularExpression places(u"%\\d"_s);
    const auto placesIn = [&](const QString &text) {
        QStringList found;
        for (auto match = places.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        return found;
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            const bool isUnfinished = xml.attributes().value("type"_L1) == "unfinished"_L1;
            if (const QString chinese = xml.readElementText(); isUnfinished || placesIn(chinese) != placesIn(source))
                missing << source;
        }
    }
    QVERIFY(!source.isEmpty());
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

// What lupdate makes of a copy of the translation.
QByteArray TestPageWords::updated(const QStringList &from)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"platform_zh_CN.ts"_s);
    QFile::copy(translations(), copy);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(IDCOUNTER_SOURCE_DIR));
    lupdate.start(QStringLiteral(IDCOUNTER_LUPDATE),
                  QString(u"-I . -no-obsolete -locations none"_s).split(u' ') + from + QStringList{u"-ts"_s, copy});
    return lupdate.waitForFinished() && lupdate.exitCode() == 0 ? contentOf(copy) : lupdate.readAllStandardError();
}

void TestPageWords::everySentenceIsListed()
{
    QCOMPARE(updated({u"platform"_s}), contentOf(translations()));
    // The control: with one more source, lupdate changes the file.
    const QTemporaryDir folder;
    QFile source(folder.filePath(u"planted.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("const char *text = QT_TRANSLATE_NOOP(\"Platform\", \"A forgotten sentence.\");\n");
    source.close();
    QVERIFY(updated({u"platform"_s, folder.path()}).contains("A forgotten sentence."));
}

void TestPageWords::everyPageSpeaksTheLanguageItWasAskedFor_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("foreign"); // what stands in no page of that language

    QTest::newRow("zh-CN") << u"zh-CN"_s << u"[A-Za-z]{3,}"_s;
    QTest::newRow("en") << u"en"_s << u"\\p{Han}+"_s;
}

// Every page with every state of a booking and an application; what a person typed, and names of either language, left out.
void TestPageWords::everyPageSpeaksTheLanguageItWasAskedFor()
{
    QFETCH(QString, language);
    QFETCH(QString, foreign);
    PageBench bench;
    const QStringList slotIds = bench.openHall(6);
    Browser browser(bench.pages);
    browser.language = language.toLatin1();
    QStringList wrong;
    int pages = 0;
    const QRegularExpression word(foreign, QRegularExpression::UseUnicodePropertiesOption);
    const auto look = [&] {
        static const QRegularExpression unseen(u"<style.*?</style>|<path[^>]*>|<[^>]*>|&[a-z]+;"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression typed(u"张小丰|新疆[^<]*?2号|EMS|EX000000001CN|中文|English|QR|[0-9A-Z]{10}"_s);
        QString text = browser.text().remove(typed);
        text.remove(unseen);
        for (auto match = word.globalMatch(text); match.hasNext();)
            wrong << match.next().captured() + u" in "_s + text.left(60).simplified();
        // Neither in what only a screen reader says.
        static const QRegularExpression label(u"aria-label=\"([^\"]*)\""_s);
        for (auto match = label.globalMatch(browser.text()); match.hasNext();) {
            const QString said = match.next().captured(1).remove(typed);
            if (word.match(said).hasMatch())
                wrong << said;
        }
        pages += browser.shows(u"<!DOCTYPE html>"_s) ? 1 : 0;
        keep(browser.text(), u"%1-%2.html"_s.arg(language).arg(pages, 2, 10, QLatin1Char('0')));
    };
    const auto get = [&](const QString &target) {
        browser.get(target);
        look();
    };
    const auto post = [&](const QString &target, const Browser::Fields &fields) {
        browser.post(target, fields);
        look();
    };
    for (const char *path : {"/", "/nothing", "/logout", "/login"})
        get(QString::fromLatin1(path));
    browser.get(u"/login"_s);
    post(u"/login"_s, {{u"phone"_s, u"1"_s}});
    browser.get(u"/login"_s);
    browser.post(u"/login"_s, {{u"phone"_s, u"13800001234"_s}});
    get(u"/login/code"_s);
    post(u"/login/code"_s, {{u"code"_s, u"1"_s}});
    QVERIFY(browser.logIn(u"13800001234"_s, bench.sender));
    for (const char *path :
         {"/", "/me", "/messages", "/me/real-name", "/reissue", "/booking/new", "/practice/messages"})
        get(QString::fromLatin1(path));
    post(u"/booking/new"_s,
         {{u"place"_s, bench.place}, {u"times"_s, u"x"_s}, {u"number"_s, u"11"_s}, {u"name"_s, u"?"_s}});
    post(u"/me"_s, {});
    browser.get(u"/me"_s);
    browser.postAsIs(u"/booking/new"_s, {}, {});
    look();

    const auto booked = [&](int person, const QString &kind, const QJsonObject &decision) {
        const QString id = bench.bookBy(browser, person);
        get(u"/booking/"_s + id);
        if (!kind.isEmpty() && !bench.decide(id, kind, decision))
            wrong << u"not decided"_s;
        get(u"/booking/"_s + id);
        get(u"/booking/%1/cancel"_s.arg(id));
        return id;
    };
    // Pictures: none, all that can be wrong, one that is added, and a booking that is over.
    const QString pictured = bench.bookBy(browser, 5);
    const QString pictures = u"/booking/%1/pictures"_s.arg(pictured);
    get(pictures);
    const QByteArray files[] = {"", "no picture", paperJpeg().left(2000), hugePng()};
    for (const QByteArray &file : files) {
        browser.get(pictures);
        browser.upload(pictures, {}, file);
        look();
    }
    for (const char *kind : {"RESIDENCE_PERMIT", "BOOKLET", "OLD_CARD", "OTHER"}) {
        browser.get(pictures);
        const QString id = browser.value(u"id"_s);
        browser.upload(pictures, {{u"id"_s, id}, {u"kind"_s, QString::fromLatin1(kind)}}, paperJpeg());
    }
    get(pictures);
    get(u"/booking/"_s + pictured);
    QVERIFY(bench.decide(pictured, u"refuse"_s, PageBench::because(u"…"_s)));
    get(u"/booking/"_s + pictured);
    const QString confirmed = booked(0, u"approve"_s, bench.wishes({slotIds[0]}));
    get(u"/booking/%1/move"_s.arg(confirmed));
    browser.get(u"/booking/"_s + confirmed);
    browser.post(u"/booking/%1/confirm"_s.arg(confirmed), {});
    get(u"/booking/"_s + confirmed);
    get(u"/booking/%1/move"_s.arg(confirmed));
    const QString asked = booked(1, u"ask"_s, PageBench::because(u"…"_s));
    get(u"/booking/%1/answer"_s.arg(asked));
    booked(2, u"refuse"_s, PageBench::because(u"…"_s));
    booked(3, u"cancel"_s, PageBench::because(u"…"_s));
    const QString application = bench.applyBy(browser, 4);
    get(u"/me/real-name"_s);
    get(u"/application/"_s + application);
    QVERIFY(bench.decideApplication(application, u"eligible"_s, PageBench::lostCardFee()));
    get(u"/application/"_s + application);
    get(u"/application/%1/withdraw"_s.arg(application));
    browser.get(u"/application/"_s + application);
    browser.post(u"/application/%1/pay"_s.arg(application), {});
    browser.follow();
    look();
    get(u"/application/%1/paid"_s.arg(application));
    browser.get(u"/reissue"_s);
    post(u"/reissue"_s, bench.reissueFields(bench.newId(), 4));
    get(u"/me"_s);
    get(u"/messages"_s);
    for (const char *path : {"/practice/messages", "/reissue"})
        get(QString::fromLatin1(path));
    // A person who has a booking: one's own, and another's.
    Browser other(bench.pages, u"192.0.2.2"_s);
    QVERIFY(other.logIn(u"13911110001"_s, bench.sender));
    bench.bookBy(other, 6);
    for (const int person : {0, 6}) {
        browser.get(u"/booking/new"_s);
        post(u"/booking/new"_s, bench.bookingFields(browser.value(u"id"_s), person));
    }
    // Another telephone: typed wrongly, a wrong code, one with applications, the change itself, a log-in that lies back.
    get(u"/me/phone"_s);
    post(u"/me/phone"_s, {{u"phone"_s, u"1"_s}});
    browser.get(u"/me/phone"_s);
    post(u"/me/phone"_s, {{u"phone"_s, u"13800001234"_s}});
    for (const QString &phone : {u"13911110001"_s, u"13922220002"_s}) {
        browser.get(u"/me/phone"_s);
        browser.post(u"/me/phone"_s, {{u"phone"_s, phone}});
        get(u"/me/phone/code"_s);
        post(u"/me/phone/code"_s, {{u"code"_s, u"1"_s}});
        static const QRegularExpression digits(u"\\d{6}"_s);
        const QString text = bench.sender.sent.last().second;
        post(u"/me/phone/code"_s, {{u"code"_s, digits.match(text).captured()}});
        if (word.match(bench.sender.sent.last().second).hasMatch())
            wrong << bench.sender.sent.last().second;
    }
    get(u"/me/phone?changed=yes"_s);
    bench.now = bench.now.addSecs(15 * 60);
    get(u"/me/phone"_s);
    // No code can be sent.
    browser.post(u"/logout"_s, {});
    browser.get(u"/login"_s);
    bench.platform->sender = nullptr;
    post(u"/login"_s, {{u"phone"_s, u"13800001234"_s}});
    get(u"/login"_s);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(pages > 40);
}

void TestPageWords::theTemplateEscapesEverything()
{
    static const QRegularExpression raw(u"\\{\\{\\{|\\{\\{\\s*&|\\{\\{=|\\{\\{>"_s);
    QVERIFY(raw.match(u"<p>{{{name}}}</p>"_s).hasMatch()); // the controls
    QVERIFY(raw.match(u"<p>{{& name}}</p>"_s).hasMatch());
    const QDir folder(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/platform/pages"));
    const QStringList templates = folder.entryList({u"*.mustache"_s});
    QVERIFY(!templates.isEmpty());
    for (const QString &name : templates) {
        const QString text = QString::fromUtf8(contentOf(folder.filePath(name)));
        QVERIFY2(!raw.match(text).hasMatch(), qPrintable(name));
        // A value stands between quotes or in the text, where escaping is enough; never in a tag, a style or a script.
        static const QRegularExpression bare(u"=\\{\\{|<\\{\\{[^#/^]|<script|<style"_s);
        QVERIFY2(!bare.match(text).hasMatch(), qPrintable(name));
    }
}

// Every input has a label, every reference leads to an id, and no id is there twice.
void TestPageWords::everyFieldHasALabel()
{
    PageBench bench;
    bench.openHall(4);
    Browser browser(bench.pages);
    const auto problems = [&](const QString &html) {
        const auto all = [&](const QString &pattern) {
            QStringList found;
            const QRegularExpression expression(pattern);
            for (auto match = expression.globalMatch(html); match.hasNext();)
                found << match.next().captured(1).split(u' ');
            return found;
        };
        QStringList found;
        const QStringList ids = all(u"\\bid=\"([^\"]+)\""_s);
        for (const QString &id : ids) {
            if (ids.count(id) > 1)
                found << u"twice: "_s + id;
        }
        for (const QString &id : all(u"(?:for|aria-describedby)=\"([^\"]+)\""_s) + all(u"href=\"#([^\"]+)\""_s)) {
            if (!ids.contains(id))
                found << u"nothing: "_s + id;
        }
        const QStringList labelled = all(u"for=\"([^\"]+)\""_s);
        for (const QString &id : all(u"<(?:input|select|textarea)(?! type=\"hidden\")[^>]*?\\bid=\"([^\"]+)\""_s)) {
            if (!labelled.contains(id))
                found << u"no label: "_s + id;
        }
        if (html.count(u"<h1>"_s) != 1 || html.count(u"<main"_s) != 1)
            found << u"headings"_s;
        return found;
    };
    QCOMPARE(problems(u"<main><h1><input id=\"a\"><p id=\"b\"><p id=\"b\"><label for=\"c\">"_s).size(),
             4); // the control
    QVERIFY(browser.logIn(u"13800001234"_s, bench.sender));
    for (const char *path :
         {"/", "/login/code", "/me", "/messages", "/me/real-name", "/me/phone", "/booking/new", "/reissue"}) {
        browser.get(QString::fromLatin1(path));
        if (browser.shown.status == 200)
            QCOMPARE(problems(browser.text()), QStringList());
    }
    browser.get(u"/booking/new"_s);
    browser.post(u"/booking/new"_s, {{u"place"_s, bench.place}, {u"collection"_s, u"MAIL"_s}});
    QVERIFY(browser.shows(u"-error\""_s));
    QCOMPARE(problems(browser.text()), QStringList());
    const QString pictures = u"/booking/%1/pictures"_s.arg(bench.bookBy(browser));
    for (int count = 0; count < 2; ++count) {
        browser.get(pictures);
        const QString id = browser.value(u"id"_s);
        browser.upload(pictures, {{u"id"_s, id}, {u"kind"_s, u"BOOKLET"_s}}, paperJpeg());
    }
    browser.get(pictures);
    QCOMPARE(problems(browser.text()), QStringList());
    browser.upload(pictures, {}, "no picture");
    QVERIFY(browser.shows(u"-error\""_s));
    QCOMPARE(problems(browser.text()), QStringList());
}

void TestPageWords::theCodeIsReadByAScanner()
{
    const QrPicture picture = qrPicture(u"IDCB1:7K2MV9QX4T"_s);
    constexpr int scale = 4;
    const int length = picture.size * scale;
    QByteArray grey(length * length, '\xff');
    static const QRegularExpression module(u"M(\\d+) (\\d+)h1v1h-1z"_s);
    for (auto match = module.globalMatch(picture.path); match.hasNext();) {
        const auto one = match.next();
        for (int at = 0; at < scale * scale; ++at)
            grey[(one.captured(2).toInt() * scale + at / scale) * length + one.captured(1).toInt() * scale + at % scale]
                = 0;
    }
    zbar::ImageScanner scanner;
    const auto pixels = static_cast<unsigned>(length);
    zbar::Image image(pixels, pixels, "Y800", grey.constData(), static_cast<unsigned long>(grey.size()));
    QCOMPARE(scanner.scan(image), 1);
    QCOMPARE(QString::fromStdString(image.symbol_begin()->get_data()), u"IDCB1:7K2MV9QX4T"_s);
    QVERIFY(qrPicture(QString(10000, u'x')).path.isEmpty());
}

QTEST_GUILESS_MAIN(TestPageWords)
#include "tst_pagewords.moc"
