#include "app/workflow/platformlink.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/contract.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int daysCompared = 30;
constexpr int daysKept = 90; // of what was sent
constexpr int hourOfComparison = 2; // at night

} // namespace

// Both sides are compared once a day: what we hold, then what they name, then what they told since. Only what still differs
// then is a difference.
bool PlatformLink::reconcileIfDue()
{
    const QDateTime now = stationTime(m_counter.clock());
    const bool isNight = now.time().hour() >= hourOfComparison;
    if (m_reconciling || m_cursor.reconciledOn == now.date() || (m_cursor.reconciledOn.isValid() && !isNight))
        return false;
    m_reconciling = std::make_shared<Reconciling>();
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.platform.known(); },
        [this, run = m_reconciling](const Result<QList<PlatformRepository::Known>> &known) {
            if (run != m_reconciling)
                return; // the line was opened anew
            if (!known || !m_client) {
                m_reconciling.reset();
                return askAgain(0);
            }
            for (const PlatformRepository::Known &one : *known)
                run->before.insert(one.id, one);
            askVersions({});
        });
    return true;
}

void PlatformLink::askVersions(const QString &page)
{
    const QDate since = m_counter.today().addDays(-daysCompared);
    QString target = u"versions?changedSince=%1&limit=500"_s.arg(since.toString(Qt::ISODate));
    if (!page.isEmpty())
        target += u"&page="_s + page;
    m_client->send(this, {.target = target}, [this, run = m_reconciling](const PlatformAnswer &answer) {
        if (run != m_reconciling)
            return;
        if (!answer.isDone() || !answer.body[u"items"_s].isArray()) {
            m_reconciling.reset(); // the next empty page is the next occasion
            return askAgain(backOff());
        }
        const QJsonArray items = answer.body[u"items"_s].toArray();
        for (const QJsonValue &item : items)
            run->theirs.insert(QUuid(item[u"id"_s].toString()), item.toObject());
        const QString next = answer.body[u"nextPage"_s].toString();
        run->isComplete = next.isEmpty();
        if (!run->isComplete)
            return askVersions(next);
        askAgain(0);
    });
}

// A difference is a task for a person, never an overwrite.
void PlatformLink::compare()
{
    const std::shared_ptr<Reconciling> run = std::exchange(m_reconciling, nullptr);
    const QDateTime since = beginOf(m_counter.today().addDays(1 - daysCompared));
    m_counter.store.write(
        this,
        [run, since, stamp = m_counter.stamp(),
         today = m_counter.today()](Repositories &repositories) -> Result<PlatformCursor> {
            const auto known = repositories.platform.known();
            const auto tasks = repositories.platform.openTasks();
            auto cursor = repositories.platform.cursor();
            if (!known)
                return known.error();
            if (!tasks)
                return tasks.error();
            if (!cursor)
                return cursor.error();
            QHash<QUuid, qint64> now;
            for (const PlatformRepository::Known &one : *known)
                now.insert(one.id, one.version);
            QHash<QUuid, QString> differences;
            for (auto item = run->theirs.begin(); item != run->theirs.end(); ++item) {
                const qint64 theirs = item.value()[u"version"_s].toInteger();
                const bool isMissed = !now.contains(item.key()) || now[item.key()] < theirs;
                const bool wentBack = run->before.contains(item.key()) && run->before[item.key()].version > theirs;
                if (isMissed || wentBack)
                    differences.insert(item.key(), item.value()[u"kind"_s].toString());
            }
            for (const PlatformRepository::Known &one : run->before) {
                if (one.changedAt >= since && !run->theirs.contains(one.id))
                    differences.insert(one.id, one.kind);
            }
            for (auto one = differences.begin(); one != differences.end(); ++one) {
                const bool isTold = std::any_of(tasks->begin(), tasks->end(), [&](const PlatformTask &task) {
                    return task.about == one.key() && task.kind == "difference"_L1;
                });
                if (isTold)
                    continue;
                const PlatformTask task{.id = makeUuidV7([&] { return stamp.at; }),
                                        .kind = u"difference"_s,
                                        .about = one.key(),
                                        .at = stamp.at,
                                        .detail = one.value().left(40)};
                if (const auto put = repositories.platform.putTask(task); !put)
                    return put.error();
            }
            PlatformCursor compared = *cursor;
            compared.reconciledOn = today;
            if (const auto moved = repositories.platform.setCursor(compared); !moved)
                return moved.error();
            if (const auto forgotten = repositories.platform.forgetSentBefore(stamp.at.addDays(-daysKept)); !forgotten)
                return forgotten.error();
            return compared;
        },
        [this](const Result<PlatformCursor> &compared) {
            if (compared)
                m_cursor.reconciledOn = compared->reconciledOn;
            countUnsent();
            if (m_client)
                askPayments({}, std::make_shared<QJsonArray>());
        });
}

// The money of the day before, by sum and by item.
void PlatformLink::askPayments(const QString &page, const Pages &gathered)
{
    QString target = u"payments?day=%1&limit=500"_s.arg(m_counter.today().addDays(-1).toString(Qt::ISODate));
    if (!page.isEmpty())
        target += u"&page="_s + page;
    m_client->send(this, {.target = target}, [this, gathered](const PlatformAnswer &answer) {
        if (!answer.isDone() || !Contract::instance().fits(u"PaymentDay"_s, answer.body))
            return; // compared again with the next day
        const QJsonArray payments = answer.body[u"payments"_s].toArray();
        for (const QJsonValue &payment : payments)
            gathered->append(payment);
        const QString next = answer.body[u"nextPage"_s].toString();
        if (next.isEmpty())
            comparePayments(answer.body[u"sums"_s].toObject(), gathered);
        else
            askPayments(next, gathered);
    });
}

void PlatformLink::comparePayments(const QJsonObject &sums, const Pages &gathered)
{
    m_counter.store.write(
        this,
        [sums, gathered, day = m_counter.today().addDays(-1),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            const auto tasks = repositories.platform.openTasks();
            if (!tasks)
                return tasks.error();
            const auto report = [&](const QUuid &about) -> Result<void> {
                const bool isTold = std::any_of(tasks->begin(), tasks->end(), [&](const PlatformTask &task) {
                    return task.about == about && task.kind == "payment"_L1;
                });
                return isTold ? Result<void>()
                              : repositories.platform.putTask({.id = makeUuidV7([&] { return stamp.at; }),
                                                               .kind = u"payment"_s,
                                                               .about = about,
                                                               .at = stamp.at,
                                                               .detail = day.toString(Qt::ISODate)});
            };
            qint64 paid = 0;
            for (const QJsonValue &value : std::as_const(*gathered)) {
                const KnownPayment theirs = paymentFrom(value.toObject());
                for (const QJsonValue &event : value[u"events"_s].toArray()) {
                    const QDateTime at = QDateTime::fromString(event[u"at"_s].toString(), Qt::ISODateWithMs);
                    if (event[u"said"_s].toString() == "PAID"_L1 && stationTime(at).date() == day)
                        paid += event[u"amountFen"_s].toInteger();
                }
                const auto known = repositories.platform.find(u"payments"_s, theirs.id);
                if (!known)
                    return known.error();
                // What became a case must be there with the same amount.
                const auto accepted = repositories.cases.find(theirs.application);
                const bool isWrong = !*known || paymentFrom(resourceIn(**known)).paidFen > theirs.paidFen
                    || (accepted && accepted->owed() != Fen{theirs.amountFen});
                if (isWrong) {
                    if (auto told = report(theirs.id); !told)
                        return told;
                }
            }
            return paid == sums[u"paidFen"_s].toInteger() ? Result<void>() : report({});
        },
        [this](const Result<void> &) { countUnsent(); });
}

} // namespace idcounter
