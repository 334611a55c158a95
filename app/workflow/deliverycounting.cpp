#include "app/workflow/deliverycounting.h"

#include "app/domain/uuidv7.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

DeliveryCounting::DeliveryCounting(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
}

Result<DeliveryCounting::Found> DeliveryCounting::find(const Repositories &repositories, const QString &place)
{
    const auto counts = repositories.counts.counts();
    if (!counts)
        return counts.error();
    const auto people = repositories.station.people();
    if (!people)
        return people.error();
    Found found;
    for (const DeliveryCount &count : *counts) {
        const auto person = std::find_if(people->begin(), people->end(),
                                         [&count](const Person &one) { return one.login == count.person; });
        const Known known{count, person == people->end() ? count.person : person->name};
        (count.place == place ? found.here : found.elsewhere) << known;
    }
    return found;
}

void DeliveryCounting::load()
{
    save(); // what could not be saved before
    const auto answered = [this](const Result<Found> &found) {
        if (found)
            take(*found);
        else
            Q_EMIT failed(found.error());
    };
    if (m_loaded) {
        m_counter.store.read(
            this, [where = m_counter.holder.where](Repositories &repositories) { return find(repositories, where); },
            answered);
        return;
    }
    m_counter.store.write(
        this,
        [holder = m_counter.holder](Repositories &repositories) -> Result<Found> {
            auto found = find(repositories, holder.where);
            if (!found)
                return found;
            for (const Known &known : found->here) {
                if (const auto held = repositories.counts.hold(known.count.id, holder); !held)
                    return held.error();
            }
            return found;
        },
        answered);
}

void DeliveryCounting::take(const Found &found)
{
    m_elsewhere = found.elsewhere;
    if (!std::exchange(m_loaded, true))
        goOn(found.here);
    const auto isOurs = [this](const Known &known) { return known.count.id == m_count->id; };
    if (m_count && m_isStored && std::none_of(found.here.begin(), found.here.end(), isOurs))
        giveUp();
    Q_EMIT changed();
}

void DeliveryCounting::giveUp()
{
    m_count.reset();
    m_isStored = false;
    m_changed = false;
    Q_EMIT takenOver();
}

// Several that were begun are one from now on.
void DeliveryCounting::goOn(const QList<Known> &begun)
{
    for (const Known &known : begun) {
        if (m_count && m_count->id == known.count.id)
            continue; // our own, begun before the database answered
        if (m_count) {
            m_absorbed << known.count.id;
        } else {
            m_count = known.count;
            m_isStored = true;
        }
        Q_EMIT restored(known);
    }
}

void DeliveryCounting::keep(const QList<CountedCard> &cards)
{
    if (!m_count && cards.isEmpty())
        return;
    if (!m_count)
        m_count = DeliveryCount{.id = makeUuidV7(m_counter.clock), .begunAt = m_counter.clock()};
    if (m_count->cards == cards && m_absorbed.isEmpty())
        return;
    m_count->cards = cards;
    m_changed = true;
    save();
}

void DeliveryCounting::save()
{
    if (m_saving || !m_changed)
        return;
    m_saving = true;
    m_changed = false;
    const DeliveryCount count = *m_count;
    const QList<QUuid> absorbed = std::exchange(m_absorbed, {});
    const bool isNew = !m_isStored;
    if (count.cards.isEmpty()) {
        m_count.reset(); // the next card begins another
        m_isStored = false;
    }
    m_counter.store.write(
        this,
        [count, isNew, absorbed, holder = m_counter.holder,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            for (const QUuid &id : absorbed) {
                if (auto removed = repositories.counts.remove(id, holder); !removed)
                    return removed;
            }
            return count.cards.isEmpty() ? repositories.counts.remove(count.id, holder)
                                         : repositories.counts.save(count, isNew, holder, stamp);
        },
        [this, absorbed, id = count.id](const Result<void> &saved) {
            if (!saved)
                m_absorbed = absorbed + m_absorbed;
            else if (m_count && m_count->id == id)
                m_isStored = true;
            finishSave(saved);
        });
}

void DeliveryCounting::finishSave(const Result<void> &saved)
{
    m_saving = false;
    if (saved) {
        save();
    } else if (saved.error().code == Error::Code::DraftOpenElsewhere) {
        giveUp();
    } else {
        m_changed = m_count.has_value(); // with the next change, or when the page is opened again
        Q_EMIT failed(saved.error());
    }
}

void DeliveryCounting::takeOver(const DeliveryCount &count)
{
    m_counter.store.write(
        this,
        [id = count.id, holder = m_counter.holder,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<Known> {
            if (const auto held = repositories.counts.hold(id, holder); !held)
                return held.error();
            if (const auto recorded
                = repositories.journal.audit(u"take-over-count"_s, id.toString(QUuid::WithoutBraces), {}, stamp);
                !recorded)
                return recorded.error();
            const auto found = find(repositories, holder.where);
            if (!found)
                return found.error();
            const auto taken = std::find_if(found->here.begin(), found->here.end(),
                                            [&id](const Known &known) { return known.count.id == id; });
            return taken == found->here.end() ? Result<Known>(Error{Error::Code::RecordMissing, {}}) : *taken;
        },
        [this](const Result<Known> &taken) {
            if (taken)
                goOn({*taken});
            else
                Q_EMIT failed(taken.error());
            load();
        });
}

} // namespace idcounter
