#pragma once

#include "app/domain/deliverycount.h"
#include "app/workflow/counter.h"

#include <QObject>

#include <optional>

namespace idcounter {

// Keeps the count of a delivery in the database at each change, so that it goes on where it was when the program ends; and
// tells who else is counting. One save at a time; what changes meanwhile goes with the next.
class DeliveryCounting : public QObject
{
    Q_OBJECT

public:
    struct Known
    {
        DeliveryCount count;
        QString name; // of who counted last
    };

    explicit DeliveryCounting(Counter counter, QObject *parent = nullptr);

    const QList<Known> &elsewhere() const { return m_elsewhere; } // at other counters, the oldest first

    // Reads who counts what; ends with changed(), and the first time with restored() where this counter had begun.
    void load();
    // The whole count as it is now; an empty one is over and forgotten.
    void keep(const QList<CountedCard> &cards);
    // Goes on here with what another counter began, which has lost it then; ends with restored(). Errors: RecordMissing, when
    // it is over by now.
    void takeOver(const DeliveryCount &count);

Q_SIGNALS:
    void changed();
    void restored(const idcounter::DeliveryCounting::Known &known);
    void takenOver(); // another counter goes on with what was counted here
    void failed(const idcounter::Error &error);

private:
    struct Found
    {
        QList<Known> here;
        QList<Known> elsewhere;
    };
    static Result<Found> find(const Repositories &repositories, const QString &place);
    void take(const Found &found);
    void goOn(const QList<Known> &begun);
    void giveUp();
    void save();
    void finishSave(const Result<void> &saved);

    Counter m_counter;
    QList<Known> m_elsewhere;
    bool m_loaded = false;
    std::optional<DeliveryCount> m_count; // as it was last asked to be kept, or found
    bool m_isStored = false; // it lies in the database
    QList<QUuid> m_absorbed; // others that went into it, and go with the next save
    bool m_saving = false;
    bool m_changed = false; // since the save that is under way
};

} // namespace idcounter
