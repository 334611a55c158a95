// Measures the photo's checks, crops, white walls and times on the pictures of a folder like shared/data/faces (labels.csv) and on
// drawn people:
//   bench_photo            needs the folder of real faces for the first part
//   bench_photo --preview MINUTES
//                          the live picture for so many minutes and 500 captures: frames, looks, gaps, memory
// Pictures are told apart by people: "even" are those by which constants were set, "odd" those that were kept out.

#include "app/imaging/livecheck.h"
#include "app/imaging/photomaker.h"
#include "app/imaging/whitener.h"
#include "devices/camera/opencvcamera.h"
#include "devices/practice/practiceframes.h"
#include "tests/imaging/checks.h"
#include "tests/imaging/defects.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString padded(const QString &text, int width)
{
    return text.leftJustified(width);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::lround(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

struct Judged
{
    LabelledPicture picture;
    QSet<QString> failed;
    bool odd = false;
};

QList<Judged> judgeAll(Checker &checker)
{
    QList<Judged> all;
    for (const QString &kind : {u"frame"_s, u"idphoto"_s, u"portrait"_s}) {
        for (const Half half : {Half::Even, Half::Odd}) {
            for (const LabelledPicture &picture : labelledPictures(kind, half)) {
                const auto checks = kind == u"idphoto"_s
                    ? checker.fileChecks(*readAll(picture.path, Error::Code::ImageUnreadable))
                    : checker.frameChecks(QImage(picture.path));
                all.append({picture, failed(checks), half == Half::Odd});
            }
        }
    }
    return all;
}

void reportAgreement(const QList<Judged> &all)
{
    out() << "== agreement with the labels: compliant or not (nothing blocks or warns)\n";
    for (const QString &kind : {u"frame"_s, u"idphoto"_s}) {
        for (const int half : {0, 1, 2}) {
            int accepted = 0;
            int compliant = 0;
            int refused = 0;
            int others = 0;
            for (const Judged &one : all) {
                if (one.picture.kind != kind || (half < 2 && one.odd != (half == 1)))
                    continue;
                const bool passes = one.failed.isEmpty();
                (one.picture.compliant ? compliant : others) += 1;
                accepted += one.picture.compliant && passes ? 1 : 0;
                refused += !one.picture.compliant && !passes ? 1 : 0;
            }
            const int right = accepted + refused;
            out() << padded(kind, 9)
                  << padded(half == 0       ? u"even"_s
                                : half == 1 ? u"odd"_s
                                            : u"all"_s,
                            6)
                  << right << " of " << compliant + others << " ("
                  << QString::number(100.0 * right / (compliant + others), 'f', 1) << " %)   compliant accepted "
                  << accepted << " of " << compliant << "   others refused " << refused << " of " << others << '\n';
        }
    }
}

// Caught: anything failed. Named: the rule that belongs to the defect did. False: that rule failed in a picture that has not
// the defect; among the compliant, and among the others.
void reportDefects(const QList<Judged> &all)
{
    out() << "\n== defects: caught, named, and where the rule failed without the defect\n"
          << padded(u"defect"_s, 20) << padded(u"even caught/named/of"_s, 24) << padded(u"odd caught/named/of"_s, 24)
          << padded(u"false: compliant"_s, 18) << "others\n";
    for (const auto &[defect, rules] : rulesOfDefects()) {
        int caught[2] = {};
        int named[2] = {};
        int count[2] = {};
        int falseCompliant = 0;
        int falseOthers = 0;
        int compliant = 0;
        int others = 0;
        for (const Judged &one : all) {
            const bool hit = one.failed.intersects({rules.begin(), rules.end()});
            if (one.picture.defects.contains(defect)) {
                ++count[one.odd];
                caught[one.odd] += one.failed.isEmpty() ? 0 : 1;
                named[one.odd] += hit ? 1 : 0;
            } else if (one.picture.compliant) {
                ++compliant;
                falseCompliant += hit ? 1 : 0;
            } else {
                ++others;
                falseOthers += hit ? 1 : 0;
            }
        }
        out() << padded(defect, 20);
        for (const int half : {0, 1})
            out() << padded(u"%1 / %2 / %3"_s.arg(caught[half]).arg(named[half]).arg(count[half]), 24);
        out() << padded(u"%1 of %2"_s.arg(falseCompliant).arg(compliant), 18) << falseOthers << " of " << others
              << '\n';
    }
}

// What the crop makes of frames whose eyes and cheeks were placed by hand; and how long a photo takes.
void reportPhotos(Checker &checker)
{
    PhotoMaker maker = *PhotoMaker::create(*checker.finder, checker.rules);
    std::vector<double> widths;
    std::vector<double> times;
    std::vector<double> bytes;
    int eyesFine = 0;
    int photos = 0;
    for (const LabelledPicture &picture : labelledPictures(u"frame"_s)) {
        if (!picture.compliant || !picture.leftPupil || !picture.faceWidth)
            continue;
        const QImage frame(picture.path);
        QElapsedTimer timer;
        timer.start();
        const auto photo = maker.make(frame, CropAdjustment{}, Whitening::On);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!photo)
            continue;
        ++photos;
        widths.push_back(*picture.faceWidth * photo->geometry.enlargement());
        const QTransform &toPhoto = photo->geometry.toPhoto();
        const double eyes = (toPhoto.map(*picture.leftPupil).y() + toPhoto.map(*picture.rightPupil).y()) / 2;
        eyesFine += 441 - eyes >= 207 ? 1 : 0;
        bytes.push_back(double(photo->jpeg.size()) / 1024);
    }
    const auto within = std::count_if(widths.begin(), widths.end(), [](double w) { return w >= 193 && w <= 221; });
    out() << "\n== crops of " << photos << " compliant frames\n"
          << "face width      " << within << " of " << widths.size() << " within 207 +- 14 px; median "
          << percentile(widths, 0.5) << ", " << percentile(widths, 0) << " to " << percentile(widths, 1) << '\n'
          << "eyes            " << eyesFine << " of " << photos << " at least 207 px from the lower edge\n"
          << "JPEG            " << percentile(bytes, 0) << " to " << percentile(bytes, 1) << " KiB\n"
          << "frame to photo  median " << percentile(times, 0.5) << " ms, 95 % " << percentile(times, 0.95) << " ms\n";
}

// People cut out by their masks and set before known walls: what of the wall is white after JPEG, what of the person is lost.
void reportWalls(Checker &checker)
{
    struct Wall
    {
        const char *name;
        cv::Scalar left;
        cv::Scalar right;
    };
    const Wall walls[] = {{"light grey", {205, 205, 205}, {205, 205, 205}},
                          {"grey gradient", {170, 170, 170}, {225, 225, 225}},
                          {"pale blue", {225, 205, 185}, {225, 205, 185}}};
    PhotoMaker maker = *PhotoMaker::create(*checker.finder, checker.rules);
    out() << "\n== white walls: people before known walls (drawn with the mask of the same net, which flatters it)\n";
    for (const Wall &wall : walls) {
        std::vector<double> white;
        std::vector<double> lost;
        for (const LabelledPicture &picture : labelledPictures(u"frame"_s)) {
            if (!picture.compliant)
                continue;
            const QImage frame(picture.path);
            const auto proposal = maker.propose(frame, PhotoOrigin::Camera);
            const auto plain
                = proposal ? maker.make(frame, proposal->geometry, {}) : Result<FinishedPhoto>(proposal.error());
            if (!plain || plain->matte.isNull())
                continue;
            const QSize size = plain->unwhitened.size();
            cv::Mat alpha(size.height(), size.width(), CV_8U, const_cast<uchar *>(plain->matte.constBits()),
                          std::size_t(plain->matte.bytesPerLine()));
            const QImage rgb = plain->unwhitened.convertToFormat(QImage::Format_BGR888);
            cv::Mat person(size.height(), size.width(), CV_8UC3, const_cast<uchar *>(rgb.constBits()),
                           std::size_t(rgb.bytesPerLine()));
            cv::Mat scene(person.size(), CV_32FC3);
            for (int y = 0; y < scene.rows; ++y) {
                for (int x = 0; x < scene.cols; ++x) {
                    const double share = alpha.at<uchar>(y, x) / 255.0;
                    const double across = double(x) / scene.cols;
                    for (int channel = 0; channel < 3; ++channel)
                        scene.at<cv::Vec3f>(y, x)[channel]
                            = float(share * person.at<cv::Vec3b>(y, x)[channel]
                                    + (1 - share) * ((1 - across) * wall.left[channel] + across * wall.right[channel]));
                }
            }
            cv::Mat photo;
            scene.convertTo(photo, CV_8U);
            const QImage composed(photo.data, photo.cols, photo.rows, qsizetype(photo.step), QImage::Format_BGR888);
            const auto mask = checker.finder->personMask(composed.copy(), {}, composed.size());
            if (!mask)
                continue;
            cv::Mat coarse(mask->height(), mask->width(), CV_8U, const_cast<uchar *>(mask->constBits()),
                           std::size_t(mask->bytesPerLine()));
            cv::Mat plane;
            coarse.convertTo(plane, CV_32F, 1 / 255.0);
            const cv::Mat matte = matteOf(photo, plane);
            std::vector<uchar> jpeg;
            cv::imencode(".jpg", onWhite(photo, matte), jpeg, {cv::IMWRITE_JPEG_QUALITY, 70});
            cv::Mat grey;
            cv::cvtColor(cv::imdecode(jpeg, cv::IMREAD_COLOR), grey, cv::COLOR_BGR2GRAY);
            const cv::Mat isWall = alpha < 3;
            const cv::Mat isPerson = alpha > 250;
            white.push_back(100.0 * cv::countNonZero((grey >= 250) & isWall) / std::max(1, cv::countNonZero(isWall)));
            lost.push_back(100.0 * cv::countNonZero((matte < 0.5) & isPerson)
                           / std::max(1, cv::countNonZero(isPerson)));
        }
        out() << padded(QString::fromLatin1(wall.name), 16) << "wall pixels >= 250: median " << percentile(white, 0.5)
              << " %, worst " << percentile(white, 0) << " %; person lost: median " << percentile(lost, 0.5)
              << " %, worst " << percentile(lost, 1) << " %\n";
    }
}

void reportLooks(Checker &checker)
{
    const QImage frame = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    LiveCheck live(*checker.finder, checker.rules, *PhotoLayout::from(checker.rules));
    constexpr int looks = 120;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < looks; ++i)
        (void)live.look(frame, timer.elapsed());
    out() << "\n== the live picture, " << frame.width() << " x " << frame.height() << ": "
          << looks * 1000.0 / double(timer.elapsed()) << " looks a second in one thread, nothing else running\n";
}

double memoryMb()
{
    QFile file(u"/proc/self/statm"_s);
    constexpr double pageKb = 4;
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * pageKb / 1024 : 0;
}

// As the photo step works: a camera of 30 frames a second is read in its own thread, frames come in this one, another looks at
// them and makes the photos.
int preview(double minutes, int captures)
{
    constexpr int framesPerSecond = 30;
    constexpr int pictures = 24;
    QTemporaryDir folder;
    const PracticeFrames person(PracticePerson::fromSeed(7));
    for (int i = 0; i < pictures; ++i)
        person.frame(i).save(folder.filePath(u"%1.jpg"_s.arg(i, 3, 10, QChar(u'0'))), "JPEG", 90);
    const auto source = FrameSource::parse(u"seq:%1/%03d.jpg?fps=%2&loop=1"_s.arg(folder.path()).arg(framesPerSecond));
    OpenCvCamera camera({.source = *source, .label = {}, .rotation = 0});
    Checker checker;
    PhotoMaker maker = *PhotoMaker::create(*checker.finder, checker.rules);
    LiveCheck live(*checker.finder, checker.rules, maker.layout());
    QThread thread;
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    QElapsedTimer clock;
    clock.start();
    qint64 lastFrame = 0;
    qint64 frames = 0;
    qint64 looks = 0;
    int taken = 0;
    std::vector<double> gaps;
    double early = 0;
    bool busy = false;
    const double endMs = minutes * 60000;
    const double earlyMs = std::min(300000.0, endMs / 3);
    QObject::connect(&camera, &Camera::frameReady, &camera, [&](const QImage &frame) {
        const qint64 now = clock.elapsed();
        if (frames++ > 0)
            gaps.push_back(double(now - lastFrame));
        lastFrame = now;
        if (busy)
            return;
        busy = true;
        const bool take = now * captures > qint64(taken + 1) * qint64(endMs);
        QMetaObject::invokeMethod(&worker, [&, frame, now, take] {
            if (take)
                (void)maker.make(frame, CropAdjustment{}, Whitening::On);
            else
                (void)live.look(frame, now);
            QMetaObject::invokeMethod(&camera, [&, take] {
                busy = false;
                take ? taken += 1 : looks += 1;
            });
        });
    });
    QTimer::singleShot(int(earlyMs), [&early] { early = memoryMb(); });
    QTimer::singleShot(int(endMs), [] { QCoreApplication::quit(); });
    camera.start();
    QCoreApplication::exec();
    camera.stop();
    thread.quit();
    thread.wait();
    const double seconds = double(clock.elapsed()) / 1000;
    out() << "preview " << minutes << " min: " << double(frames) / seconds << " frames and " << double(looks) / seconds
          << " looks a second, " << taken << " captures\n"
          << "gaps between frames: 99 % " << percentile(gaps, 0.99) << " ms, longest " << percentile(gaps, 1) << " ms\n"
          << "memory: " << early << " MB after " << earlyMs / 60000 << " min, " << memoryMb() << " MB at the end ("
          << memoryMb() - early << " more)\n";
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    OpenCvCamera::prepareProcess();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--preview"_s) {
        constexpr int captures = 500;
        return preview(std::max(0.1, arguments.value(2, u"30"_s).toDouble()), captures);
    }
    Checker checker;
    if (QFileInfo::exists(facesFolder() + u"labels.csv"_s)) {
        const QList<Judged> all = judgeAll(checker);
        reportAgreement(all);
        reportDefects(all);
        reportPhotos(checker);
        reportWalls(checker);
    } else {
        out() << "the folder of real faces is not there: only times are measured\n";
    }
    reportLooks(checker);
    return 0;
}
