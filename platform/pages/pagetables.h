#pragma once

#include "app/domain/codes.h"
#include "app/domain/reasons.h"

namespace idcounter::platform {

// The code tables from which the pages offer a choice.
struct PageTables
{
    Codes ethnicGroups;
    Codes relations;
    Reasons reasons;

    // Errors: TableMissing, TableInvalid.
    static Result<PageTables> load(const TableSource &source)
    {
        auto ethnicGroups = Codes::ethnicGroups(source);
        if (!ethnicGroups)
            return ethnicGroups.error();
        auto relations = Codes::relations(source);
        if (!relations)
            return relations.error();
        auto reasons = Reasons::load(source);
        if (!reasons)
            return reasons.error();
        return PageTables{*std::move(ethnicGroups), *std::move(relations), *std::move(reasons)};
    }
};

} // namespace idcounter::platform
