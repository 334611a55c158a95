#include "checks.h"

#include <QBuffer>
#include <QHash>
#include <QPainter>
#include <QTransform>

#include <functional>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

class TestPhotoCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersForEveryRule();
    void checksTheHeaderWithoutAFace();
    void leavesUncheckedWhatTheCascadeCannotSee();
    void findsAPlantedFault_data();
    void findsAPlantedFault();
    void findsASecondPerson();
    void findsAPlantedFaultInAFile_data();
    void findsAPlantedFaultInAFile();

private:
    Checker m_checker;
    QHash<QString, QSet<QString>> m_controls; // what fails in a picture as it is
};

static PhotoVerdict verdictOf(const QList<PhotoCheck> &checks, const QString &rule)
{
    for (const PhotoCheck &check : checks) {
        if (check.rule.rule == rule)
            return check.verdict;
    }
    qFatal("no rule %s", qPrintable(rule));
}

static QByteArray jpegOf(const QImage &image, int quality = 80)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", quality);
    return bytes;
}

static QImage wall(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(200, 203, 205));
    return image;
}

void TestPhotoCheck::answersForEveryRule()
{
    const QList<PhotoCheck> frame = m_checker.frameChecks(wall({640, 480}));
    QCOMPARE(frame.size(), m_checker.rules.rulesFor(PhotoSubject::Frame).size());
    QCOMPARE(verdictOf(frame, u"one_face"_s), PhotoVerdict::Block);
    QCOMPARE(verdictOf(frame, u"eyes_open"_s), PhotoVerdict::Unchecked);
    QCOMPARE(verdictOf(frame, u"natural"_s), PhotoVerdict::Look);
    QVERIFY(!isCompliant(frame));
    const QList<PhotoCheck> file = m_checker.fileChecks(jpegOf(wall({358, 441})));
    QCOMPARE(file.size(), m_checker.rules.rulesFor(PhotoSubject::File).size());
    QCOMPARE(verdictOf(file, u"one_face"_s), PhotoVerdict::Block);
    QCOMPARE(verdictOf(file, u"face_w"_s), PhotoVerdict::Unchecked);
    QCOMPARE(verdictOf(file, u"retouch"_s), PhotoVerdict::Look);
}

void TestPhotoCheck::checksTheHeaderWithoutAFace()
{
    QImage colourful = wall({358, 441});
    QPainter(&colourful).fillRect(0, 0, 100, 100, Qt::darkGreen);
    const QList<PhotoCheck> right = m_checker.fileChecks(jpegOf(colourful));
    QCOMPARE(verdictOf(right, u"size_w"_s), PhotoVerdict::Pass);
    QCOMPARE(verdictOf(right, u"size_h"_s), PhotoVerdict::Pass);
    QCOMPARE(verdictOf(right, u"depth"_s), PhotoVerdict::Pass);
    QCOMPARE(verdictOf(right, u"dpi"_s), PhotoVerdict::Warn); // the sample says 72 or nothing
    QCOMPARE(verdictOf(right, u"jpeg_q"_s), PhotoVerdict::Pass);
    QCOMPARE(verdictOf(right, u"jpeg_size"_s), PhotoVerdict::Info); // under 8 KiB

    const QList<PhotoCheck> wrong = m_checker.fileChecks(jpegOf(colourful.scaled(300, 400), 20));
    QCOMPARE(verdictOf(wrong, u"size_w"_s), PhotoVerdict::Block);
    QCOMPARE(verdictOf(wrong, u"size_h"_s), PhotoVerdict::Block);
    QCOMPARE(verdictOf(wrong, u"jpeg_q"_s), PhotoVerdict::Info);
    const QImage grey = colourful.convertToFormat(QImage::Format_Grayscale8);
    QCOMPARE(verdictOf(m_checker.fileChecks(jpegOf(grey)), u"depth"_s), PhotoVerdict::Block);
    QCOMPARE(verdictOf(m_checker.fileChecks(jpegOf(grey.convertToFormat(QImage::Format_RGB888))), u"depth"_s),
             PhotoVerdict::Block); // grey in three channels is grey
}

void TestPhotoCheck::leavesUncheckedWhatTheCascadeCannotSee()
{
    auto loaded = FaceFinder::loadCascade(u"/usr/share/opencv4"_s);
    if (!loaded)
        QSKIP("opencv-data is not installed: the cascade was not tried");
    IDCOUNTER_SKIP_WITHOUT_FACES();
    const std::unique_ptr<FaceFinder> cascade = *std::move(loaded);
    const QImage frame(labelledPictures(u"frame"_s).first().path);
    const auto faces = cascade->find(frame);
    QVERIFY(faces && faces->size() == 1);
    const auto checks = checkFrame(*cascade, m_checker.rules, frame, *faces, CheckDepth::Full);
    QVERIFY(checks);
    QCOMPARE(verdictOf(*checks, u"one_face"_s), PhotoVerdict::Pass);
    for (const PhotoCheck &check : *checks) {
        if (check.rule.rule != u"one_face" && check.rule.severity != PhotoSeverity::Look
            && check.rule.severity != PhotoSeverity::Info)
            QVERIFY2(check.verdict == PhotoVerdict::Unchecked, qPrintable(check.rule.rule));
    }
}

// The first compliant pictures of the odd half.
static QStringList compliant(const QString &kind, qsizetype count)
{
    QStringList paths;
    for (const LabelledPicture &picture : labelledPictures(kind, Half::Odd)) {
        if (picture.compliant && paths.size() < count)
            paths.append(picture.path);
    }
    return paths;
}

using Fault = std::function<QImage(const QImage &)>;

static QImage blended(const QImage &image, const QColor &colour, double share, QRectF part = {0, 0, 1, 1})
{
    QImage result = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&result);
    painter.setOpacity(share);
    painter.fillRect(QRectF(part.x() * image.width(), part.y() * image.height(), part.width() * image.width(),
                            part.height() * image.height()),
                     colour);
    return result;
}

static QImage multiplied(const QImage &image, const QColor &colour)
{
    QImage result = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&result);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(result.rect(), colour);
    return result;
}

// As an exposure that is too long: everything by the same factor, 1 / (1 - by).
static QImage brightened(const QImage &image, double by)
{
    QImage result = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&result);
    painter.setCompositionMode(QPainter::CompositionMode_ColorDodge);
    painter.fillRect(result.rect(), QColor::fromRgbF(float(by), float(by), float(by)));
    return result;
}

static QImage turned(const QImage &image, double degrees)
{
    QImage result = wall(image.size());
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(result.rect().center());
    painter.rotate(degrees);
    painter.translate(-result.rect().center());
    painter.drawImage(0, 0, image);
    return result;
}

static QImage blurred(const QImage &image, int by)
{
    return image.scaled(image.size() / by, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

static QImage moved(const QImage &image, QPoint by)
{
    QImage result = wall(image.size());
    QPainter(&result).drawImage(by, image);
    return result;
}

static QImage smaller(const QImage &image, double scale)
{
    QImage result = wall(image.size());
    const QImage scaled = image.scaled(image.size() * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter(&result).drawImage((image.width() - scaled.width()) / 2, image.height() - scaled.height(), scaled);
    return result;
}

Q_DECLARE_METATYPE(Fault)

void TestPhotoCheck::findsAPlantedFault_data()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Fault>("plant");

    const auto row
        = [](const char *name, const QString &rule, const Fault &fault) { QTest::newRow(name) << rule << fault; };
    row("blurred", u"sharpness"_s, [](const QImage &image) { return blurred(image, 10); });
    row("dark", u"too_dark"_s, [](const QImage &image) { return blended(image, Qt::black, 0.85); });
    row("bright", u"too_bright"_s, [](const QImage &image) { return brightened(image, 0.7); });
    row("one side in the shade", u"even_light"_s, [](const QImage &image) {
        return blended(image, Qt::black, 0.6, {0, 0, 0.5, 1});
    });
    row("blue light", u"colour_cast"_s, [](const QImage &image) { return multiplied(image, QColor(110, 170, 255)); });
    row("tilted", u"roll"_s, [](const QImage &image) { return turned(image, 12); });
    row("far", u"resolution"_s, [](const QImage &image) { return smaller(image, 0.45); });
    row("at the side", u"in_frame"_s, [](const QImage &image) { return moved(image, {-image.width() * 39 / 100, 0}); });
    row("cut below", u"in_frame"_s, [](const QImage &image) { return moved(image, {0, image.height() / 4}); });
    row("dark wall", u"wall"_s, [](const QImage &image) { return multiplied(image, QColor(120, 120, 120)); });
    row("shadow on the wall", u"shadow"_s, [](const QImage &image) {
        return blended(image, Qt::black, 0.5, {0.1, 0, 0.28, 0.45});
    });
    row("nobody", u"one_face"_s, [](const QImage &image) { return wall(image.size()); });
}

void TestPhotoCheck::findsAPlantedFault()
{
    QFETCH(QString, rule);
    QFETCH(Fault, plant);
    int found = 0;
    const QStringList paths = compliant(u"frame"_s, 4);
    for (const QString &path : paths) {
        const QImage image(path);
        if (!m_controls.contains(path))
            m_controls[path] = failed(m_checker.frameChecks(image));
        QVERIFY2(!m_controls[path].contains(rule), qPrintable(path)); // the control
        found += failed(m_checker.frameChecks(plant(image))).contains(rule) ? 1 : 0;
    }
    QCOMPARE(found, paths.size());
}

void TestPhotoCheck::findsASecondPerson()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    const QList<LabelledPicture> pictures = labelledPictures(u"frame"_s);
    const QImage first(pictures[0].path);
    QImage both = first.copy(first.width() / 4, 0, first.width() / 2, first.height());
    QImage pair(first.width(), first.height(), QImage::Format_RGB32);
    QPainter painter(&pair);
    painter.drawImage(0, 0, both);
    painter.drawImage(first.width() / 2, 0, both);
    painter.end();
    QCOMPARE(verdictOf(m_checker.frameChecks(first), u"one_face"_s), PhotoVerdict::Pass);
    QCOMPARE(verdictOf(m_checker.frameChecks(pair), u"one_face"_s), PhotoVerdict::Block);
}

void TestPhotoCheck::findsAPlantedFaultInAFile_data()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Fault>("plant");

    const auto row
        = [](const char *name, const QString &rule, const Fault &fault) { QTest::newRow(name) << rule << fault; };
    const auto part = [](const QImage &image, QRect rect) {
        return image.copy(rect).scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    row("wider face", u"face_w"_s, [part](const QImage &image) { return part(image, {30, 35, 298, 368}); });
    row("too low", u"eye_line"_s, [](const QImage &image) { return moved(image, {0, 90}); });
    row("beside the middle", u"centre_x"_s, [](const QImage &image) { return moved(image, {-35, 0}); });
    row("grey wall", u"background"_s, [](const QImage &image) { return multiplied(image, QColor(215, 215, 215)); });
    row("grey", u"depth"_s, [](const QImage &image) { return image.convertToFormat(QImage::Format_Grayscale8); });
    row("blocks", u"jpeg_damage"_s, [](const QImage &image) { return QImage::fromData(jpegOf(image, 8)); });
    row("narrower", u"size_w"_s, [](const QImage &image) { return image.copy(0, 0, 350, 441); });
}

void TestPhotoCheck::findsAPlantedFaultInAFile()
{
    QFETCH(QString, rule);
    QFETCH(Fault, plant);
    for (const QString &path : compliant(u"idphoto"_s, 4)) {
        const QImage image(path);
        if (!m_controls.contains(path))
            m_controls[path] = failed(m_checker.fileChecks(jpegOf(image)));
        QVERIFY2(!m_controls[path].contains(rule), qPrintable(path)); // the control
        QVERIFY2(failed(m_checker.fileChecks(jpegOf(plant(image)))).contains(rule), qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestPhotoCheck)
#include "tst_photocheck.moc"
