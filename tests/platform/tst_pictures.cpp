#include "app/exchange/contract.h"
#include "app/imaging/jpegbytes.h"
#include "platform/service/picturefile.h"
#include "platform/service/pictures.h"
#include "platform/service/upkeep.h"
#include "tests/support/pagebench.h"
#include "tests/support/paperpictures.h"
#include "tests/support/privatepostgres.h"

#include <QRandomGenerator>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// Pictures of papers on the applicants' pages and at the station's interface: what is taken, what becomes of it, who gets it, and
// when it is gone.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aPictureIsSealedForItsStation();
    void nothingButPixelsIsLeft_data();
    void nothingButPixelsIsLeft();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
    void aHugePictureIsNeverDecoded();
    void onlyItsStationGetsIt();
    void noPageShowsOne();
    void anothersBookingIsNotThere();
    void aFormOfOursIsNeeded();
    void whatIsLeftOutIsAskedFor();
    void theSamePageTwiceIsOnePicture();
    void tenPicturesAreTheMost();
    void onlyUntilTheDecision();
    void theApplicantRemovesOne();
    void goneAfterTheTakeOver();
    void keysThatWereRevokedAreNotUsed();
    void notTooManyInAMinute();
    void othersAreAnsweredMeanwhile();
    void longBodiesOnThisRouteOnly();
    void onPostgresql();

private:
    QString target(const QString &more = {}) const { return u"/booking/%1/pictures"_s.arg(m_booking) + more; }
    HttpResponse give(const QByteArray &file, const QString &kind = u"RESIDENCE_PERMIT"_s)
    {
        m_browser->get(target());
        return m_browser->upload(target(), {{u"id"_s, m_browser->value(u"id"_s)}, {u"kind"_s, kind}}, file);
    }
    Resource booking() const { return m_bench->resource(u"bookings"_s, m_booking); }
    QJsonArray pictures() const { return Pictures::of(booking()); }
    HttpResponse fetch(const QString &id) const
    {
        return StationApi(*m_bench->platform).answer(m_bench->request("GET", u"/station/v1/attachments/"_s + id));
    }
    QByteArray opened(const QByteArray &sealed) const
    {
        const auto plain = m_bench->stationKeys.unseal(sealed);
        return plain ? QByteArray(reinterpret_cast<const char *>(plain->data()), qsizetype(plain->size()))
                     : QByteArray();
    }
    QByteArray database() const
    {
        QByteArray all;
        for (const QString &end : {u""_s, u"-wal"_s}) {
            QFile file(m_bench->folder.filePath(u"platform.sqlite"_s + end));
            all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        return all;
    }
    static QString problem(const HttpResponse &response)
    {
        const auto body = readJson(response.body);
        return body ? (*body)[u"type"_s].toString().section(u':', -1) : QString();
    }

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser;
    QString m_booking;
};

void TestPictures::init()
{
    m_bench = std::make_unique<PageBench>();
    m_bench->openHall(2, 1, 1);
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
    m_booking = m_bench->bookBy(*m_browser);
    QVERIFY(!m_booking.isEmpty());
}

void TestPictures::aPictureIsSealedForItsStation()
{
    m_browser->get(u"/booking/"_s + m_booking);
    QVERIFY(m_browser->shows(u"href=\"%1\">Add pictures"_s.arg(target())));
    const QByteArray original = telephoneJpeg({800, 600}, 1);
    QVERIFY(original.contains("Maker of the telephone")); // the control of what follows
    QCOMPARE(give(original).status, 303);
    QCOMPARE(m_browser->location(), target());
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"1. Residence permit"_s));
    QVERIFY(m_browser->shows(u"1 picture, added on 24 November 2026 09:00"_s));
    m_browser->get(u"/booking/"_s + m_booking);
    QVERIFY(m_browser->shows(u"1 picture, added on 24 November 2026 09:00"_s));

    QVERIFY(Contract::instance().fits(u"Booking"_s, booking().body));
    QCOMPARE(booking().version, 2); // so that the station hears of it
    QCOMPARE(booking().body[u"last"_s][u"by"_s].toString(), u"APPLICANT"_s);
    QCOMPARE(pictures().size(), 1);
    const QJsonObject picture = pictures().first().toObject();
    QCOMPARE(picture[u"kind"_s].toString(), u"RESIDENCE_PERMIT"_s);
    QCOMPARE(picture[u"key"_s], booking().body[u"sealed"_s][u"key"_s]);
    const HttpResponse answer = fetch(picture[u"id"_s].toString());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.size(), picture[u"bytes"_s].toInteger());
    QCOMPARE(sha256Of(answer.body), picture[u"sha256"_s].toString());
    const QByteArray jpeg = opened(answer.body);
    QCOMPARE(QImage::fromData(jpeg, "jpeg").size(), QSize(800, 600));

    // Sealed bytes are all that is kept: neither the original nor what was made of it.
    const QByteArray kept = database();
    QVERIFY(kept.contains(picture[u"id"_s].toString().toLatin1())); // the control
    const QByteArray piece = jpeg.mid(jpeg.size() / 2, 60);
    for (const QByteArray &trace : {QByteArray("Maker of the telephone"), QByteArray("JFIF"), piece,
                                    jpeg.toBase64().mid(300, 60), original.toBase64().mid(300, 60)})
        QVERIFY2(!kept.contains(trace), trace.toHex());
}

void TestPictures::nothingButPixelsIsLeft_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QSize>("size");

    QTest::newRow("JPEG") << paperJpeg() << QSize(800, 600);
    for (const int orientation : {1, 3, 6, 8})
        QTest::addRow("telephone, orientation %d", orientation)
            << telephoneJpeg({800, 600}, quint16(orientation))
            << (orientation >= 5 ? QSize(600, 800) : QSize(800, 600));
    QTest::newRow("large, turned") << telephoneJpeg({4000, 3000}, 6) << QSize(1800, 2400);
    QTest::newRow("as large as may be") << paperJpeg({8000, 8000}) << QSize(2400, 2400);
    QTest::newRow("long and narrow") << paperJpeg({12000, 300}) << QSize(2400, 60);
    QTest::newRow("grey") << encoded(paperImage({800, 600}).convertToFormat(QImage::Format_Grayscale8), "jpeg")
                          << QSize(800, 600);
    QImage said = paperImage({800, 600});
    said.setText(u"Comment"_s, u"Said in the picture"_s);
    QTest::newRow("PNG that says something") << encoded(said, "png") << QSize(800, 600);
    QTest::newRow("JPEG that says something") << encoded(said, "jpeg") << QSize(800, 600);
    QImage clear = paperImage({800, 600}).convertToFormat(QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QTest::newRow("transparent PNG") << encoded(clear, "png") << QSize(800, 600);
    QByteArray behind = paperJpeg();
    QTest::newRow("something behind the end") << behind.append("Said in the picture") << QSize(800, 600);
}

void TestPictures::nothingButPixelsIsLeft()
{
    QFETCH(QByteArray, file);
    QFETCH(QSize, size);
    const auto clean = cleanPicture(file);
    QVERIFY2(clean, clean ? "" : qPrintable(clean.error().detail));
    QVERIFY(clean->size() + 48 <= mostSealedBytes);
    const auto facts = readJpegFacts(*clean);
    QVERIFY(facts);
    QCOMPARE(facts->size, size);
    for (const char *trace : {"Exif", "Maker", "Said in the picture", "Comment", "ICC_PROFILE", "http"})
        QVERIFY2(!clean->contains(trace), trace);
    // Which markers stand before the pixels: no application's but JFIF's, and no comment.
    for (qsizetype at = 2; at + 3 < clean->size() && uchar((*clean)[at + 1]) != 0xDA;) {
        const auto marker = uchar((*clean)[at + 1]);
        QVERIFY2(marker != 0xFE && (marker < 0xE1 || marker > 0xEF), qPrintable(QString::number(marker, 16)));
        at += 2 + qFromBigEndian<quint16>(clean->constData() + at + 2);
    }
    if (size == QSize(600, 800)) { // upright: the dark quarter has moved
        const QImage image = QImage::fromData(*clean, "jpeg");
        const bool isDarkLeft = qGray(image.pixel(100, 700)) < 128;
        QCOMPARE(isDarkLeft, facts->size == QSize(600, 800) && QByteArray(QTest::currentDataTag()).endsWith('8'));
    }
    if (QByteArray(QTest::currentDataTag()) == "transparent PNG")
        QVERIFY(qGray(QImage::fromData(*clean, "jpeg").pixel(400, 300)) > 250);
}

void TestPictures::whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("sentence"); // empty: taken

    const QString large = u"This picture is too large."_s;
    const QString none = u"This is no picture that can be taken."_s;
    const QString damaged = u"This picture is damaged or incomplete."_s;
    const QByteArray jpeg = paperJpeg();
    const QByteArray png = encoded(paperImage({800, 600}), "png");
    QTest::newRow("JPEG") << jpeg << QString();
    QTest::newRow("PNG that is called .jpg") << png << QString();
    QTest::newRow("nothing") << QByteArray() << u"Please choose a picture."_s;
    QTest::newRow("text") << QByteArray("This is a picture, believe me.") << none;
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><script>alert(1)</script>") << none;
    QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << none;
    QTest::newRow("GIF") << QByteArray("GIF89a\x20\x03\x58\x02\x80\0\0", 13) << none;
    QTest::newRow("BMP") << encoded(paperImage({800, 600}), "bmp") << none;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") << none;
    QTest::newRow("program") << QByteArray("MZ\x90\0\x03\0\0\0", 8) << none;
    QTest::newRow("JPEG that begins late") << QByteArray(' ' + jpeg) << none;
    QTest::newRow("only its first bytes") << QByteArray("\xff\xd8\xff") << damaged;
    QTest::newRow("JPEG, half of it") << jpeg.left(jpeg.size() / 2) << damaged;
    QTest::newRow("PNG, half of it") << png.left(png.size() / 2) << damaged;
    QByteArray changed = png;
    changed[png.size() / 2] = char(changed[png.size() / 2] ^ 0x55);
    QTest::newRow("PNG with another byte") << changed << damaged;
    QTest::newRow("small") << paperJpeg({199, 600}) << none;
    QTest::newRow("just large enough") << paperJpeg({200, 200}) << QString();
    QTest::newRow("huge PNG") << hugePng() << large;
    QTest::newRow("PNG that lies in memory whole") << encoded(QImage(3200, 3200, QImage::Format_Mono), "png") << large;
    QTest::newRow("page of A4 as PNG") << encoded(paperImage({2480, 3508}), "png") << QString();
    QTest::newRow("the same with 16 bits")
        << encoded(paperImage({2480, 3508}).convertToFormat(QImage::Format_RGBA64), "png") << large;
    QTest::newRow("more than eight megabytes") << jpeg + QByteArray((8 << 20), 'a') << large;
    // What its header promises is enough to refuse it.
    QByteArray promising = jpeg;
    const qsizetype frame = promising.indexOf(QByteArray("\xff\xc0\0\x11\x08", 5));
    QVERIFY(frame > 0);
    promising.replace(frame + 5, 4, QByteArray("\xff\xdc\xff\xdc", 4));
    QTest::newRow("JPEG that promises 65,500 x 65,500") << promising << large;
    // Two frames: which one holds depends on who reads it.
    QByteArray twice = jpeg;
    twice.insert(frame, jpeg.mid(frame, 19).replace(5, 4, QByteArray("\xff\xdc\xff\xdc", 4)));
    QTest::newRow("JPEG with two sizes") << twice << damaged;
    QByteArray passes = jpeg.left(jpeg.size() - 2);
    for (int pass = 0; pass < 200; ++pass)
        passes += QByteArray("\xff\xda\0\x0c\x03\x01\0\x02\x11\x03\x11\0\x3f\0", 14);
    QTest::newRow("JPEG of two hundred passes") << passes + "\xff\xd9" << none;
}

void TestPictures::whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, sentence);
    const HttpResponse answer = give(file);
    QCOMPARE(answer.status, sentence.isEmpty() ? 303 : 400);
    QCOMPARE(pictures().size(), sentence.isEmpty() ? 1 : 0);
    QCOMPARE(booking().version, sentence.isEmpty() ? 2 : 1);
    if (sentence.isEmpty())
        return;
    QVERIFY2(m_browser->blames(u"file"_s, sentence), qPrintable(m_browser->text()));
    QVERIFY(m_browser->shows(u"value=\"RESIDENCE_PERMIT\" checked"_s)); // what was chosen stays
}

void TestPictures::aHugePictureIsNeverDecoded()
{
    const auto most = [] { // kilobytes that the program has ever needed
        QFile status(u"/proc/self/status"_s);
        const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        return text.mid(text.indexOf("VmHWM:") + 6, 20).simplified().split(' ').first().toLongLong();
    };
    const QByteArray png = hugePng();
    QVERIFY(png.size() < 600000);
    const qint64 before = most();
    const auto clean = cleanPicture(png);
    QVERIFY(!clean);
    QCOMPARE(clean.error().code, Error::Code::ImageTooLarge);
    QVERIFY(most() - before < 8000); // 144 million pixels are 17 MB at least
}

void TestPictures::onlyItsStationGetsIt()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    const QString id = pictures().first()[u"id"_s].toString();
    const HttpResponse own = fetch(id);
    QCOMPARE(own.status, 200);
    const auto has
        = [&](const QByteArray &name, const QByteArray &value) { return own.headers.contains(std::pair(name, value)); };
    QVERIFY(has("Content-Type", "application/octet-stream"));
    QVERIFY(has("Content-Disposition", "attachment"));
    QVERIFY(has("Cache-Control", "no-store"));
    const Station other{.unit = u"650103999"_s, .nameZh = u"另一派出所"_s, .nameEn = u"Another"_s, .phone = u"1"_s};
    const ExchangeKeys keys = ExchangeKeys::create();
    QVERIFY(m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
        const Stations stations(resources.connection());
        if (const auto put = stations.put(other); !put)
            return put.error();
        return stations.addKeys(other.unit, keys.publicKeys(), m_bench->now);
    }));
    const StationApi api(*m_bench->platform);
    const HttpResponse refused = api.answerAs(other, keys.publicKeys(), "attachments/" + id.toLatin1());
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.body.size(),
             api.answerAs(other, keys.publicKeys(), "attachments/" + m_bench->newId().toLatin1()).body.size());
    QCOMPARE(api.answerAs(m_bench->station, m_bench->stationKeys.publicKeys(), "attachments/" + id.toLatin1()).status,
             200); // the control
    QCOMPARE(api.answerAs(m_bench->station, m_bench->stationKeys.publicKeys(), "attachments/x").status, 400);
}

// Not even the applicant's own: what is uploaded is never served beside the pages.
void TestPictures::noPageShowsOne()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    const QString id = pictures().first()[u"id"_s].toString();
    const QByteArray sealed = fetch(id).body;
    for (const Pages::Route &route : Pages::routes()) {
        if (route.method != "GET")
            continue;
        for (const QString &name : {m_booking, id}) {
            m_browser->get(QString(route.path).replace(u"{id}"_s, name));
            QVERIFY2(!m_browser->shown.body.contains(sealed.mid(60, 40)), qPrintable(route.path));
            QVERIFY2(!m_browser->shown.body.contains("<img"), qPrintable(route.path));
        }
    }
    for (const QString &path : {u"/attachments/"_s + id, target(u"/"_s + id), u"/station/v1/attachments/"_s + id})
        QCOMPARE(m_browser->get(path).status, 404);
    m_browser->get(target());
    QVERIFY(m_browser->shows(id)); // the control: it is named, to be removed
}

void TestPictures::anothersBookingIsNotThere()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    const QString id = pictures().first()[u"id"_s].toString();
    Browser other(m_bench->pages);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    const qint64 version = booking().version;
    QCOMPARE(other.get(target()).status, 404);
    other.get(u"/me"_s);
    QCOMPARE(other.upload(target(), {{u"kind"_s, u"BOOKLET"_s}}, paperJpeg()).status, 404);
    other.get(u"/me"_s);
    QCOMPARE(other.post(target(u"/remove"_s), {{u"picture"_s, id}}).status, 404);
    QCOMPARE(booking().version, version);
    // With a booking of one's own, and the id of somebody else's picture.
    other.get(u"/me"_s);
    const QString own = m_bench->bookBy(other, 1);
    other.get(u"/me"_s);
    other.post(u"/booking/%1/pictures/remove"_s.arg(own), {{u"picture"_s, id}});
    QCOMPARE(fetch(id).status, 200);
    other.get(u"/booking/%1/pictures"_s.arg(own));
    QCOMPARE(other.upload(u"/booking/%1/pictures"_s.arg(own), {{u"id"_s, id}, {u"kind"_s, u"BOOKLET"_s}}, paperJpeg())
                 .status,
             404);
    QVERIFY(Pictures::of(m_bench->resource(u"bookings"_s, own)).isEmpty());
    // The control: one of its own is taken.
    other.get(u"/booking/%1/pictures"_s.arg(own));
    QCOMPARE(other
                 .upload(u"/booking/%1/pictures"_s.arg(own),
                         {{u"id"_s, other.value(u"id"_s)}, {u"kind"_s, u"BOOKLET"_s}}, paperJpeg())
                 .status,
             303);
    QCOMPARE(Pictures::of(m_bench->resource(u"bookings"_s, own)).size(), 1);
}

void TestPictures::aFormOfOursIsNeeded()
{
    const Browser::Fields fields{{u"kind"_s, u"BOOKLET"_s}};
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), fields, paperJpeg(), {{"origin", "http://evil.example"}}).status, 403);
    m_browser->get(target());
    Browser stranger(m_bench->pages);
    stranger.get(u"/login"_s);
    QCOMPARE(stranger.upload(target(), fields, paperJpeg()).status, 303); // to the log-in
    QCOMPARE(stranger.location(), u"/login"_s);
    QCOMPARE(stranger.get(target()).status, 303);
    Browser foreign(m_bench->pages); // with the token of another browser
    foreign.cookies = m_browser->cookies;
    foreign.shown = stranger.get(u"/login"_s);
    QCOMPARE(foreign.upload(target(), fields, paperJpeg()).status, 403);
    QVERIFY(pictures().isEmpty());
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), fields, paperJpeg()).status, 303); // the control
    QCOMPARE(pictures().size(), 1);
}

void TestPictures::whatIsLeftOutIsAskedFor()
{
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), {}, {}, {{"sec-fetch-site", "same-origin"}}, {}).status, 400);
    QVERIFY(m_browser->blames(u"file"_s, u"Please choose a picture."_s));
    QVERIFY(m_browser->blames(u"kind"_s, u"Please choose one."_s));
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), {{u"kind"_s, u"PASSPORT"_s}}, paperJpeg()).status, 400);
    QVERIFY(m_browser->blames(u"kind"_s, u"Please choose one."_s));
    QVERIFY(m_browser->blames(u"file"_s, u"Please choose the picture once more."_s));
    m_browser->get(target());
    QCOMPARE(m_browser->post(target(), {{u"kind"_s, u"BOOKLET"_s}}).status, 400); // a form without files
    QVERIFY(m_browser->blames(u"file"_s, u"Please choose a picture."_s));
    QVERIFY(pictures().isEmpty());
}

void TestPictures::theSamePageTwiceIsOnePicture()
{
    m_browser->get(target());
    const Browser::Fields fields{{u"id"_s, m_browser->value(u"id"_s)}, {u"kind"_s, u"OLD_CARD"_s}};
    QCOMPARE(m_browser->upload(target(), fields, paperJpeg()).status, 303);
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), fields, paperJpeg()).status, 303);
    QCOMPARE(pictures().size(), 1);
    QCOMPARE(booking().version, 2);
    QCOMPARE(give(paperJpeg()).status, 303); // the control: the page anew
    QCOMPARE(pictures().size(), 2);
}

void TestPictures::tenPicturesAreTheMost()
{
    const QByteArray jpeg = *cleanPicture(paperJpeg());
    const auto add = [&](const QString &id) {
        return m_bench->platform->write([&](Resources &resources) {
            const Resource there = **resources.find(u"bookings"_s, m_booking);
            return Pictures(*m_bench->platform, resources).add(there.account, m_booking, id, u"OTHER"_s, jpeg);
        });
    };
    for (int count = 0; count < 9; ++count)
        QVERIFY(add(m_bench->newId()));
    QStringList ids;
    for (int one = 0; one < 8; ++one)
        ids << m_bench->newId();
    std::vector<std::thread> several;
    std::atomic<int> taken = 0;
    for (int one = 0; one < 8; ++one)
        several.emplace_back([&, one] { taken += add(ids[one]) ? 1 : 0; });
    for (std::thread &one : several)
        one.join();
    QCOMPARE(taken, 1);
    QCOMPARE(pictures().size(), 10);
    QVERIFY(Contract::instance().fits(u"Booking"_s, booking().body));
    int kept = 0;
    for (const QString &id : ids)
        kept += fetch(id).status == 200 ? 1 : 0;
    QCOMPARE(kept, 1); // nothing is left of those that were one too many
    m_browser->get(target());
    QVERIFY(m_browser->shows(u"There are 10 pictures, more cannot be added"_s));
    QVERIFY(!m_browser->shows(u"type=\"file\""_s));
}

void TestPictures::onlyUntilTheDecision()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    QVERIFY(m_bench->decide(m_booking, u"ask"_s, PlatformBench::because(u"Please add the permit."_s)));
    m_browser->get(u"/booking/"_s + m_booking);
    QVERIFY(m_browser->shows(u"Add or remove pictures"_s));
    QCOMPARE(give(paperJpeg(), u"BOOKLET"_s).status, 303); // as long as nothing is decided
    QCOMPARE(pictures().size(), 2);
    m_browser->get(target());
    const QString id = m_browser->value(u"id"_s);
    const QString first = pictures().first()[u"id"_s].toString();
    QVERIFY(m_bench->decide(m_booking, u"cancel"_s, PlatformBench::because(u"Not here."_s)));
    const qint64 version = booking().version;
    QCOMPARE(m_browser->upload(target(), {{u"id"_s, id}, {u"kind"_s, u"BOOKLET"_s}}, paperJpeg()).status, 303);
    QCOMPARE(m_browser->location(), u"/booking/"_s + m_booking);
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(target(u"/remove"_s), {{u"picture"_s, first}}).status, 303);
    QCOMPARE(booking().version, version);
    QCOMPARE(pictures().size(), 2);
    QCOMPARE(m_browser->get(target()).status, 303);
    m_browser->get(u"/booking/"_s + m_booking);
    QVERIFY(m_browser->shows(u"Page of the household booklet"_s));
    QVERIFY(!m_browser->shows(u"Add or remove pictures"_s));
}

void TestPictures::theApplicantRemovesOne()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    QCOMPARE(give(paperJpeg(), u"OLD_CARD"_s).status, 303);
    const QString first = pictures().first()[u"id"_s].toString();
    m_browser->get(target());
    QCOMPARE(m_browser->value(u"picture"_s), first);
    QCOMPARE(m_browser->post(target(u"/remove"_s), {{u"picture"_s, first}}).status, 303);
    QCOMPARE(pictures().size(), 1);
    QCOMPARE(pictures().first()[u"kind"_s].toString(), u"OLD_CARD"_s);
    QCOMPARE(booking().version, 4);
    QCOMPARE(problem(fetch(first)), u"not-found"_s);
    QCOMPARE(fetch(pictures().first()[u"id"_s].toString()).status, 200); // the control
    m_browser->get(target());
    QCOMPARE(m_browser->post(target(u"/remove"_s), {{u"picture"_s, first}}).status, 303); // pressed twice
    QCOMPARE(booking().version, 4);
    m_browser->get(target());
    m_browser->post(target(u"/remove"_s), {{u"picture"_s, pictures().first()[u"id"_s].toString()}});
    QVERIFY(!booking().body.contains(u"attachments"_s));
}

void TestPictures::goneAfterTheTakeOver()
{
    QCOMPARE(give(paperJpeg()).status, 303);
    const QString id = pictures().first()[u"id"_s].toString();
    QVERIFY(m_bench->decide(m_booking, u"refuse"_s, PlatformBench::because(u"Not here."_s)));
    const StationWrites writes(*m_bench->platform, m_bench->station, m_bench->stationKeys.publicKeys());
    const QJsonObject about{{u"kind"_s, u"bookings"_s}, {u"id"_s, m_booking}};
    const QByteArray sealed = QByteArray::fromBase64(booking().body[u"sealed"_s][u"data"_s].toString().toLatin1());
    QVERIFY(writes.put(u"receipts"_s,
                       {{u"id"_s, m_bench->newId()},
                        {u"kind"_s, u"TAKEN_OVER"_s},
                        {u"station"_s, m_bench->station.unit},
                        {u"at"_s, instantText(m_bench->now)},
                        {u"about"_s, about},
                        {u"version"_s, booking().version},
                        {u"sealedSha256"_s, QJsonArray{sha256Of(sealed), pictures().first()[u"sha256"_s]}}},
                       0));
    const auto settled = [&] {
        return bool(
            m_bench->platform->write([&](Resources &resources) { return settle(*m_bench->platform, resources); }));
    };
    m_bench->now = m_bench->now.addDays(30).addSecs(-1);
    QVERIFY(settled());
    QCOMPARE(fetch(id).status, 200);
    m_bench->now = m_bench->now.addSecs(2);
    QVERIFY(settled());
    const HttpResponse gone = fetch(id);
    QCOMPARE(gone.status, 410);
    QCOMPARE(problem(gone), u"data-removed"_s);
    QVERIFY(Contract::instance().fits(u"Booking"_s, booking().body));
    QVERIFY(pictures().first()[u"removedAt"_s].isString());
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
    m_browser->get(u"/booking/"_s + m_booking);
    QVERIFY(m_browser->shows(u"deleted here on 24 December 2026 09:00"_s));
}

void TestPictures::keysThatWereRevokedAreNotUsed()
{
    const QString key = booking().body[u"sealed"_s][u"key"_s].toString();
    // New keys change nothing: those that the booking names hold.
    const ExchangeKeys newer = ExchangeKeys::create();
    m_bench->now = m_bench->now.addSecs(60);
    QVERIFY(m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
        return Stations(resources.connection()).addKeys(m_bench->station.unit, newer.publicKeys(), m_bench->now);
    }));
    QCOMPARE(give(paperJpeg()).status, 303);
    QCOMPARE(pictures().first()[u"key"_s].toString(), key);
    QVERIFY(m_bench->platform->write(
        [&](Resources &resources) -> Outcome<void> { return Stations(resources.connection()).revokeKeys(key); }));
    QCOMPARE(give(paperJpeg()).status, 503);
    QCOMPARE(pictures().size(), 1);
}

void TestPictures::notTooManyInAMinute()
{
    int taken = 0;
    for (int count = 0; count < 13; ++count) {
        give("no picture");
        taken += m_browser->shown.status == 400 ? 1 : 0;
    }
    QCOMPARE(taken, 12);
    QCOMPARE(m_browser->shown.status, 429);
    QVERIFY(!m_browser->header("Retry-After").isEmpty());
    m_bench->now = m_bench->now.addSecs(60);
    QCOMPARE(give(paperJpeg()).status, 303);
}

void TestPictures::othersAreAnsweredMeanwhile()
{
    PictureTurns turns;
    auto first = turns.take();
    auto second = turns.take();
    std::atomic<int> working = 0;
    std::vector<std::thread> waiting;
    for (int one = 0; one < 2; ++one)
        waiting.emplace_back([&] {
            const auto turn = turns.take();
            working += turn ? 1 : 0;
        });
    // Two work and two wait; whoever comes then is not kept.
    QTRY_COMPARE(turns.free(), 0);
    QVERIFY(!turns.take());
    QCOMPARE(working, 0);
    first.reset();
    second.reset();
    for (std::thread &one : waiting)
        one.join();
    QCOMPARE(working, 2);
    QVERIFY(turns.take());

    // On the pages: whoever comes when all places are taken is asked to send it again, and nothing is kept of it.
    std::vector<std::thread> applicants;
    std::atomic<int> added = 0;
    std::atomic<int> later = 0;
    m_browser->get(target());
    const QByteArray large = paperJpeg({4000, 3000});
    for (int one = 0; one < 8; ++one)
        applicants.emplace_back([&, browser = *m_browser]() mutable {
            const int status = browser.upload(target(), {{u"kind"_s, u"BOOKLET"_s}}, large).status;
            added += status == 303 ? 1 : 0;
            later += status == 503 ? 1 : 0;
        });
    for (std::thread &one : applicants)
        one.join();
    QCOMPARE(added + later, 8);
    QVERIFY(added >= 2);
    QCOMPARE(pictures().size(), added);
}

void TestPictures::longBodiesOnThisRouteOnly()
{
    const Browser::Fields fields{{u"kind"_s, u"BOOKLET"_s}};
    const QByteArray large = paperJpeg() + QByteArray(3 << 20, 'a');
    for (const Pages::Route &route : Pages::routes()) {
        if (route.method != "POST")
            continue;
        m_browser->get(target());
        const HttpResponse answer = m_browser->upload(QString(route.path).replace(u"{id}"_s, m_booking), fields, large);
        QVERIFY2(answer.status == (route.takesFiles ? 303 : 413), qPrintable(route.path));
    }
    m_browser->get(target());
    QCOMPARE(m_browser->upload(target(), fields, QByteArray(12 << 20, 'a')).status, 413);
    QCOMPARE(pictures().size(), 1);
}

void TestPictures::onPostgresql()
{
    PrivatePostgres postgres;
    const auto started = postgres.start();
    if (started == PrivatePostgres::Start::NotInstalled)
        QSKIP("*** PostgreSQL is not installed: NOT tested on it ***");
    QCOMPARE(started, PrivatePostgres::Start::Running);
    PlatformBench bench(postgres.database(u"pictures"_s));
    bench.openHall(1);
    const auto booked = bench.book();
    QVERIFY(booked);
    const QByteArray jpeg = *cleanPicture(paperJpeg());
    const QString id = bench.newId();
    const auto add = [&](Resources &resources) {
        return Pictures(*bench.platform, resources).add(booked->account, booked->id, id, u"OTHER"_s, jpeg);
    };
    QVERIFY(bench.platform->write(add));
    QCOMPARE(bench.platform->write(add)->version, 2);
    const StationApi api(*bench.platform);
    const auto fetched = [&] { return api.answer(bench.request("GET", u"/station/v1/attachments/"_s + id)); };
    QCOMPARE(fetched().status, 200);
    QVERIFY(bench.platform->write([&](Resources &resources) -> Outcome<void> {
        Resource there = **resources.find(u"bookings"_s, booked->id);
        return Pictures::forget(resources, there);
    }));
    QCOMPARE(fetched().status, 410);
    QVERIFY(bench.platform->write([&](Resources &resources) {
        return Pictures(*bench.platform, resources).remove(booked->account, booked->id, id);
    }));
    QCOMPARE(fetched().status, 404);
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
