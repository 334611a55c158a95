#include "widgets/rehearsal/rehearsal.h"

#include "app/workflow/walkin.h"
#include "widgets/rehearsal/touch.h"
#include "widgets/walkin/walkinview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

#include <sys/resource.h>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr auto pace = 20ms; // between two looks
constexpr qint64 patience = 60'000; // milliseconds for one thing to happen
constexpr int againLimit = 8; // presses that are asked for anew
constexpr qint64 expectedFee = 2000; // fen: a renewal
const QString phone = u"13800001234"_s;

} // namespace

Rehearsal::Rehearsal(MainWindow &window, Plan plan, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_plan(std::move(plan))
{
    m_timer.setInterval(pace);
    connect(&m_timer, &QTimer::timeout, this, &Rehearsal::look);
    addEntrance();
    addBooklet();
    addPhoto();
    addFingers();
    addForm();
    addReadBack();
    addFee();
    addSlip();
    addAfterwards();
    addSecondHalf();
}

void Rehearsal::start()
{
    m_waiting.start();
    m_timer.start();
}

void Rehearsal::add(const QString &name, std::function<bool()> ready, std::function<void()> perform,
                    std::function<QString()> wrong)
{
    m_acts.append({name, std::move(ready), std::move(perform), std::move(wrong)});
}

QWidget *Rehearsal::find(const QString &name) const
{
    const auto widgets = m_window.findChildren<QWidget *>(name);
    for (QWidget *widget : widgets) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

bool Rehearsal::shows(const QString &name) const
{
    const QWidget *widget = find(name);
    return widget && widget->isEnabled();
}

QString Rehearsal::textOf(const QString &name) const
{
    QWidget *widget = find(name);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        return edit->text();
    return {};
}

QString Rehearsal::message() const
{
    return textOf(u"messageText"_s);
}

void Rehearsal::look()
{
    if (m_at >= m_acts.size()) {
        finish({});
        return;
    }
    const Act &act = m_acts[m_at];
    if (!act.ready()) {
        const QString problem = act.wrong ? act.wrong() : QString();
        if (!problem.isEmpty())
            finish(problem);
        else if (m_waiting.elapsed() > patience)
            finish(u"waited in vain at act %1 (%2): %3"_s.arg(m_at).arg(act.name, message()));
        return;
    }
    if (!act.name.isEmpty())
        photograph(act.name);
    act.perform();
    ++m_at;
    m_waiting.restart();
}

void Rehearsal::photograph(const QString &name)
{
    const QString path = u"%1_%2.png"_s.arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
    // What a text has just become longer for is laid out first.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!m_window.grab().save(QDir(m_plan.folder).filePath(path)))
        m_lost = path;
}

// How long the machine and the practice devices took for a step.
void Rehearsal::nextStep(const QString &step)
{
    if (!m_step.isEmpty())
        m_milliseconds.insert(m_step, double(m_stepTimer.elapsed()));
    m_step = step;
    m_stepTimer.restart();
}

void Rehearsal::addEntrance()
{
    add(
        u"first_start"_s, [this] { return shows(u"practiceButton"_s); },
        [this] {
            nextStep(u"entrance"_s);
            Touch::click(find(u"practiceButton"_s));
        });
    add(
        u"log_in"_s, [this] { return shows(u"practiceLogin_wang"_s) && shows(u"loginButton"_s); },
        [this] { Touch::click(find(u"practiceLogin_wang"_s)); });
    add(
        u"home"_s, [this] { return shows(u"newCaseButton"_s); }, [this] { Touch::click(find(u"newCaseButton"_s)); });
}

void Rehearsal::addBooklet()
{
    add(
        {}, [this] { return shows(u"numberEdit"_s); },
        [this] {
            nextStep(u"booklet"_s);
            Touch::type(find(u"numberEdit"_s), m_plan.applicantNumber);
        });
    // The practice register fills in the name.
    add(
        u"booklet_number"_s, [this] { return textOf(u"nameEdit"_s) == m_plan.applicantName; },
        [this] {
            auto *reason = find(u"reasonBox"_s);
            reason->setFocus();
            Touch::type(reason, u"22"_s);
            auto *oldCard = find(u"oldCardBox"_s);
            oldCard->setFocus();
            Touch::press(oldCard, Qt::Key_Down);
            Touch::press(oldCard, Qt::Key_Down);
            auto *checks = find(u"checkList"_s);
            checks->setFocus();
            for (int check = 0; check < bookletCheckCount; ++check)
                Touch::press(checks, Qt::Key_J);
            Touch::click(find(u"noticeBox"_s));
        });
    add(
        u"booklet"_s, [this] { return shows(u"nextButton"_s); }, [this] { Touch::click(find(u"nextButton"_s)); });
}

void Rehearsal::addPhoto()
{
    add(
        {}, [this] { return find(u"livePicture"_s) != nullptr; }, [this] { nextStep(u"photo"_s); });
    add(
        u"photo_live"_s,
        [this] {
            // Ready, or a picture in which nothing more can be hoped for.
            return shows(u"takeButton"_s) && (textOf(u"photoHint"_s).startsWith(u"✓") || m_waiting.elapsed() > 5000);
        },
        [this] { Touch::click(find(u"takeButton"_s)); });
    add(
        {}, [this] { return shows(u"ruleTable"_s) && m_window.walkInView()->walkIn().draft().photo.has_value(); },
        [this] {
            auto *table = qobject_cast<QTableWidget *>(find(u"ruleTable"_s));
            for (int row = 0; row < table->rowCount(); ++row) {
                table->setCurrentCell(row, 0);
                if (shows(u"lookButton"_s))
                    Touch::click(find(u"lookButton"_s));
            }
        },
        [this] { return find(u"messageText"_s) && !shows(u"ruleTable"_s) ? message() : QString(); });
    add(
        u"photo"_s, [this] { return shows(u"nextButton"_s); }, [this] { Touch::click(find(u"nextButton"_s)); },
        [this]() -> QString {
            const StepState state = m_window.walkInView()->walkIn().stateOf(StepId::Photo);
            return m_waiting.elapsed() > 3000 && !state.problems.isEmpty()
                ? u"the photo is not accepted: "_s + name(state.problems.first())
                : QString();
        });
}

void Rehearsal::addFingers()
{
    add(
        u"fingers_begin"_s, [this] { return find(u"fingerAsk"_s) && !textOf(u"fingerAsk"_s).isEmpty(); },
        [this] { nextStep(u"fingers"_s); });
    const auto taken = [this](int count) {
        int found = 0;
        for (const FingerRecord &finger : m_window.walkInView()->walkIn().draft().fingers)
            found += finger.verified ? 1 : 0;
        return found >= count;
    };
    // A press that was refused is asked for again, as a clerk would; not for ever.
    const auto askAgain = [this]() -> QString {
        if (!textOf(u"fingerAdvice"_s).startsWith(u"▲") || !shows(u"againButton"_s))
            return {};
        if (++m_againAsked > againLimit)
            return textOf(u"fingerAdvice"_s);
        Touch::click(find(u"againButton"_s));
        return {};
    };
    add(
        u"fingers_one"_s, [taken] { return taken(1); }, [] {}, askAgain);
    add(
        u"fingers"_s, [this, taken] { return taken(2) && shows(u"nextButton"_s); },
        [this] { Touch::click(find(u"nextButton"_s)); }, askAgain);
}

void Rehearsal::addForm()
{
    add(
        {}, [this] { return shows(u"phoneEdit"_s); },
        [this] {
            nextStep(u"form"_s);
            Touch::type(find(u"phoneEdit"_s), phone);
        });
    add(
        u"form"_s, [this] { return shows(u"nextButton"_s); }, [this] { Touch::click(find(u"nextButton"_s)); });
}

void Rehearsal::addReadBack()
{
    const auto printing = [this]() -> QString {
        return textOf(u"printFormState"_s).startsWith(u"■") ? textOf(u"printFormState"_s) : QString();
    };
    add(
        {}, [this] { return shows(u"printFormButton"_s); },
        [this] {
            nextStep(u"read_back"_s);
            Touch::click(find(u"printFormButton"_s));
        });
    add(
        {}, [this] { return shows(u"signedBox"_s); },
        [this] {
            Touch::click(find(u"readBackBox"_s));
            Touch::click(find(u"signedBox"_s));
        },
        printing);
    add(
        u"read_back"_s, [this] { return shows(u"nextButton"_s); }, [this] { Touch::click(find(u"nextButton"_s)); });
}

void Rehearsal::addFee()
{
    add(
        {}, [this] { return find(u"amountLabel"_s) != nullptr; }, [this] { nextStep(u"fee"_s); });
    add(
        {},
        [this] {
            const auto charges = m_window.walkInView()->walkIn().charges();
            return charges && sumOf(*charges) == Fen{expectedFee} && shows(u"tenderedEdit"_s);
        },
        [this] { Touch::type(find(u"tenderedEdit"_s), u"50"_s); },
        [this]() -> QString {
            const auto charges = m_window.walkInView()->walkIn().charges();
            if (!charges)
                return name(charges.error().code);
            return sumOf(*charges) == Fen{expectedFee}
                ? QString()
                : u"the fee is %1 instead of %2 fen"_s.arg(sumOf(*charges).amount).arg(expectedFee);
        });
    add(
        u"fee"_s, [this] { return shows(u"nextButton"_s) && !textOf(u"changeLabel"_s).isEmpty(); },
        [this] { Touch::click(find(u"nextButton"_s)); });
}

void Rehearsal::addSlip()
{
    const QStringList papers{u"slipState"_s, u"receiptState"_s, u"archiveState"_s};
    add(
        u"slip"_s,
        [this, papers] {
            return std::all_of(papers.begin(), papers.end(),
                               [this](const QString &paper) { return textOf(paper).startsWith(u"✓"); });
        },
        [this] {
            const Case &accepted = *m_window.walkInView()->walkIn().acceptedCase();
            m_caseId = accepted.id;
            m_summary = {{u"name"_s, accepted.form.applicant.name},
                         {u"citizenNumber"_s, accepted.form.applicant.number},
                         {u"acceptanceNumber"_s, accepted.number.toString()},
                         {u"state"_s, stateName(accepted.state)},
                         {u"feeFen"_s, double(accepted.owed().amount)},
                         {u"receipt"_s, accepted.receiptNumber},
                         {u"promiseDue"_s, accepted.promiseDue.toString(Qt::ISODate)},
                         {u"legalDue"_s, accepted.legalDue.toString(Qt::ISODate)}};
            nextStep(u"afterwards"_s);
            Touch::click(find(u"homeButton"_s));
        },
        [this, papers]() -> QString {
            for (const QString &paper : papers) {
                if (textOf(paper).startsWith(u"■"))
                    return textOf(paper);
            }
            return {};
        });
}

void Rehearsal::addAfterwards()
{
    add(
        u"home_after"_s, [this] { return find(u"todayCases"_s) && textOf(u"todayCases"_s) == u"1"; },
        [this] {
            Touch::type(find(u"searchEdit"_s), m_plan.applicantName);
            Touch::press(find(u"searchEdit"_s), Qt::Key_Return);
        });
    add(
        u"search"_s,
        [this] {
            const auto *view = qobject_cast<QAbstractItemView *>(find(u"foundTable"_s));
            return view && view->model()->rowCount() == 1;
        },
        [this] { Touch::click(find(u"barReportButton"_s)); });
    add(
        u"daily_report"_s, [this] { return shows(u"figure_0_1"_s); }, // the paper is there, with its figures
        [this] { Touch::click(find(u"printReportButton"_s)); });
    add(
        {}, [this] { return !message().isEmpty(); }, [] {});
}

void Rehearsal::finish(const QString &problem)
{
    m_timer.stop();
    if (!problem.isEmpty())
        photograph(u"not_as_expected"_s);
    const QString lost = writeSummary(problem) ? m_lost : u"summary.json"_s;
    const QString all = problem.isEmpty() && !lost.isEmpty() ? lost + u" cannot be written"_s : problem;
    Q_EMIT finished(all.isEmpty(), all);
}

bool Rehearsal::writeSummary(const QString &problem) const
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QJsonObject summary = m_summary;
    summary.insert(u"asExpected"_s, problem.isEmpty());
    if (!problem.isEmpty())
        summary.insert(u"problem"_s, problem);
    summary.insert(u"milliseconds"_s, m_milliseconds);
    summary.insert(u"peakMemoryKiB"_s, double(usage.ru_maxrss));
    QFile file(QDir(m_plan.folder).filePath(u"summary.json"_s));
    const QByteArray text = QJsonDocument(summary).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

} // namespace idcounter
