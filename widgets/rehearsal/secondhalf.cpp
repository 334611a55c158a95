// What happens to the rehearsal's case after its acceptance.

#include "app/exchange/practicecentre.h"
#include "app/workflow/collectiondesk.h"
#include "widgets/rehearsal/rehearsal.h"
#include "widgets/rehearsal/touch.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QListWidget>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr quint64 centreSeed = 1;
const QString stationKeys = u"station.keys.json"_s;
const QString centreKeys = u"centre.keys.json"_s;
const QString feedback = u"feedback.idcx"_s;

int rowsOf(QWidget *view)
{
    const auto *items = qobject_cast<QAbstractItemView *>(view);
    return items && items->model() ? items->model()->rowCount() : 0;
}

// An entry of an open menu is chosen as by the keyboard.
void choose(QMenu *menu, const QString &name)
{
    if (auto *action = menu->findChild<QAction *>(name)) {
        menu->setActiveAction(action);
        Touch::press(menu, Qt::Key_Return);
    }
}

} // namespace

void Rehearsal::addSecondHalf()
{
    addLogIn(u"li"_s);
    addPartner();
    addLogIn(u"wang"_s);
    openMenu(u"packagesAction"_s);
    add(
        u"keys_compared"_s, [this] { return shows(u"confirmPartnerButton"_s); },
        [this] { Touch::click(find(u"confirmPartnerButton"_s)); });
    add(
        {}, [this] { return find(u"partnerList"_s) && !find(u"confirmPartnerButton"_s); }, [] {});
    addLogIn(u"li"_s);
    addReview();
    addPackage();
    addReceipt();
    addLogIn(u"wang"_s);
    addCollection();
    addEnd();
}

void Rehearsal::addLogIn(const QString &login)
{
    const auto menu = [this] { return m_window.findChild<QMenu *>(u"personMenu"_s); };
    add(
        {}, [this] { return shows(u"personButton"_s); }, [this] { Touch::click(find(u"personButton"_s)); });
    add(
        {}, [menu] { return menu() && menu()->isVisible(); }, [menu] { choose(menu(), u"logOutAction"_s); });
    const QString button = u"practiceLogin_"_s + login;
    add(
        {}, [this, button] { return shows(button) && shows(u"loginButton"_s); },
        [this, button] { Touch::click(find(button)); });
    add(
        {}, [this] { return shows(u"newCaseButton"_s); }, [] {});
}

void Rehearsal::openMenu(const QString &action)
{
    const auto menu = [this] { return m_window.findChild<QMenu *>(u"lifeMenu"_s); };
    add(
        {}, [this] { return shows(u"barLifeButton"_s); }, [this] { Touch::click(find(u"barLifeButton"_s)); });
    add(
        {}, [menu] { return menu() && menu()->isVisible(); }, [menu, action] { choose(menu(), action); });
}

// The dialog is Qt's own: what it reports when a path was chosen is reported here.
void Rehearsal::choosePath(const QString &path)
{
    const auto dialog = [this] { return m_window.findChild<QFileDialog *>(u"askPathDialog"_s); };
    add(
        {}, [dialog] { return dialog() && dialog()->isVisible(); },
        [dialog, path] {
            Q_EMIT dialog()->fileSelected(path);
            dialog()->close();
        });
    add(
        {}, [dialog] { return !dialog() || !dialog()->isVisible(); }, [] {});
}

// The supervisor takes in the keys of the practice centre; another officer compares them.
void Rehearsal::addPartner()
{
    const QDir folder(m_plan.folder);
    add(
        {}, [] { return true; },
        [this, folder] {
            nextStep(u"partner"_s);
            const auto centre = PracticeCentre::open(folder.filePath(u"centre"_s), centreSeed);
            const auto counter = m_window.counter();
            if (!centre || !centre->writeKeys(folder.filePath(centreKeys), counter->today()))
                m_centreProblem = u"the practice centre cannot write"_s;
        });
    openMenu(u"packagesAction"_s);
    add(
        u"packages_begin"_s, [this] { return shows(u"importPartnerButton"_s); },
        [this] { Touch::click(find(u"importPartnerButton"_s)); });
    choosePath(folder.filePath(centreKeys));
    add(
        {}, [this] { return rowsOf(find(u"partnerList"_s)) == 1; },
        [this] { Touch::click(find(u"writeKeysButton"_s)); }, [this] { return m_centreProblem; });
    choosePath(folder.filePath(stationKeys));
    add(
        {}, [folder] { return QFile::exists(folder.filePath(stationKeys)); }, [] {});
}

void Rehearsal::addReview()
{
    add(
        {}, [this] { return shows(u"barReviewButton"_s); },
        [this] {
            nextStep(u"review"_s);
            Touch::click(find(u"barReviewButton"_s));
        });
    add(
        u"review"_s, [this] { return shows(u"approveButton"_s); }, [this] { Touch::click(find(u"approveButton"_s)); });
    add(
        {}, [this] { return !shows(u"approveButton"_s); }, [] {});
}

// What county and centre do with a package: nothing is wrong with it, and the card is made.
QString Rehearsal::playCentre()
{
    const QDir folder(m_plan.folder);
    auto opened = PracticeCentre::open(folder.filePath(u"centre"_s), centreSeed);
    if (!opened)
        return name(opened.error().code);
    PracticeCentre centre = *std::move(opened);
    const QStringList packages = filesIn(folder.filePath(u"outbox"_s));
    if (packages.size() != 1)
        return u"%1 packages in the outbox"_s.arg(packages.size());
    const auto taken = centre.take(packages.first(), folder.filePath(stationKeys), {});
    if (!taken)
        return name(taken.error().code);
    const auto answer
        = centre.answer(folder.filePath(feedback), folder.filePath(stationKeys), m_window.counter()->today());
    return answer ? QString() : name(answer.error().code);
}

QStringList Rehearsal::filesIn(const QString &folder) const
{
    QStringList paths;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.idcx"_s}, QDir::Files);
    for (const QFileInfo &file : files)
        paths << file.filePath();
    return paths;
}

void Rehearsal::addPackage()
{
    const QDir folder(m_plan.folder);
    openMenu(u"packagesAction"_s);
    add(
        {}, [this] { return shows(u"makePackageButton"_s); },
        [this, folder] {
            nextStep(u"package"_s);
            folder.mkpath(u"outbox"_s);
            Touch::click(find(u"makePackageButton"_s));
        },
        [this] { return message(); });
    add(
        u"package"_s, [this] { return rowsOf(find(u"packageTable"_s)) == 1 && shows(u"importFeedbackButton"_s); },
        [this] {
            auto *table = qobject_cast<QAbstractItemView *>(find(u"packageTable"_s));
            table->setCurrentIndex(table->model()->index(0, 0));
        });
    add(
        {}, [this] { return shows(u"handOverButton"_s); }, [this] { Touch::click(find(u"handOverButton"_s)); });
    choosePath(folder.filePath(u"outbox"_s));
    add(
        {},
        [this, folder] {
            return filesIn(folder.filePath(u"outbox"_s)).size() == 1 && shows(u"importFeedbackButton"_s);
        },
        [this] {
            m_centreProblem = playCentre();
            Touch::click(find(u"importFeedbackButton"_s));
        });
    choosePath(folder.filePath(feedback));
    add(
        u"feedback"_s, [this] { return rowsOf(find(u"importLines"_s)) > 0; }, [] {},
        [this] { return m_centreProblem; });
}

void Rehearsal::addReceipt()
{
    openMenu(u"receiptAction"_s);
    add(
        {}, [this] { return shows(u"deliveryScanEdit"_s); },
        [this] {
            nextStep(u"receipt"_s);
            Touch::type(find(u"deliveryScanEdit"_s), m_summary[u"acceptanceNumber"_s].toString());
            Touch::press(find(u"deliveryScanEdit"_s), Qt::Key_Return);
        });
    add(
        u"receipt"_s, [this] { return shows(u"putAwayButton"_s); }, [this] { Touch::click(find(u"putAwayButton"_s)); });
    add(
        u"call_list"_s, [this] { return shows(u"reachedButton"_s); },
        [this] { Touch::click(find(u"reachedButton"_s)); });
    add(
        {}, [this] { return !shows(u"reachedButton"_s); }, [] {});
}

void Rehearsal::addCollection()
{
    add(
        {}, [this] { return shows(u"barCollectionButton"_s); },
        [this] {
            nextStep(u"collection"_s);
            Touch::click(find(u"barCollectionButton"_s));
        });
    add(
        {}, [this] { return shows(u"collectionSearchEdit"_s); },
        [this] {
            Touch::type(find(u"collectionSearchEdit"_s), m_summary[u"acceptanceNumber"_s].toString());
            Touch::press(find(u"collectionSearchEdit"_s), Qt::Key_Return);
        });
    // The practice scanner presses the finger that is asked for, the practice reader has the expected card.
    add(
        u"collection"_s, [this] { return shows(u"partsList"_s) && shows(u"compareButton"_s); },
        [this] { Touch::click(find(u"compareButton"_s)); });
    add(
        u"collection_finger"_s, [this] { return textOf(u"fingerVerdict"_s).startsWith(u"✓"); },
        [this] { Touch::click(find(u"chipButton"_s)); },
        [this] { return textOf(u"fingerVerdict"_s).startsWith(u"■") ? textOf(u"fingerVerdict"_s) : QString(); });
    add(
        u"collection_chip"_s, [this] { return textOf(u"chipVerdict"_s).startsWith(u"✓"); },
        [this] {
            auto *parts = qobject_cast<QListWidget *>(find(u"partsList"_s));
            for (int row = 0; row < parts->count(); ++row) {
                parts->setCurrentRow(row);
                if (!parts->item(row)->text().startsWith(u"✓"))
                    Touch::press(parts, Qt::Key_Space);
            }
            Touch::click(find(u"handOutButton"_s));
        },
        [this] {
            const QString verdict = textOf(u"chipVerdict"_s);
            return verdict.startsWith(u"■") || verdict.startsWith(u"▲") ? verdict : QString();
        });
    add(
        u"handed_out"_s, acceptedCaseIs(CaseState::Collected), [] {}, [this] { return message(); });
}

// Asks again and again until the case is so far: what is stored counts, not what a page says.
std::function<bool()> Rehearsal::acceptedCaseIs(CaseState state)
{
    struct Asked
    {
        bool waits = false;
        CaseState state = CaseState::None;
    };
    auto asked = std::make_shared<Asked>();
    return [this, state, asked] {
        const auto counter = m_window.counter();
        if (!asked->waits && counter) {
            asked->waits = true;
            counter->store.read(
                this, [id = m_caseId](Repositories &repositories) { return repositories.lives.standing(id); },
                [asked](const Result<Standing> &standing) {
                    asked->waits = false;
                    asked->state = standing ? standing->accepted.state : CaseState::None;
                });
        }
        return asked->state == state;
    };
}

// The day of collection must be over before a case is closed: the next morning somebody logs in.
void Rehearsal::addEnd()
{
    add(
        {}, [] { return true; },
        [this] {
            nextStep(u"closing"_s);
            m_plan.nextDay();
        });
    addLogIn(u"wang"_s);
    add({}, acceptedCaseIs(CaseState::Closed), [this] { tellTheEnd(); });
    add(
        {}, [this] { return m_endTold; }, [this] { nextStep({}); });
}

void Rehearsal::tellTheEnd()
{
    m_window.counter()->store.read(
        this, [id = m_caseId](Repositories &repositories) { return repositories.lives.history(id); },
        [this](const Result<QList<LifeEntry>> &history) {
            QJsonArray timeline;
            for (const LifeEntry &entry : history ? *history : QList<LifeEntry>())
                timeline.append(QJsonObject{{u"at"_s, entry.at.toString(Qt::ISODate)},
                                            {u"event"_s, entry.event},
                                            {u"state"_s, stateName(entry.to)},
                                            {u"person"_s, entry.person}});
            m_summary.insert(u"timeline"_s, timeline);
            m_summary.insert(u"finalState"_s, timeline.isEmpty() ? QString() : timeline.last()[u"state"_s].toString());
            m_endTold = true;
        });
}

} // namespace idcounter
