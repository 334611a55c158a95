#include "platform/pages/multipart.h"
#include "platform/service/picturefile.h"
#include "tests/support/paperpictures.h"

#include <QImageReader>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// Bodies of forms with files, as browsers send them and as others do; and files that are meant to be pictures.
class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asBrowsersSendIt();
    void readInOneWayOnly_data();
    void readInOneWayOnly();
    void mutatedBodies();
    void mutatedPictures();

private:
    static QByteArray part(const QByteArray &name, const QByteArray &value)
    {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
    static QByteArray file(const QByteArray &name, const QByteArray &fileName, const QByteArray &bytes)
    {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
            + "\"\r\nContent-Type: image/jpeg\r\n\r\n" + bytes + "\r\n";
    }
    static std::optional<MultipartBody> parse(const QByteArray &body, const QByteArray &type = usual)
    {
        return MultipartBody::parse(type, body);
    }
    // Changes that keep most of it as it was: bytes, pieces that are cut, doubled, moved, and what parsers stumble over.
    static QByteArray mutated(QByteArray bytes, QRandomGenerator &random, const QByteArrayList &tokens);

    inline static const QByteArray usual = "multipart/form-data; boundary=b";
};

void TestMultipart::asBrowsersSendIt()
{
    const QByteArray picture = QByteArray("\xff\xd8\r\n--not the end\r\n\0\xff", 21);
    const auto read = parse(part("csrf", "abc") + part("kind", "户口簿\r\nsecond line")
                            + file("file", "%22照片%22; x=y.jpg", picture) + part("empty", "") + "--b--\r\n");
    QVERIFY(read);
    QCOMPARE(read->form.value(u"csrf"_s), u"abc"_s);
    QCOMPARE(read->form.value(u"kind"_s), u"户口簿\nsecond line"_s);
    QVERIFY(read->form.has(u"empty"_s));
    QCOMPARE(read->form.all().size(), 3);
    QCOMPARE(read->files.size(), 1);
    QCOMPARE(read->files.first().field, u"file"_s);
    QCOMPARE(read->files.first().bytes, picture);
    // A file that was not chosen is none.
    const auto none = parse(part("csrf", "abc") + file("file", "", "") + "--b--\r\n");
    QVERIFY(none);
    QVERIFY(none->files.isEmpty());
    QVERIFY(parse("--b--\r\n"));
    QVERIFY(parse("--b--"));
    QVERIFY(parse(part("a", "1") + "--b--\r\n", "Multipart/Form-Data; charset=utf-8; boundary=\"b\""));
    // Control characters are no part of a text.
    QCOMPARE(parse(part("a", QByteArray("x\0\x1b", 3)) + "--b--")->form.value(u"a"_s), u"x\uFFFD\uFFFD"_s);
}

void TestMultipart::readInOneWayOnly_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");

    const QByteArray good = part("a", "1");
    const QByteArray end = "--b--\r\n";
    const auto row = [&](const char *name, const QByteArray &body) { QTest::newRow(name) << usual << body; };
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << good + end;
    QTest::newRow("empty boundary") << QByteArray("multipart/form-data; boundary=") << good + end;
    QTest::newRow("two boundaries") << QByteArray("multipart/form-data; boundary=b; boundary=c") << good + end;
    QTest::newRow("boundary with a blank") << QByteArray("multipart/form-data; boundary=\"b b\"") << good + end;
    QTest::newRow("boundary of 71") << "multipart/form-data; boundary=" + QByteArray(71, 'b')
                                    << "--" + QByteArray(71, 'b') + "--";
    QTest::newRow("another kind") << QByteArray("multipart/mixed; boundary=b") << good + end;
    row("nothing", {});
    row("something before", "preamble\r\n" + good + end);
    row("something behind", good + end + "epilogue");
    row("no end", good);
    row("only half an end", good + "--b-");
    row("another boundary", "--c\r\n" + good.mid(5) + "--c--\r\n");
    row("boundary that goes on", "--bb\r\n" + good.mid(5) + end);
    row("line feeds alone", QByteArray(good + end).replace("\r\n", "\n"));
    row("no disposition", "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n" + end);
    row("two dispositions", "--b\r\n" + good.mid(5, good.indexOf("\r\n\r\n") - 5) + good.mid(3) + end);
    row("another header", "--b\r\nContent-Transfer-Encoding: base64\r\n" + good.mid(5) + end);
    row("two types", "--b\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n" + good.mid(5) + end);
    row("disposition of an attachment", QByteArray(good).replace("form-data", "attachment") + end);
    row("no name", QByteArray(good).replace("name=\"a\"", "nme=\"a\"") + end);
    row("empty name", QByteArray(good).replace("name=\"a\"", "name=\"\"") + end);
    row("two names", QByteArray(good).replace("name=\"a\"", "name=\"a\"; name=\"b\"") + end);
    row("two file names", QByteArray(good).replace("name=\"a\"", "name=\"a\"; filename=\"b\"; filename=\"c\"") + end);
    row("name that is not quoted", QByteArray(good).replace("name=\"a\"", "name=a") + end);
    row("name that does not end", QByteArray(good).replace("name=\"a\"", "name=\"a") + end);
    row("name with a line end", QByteArray(good).replace("name=\"a\"", "name=\"a\rb\"") + end);
    row("name with a NUL", QByteArray(good).replace("name=\"a\"", QByteArray("name=\"a\0b\"", 10)) + end);
    row("name of another alphabet", QByteArray(good).replace("name=\"a\"", "name=\"名\"") + end);
    row("name of 41", QByteArray(good).replace("name=\"a\"", "name=\"" + QByteArray(41, 'a') + "\"") + end);
    row("file name in another way", QByteArray(good).replace("name=\"a\"", "name=\"a\"; filename*=UTF-8''b") + end);
    row("long head",
        QByteArray(good).replace("\r\n\r\n", "\r\nContent-Type: " + QByteArray(1024, 'a') + "\r\n\r\n") + end);
    row("long text", part("a", QByteArray(4097, 'a')) + end);
    row("many parts", good.repeated(21) + end);
    row("more than may be", file("a", "b", QByteArray(MultipartBody::mostBytes, 'a')) + end);
}

void TestMultipart::readInOneWayOnly()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!parse(body, type));
    QVERIFY(parse(part("a", "1") + "--b--\r\n")); // the control: that alone is read
    QVERIFY(parse(part("a", QByteArray(4096, 'a')) + "--b--\r\n"));
    QVERIFY(parse(part("a", "1").repeated(20) + "--b--\r\n"));
}

QByteArray TestMultipart::mutated(QByteArray bytes, QRandomGenerator &random, const QByteArrayList &tokens)
{
    const auto place = [&] { return bytes.isEmpty() ? 0 : qsizetype(random.bounded(quint64(bytes.size()))); };
    const auto length = [&] { return qsizetype(random.bounded(1, 40)); };
    for (int changes = random.bounded(1, 6); changes > 0; --changes) {
        switch (random.bounded(6)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[place()] = char(random.bounded(256));
            break;
        case 1:
            bytes.remove(place(), length());
            break;
        case 2:
            bytes.insert(place(), bytes.mid(place(), length()));
            break;
        case 3:
            bytes.insert(place(), tokens[random.bounded(int(tokens.size()))]);
            break;
        case 4:
            bytes.truncate(place());
            break;
        case 5:
            bytes.replace(place(), length(), tokens[random.bounded(int(tokens.size()))]);
            break;
        }
    }
    return bytes;
}

void TestMultipart::mutatedBodies()
{
    const QByteArrayList tokens{"\r\n",
                                "\n",
                                "\r",
                                "--b",
                                "--b--",
                                "\r\n--b\r\n",
                                "\r\n--b--",
                                "\r\n\r\n",
                                "\"",
                                "; ",
                                "=\"",
                                "name=\"",
                                "filename=\"",
                                "Content-Disposition: form-data",
                                "Content-Type: ",
                                ":",
                                QByteArray(1, '\0'),
                                "\xff\xfe",
                                QByteArray(1100, 'a'),
                                "%22",
                                "\\\""};
    const QByteArray seed = part("csrf", "abc") + part("kind", "BOOKLET") + file("file", "a.jpg", paperJpeg({60, 40}))
        + part("id", "01a20b35") + "--b--\r\n";
    constexpr int bodies = 40000;
    QRandomGenerator random(20261124);
    int readable = 0;
    for (int count = 0; count < bodies; ++count) {
        const QByteArray body = mutated(seed, random, tokens);
        const QByteArray asked = random.bounded(8) == 0 ? mutated(usual, random, tokens) : usual;
        const auto read = MultipartBody::parse(asked, body);
        if (!read)
            continue;
        ++readable;
        qsizetype size = 0;
        for (const UploadedFile &one : read->files)
            size += one.bytes.size();
        QVERIFY(size < body.size());
        QVERIFY(read->files.size() + read->form.all().size() <= 20);
    }
    QVERIFY(readable > bodies / 100 && readable < bodies); // the control: both ways were walked
}

void TestMultipart::mutatedPictures()
{
    const QByteArrayList tokens{"\xff\xd8",
                                "\xff\xd9",
                                "\xff\xda",
                                QByteArray("\xff\xc0\0\x11\x08", 5),
                                QByteArray("\xff\xc2\0\x11\x08", 5),
                                QByteArray("\xff\xe1\xff\xff", 4),
                                "IHDR",
                                "IDAT",
                                "iCCP",
                                "acTL",
                                QByteArray("\xff\xff\xff\xff", 4),
                                QByteArray(4, '\0'),
                                QByteArray("Exif\0\0MM", 8),
                                QByteArray(1, '\0')};
    QImage grey = paperImage({210, 205}).convertToFormat(QImage::Format_Grayscale8);
    QBuffer progressive;
    progressive.open(QIODevice::WriteOnly);
    QImageWriter writer(&progressive, "jpeg");
    writer.setProgressiveScanWrite(true);
    writer.write(paperImage({210, 205}));
    const QByteArrayList seeds{paperJpeg({210, 205}), telephoneJpeg({210, 205}, 6),           encoded(grey, "jpeg"),
                               progressive.data(),    encoded(paperImage({210, 205}), "png"), encoded(grey, "png")};
    constexpr int files = 6000;
    QRandomGenerator random(20261124);
    int taken = 0;
    for (int count = 0; count < files; ++count) {
        const auto clean = cleanPicture(mutated(seeds[count % seeds.size()], random, tokens));
        if (!clean)
            continue;
        ++taken;
        QVERIFY(clean->startsWith("\xff\xd8\xff\xe0"));
        QVERIFY(clean->size() + 48 <= mostSealedBytes);
    }
    QVERIFY(taken > files / 100 && taken < files); // the control: both ways were walked
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
