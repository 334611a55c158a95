#pragma once

#include "app/domain/citizennumber.h"
#include "app/domain/draftparts.h"

#include <QObject>

namespace idcounter {

// What the population register holds of a citizen.
struct RegisterEntry
{
    RegisterAnswer answer = RegisterAnswer::NotConnected;
    QString name;
    QString ethnicGroup; // code of GB/T 3304
    QString address;

    friend bool operator==(const RegisterEntry &, const RegisterEntry &) = default;
};

// The line to the population register (常住人口信息). The counter has none of its own; where a station has no line, the
// answer is NotConnected, and the clerk's checks and the station's own cases decide.
class HouseholdRegister : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Answers by answered(), later and in the caller's thread.
    virtual void ask(const CitizenNumber &number) = 0;

Q_SIGNALS:
    void answered(const idcounter::CitizenNumber &number, const idcounter::RegisterEntry &entry);
};

} // namespace idcounter
