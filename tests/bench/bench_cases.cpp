// Many open cases: how long the board of deadlines takes to load them, what a clerk's save waits meanwhile, and the longest gap of the
// window's event loop; against the plain reading of the same rows in the same run.
//   bench_cases [CASES]

#include "app/domain/uuidv7.h"
#include "app/workflow/deadlinedesk.h"
#include "tests/support/practicecounter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <QTimer>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 500;

template<typename T, typename Work>
std::optional<Result<T>> inDatabase(PracticeCounter &station, Work work)
{
    QObject asker;
    std::optional<Result<T>> done;
    station.store.write(&asker, work, [&done](const Result<T> &result) { done = result; });
    return QTest::qWaitFor([&done] { return done.has_value(); }, 600'000) ? done : std::nullopt;
}

// Numbers that nobody has: of a division, days of one year, and every sequence.
QString numberOf(int index)
{
    const QDate born = QDate(1985, 1, 1).addDays(index / 900);
    const QString body = u"110105%1%2"_s.arg(born.toString(u"yyyyMMdd"_s)).arg(index % 900 + 1, 3, 10, QChar(u'0'));
    for (const QChar last : u"0123456789X"_s) {
        if (CitizenNumber::parse(body + last))
            return body + last;
    }
    return {};
}

bool accept(PracticeCounter &station, int from, int to)
{
    const Counter counter = station.counter();
    const Draft model = station.renewal();
    const auto done = inDatabase<int>(station, [=](Repositories &repositories) -> Result<int> {
        for (int index = from; index < to; ++index) {
            Draft form = model;
            form.id = makeUuidV7(counter.clock);
            form.applicant.number = numberOf(index);
            form.payment.method = PaymentMethod::Free;
            const auto accepted = repositories.acceptance.accept(
                {.form = form,
                 .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = CaseState::Accepted},
                 .legalDue = counter.today().addDays(60),
                 .promiseDue = counter.today().addDays(20),
                 .day = counter.today(),
                 .station = counter.station,
                 .device = counter.device,
                 .stamp = counter.stamp(),
                 .holder = counter.holder});
            if (!accepted)
                return accepted.error();
        }
        return to - from;
    });
    return done && *done;
}

// The rows alone: nothing is checked, opened or made of them.
double plainReading(PracticeCounter &station)
{
    const auto done = inDatabase<qint64>(station, [](Repositories &repositories) -> Result<qint64> {
        QElapsedTimer clock;
        clock.start();
        Statement rows(repositories.database.connection(),
                       u"SELECT m.*, f.* FROM case_main m JOIN case_form f ON f.case_id = m.id"_s);
        if (auto result = rows.run(); !result)
            return result.error();
        qint64 bytes = 0;
        while (rows.next())
            bytes += rows.bytes(0).size();
        return bytes >= 0 ? clock.nsecsElapsed() : -1;
    });
    return done && *done ? double(**done) / 1e6 : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const int cases = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 3000;
    PracticeCounter station;
    if (cases <= 0 || !station.open())
        return 2;
    for (int from = 0; from < cases; from += atOnce) {
        if (!accept(station, from, qMin(from + atOnce, cases)))
            return 2;
    }
    const double plain = plainReading(station);

    DeadlineDesk desk(station.counter());
    bool loaded = false;
    QObject::connect(&desk, &DeadlineDesk::changed, [&loaded] { loaded = true; });
    QElapsedTimer clock;
    double longest = 0;
    qint64 last = 0;
    QTimer beat; // of the window
    QObject::connect(&beat, &QTimer::timeout, [&] {
        longest = qMax(longest, double(clock.nsecsElapsed() - last) / 1e6);
        last = clock.nsecsElapsed();
    });
    beat.start(1);
    clock.start();
    desk.refresh();
    double saved = -1; // when a save that was asked for at once is answered
    QObject asker;
    station.store.write(
        &asker,
        [](Repositories &repositories) -> Result<void> { return repositories.station.setSetting(u"bench"_s, u"1"_s); },
        [&](const Result<void> &) { saved = double(clock.nsecsElapsed()) / 1e6; });
    if (!QTest::qWaitFor([&] { return loaded && saved >= 0; }, 600'000))
        return 1;
    const double board = double(clock.nsecsElapsed()) / 1e6;
    const auto one = [](double value) { return QString::number(value, 'f', 1); };
    out << "open cases                            " << desk.rows().size() << '\n'
        << "their rows, read plainly              " << one(plain) << " ms\n"
        << "the board of deadlines                " << one(board) << " ms, " << one(board / plain)
        << " times the plain reading, " << one(board * 1000 / cases) << " us a case\n"
        << "a save asked for right after          " << one(saved) << " ms\n"
        << "longest gap of the window's loop      " << one(longest) << " ms\n";
    return 0;
}
