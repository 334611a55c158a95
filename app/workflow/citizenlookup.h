#pragma once

#include "app/domain/eligibility.h"
#include "app/ports/householdregister.h"
#include "app/workflow/counter.h"
#include "app/workflow/stationsettings.h"

namespace idcounter {

// What the population register and the station itself know of the citizen at the counter, and the station's settings of
// the moment. Asked once for every number; the answer for an earlier number is dropped.
class CitizenLookup : public QObject
{
    Q_OBJECT

public:
    // household is used, not owned.
    CitizenLookup(const Counter &counter, HouseholdRegister &household, QObject *parent = nullptr);

    // Answers with registerAnswered() and stationAnswered(), or failed(). Whether the number is a new one.
    bool ask(const CitizenNumber &number);

    const RegisterEntry &registerEntry() const { return m_registerEntry; }
    const StationKnowledge &station() const { return m_station; } // without what the register says
    const StationSettings &settings() const { return m_settings; }

Q_SIGNALS:
    void registerAnswered();
    void stationAnswered();
    void failed(const idcounter::Error &error);

private:
    void askStation(const CitizenNumber &number);

    const Counter &m_counter;
    HouseholdRegister &m_household;
    QString m_asked;
    RegisterEntry m_registerEntry;
    StationKnowledge m_station;
    StationSettings m_settings;
};

} // namespace idcounter
