// Measures this room on folders of prints named FFF_I.png (finger, impression; 500 dpi, ridges dark):
//   bench_finger [--fingers 104,105] [--drawn COUNT] [--crowd COUNT] FOLDER…
// Prints, for templates of 1, 2 and 3 presses over all choices, the equal error rate, the genuine share accepted without a
// false accept, and both error rates at the matcher's threshold; the same for one finger under two names; what refusing the
// worst presses gains; times and sizes; the same work done by libfprint (bozorth3 and mindtct, over its API) in the same run;
// and the search of each finger in a crowd of strewn ones (tests/biometrics/strewnpress.h; 100000 of them). --drawn judges so
// many drawn practice fingers as well. With --fingers only what involves these fingers counts. Several folders are also judged
// together: a finger's number then counts within its folder.

#include "app/biometrics/fingerindex.h"
#include "app/biometrics/fingermatcher.h"
#include "app/biometrics/fingerquality.h"
#include "devices/practice/practicefinger.h"
#include "tests/biometrics/strewnpress.h"
#include "tests/biometrics/yardstick.h"
#include "tests/practice/virtualscanner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <map>
#include <numeric>
#include <thread>
#include <vector>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

struct Scanned
{
    int finger;
    QImage image;
    FingerFeatures features;
    int quality;
};

struct Scores
{
    std::vector<double> genuine;
    std::vector<double> impostor;
};

using Matrix = std::vector<std::vector<double>>;
using Choice = std::vector<std::size_t>;

double shareFrom(const std::vector<double> &scores, double threshold)
{
    const auto count = std::count_if(scores.begin(), scores.end(), [=](double score) { return score >= threshold; });
    return scores.empty() ? 0 : static_cast<double>(count) / static_cast<double>(scores.size());
}

// The error rate where as many genuine ones are refused as impostors accepted.
double equalErrorRate(const Scores &scores)
{
    std::vector<double> thresholds = scores.genuine;
    thresholds.insert(thresholds.end(), scores.impostor.begin(), scores.impostor.end());
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    double best = 1;
    double rate = 1;
    for (const double threshold : thresholds) {
        const double refused = 1 - shareFrom(scores.genuine, threshold);
        const double accepted = shareFrom(scores.impostor, threshold);
        if (std::abs(refused - accepted) < best) {
            best = std::abs(refused - accepted);
            rate = (refused + accepted) / 2;
        }
    }
    return rate;
}

// All ways to take so many of the given presses.
std::vector<Choice> choices(const Choice &presses, std::size_t size)
{
    std::vector<bool> taken(presses.size(), false);
    std::fill(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(std::min(size, presses.size())), true);
    std::vector<Choice> all;
    do {
        Choice choice;
        for (std::size_t i = 0; i < presses.size(); ++i) {
            if (taken[i])
                choice.push_back(presses[i]);
        }
        all.push_back(choice);
    } while (std::prev_permutation(taken.begin(), taken.end()));
    return all;
}

// Processor time, so that a busy machine measures like an idle one.
double milliseconds(std::clock_t since)
{
    return static_cast<double>(std::clock() - since) * 1000 / CLOCKS_PER_SEC;
}

QString percent(double share)
{
    return u"%1 %"_s.arg(100 * share, 6, 'f', 2);
}

class Bench
{
public:
    Bench(std::vector<Scanned> presses, QList<int> judged)
        : m_presses(std::move(presses))
        , m_judged(std::move(judged))
    {
        for (std::size_t i = 0; i < m_presses.size(); ++i)
            m_fingers[m_presses[i].finger].push_back(i);
    }

    void compareAll(QTextStream &out)
    {
        const std::clock_t start = std::clock();
        m_scores.assign(m_presses.size(), std::vector<double>(m_presses.size(), 0));
        for (std::size_t i = 0; i < m_presses.size(); ++i) {
            for (std::size_t j = 0; j < m_presses.size(); ++j)
                m_scores[i][j] = score(m_presses[i].features, m_presses[j].features);
        }
        const auto count = static_cast<double>(m_presses.size() * m_presses.size());
        out << "comparison      " << milliseconds(start) / count << " ms\n";
    }

    void report(QTextStream &out) const
    {
        // What two earlier presses say of a third: the gate of an enrolment.
        for (const std::size_t size : {std::size_t(1), std::size_t(2), std::size_t(3)})
            print(out, u"%1 enrolled"_s.arg(size), verify(size));
        for (const std::size_t size : {std::size_t(1), std::size_t(3)})
            print(out, u"%1+%1 twice"_s.arg(size), twice(size));
        reportQuality(out);
    }

private:
    bool counts(int finger) const { return m_judged.isEmpty() || m_judged.contains(finger); }

    double best(const Choice &a, const Choice &b) const
    {
        double best = 0;
        for (const std::size_t i : a) {
            for (const std::size_t j : b)
                best = std::max(best, m_scores[i][j]);
        }
        return best;
    }

    // Templates of so many presses against all other presses.
    Scores verify(std::size_t size) const
    {
        Scores scores;
        for (const auto &[finger, own] : m_fingers) {
            for (const Choice &enrolled : choices(own, size)) {
                for (std::size_t i = 0; i < m_presses.size(); ++i) {
                    if (m_presses[i].finger != finger && (counts(finger) || counts(m_presses[i].finger)))
                        scores.impostor.push_back(best({i}, enrolled));
                    else if (m_presses[i].finger == finger && counts(finger)
                             && std::find(enrolled.begin(), enrolled.end(), i) == enrolled.end())
                        scores.genuine.push_back(best({i}, enrolled));
                }
            }
        }
        return scores;
    }

    // Templates against templates: the same finger (no press in both), and two fingers.
    Scores twice(std::size_t size) const
    {
        Scores scores;
        for (const auto &[finger, own] : m_fingers) {
            for (const Choice &enrolled : choices(own, size)) {
                for (const auto &[other, theirs] : m_fingers) {
                    if (other < finger || (other == finger ? !counts(finger) : !counts(finger) && !counts(other)))
                        continue;
                    Choice left;
                    std::set_difference(theirs.begin(), theirs.end(), enrolled.begin(), enrolled.end(),
                                        std::back_inserter(left));
                    for (const Choice &second : choices(left, size))
                        (other == finger ? scores.genuine : scores.impostor).push_back(best(enrolled, second));
                }
            }
        }
        return scores;
    }

    // Single pairs of a finger that pass the threshold when the worst presses are refused, by our score and by the number of
    // minutiae.
    void reportQuality(QTextStream &out) const
    {
        const auto accepted = [this](double refusedShare, const std::function<double(const Scanned &)> &measure) {
            std::vector<std::size_t> order(m_presses.size());
            std::iota(order.begin(), order.end(), std::size_t(0));
            std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                return measure(m_presses[a]) > measure(m_presses[b]);
            });
            order.resize(m_presses.size()
                         - static_cast<std::size_t>(refusedShare * static_cast<double>(m_presses.size())));
            std::vector<double> genuine;
            for (const std::size_t i : order) {
                for (const std::size_t j : order) {
                    if (i < j && m_presses[i].finger == m_presses[j].finger && counts(m_presses[i].finger))
                        genuine.push_back(m_scores[i][j]);
                }
            }
            return shareFrom(genuine, matchThreshold);
        };
        for (const double refused : {0.0, 0.1, 0.2, 0.3}) {
            out << u"worst %1 % out   by quality "_s.arg(100 * refused, 2, 'f', 0)
                << percent(accepted(refused, [](const Scanned &press) { return press.quality; })) << "  by minutiae "
                << percent(accepted(
                       refused,
                       [](const Scanned &press) { return static_cast<double>(press.features.minutiae().size()); }))
                << " of single pairs accepted\n";
        }
    }

    static void print(QTextStream &out, const QString &title, const Scores &scores)
    {
        const double highest
            = scores.impostor.empty() ? 0 : *std::max_element(scores.impostor.begin(), scores.impostor.end());
        const double lowest
            = scores.genuine.empty() ? 0 : *std::min_element(scores.genuine.begin(), scores.genuine.end());
        out << title.leftJustified(12) << " EER " << percent(equalErrorRate(scores)) << "  GAR at no FA "
            << percent(shareFrom(scores.genuine, std::nextafter(highest, 1000))) << "  at " << matchThreshold
            << ": GAR " << percent(shareFrom(scores.genuine, matchThreshold)) << " FAR "
            << percent(shareFrom(scores.impostor, matchThreshold)) << "  highest impostor "
            << QString::number(highest, 'f', 1) << " lowest genuine " << QString::number(lowest, 'f', 1) << "  ("
            << scores.genuine.size() << " / " << scores.impostor.size() << ")\n";
    }

    std::vector<Scanned> m_presses;
    QList<int> m_judged;
    std::map<int, Choice> m_fingers;
    Matrix m_scores;
};

// Pictures of presses, with the number of their finger.
using Pictures = std::vector<std::pair<int, QImage>>;

Pictures picturesIn(const QString &folder)
{
    Pictures pictures;
    for (const QString &name : QDir(folder).entryList({u"*_*.png"_s}, QDir::Files, QDir::Name))
        pictures.emplace_back(name.section(u'_', 0, 0).toInt(), QImage(folder + u'/' + name));
    return pictures;
}

Pictures drawnFingers(int count)
{
    constexpr int presses = 8;
    Pictures pictures;
    for (int finger = 0; finger < count; ++finger) {
        const PracticeFinger drawn(static_cast<quint64>(7000 + finger));
        for (int press = 1; press <= presses; ++press)
            pictures.emplace_back(finger, drawn.impression(press));
    }
    return pictures;
}

// What is found in them; what extracting them costs is printed.
std::vector<Scanned> presses(const QString &title, const Pictures &pictures, QTextStream &out)
{
    std::vector<Scanned> presses;
    double sum = 0;
    double slowest = 0;
    double stored = 0;
    double inMemory = 0;
    double minutiae = 0;
    for (const auto &[finger, image] : pictures) {
        const std::clock_t start = std::clock();
        const auto features = extract(image);
        const double taken = milliseconds(start);
        if (!features) {
            out << "a press of " << finger << " has no finger\n";
            continue;
        }
        sum += taken;
        slowest = std::max(slowest, taken);
        stored += static_cast<double>(features->toBytes().size());
        inMemory += static_cast<double>(features->cylinders().list().size() * sizeof(Cylinder)
                                        + static_cast<std::size_t>(features->minutiae().size()) * sizeof(Minutia)
                                        + static_cast<std::size_t>(features->cells().orientations.size()));
        minutiae += static_cast<double>(features->minutiae().size());
        presses.push_back({finger, image, *features, assess(*features).score});
    }
    const double count = std::max<double>(1, static_cast<double>(presses.size()));
    out << "== " << title << "  " << presses.size() << " presses, " << minutiae / count << " minutiae\n"
        << "extraction      " << sum / count << " ms, slowest " << slowest << " ms\n"
        << "a press         " << stored / count << " bytes stored, " << inMemory / count / 1024 << " KB in memory\n";
    return presses;
}

void judge(const std::vector<Scanned> &presses, const QList<int> &judged, QTextStream &out)
{
    Bench bench(presses, judged);
    bench.compareAll(out);
    bench.report(out);
}

// libfprint over its virtual scanner, with what its API gives away: how long an identification takes by the number of
// prints it compares, and where it sees minutiae.
void compareWithLibfprint(const std::vector<Scanned> &presses, QTextStream &out)
{
    constexpr std::size_t fewer = 50;
    constexpr std::size_t more = 250;
    VirtualScanner scanner;
    std::vector<VirtualScanner::Print> prints;
    double found = 0;
    for (const Scanned &press : presses) {
        prints.push_back(scanner.scan(press.image));
        found += shareFound(scanner.minutiae(press.image), press.features.minutiae());
    }
    const auto comparing = [&](std::size_t number, std::size_t probe) {
        std::vector<VirtualScanner::Print> crowd;
        for (std::size_t i = 0; crowd.size() < number; ++i) {
            const std::size_t at = i % presses.size();
            if (prints[at] && presses[at].finger != presses[probe].finger)
                crowd.push_back(prints[at]);
        }
        const std::clock_t start = std::clock();
        scanner.identify(crowd, presses[probe].image);
        return milliseconds(start);
    };
    double theirs = 0;
    double ours = 0;
    std::size_t rounds = 0;
    for (std::size_t i = 0; i < presses.size(); i += 4, ++rounds) {
        theirs += (comparing(more, i) - comparing(fewer, i)) / (more - fewer);
        const std::clock_t start = std::clock();
        double sum = 0;
        for (std::size_t other = 0; other < more; ++other)
            sum += score(presses[i].features, presses[other % presses.size()].features);
        ours += milliseconds(start) / more + (sum < 0 ? 1 : 0);
    }
    if (!scanner.problem().isEmpty()) {
        out << "libfprint: " << scanner.problem() << '\n';
        return;
    }
    theirs /= double(rounds);
    ours /= double(rounds);
    out << "one comparison  ours " << QString::number(ours, 'f', 3) << " ms (" << qRound(1000 / ours)
        << " a second and core), bozorth3 through libfprint " << QString::number(theirs, 'f', 3)
        << " ms: " << QString::number(theirs / ours, 'f', 1) << " times as long\n"
        << "minutiae        of libfprint's we find " << percent(found / double(presses.size())) << '\n';
}

// What refusing the worst presses gains, judged by libfprint: single pairs of a finger that it accepts.
void judgeQualityByLibfprint(const std::vector<Scanned> &presses, QTextStream &out)
{
    VirtualScanner scanner;
    std::vector<VirtualScanner::Print> prints;
    std::vector<qsizetype> counts;
    for (const Scanned &press : presses) {
        prints.push_back(scanner.scan(press.image));
        counts.push_back(scanner.minutiae(press.image).size());
    }
    std::map<std::pair<std::size_t, std::size_t>, bool> accepted;
    for (std::size_t i = 0; i < presses.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (presses[i].finger == presses[j].finger)
                accepted[{i, j}]
                    = prints[i] && scanner.verify(prints[i], presses[j].image) == VirtualScanner::Answer::Same;
        }
    }
    const auto share = [&](double refused, const std::function<double(std::size_t)> &measure) {
        std::vector<std::size_t> order(presses.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return measure(a) > measure(b); });
        std::vector<bool> kept(presses.size(), false);
        const auto left = static_cast<std::size_t>(std::lround((1 - refused) * double(presses.size())));
        for (std::size_t i = 0; i < left; ++i)
            kept[order[i]] = true;
        int pairs = 0;
        int same = 0;
        for (const auto &[pair, match] : accepted) {
            const bool both = kept[pair.first] && kept[pair.second];
            pairs += both ? 1 : 0;
            same += both && match ? 1 : 0;
        }
        return pairs > 0 ? double(same) / pairs : 0;
    };
    for (const double refused : {0.0, 0.1, 0.2, 0.3})
        out << u"worst %1 % out   by quality "_s.arg(100 * refused, 2, 'f', 0)
            << percent(share(refused, [&](std::size_t i) { return presses[i].quality; })) << "  by minutiae "
            << percent(share(refused, [&](std::size_t i) { return double(counts[i]); }))
            << " of single pairs accepted by libfprint\n";
}

// Every finger of the folder among strangers: its first three presses are kept, and it is looked for by the next one, and by
// the next four.
void search(const std::vector<Scanned> &presses, std::size_t crowdSize, QTextStream &out)
{
    constexpr std::size_t kept = 3;
    constexpr std::size_t shortlist = 100;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    FingerIndex index;
    std::map<int, QList<FingerFeatures>> fingers;
    for (const Scanned &press : presses)
        fingers[press.finger] << press.features;
    for (const auto &[finger, own] : fingers)
        index.add(finger, FingerTemplate(own.first(kept)));
    for (std::size_t i = 0; index.size() < crowdSize; ++i)
        index.add(-1 - FingerIndex::Id(i), FingerTemplate({StrewnFinger(unsigned(i)).press()}));
    out << "== a crowd of " << index.size() << " fingers, " << double(index.bytes()) / double(index.size()) / 1024
        << " KB each in memory, " << cores << " cores\n";
    for (const qsizetype pressed : {1, 4}) {
        int tries = 0;
        int first = 0;
        int listed = 0;
        qint64 slowest = 0;
        for (const auto &[finger, own] : fingers) {
            for (qsizetype from = kept; from + pressed <= own.size(); from += pressed) {
                QElapsedTimer timer;
                timer.start();
                const auto likeliest = index.likeliest(FingerTemplate(own.mid(from, pressed)), shortlist, cores);
                slowest = std::max(slowest, timer.elapsed());
                const int wanted = finger;
                const auto at = std::find_if(likeliest.begin(), likeliest.end(),
                                             [wanted](const auto &candidate) { return candidate.id == wanted; });
                ++tries;
                first += at == likeliest.begin() ? 1 : 0;
                listed += at != likeliest.end() ? 1 : 0;
            }
        }
        out << pressed << " pressed       first " << first << ", among the likeliest " << shortlist << " " << listed
            << ", of " << tries << "; slowest search " << slowest << " ms\n";
    }
}

} // namespace

int main(int argc, char *argv[])
{
    constexpr int fingersPerFolder = 1000;
    QTextStream out(stdout);
    QList<int> judged;
    QStringList folders;
    std::size_t crowd = 100000;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument == u"--fingers"_s && i + 1 < argc) {
            for (const QString &finger : QString::fromLocal8Bit(argv[++i]).split(u','))
                judged.append(finger.toInt());
        } else if (argument == u"--drawn"_s && i + 1 < argc) {
            judge(presses(u"drawn fingers"_s, drawnFingers(QString::fromLocal8Bit(argv[++i]).toInt()), out), {}, out);
        } else if (argument == u"--crowd"_s && i + 1 < argc) {
            crowd = QString::fromLocal8Bit(argv[++i]).toUInt();
        } else {
            folders.append(argument);
        }
    }
    std::vector<Scanned> all;
    QList<int> judgedOfAll;
    for (int folder = 0; folder < folders.size(); ++folder) {
        const std::vector<Scanned> own = presses(folders[folder], picturesIn(folders[folder]), out);
        judge(own, judged, out);
        judgeQualityByLibfprint(own, out);
        for (Scanned press : own) {
            press.finger += folder * fingersPerFolder;
            all.push_back(press);
        }
        for (const int finger : judged)
            judgedOfAll.append(finger + folder * fingersPerFolder);
    }
    if (folders.isEmpty())
        return 0;
    if (folders.size() > 1) {
        out << "== all together\n";
        judge(all, judgedOfAll, out);
    }
    compareWithLibfprint(all, out);
    search(all, crowd, out);
    return 0;
}
