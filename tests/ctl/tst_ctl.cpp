#include "devices/practice/practicefinger.h"
#include "tests/support/practicecounter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace idcounter;
using namespace Qt::StringLiterals;

struct Answer
{
    int status = -1;
    QJsonDocument json;
    QByteArray errors;
};

static Answer ask(const QStringList &arguments, int patience = 60000)
{
    QProcess process;
    // Without one Qt says on stderr that it chose its own.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    static const QTemporaryDir runtime;
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(IDCOUNTER_CTL), QStringList{u"--json"_s} + arguments);
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()),
            process.readAllStandardError()};
}

class TestCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksNumbers();
    void answersFees_data();
    void answersFees();
    void answersValidity_data();
    void answersValidity();
    void answersDeadlines();
    void refusesBadInput_data();
    void refusesBadInput();
    void comparesFingers();
    void writesRecordsThatItReads();
    void keepsNoPlainTemplateOfARealStation_data();
    void keepsNoPlainTemplateOfARealStation();
    void judgesPhotos();
    void namesWhatWasChanged();
    void reportsADay();
    void namesABadTable();
    void playsTheWholeLoop();
    void aPackageIsForTheCentreOnly();
};

void TestCtl::checksNumbers()
{
    const Answer answer = ask({u"number"_s, u"check"_s, u"11010519491231002x"_s, u"110105194912310020"_s,
                               u"11010519491231002Ⅹ"_s, u"110105491231002"_s, u"999999199001019010"_s});
    QCOMPARE(answer.status, 1);
    const QJsonArray list = answer.json.array();
    QCOMPARE(list.size(), 5);
    QCOMPARE(list[0][u"valid"_s].toBool(), true);
    QCOMPARE(list[0][u"birth"_s].toString(), u"1949-12-31"_s);
    QCOMPARE(list[0][u"sex"_s].toString(), u"F"_s);
    QCOMPARE(list[0][u"division"_s][u"code"_s].toString(), u"110105"_s);
    QCOMPARE(list[0][u"division"_s][u"name"_s].toString(), u"北京市朝阳区"_s);
    QCOMPARE(list[1][u"valid"_s].toBool(), false);
    QCOMPARE(list[1][u"reasons"_s].toArray(), QJsonArray{u"CitizenNumberCheck"_s});
    QCOMPARE(list[2][u"valid"_s].toBool(), false);
    QCOMPARE(list[2][u"suggestion"_s].toString(), u"11010519491231002X"_s);
    QCOMPARE(list[3][u"suggestion"_s].toString(), u"11010519491231002X"_s);
    QCOMPARE(list[4][u"valid"_s].toBool(), true);
    QCOMPARE(list[4][u"reasons"_s].toArray(), QJsonArray{u"DivisionUnknown"_s});
}

void TestCtl::answersFees_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("amount");
    const QString date = u"2026-11-24"_s;
    QTest::newRow("renewal") << QStringList{u"--reason"_s, u"22"_s, u"--date"_s, date} << 0 << 2000;
    QTest::newRow("lost") << QStringList{u"--reason"_s, u"41"_s, u"--date"_s, date} << 0 << 4000;
    QTest::newRow("first") << QStringList{u"--reason"_s, u"12"_s, u"--date"_s, date} << 0 << 0;
    QTest::newRow("first, before") << QStringList{u"--reason"_s, u"12"_s, u"--date"_s, u"2018-03-31"_s} << 0 << 2000;
    QTest::newRow("half") << QStringList{u"--reason"_s, u"22"_s, u"--date"_s, date, u"--reduction"_s, u"HARDSHIP"_s}
                          << 0 << 1000;
    QTest::newRow("not settled") << QStringList{u"--reason"_s, u"25"_s, u"--date"_s, date} << 3 << -1;
    QTest::newRow("not covered") << QStringList{u"--reason"_s, u"41"_s, u"--date"_s, date, u"--reduction"_s, u"DIBAO"_s}
                                 << 2 << -1;
    QTest::newRow("unknown") << QStringList{u"--reason"_s, u"77"_s, u"--date"_s, date} << 2 << -1;
    QTest::newRow("no date") << QStringList{u"--reason"_s, u"22"_s} << 2 << -1;
}

void TestCtl::answersFees()
{
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QFETCH(int, amount);
    const Answer answer = ask(QStringList{u"fee"_s} + options);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json.object()[u"amountFen"_s].toInt(-1), amount);
    QCOMPARE(answer.errors.isEmpty(), status == 0);
}

void TestCtl::answersValidity_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("signedOn");
    QTest::addColumn<QString>("until");
    QTest::newRow("child") << u"1993-12-12"_s << u"2004-03-27"_s << u"2009-03-27"_s;
    QTest::newRow("long-term") << u"1953-12-12"_s << u"2004-03-27"_s << u"long-term"_s;
    QTest::newRow("29 February") << u"2015-06-01"_s << u"2024-02-29"_s << u"2029-03-01"_s;
}

void TestCtl::answersValidity()
{
    QFETCH(QString, birth);
    QFETCH(QString, signedOn);
    const Answer answer = ask({u"validity"_s, u"--birth"_s, birth, u"--signed"_s, signedOn});
    QCOMPARE(answer.status, 0);
    QTEST(answer.json.object()[u"until"_s].toString(), "until");
}

void TestCtl::answersDeadlines()
{
    const QJsonObject plain = ask({u"deadline"_s, u"--from"_s, u"2026-01-15"_s}).json.object();
    QCOMPARE(plain[u"legal"_s].toString(), u"2026-03-16"_s);
    QVERIFY(plain[u"extended"_s].isNull());
    QCOMPARE(plain[u"promise"_s].toString(), u"2026-02-12"_s);
    QCOMPARE(plain[u"provisional"_s].toBool(), false);
    const QJsonObject remote = ask({u"deadline"_s, u"--from"_s, u"2026-01-15"_s, u"--remote"_s}).json.object();
    QCOMPARE(remote[u"extended"_s].toString(), u"2026-04-15"_s);
}

void TestCtl::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("unknown option") << QStringList{u"deadline"_s, u"--until"_s, u"2026-01-01"_s};
    QTest::newRow("no such day") << QStringList{u"deadline"_s, u"--from"_s, u"2026-02-30"_s};
    QTest::newRow("born after") << QStringList{u"validity"_s, u"--birth"_s, u"2026-01-02"_s, u"--signed"_s,
                                               u"2026-01-01"_s};
    QTest::newRow("no file") << QStringList{u"photo"_s, u"check"_s, u"/nowhere/x.jpg"_s};
    QTest::newRow("no picture") << QStringList{u"finger"_s, u"quality"_s,
                                               QStringLiteral(IDCOUNTER_SOURCE_DIR "/README.md")};
    QTest::newRow("no photo") << QStringList{u"photo"_s, u"check"_s, QStringLiteral(IDCOUNTER_SOURCE_DIR "/README.md")};
    QTest::newRow("no station") << QStringList{u"db"_s, u"check"_s, u"--dir"_s, u"/nowhere"_s};
    QTest::newRow("a word too many") << QStringList{u"deadline"_s, u"--from"_s, u"2026-01-01"_s, u"junk"_s};
    QTest::newRow("too many presses") << QStringList{u"finger"_s, u"enrol"_s, u"--out"_s, u"t"_s, u"--plain"_s}
            + QStringList(17, u"press.png"_s);
    QTest::newRow("report of nothing") << QStringList{u"report"_s, u"day"_s,   u"2026-11-24"_s, u"--out"_s,
                                                      u"x.doc"_s,  u"--dir"_s, u"/nowhere"_s};
}

void TestCtl::refusesBadInput()
{
    QFETCH(QStringList, arguments);
    const Answer answer = ask(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.json.isNull());
    QVERIFY(!answer.errors.isEmpty());
}

void TestCtl::comparesFingers()
{
    const QString folder = QStringLiteral(IDCOUNTER_SHARED_DATA "/fingerprints/fvc2002_db1_b");
    if (!QDir(folder).exists())
        QSKIP("the real fingerprints are not here");
    const auto file = [&folder](const char *name) { return folder + u'/' + QString::fromLatin1(name); };
    const QTemporaryDir out;
    const QString key = out.filePath(u"key"_s);
    const QString finger = out.filePath(u"101.tpl"_s);
    QCOMPARE(ask({u"finger"_s, u"enrol"_s, file("101_1.png"), u"--out"_s, finger}).status,
             2); // neither sealed nor plain
    QVERIFY(!QFile::exists(finger));
    QCOMPARE(ask({u"finger"_s, u"enrol"_s, file("101_1.png"), file("101_2.png"), file("101_3.png"), u"--out"_s, finger,
                  u"--key"_s, key})
                 .status,
             0);
    const Answer verified
        = ask({u"finger"_s, u"verify"_s, finger, file("101_4.png"), file("102_1.png"), u"--key"_s, key});
    QCOMPARE(verified.json.array()[0][u"match"_s].toBool(), true);
    QCOMPARE(verified.json.array()[1][u"match"_s].toBool(), false);
    QFile sealed(finger);
    QVERIFY(sealed.open(QIODevice::ReadWrite));
    sealed.seek(60);
    sealed.write("x");
    sealed.close();
    QCOMPARE(ask({u"finger"_s, u"verify"_s, finger, file("101_4.png"), u"--key"_s, key}).status, 2);
}

void TestCtl::writesRecordsThatItReads()
{
    const QTemporaryDir folder;
    QStringList presses;
    for (const int number : {1, 2}) {
        presses << folder.filePath(u"p%1.png"_s.arg(number));
        QVERIFY(PracticeFinger(5).impression(number).save(presses.last()));
    }
    const QString minutiae = folder.filePath(u"r.fmr"_s);
    const QString images = folder.filePath(u"r.fir"_s);
    for (const QString &out : {minutiae, images})
        QCOMPARE(ask(QStringList{u"finger"_s, u"record"_s, u"--position"_s, u"16"_s, u"--out"_s, out} + presses).status,
                 0);
    const Answer answer = ask({u"finger"_s, u"show"_s, minutiae, images});
    QCOMPARE(answer.status, 0);
    const QJsonArray records = answer.json.array();
    QCOMPARE(records[0][u"format"_s].toString(), u"ISO/IEC 19794-2:2005"_s);
    QCOMPARE(records[1][u"format"_s].toString(), u"ISO/IEC 19794-4:2005"_s);
    for (const auto &record : records) {
        QCOMPARE(record[u"views"_s].toArray().size(), 2);
        QCOMPARE(record[u"views"_s][1][u"position"_s].toString(), u"16"_s);
    }
    QVERIFY(records[0][u"views"_s][0][u"minutiae"_s].toInt() > 5);

    QFile cut(minutiae);
    QVERIFY(cut.resize(cut.size() - 1));
    const Answer damaged = ask({u"finger"_s, u"show"_s, minutiae});
    QCOMPARE(damaged.status, 2);
    QVERIFY(damaged.errors.contains("length of the record"));
    QCOMPARE(ask({u"finger"_s, u"record"_s, presses[0], u"--out"_s, folder.filePath(u"r.bin"_s)}).status, 2);
    QVERIFY(!QFile::exists(folder.filePath(u"r.bin"_s)));
}

void TestCtl::keepsNoPlainTemplateOfARealStation_data()
{
    QTest::addColumn<bool>("practice");
    QTest::newRow("practice") << true;
    QTest::newRow("real") << false;
}

// The command is refused before it looks at any picture; the picture here is none.
void TestCtl::keepsNoPlainTemplateOfARealStation()
{
    QFETCH(bool, practice);
    PracticeCounter station;
    QSignalSpy made(&station.login, &LogIn::recoveryKeyMade);
    if (practice)
        station.login.setUpPractice();
    else
        station.login.setUp({.name = u"天山区派出所"_s,
                             .unitCode = u"650102001"_s,
                             .issuer = u"天山区分局"_s,
                             .login = u"li"_s,
                             .personName = u"李"_s,
                             .passphrase = u"long-enough"_s,
                             .lastReceipt = 10});
    QTRY_COMPARE_WITH_TIMEOUT(station.login.state(), LogIn::State::LoggedOut, 30000);
    const Answer answer = ask({u"finger"_s, u"enrol"_s, station.folder.filePath(u"press.png"_s), u"--out"_s,
                               station.folder.filePath(u"t"_s), u"--plain"_s});
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.errors.contains("real station"), !practice);
    const Answer record = ask({u"finger"_s, u"record"_s, station.folder.filePath(u"press.png"_s), u"--out"_s,
                               station.folder.filePath(u"t.fmr"_s)});
    QCOMPARE(record.status, 2);
    QCOMPARE(record.errors.contains("real station"), !practice);
    QVERIFY(!QFile::exists(station.folder.filePath(u"t"_s)));
}

void TestCtl::judgesPhotos()
{
    const QDir faces(QStringLiteral(IDCOUNTER_SHARED_DATA "/faces"));
    if (!faces.exists())
        QSKIP("the real faces are not here: no photo was judged by the command");
    const QTemporaryDir out;
    const QString good = out.filePath(u"good.jpg"_s);
    const Answer made = ask({u"photo"_s, u"make"_s, faces.filePath(u"frames/001_ok.jpg"_s), good});
    QCOMPARE(made.status, 0);
    QCOMPARE(made.json[u"compliant"_s].toBool(), true);
    const Answer checked = ask({u"photo"_s, u"check"_s, good});
    QCOMPARE(checked.json[0][u"compliant"_s].toBool(), true);
    const QJsonObject first = checked.json[0][u"checks"_s][0].toObject();
    QCOMPARE(first.keys(), (QStringList{u"max"_s, u"min"_s, u"rule"_s, u"sentence"_s, u"value"_s, u"verdict"_s}));
    // Too far away: nothing but the picture itself tells.
    const Answer far
        = ask({u"photo"_s, u"make"_s, faces.filePath(u"frames/070_far.jpg"_s), out.filePath(u"far.jpg"_s)});
    QCOMPARE(far.json[u"compliant"_s].toBool(), false);
    const QJsonArray rules = far.json[u"checks"_s].toArray();
    const bool blocked = std::any_of(rules.begin(), rules.end(), [](const QJsonValue &rule) {
        return rule[u"rule"_s].toString() == u"resolution" && rule[u"verdict"_s].toString() == u"block"
            && rule[u"sentence"_s].toString().contains(u"closer"_s);
    });
    QVERIFY(blocked);
}

void TestCtl::namesWhatWasChanged()
{
    PracticeCounter station;
    QVERIFY(station.open());
    const QStringList check{u"db"_s, u"check"_s, u"--dir"_s, station.folder.path()};
    const Answer intact = ask(check);
    QCOMPARE(intact.status, 0);
    QCOMPARE(intact.json[u"ok"_s].toBool(), true);
    const auto database = Database::open(station.path);
    QVERIFY(database);
    QVERIFY(Statement((*database)->connection(), u"UPDATE receipt_book SET last_no = last_no - 1"_s).run());
    const Answer changed = ask(check);
    QCOMPARE(changed.status, 1);
    QCOMPARE(changed.json[u"ok"_s].toBool(), false);
    QVERIFY(changed.json[u"problems"_s][0].toString().contains(u"receipt_book"_s));
}

void TestCtl::reportsADay()
{
    PracticeCounter station;
    QVERIFY(station.open());
    for (const auto &[name, head] :
         {std::pair{u"day.pdf"_s, QByteArray("%PDF-")}, std::pair{u"day.csv"_s, QByteArray("section,item")}}) {
        const QString out = station.folder.filePath(name);
        const Answer answer
            = ask({u"report"_s, u"day"_s, u"2026-11-24"_s, u"--out"_s, out, u"--dir"_s, station.folder.path()});
        QCOMPARE(answer.status, 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().contains(head), qPrintable(name));
    }
}

void TestCtl::namesABadTable()
{
    const QTemporaryDir folder;
    QFile table(folder.filePath(u"fees.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("fee_code,name_zh,region,amount_fen,valid_from,valid_to,basis,note\nRENEW,x,,twenty,2004-01-01,,b,\n");
    table.close();
    const Answer answer
        = ask({u"--tables"_s, folder.path(), u"fee"_s, u"--reason"_s, u"22"_s, u"--date"_s, u"2026-11-24"_s});
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.errors.contains("fees.csv, line 2, column amount_fen"), answer.errors.constData());
}

// Acceptance, review, package, feedback, receipt, collection; some returned, some made again, some by mail, some refused.
void TestCtl::playsTheWholeLoop()
{
    QTemporaryDir folder;
    const QStringList plan{u"loop"_s,     u"--cases"_s,  u"16"_s,       u"--seed"_s, u"5"_s,
                           u"--return"_s, u"0.3"_s,      u"--defect"_s, u"0.2"_s,    u"--mail"_s,
                           u"0.2"_s,      u"--refuse"_s, u"0.1"_s};
    constexpr int patience = 240000;
    const QString first = folder.filePath(u"one"_s);
    const Answer answer = ask(plan + QStringList{u"--dir"_s, first}, patience);
    QCOMPARE(answer.status, 0);
    const QJsonObject played = answer.json.object();
    QCOMPARE(played[u"problems"_s].toArray(), QJsonArray());
    QCOMPARE(played[u"accepted"_s].toInt(), 16);
    QCOMPARE(played[u"openCases"_s].toInt(), 0);
    QCOMPARE(played[u"closed"_s].toInt() + played[u"refused"_s].toInt(), 16);
    QVERIFY(played[u"returned"_s].toInt() > 0);
    QVERIFY(played[u"remade"_s].toInt() > 0);
    QVERIFY(played[u"mailed"_s].toInt() > 0);
    QVERIFY(played[u"refused"_s].toInt() > 0);
    QVERIFY(played[u"refundedFen"_s].toInt() > 0);
    QCOMPARE(played[u"takenFen"_s], played[u"chargedFen"_s]);
    QCOMPARE(played[u"cardsReceived"_s].toInt(),
             played[u"cardsHandedOut"_s].toInt() + played[u"remade"_s].toInt() + played[u"cardsInStock"_s].toInt());
    QVERIFY(!QDir(first).entryList({u"packages"_s}).isEmpty());
    QVERIFY(!QDir(first + u"/inbox"_s).entryList(QDir::Files).isEmpty());

    // The same seed gives the same story; a station that is there is not played over.
    const Answer again = ask(plan + QStringList{u"--dir"_s, folder.filePath(u"two"_s)}, patience);
    QCOMPARE(again.json, answer.json);
    QCOMPARE(ask(plan + QStringList{u"--dir"_s, first}, patience).status, 2);
}

void TestCtl::aPackageIsForTheCentreOnly()
{
    QTemporaryDir folder;
    constexpr int patience = 240000;
    const QString station = folder.filePath(u"station"_s);
    QCOMPARE(ask({u"loop"_s, u"--dir"_s, station, u"--cases"_s, u"2"_s, u"--seed"_s, u"3"_s}, patience).status, 0);
    const QStringList packages = QDir(station + u"/outbox"_s).entryList(QDir::Files);
    QVERIFY(!packages.isEmpty());
    const QString package = station + u"/outbox/"_s + packages.first();
    const QString out = folder.filePath(u"out"_s);
    const QStringList open{u"package"_s, u"open"_s, package,      u"--sender-keys"_s, station + u"/station.keys.json"_s,
                           u"--out"_s,   out,       u"--centre"_s};
    const Answer opened = ask(open + QStringList{station + u"/centre"_s});
    QCOMPARE(opened.status, 0);
    QCOMPARE(opened.json[u"files"_s].toArray().size(), 2);
    QCOMPARE(ask({u"package"_s, u"schema"_s, u"--out"_s, out}).status, 0);
    for (const auto &file : opened.json[u"files"_s].toArray())
        QCOMPARE(QProcess::execute(u"xmllint"_s,
                                   {u"--noout"_s, u"--nonet"_s, u"--schema"_s, out + u"/application.xsd"_s,
                                    out + u'/' + file.toString()}),
                 0);
    // Another centre has other keys.
    const QString other = folder.filePath(u"other"_s);
    QCOMPARE(ask({u"centre"_s, u"keys"_s, u"--dir"_s, other, u"--out"_s, folder.filePath(u"other.json"_s)}).status, 0);
    const Answer refused = ask(open + QStringList{other});
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.errors.contains("damaged or was not sealed"));
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
