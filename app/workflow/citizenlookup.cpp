#include "app/workflow/citizenlookup.h"

namespace idcounter {

CitizenLookup::CitizenLookup(const Counter &counter, HouseholdRegister &household, QObject *parent)
    : QObject(parent)
    , m_counter(counter)
    , m_household(household)
{
    connect(&m_household, &HouseholdRegister::answered, this,
            [this](const CitizenNumber &number, const RegisterEntry &entry) {
                if (number.toString() != m_asked)
                    return;
                m_registerEntry = entry;
                Q_EMIT registerAnswered();
            });
}

bool CitizenLookup::ask(const CitizenNumber &number)
{
    if (number.toString() == m_asked)
        return false;
    m_asked = number.toString();
    m_registerEntry = {};
    m_station = {};
    m_household.ask(number);
    askStation(number);
    return true;
}

void CitizenLookup::askStation(const CitizenNumber &number)
{
    struct Answer
    {
        StationKnowledge knowledge;
        StationSettings settings;
    };
    m_counter.store.read(
        this,
        [number](Repositories &repositories) -> Result<Answer> {
            const auto open = repositories.cases.hasOpenCase(number);
            if (!open)
                return open.error();
            const auto held = repositories.cases.hasHeldCard(number);
            if (!held)
                return held.error();
            const auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            return Answer{{.openCase = *open, .heldCard = *held, .offSiteAllowed = settings->offSiteAllowed},
                          *settings};
        },
        [this, asked = m_asked](const Result<Answer> &answer) {
            if (asked != m_asked)
                return;
            if (!answer) {
                m_asked.clear(); // asked again with the next change
                Q_EMIT failed(answer.error());
                return;
            }
            m_station = answer->knowledge;
            m_settings = answer->settings;
            Q_EMIT stationAnswered();
        });
}

} // namespace idcounter
