#include "app/workflow/platformlink.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int mostAtOnce = 4; // bookings side by side
constexpr int pageLength = 200;
constexpr int waitSeconds = 20;
constexpr int firstBackOff = 2000; // milliseconds
constexpr int longestBackOff = 15 * 60 * 1000;
constexpr int secondsOfClock = 120;
constexpr int daysKept = 90;

QJsonObject parsed(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

// Doubling, with a full random part: many stations do not come back at the same moment.
int backOffAfter(int failures)
{
    const int most = failures > 9 ? longestBackOff : std::min(longestBackOff, firstBackOff << failures);
    return QRandomGenerator::global()->bounded(most / 4, most + 1);
}

// What the platform must know of before anything else: other kinds are made anew by whoever reads a snapshot.
bool isSentAgainAfterRestore(const QString &kind)
{
    return kind == "decisions"_L1 || kind == "visits"_L1 || kind == "receipts"_L1 || kind == "messages"_L1;
}

} // namespace

PlatformLink::PlatformLink(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
    m_askTimer.setSingleShot(true);
    m_sendTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &PlatformLink::ask);
    connect(&m_sendTimer, &QTimer::timeout, this, &PlatformLink::sendWaiting);
}

PlatformLink::~PlatformLink() = default;

void PlatformLink::setKind(LineState::Kind kind, const std::optional<Error> &error)
{
    m_state.kind = kind;
    m_state.error = error;
    Q_EMIT stateChanged();
}

void PlatformLink::setError(const PlatformAnswer &answer)
{
    ++m_failures;
    setKind(answer.kind == PlatformAnswer::Kind::Refused ? LineState::Kind::Refused : LineState::Kind::Down,
            answer.error);
}

int PlatformLink::backOff() const
{
    return backOffAfter(m_failures);
}

void PlatformLink::open()
{
    struct Opened
    {
        PlatformSettings settings;
        QList<OwnKeys> keys;
        PlatformCursor cursor;
    };
    m_askTimer.stop();
    m_sendTimer.stop();
    m_counter.store.write(
        this,
        [clock = m_counter.clock, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Opened> {
            const auto settings = PlatformSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            if (!settings->isSet())
                return Opened{};
            const auto keys = ownKeysOf(repositories, clock, stamp, false);
            if (!keys)
                return keys.error();
            const auto cursor = repositories.platform.cursor();
            if (!cursor)
                return cursor.error();
            return Opened{.settings = *settings, .keys = *keys, .cursor = *cursor};
        },
        [this](const Result<Opened> &opened) {
            m_client.reset();
            m_reconciling.reset();
            m_lanes.clear();
            m_isAsking = false;
            if (!opened)
                return setKind(LineState::Kind::Down, opened.error());
            m_settings = opened->settings;
            m_keys = opened->keys;
            m_cursor = opened->cursor;
            m_state.heardAt = m_cursor.readAt;
            if (!m_settings.isSet())
                return setKind(LineState::Kind::NotSet);
            m_client = std::make_unique<PlatformClient>(m_settings.addressFor(m_counter.station), m_keys.first().keys,
                                                        m_counter.clock);
            setKind(LineState::Kind::Opening);
            countUnsent();
            askMeta();
            sendWaiting();
        });
}

void PlatformLink::tryNow()
{
    if (!m_client)
        return open();
    m_failures = 0;
    if (!m_isAsking)
        askAgain(0);
    // Everything that failed before is tried at once.
    m_counter.store.write(
        this,
        [now = m_counter.clock()](Repositories &repositories) -> Result<void> {
            const auto postponed = repositories.platform.postponed(now);
            if (!postponed)
                return postponed.error();
            for (Outgoing outgoing : *postponed) {
                outgoing.nextTry = {};
                if (auto updated = repositories.platform.update(outgoing); !updated)
                    return updated;
            }
            return {};
        },
        [this](const Result<void> &) { sendWaiting(); });
}

void PlatformLink::sendSoon()
{
    countUnsent();
    sendWaiting();
}

void PlatformLink::askAgain(int milliseconds)
{
    m_askTimer.start(milliseconds);
}

void PlatformLink::askMeta()
{
    m_isAsking = true;
    m_client->send(this, {.target = u"meta"_s}, [this](const PlatformAnswer &answer) {
        m_isAsking = false;
        if (!answer.isDone()) {
            setError(answer);
            return askAgain(backOff());
        }
        if (!Contract::instance().fits(u"Meta"_s, answer.body)) {
            setKind(LineState::Kind::Refused, Error{Error::Code::PlatformAnswer, u"meta"_s});
            return askAgain(backOff());
        }
        if (answer.body[u"practice"_s].toBool() != m_counter.station.practice)
            return setKind(LineState::Kind::Refused, Error{Error::Code::PlatformForeign, {}});
        const QDateTime theirs = QDateTime::fromString(answer.body[u"serverTime"_s].toString(), Qt::ISODateWithMs);
        const qint64 differs = theirs.secsTo(m_counter.clock());
        m_state.clockDiffers = qAbs(differs) > secondsOfClock ? differs : 0;
        m_failures = 0;
        setKind(LineState::Kind::Up);
        sendWaiting();
        ask();
    });
}

void PlatformLink::ask()
{
    if (!m_client || m_isAsking)
        return;
    if (m_state.kind != LineState::Kind::Up)
        return askMeta();
    if (m_cursor.cursor.isEmpty())
        return askSnapshot({}, std::make_shared<QJsonArray>());
    m_isAsking = true;
    // What the platform told before it named its versions is no comparison: only a page that was asked for after that.
    const bool compares = m_reconciling && m_reconciling->isComplete;
    if (compares)
        m_reconciling->isAsked = true;
    const QString target
        = u"changes?after=%1&limit=%2&wait=%3"_s.arg(m_cursor.cursor).arg(pageLength).arg(compares ? 0 : waitSeconds);
    m_client->send(this, {.target = target}, [this](const PlatformAnswer &answer) {
        m_isAsking = false;
        if (answer.isDone())
            return applyPage(answer.body);
        if (answer.problem() == "epoch-changed"_L1 || answer.problem() == "cursor-invalid"_L1)
            return askSnapshot({}, std::make_shared<QJsonArray>());
        setError(answer);
        askAgain(std::max(backOff(), answer.retryAfter * 1000));
    });
}

void PlatformLink::applyPage(const QJsonObject &page)
{
    // The entries are looked at one by one, so that one that does not fit holds up no other.
    const bool isPage = page[u"changes"_s].isArray() && page[u"epoch"_s].isString() && page[u"next"_s].isString();
    const auto cursor = isPage
        ? movedOn(m_cursor, page[u"epoch"_s].toString(), page[u"next"_s].toString(), m_counter.clock())
        : Result<PlatformCursor>(Error{Error::Code::PlatformAnswer, u"page"_s});
    if (!cursor) {
        ++m_failures;
        setKind(LineState::Kind::Down, cursor.error());
        return askAgain(backOff());
    }
    const QJsonArray changes = page[u"changes"_s].toArray();
    m_isAsking = true;
    m_counter.store.write(
        this,
        [changes, keys = m_keys, cursor = *cursor, unit = m_settings.addressFor(m_counter.station).unitCode,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<int> {
            PlatformImport import(repositories, keys, unit, stamp);
            if (const auto applied = import.apply(changes); !applied)
                return applied.error();
            if (const auto moved = repositories.platform.setCursor(cursor); !moved)
                return moved.error();
            return import.applied() + import.refused();
        },
        [this, cursor = *cursor, more = page[u"more"_s].toBool()](const Result<int> &applied) {
            m_isAsking = false;
            if (!applied) {
                ++m_failures;
                setKind(LineState::Kind::Down, applied.error());
                return askAgain(backOff());
            }
            m_failures = 0;
            m_cursor = cursor;
            m_state.heardAt = cursor.readAt;
            sendWaiting(); // also what other desks put down
            if (*applied > 0) {
                countUnsent();
                Q_EMIT itemsChanged();
            } else {
                Q_EMIT stateChanged();
            }
            if (!more && m_reconciling && m_reconciling->isAsked)
                compare();
            else if (!more && reconcileIfDue())
                return;
            askAgain(0);
        });
}

void PlatformLink::askSnapshot(const QString &page, const Pages &gathered)
{
    m_isAsking = true;
    const QString target = page.isEmpty() ? u"snapshot?limit=%1"_s.arg(pageLength)
                                          : u"snapshot?limit=%1&page=%2"_s.arg(pageLength).arg(page);
    m_client->send(this, {.target = target}, [this, gathered](const PlatformAnswer &answer) {
        m_isAsking = false;
        if (!answer.isDone() || !answer.body[u"items"_s].isArray() || !answer.body[u"cursor"_s].isString()) {
            setError(answer);
            return askAgain(backOff());
        }
        const QJsonArray items = answer.body[u"items"_s].toArray();
        for (const QJsonValue &item : items)
            gathered->append(item);
        const QString next = answer.body[u"nextPage"_s].toString();
        if (next.isEmpty())
            return applySnapshot(answer.body, gathered);
        askSnapshot(next, gathered);
    });
}

// Everything as it is there; and what of ours is not there is sent again.
void PlatformLink::applySnapshot(const QJsonObject &last, const Pages &gathered)
{
    PlatformCursor cursor = m_cursor;
    const bool wasRestored = !cursor.epoch.isEmpty() && cursor.epoch != last[u"epoch"_s].toString();
    cursor.epoch = last[u"epoch"_s].toString();
    cursor.cursor = last[u"cursor"_s].toString();
    cursor.readAt = m_counter.clock();
    cursor.earlier.clear();
    if (wasRestored)
        cursor.reconciledOn = {}; // both sides are compared as soon as the feed was read
    m_isAsking = true;
    m_counter.store.write(
        this,
        [gathered, keys = m_keys, cursor, wasRestored, unit = m_settings.addressFor(m_counter.station).unitCode,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            PlatformImport import(repositories, keys, unit, stamp);
            if (auto applied = import.apply(*gathered); !applied)
                return applied;
            QSet<QString> there;
            for (const QJsonValue &item : std::as_const(*gathered))
                there << item[u"id"_s].toString();
            const auto sent
                = repositories.platform.sentSince(wasRestored ? stamp.at.addDays(-daysKept) : stamp.at.addYears(1));
            if (!sent)
                return sent.error();
            for (Outgoing outgoing : *sent) {
                if (!isSentAgainAfterRestore(outgoing.kind) || there.contains(idText(outgoing.id)))
                    continue;
                outgoing.state = Outgoing::State::Waiting;
                outgoing.nextTry = {};
                if (auto updated = repositories.platform.update(outgoing); !updated)
                    return updated;
            }
            return repositories.platform.setCursor(cursor);
        },
        [this, cursor](const Result<void> &applied) {
            m_isAsking = false;
            if (!applied) {
                ++m_failures;
                setKind(LineState::Kind::Down, applied.error());
                return askAgain(backOff());
            }
            m_cursor = cursor;
            m_state.heardAt = cursor.readAt;
            countUnsent();
            sendWaiting();
            Q_EMIT itemsChanged();
            askAgain(0);
        });
}

void PlatformLink::countUnsent()
{
    struct Counted
    {
        PlatformRepository::Backlog backlog;
        QList<PlatformTask> tasks;
    };
    m_counter.store.read(
        this,
        [now = m_counter.clock()](Repositories &repositories) -> Result<Counted> {
            const auto backlog = repositories.platform.backlog(now);
            const auto tasks = repositories.platform.openTasks();
            if (!backlog)
                return backlog.error();
            if (!tasks)
                return tasks.error();
            return Counted{.backlog = *backlog, .tasks = *tasks};
        },
        [this](const Result<Counted> &counted) {
            if (!counted)
                return;
            m_state.unsent = counted->backlog.waiting;
            m_state.oldestUnsent = counted->backlog.oldest;
            m_state.refused = counted->backlog.refused;
            m_tasks = counted->tasks;
            m_state.tasks = int(m_tasks.size());
            Q_EMIT stateChanged();
        });
}

void PlatformLink::settle(const QUuid &task)
{
    m_counter.store.write(
        this,
        [task, stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.platform.settleTask(task, stamp);
        },
        [this](const Result<void> &) { countUnsent(); });
}

// The first of each lane whose time has come, and no more of them than can be on their way: years of a backlog are not read.
void PlatformLink::sendWaiting()
{
    if (!m_client)
        return;
    if (m_isLookingForUnsent) {
        m_looksAgain = true;
        return;
    }
    m_isLookingForUnsent = true;
    struct Due
    {
        QList<Outgoing> outgoing;
        QDateTime nextTry;
    };
    m_counter.store.read(
        this,
        [now = m_counter.clock(), most = mostAtOnce + int(m_lanes.size())](Repositories &repositories) -> Result<Due> {
            const auto due = repositories.platform.due(now, most);
            const auto backlog = repositories.platform.backlog(now);
            if (!due)
                return due.error();
            if (!backlog)
                return backlog.error();
            return Due{.outgoing = *due, .nextTry = backlog->nextTry};
        },
        [this](const Result<Due> &due) {
            m_isLookingForUnsent = false;
            if (!due || !m_client)
                return;
            for (const Outgoing &outgoing : due->outgoing) {
                if (!m_lanes.contains(outgoing.lane) && m_lanes.size() < mostAtOnce)
                    send(outgoing);
            }
            if (due->nextTry.isValid())
                m_sendTimer.start(int(std::clamp<qint64>(m_counter.clock().msecsTo(due->nextTry), 1, longestBackOff)));
            if (std::exchange(m_looksAgain, false))
                sendWaiting();
        });
}

void PlatformLink::send(const Outgoing &outgoing)
{
    m_lanes << outgoing.lane;
    const PlatformRequest request{.method = "PUT",
                                  .target = outgoing.kind + u'/' + idText(outgoing.id),
                                  .body = parsed(outgoing.body),
                                  .ifMatch = outgoing.ifMatch};
    m_client->send(this, request, [this, outgoing](const PlatformAnswer &answer) { finish(outgoing, answer); });
}

void PlatformLink::finish(Outgoing outgoing, const PlatformAnswer &answer)
{
    const QDateTime now = m_counter.clock();
    const bool isUnknown = answer.kind == PlatformAnswer::Kind::Unknown;
    ++outgoing.tries;
    if (answer.isDone()) {
        outgoing.state = Outgoing::State::Sent;
        outgoing.sentAt = now;
        outgoing.error.clear();
    } else if (isUnknown) {
        outgoing.nextTry = now.addMSecs(std::max(backOffAfter(outgoing.tries - 1), answer.retryAfter * 1000));
        outgoing.error = name(answer.error.code);
    } else {
        // A slot that changed meanwhile is made anew from the plan; anything else is for a person.
        const bool isStale = answer.problem() == "precondition-failed"_L1;
        outgoing.state = isStale ? Outgoing::State::Settled : Outgoing::State::Refused;
        outgoing.error = name(answer.error.code) + u' ' + answer.problem();
    }
    const bool givesBack = outgoing.state == Outgoing::State::Refused && outgoing.kind == "decisions"_L1;
    m_counter.store.write(
        this,
        [outgoing, givesBack](Repositories &repositories) -> Result<void> {
            if (auto updated = repositories.platform.update(outgoing); !updated)
                return updated;
            return givesBack ? repositories.platform.releaseSeats(outgoing.lane) : Result<void>();
        },
        [this, outgoing, answer](const Result<void> &) {
            m_lanes.remove(outgoing.lane);
            if (answer.kind == PlatformAnswer::Kind::Unknown && m_state.kind == LineState::Kind::Up)
                setKind(LineState::Kind::Down, answer.error);
            else if (answer.isDone() && m_state.kind == LineState::Kind::Down && !m_isAsking)
                askAgain(0);
            countUnsent();
            if (outgoing.state != Outgoing::State::Waiting)
                Q_EMIT answered(outgoing.id);
            sendWaiting();
        });
}

} // namespace idcounter
