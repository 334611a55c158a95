#pragma once

#include "app/domain/rules.h"
#include "app/security/person.h"
#include "app/storage/store.h"

namespace idcounter {

// The counter while somebody is logged in: what every piece of work there needs.
struct Counter
{
    Store &store;
    const Rules &rules;
    Clock clock;
    Station station;
    Device device;
    Person person;
    DraftHolder holder; // this program, for the drafts it has open

    bool isSupervisor() const { return includes(person.role, Role::Supervisor); }
    QDate today() const { return idcounter::today(clock); }
    Stamp stamp() const { return {.at = clock(), .person = person.login, .device = device.id}; }
};

} // namespace idcounter
