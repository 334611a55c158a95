#pragma once

#include "app/ports/householdregister.h"

namespace idcounter {

// A population register that knows the made-up citizens of the practice station. To numbers of sequence 998 it answers
// that it does not know them; for every other one it has no line.
class PracticeRegister : public HouseholdRegister
{
    Q_OBJECT

public:
    struct Entry
    {
        QString number;
        QString name;
        QString ethnicGroup; // code of GB/T 3304
        QString address;
        QString reason; // code of what he comes for
    };

    using HouseholdRegister::HouseholdRegister;

    static const QList<Entry> &entries();

    void ask(const CitizenNumber &number) override;
};

// What a station without a line to the register has.
class NoRegister : public HouseholdRegister
{
    Q_OBJECT

public:
    using HouseholdRegister::HouseholdRegister;

    void ask(const CitizenNumber &number) override;
};

} // namespace idcounter
