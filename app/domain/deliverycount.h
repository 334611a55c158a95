#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// One card of a delivery as it was counted.
struct CountedCard
{
    QString number; // as it was scanned
    QString box; // where it goes, or lies; empty where it goes nowhere
    QString slot;
    std::optional<CardDefect> defect;
    bool isDone = false; // put away, or reported

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("number", self.number);
        archive("box", self.box);
        archive("slot", self.slot);
        archive("defect", self.defect);
        archive("done", self.isDone);
    }
    friend bool operator==(const CountedCard &, const CountedCard &) = default;
};

// A delivery that is being counted, at one counter.
struct DeliveryCount
{
    QUuid id;
    QString place; // the counter
    QString person; // log-in name, who counted last
    QDateTime begunAt; // UTC
    QDateTime at; // of the last change, UTC
    QList<CountedCard> cards; // in the order in which they were counted

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("cards", self.cards);
    }
    friend bool operator==(const DeliveryCount &, const DeliveryCount &) = default;
};

} // namespace idcounter
