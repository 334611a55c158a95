// The photo page in a window of 1366 × 768, its camera running at 30 frames a second, its picture looked at all the while: how often
// a new frame is painted, and the longest time without one.
//   bench_window [MINUTES]

#include "app/workflow/photodesk.h"
#include "app/workflow/preferences.h"
#include "devices/camera/opencvcamera.h"
#include "devices/practice/practiceframes.h"
#include "tests/support/practicecounter.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/walkin/photopage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

// Notes when the picture that is watched was painted with a frame it had not shown before.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &picture)
    {
        m_clock.start();
        picture.installEventFilter(this);
    }

    void newFrame() { m_waiting = true; }
    const std::vector<double> &gaps() const { return m_gaps; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !m_waiting)
            return false;
        m_waiting = false;
        const qint64 now = m_clock.nsecsElapsed();
        if (m_last > 0)
            m_gaps.push_back(double(now - m_last) / 1e6);
        m_last = now;
        return false;
    }

private:
    QElapsedTimer m_clock;
    qint64 m_last = 0;
    bool m_waiting = false;
    std::vector<double> m_gaps;
};

Result<QByteArray> model(const QString &name)
{
    QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/models/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::ModelsMissing, name};
    return file.readAll();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    OpenCvCamera::prepareProcess();
    applyTheme(app, Theme::Light);
    const double minutes = std::max(0.05, QCoreApplication::arguments().value(1, u"10"_s).toDouble());
    constexpr int framesPerSecond = 30;
    constexpr int pictures = 24;
    QTemporaryDir folder;
    const PracticeFrames person(PracticePerson::fromSeed(7));
    for (int i = 0; i < pictures; ++i)
        person.frame(i).save(folder.filePath(u"%1.jpg"_s.arg(i, 3, 10, QChar(u'0'))), "JPEG", 90);
    const auto source = FrameSource::parse(u"seq:%1/%03d.jpg?fps=%2&loop=1"_s.arg(folder.path()).arg(framesPerSecond));
    OpenCvCamera camera({.source = *source, .label = {}, .rotation = 0});

    PracticeCounter station;
    if (!station.open())
        return 1;
    Preferences preferences(station.folder.filePath(u"counter.ini"_s));
    preferences.setTakesByItself(false);
    Draft draft = station.renewal();
    draft.photo.reset();
    WalkIn walkIn(station.counter(), draft, station.household);
    PhotoDesk desk(walkIn, camera, model);
    MessageBar message;
    PhotoPage page(desk, walkIn, message, preferences);
    page.resize(1366, 768);
    page.show();
    PaintWatch watch(*page.findChild<QWidget *>(u"livePicture"_s));
    qint64 looks = 0;
    QObject::connect(&desk, &PhotoDesk::frameReady, &watch, &PaintWatch::newFrame);
    QObject::connect(&desk, &PhotoDesk::previewChanged, &watch, [&looks] { ++looks; });
    QElapsedTimer clock;
    clock.start();
    QTimer::singleShot(int(minutes * 60000), &app, &QCoreApplication::quit);
    desk.startCamera();
    QApplication::exec();
    desk.stopCamera();

    std::vector<double> gaps = watch.gaps();
    if (gaps.empty())
        return 1;
    std::sort(gaps.begin(), gaps.end());
    const double seconds = double(clock.elapsed()) / 1000;
    const double looksPerSecond = double(looks) / seconds;
    constexpr double mostGap = 100;
    constexpr double leastLooks = 15;
    const auto verdict = [](bool passes) { return passes ? "pass" : "fail"; };
    QTextStream(stdout) << "window " << minutes << " min: " << double(gaps.size()) / seconds << " frames painted and "
                        << looksPerSecond << " looks a second: " << verdict(looksPerSecond >= leastLooks)
                        << " (at least 15)\n"
                        << "between painted frames: 99 % " << gaps[std::size_t(0.99 * double(gaps.size() - 1))]
                        << " ms, longest " << gaps.back() << " ms: " << verdict(gaps.back() <= mostGap)
                        << " (at most 100)\n";
    return 0;
}
