#pragma once

#include "app/domain/caselife.h"
#include "app/domain/chiplayout.h"
#include "app/domain/codes.h"
#include "app/domain/deadlines.h"
#include "app/domain/divisions.h"
#include "app/domain/feetable.h"
#include "app/domain/fingers.h"
#include "app/domain/photorules.h"
#include "app/domain/reasons.h"
#include "app/domain/returnreasons.h"

namespace idcounter {

// The tables of the program, each read when it is first asked for. A table that was refused is asked for again the next
// time, so that it may be mended while the program runs. Not thread-safe: one object for each thread.
class Rules
{
public:
    explicit Rules(TableSource source)
        : m_source(std::move(source))
    {
    }

    const TableSource &source() const { return m_source; }

    Result<const Divisions *> divisions() const { return kept(m_divisions, &Divisions::load); }
    Result<const Reasons *> reasons() const { return kept(m_reasons, &Reasons::load); }
    Result<const FeeTable *> fees() const { return kept(m_fees, &FeeTable::load); }
    Result<const WorkCalendar *> calendar() const { return kept(m_calendar, &WorkCalendar::load); }
    Result<const ServiceLimits *> limits() const { return kept(m_limits, &ServiceLimits::load); }
    Result<const Fingers *> fingers() const { return kept(m_fingers, &Fingers::load); }
    Result<const PhotoRules *> photoRules() const { return kept(m_photoRules, &PhotoRules::load); }
    Result<const CaseLife *> caseLife() const { return kept(m_caseLife, &CaseLife::load); }
    Result<const ChipLayout *> chipLayout() const { return kept(m_chipLayout, &ChipLayout::load); }
    Result<const ReturnReasons *> returnReasons() const { return kept(m_returnReasons, &ReturnReasons::load); }
    Result<const Codes *> ethnicGroups() const { return kept(m_ethnicGroups, &Codes::ethnicGroups); }
    Result<const Codes *> relations() const { return kept(m_relations, &Codes::relations); }

    // Takes over what other has read and this has not; what was asked for before stays where it is.
    void adopt(Rules other) const
    {
        const auto take = [](auto &mine, auto &theirs) {
            if (!mine)
                mine = std::move(theirs);
        };
        take(m_divisions, other.m_divisions);
        take(m_reasons, other.m_reasons);
        take(m_fees, other.m_fees);
        take(m_calendar, other.m_calendar);
        take(m_limits, other.m_limits);
        take(m_fingers, other.m_fingers);
        take(m_photoRules, other.m_photoRules);
        take(m_caseLife, other.m_caseLife);
        take(m_chipLayout, other.m_chipLayout);
        take(m_returnReasons, other.m_returnReasons);
        take(m_ethnicGroups, other.m_ethnicGroups);
        take(m_relations, other.m_relations);
    }

    // Reads every table. Errors: those of the first that is no good, with line and column.
    Result<void> check() const
    {
        const auto problem = [](const auto &table) { return table ? std::optional<Error>() : table.error(); };
        for (const auto &error :
             {problem(divisions()), problem(reasons()), problem(fees()), problem(calendar()), problem(limits()),
              problem(fingers()), problem(photoRules()), problem(caseLife()), problem(chipLayout()),
              problem(returnReasons()), problem(ethnicGroups()), problem(relations())}) {
            if (error)
                return *error;
        }
        return {};
    }

private:
    template<typename T>
    Result<const T *> kept(std::optional<T> &table, Result<T> (*load)(const TableSource &)) const
    {
        if (!table) {
            auto loaded = load(m_source);
            if (!loaded)
                return loaded.error();
            table = *std::move(loaded);
        }
        return &*table;
    }

    TableSource m_source;
    mutable std::optional<Divisions> m_divisions;
    mutable std::optional<Reasons> m_reasons;
    mutable std::optional<FeeTable> m_fees;
    mutable std::optional<WorkCalendar> m_calendar;
    mutable std::optional<ServiceLimits> m_limits;
    mutable std::optional<Fingers> m_fingers;
    mutable std::optional<PhotoRules> m_photoRules;
    mutable std::optional<CaseLife> m_caseLife;
    mutable std::optional<ChipLayout> m_chipLayout;
    mutable std::optional<ReturnReasons> m_returnReasons;
    mutable std::optional<Codes> m_ethnicGroups;
    mutable std::optional<Codes> m_relations;
};

} // namespace idcounter
