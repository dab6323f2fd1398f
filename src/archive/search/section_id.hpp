// A section's id says whose it is: the year, the report's place among those of the year, and the kind, in one
// number. Ids in order are years in order, and the sections of a report stand together: so the full-text
// index alone answers how many reports match, of which years, and which are the newest. Places are counted
// year by year, since the index stores the gaps between ids (docs/decisions/0007). Internal to this floor.
#pragma once

#include "report/form.hpp"

#include <cstdint>
#include <optional>

namespace nianbao::archive {

/// Bits 22 and up the year counted from 1899, 0 where the report does not say; below them the report's number
/// among those of the year, from 1. sql/schema/0002_search.sql gives old reports theirs.
struct ReportPlace {
    std::int64_t value = 0;

    /// All places of a year lie above this and below that of the next.
    static ReportPlace before_first(std::optional<int> year) {
        return {std::int64_t{year ? *year - 1899 : 0} << 22};
    }
    int year() const { return value >> 22 == 0 ? 0 : static_cast<int>(value >> 22) + 1899; } ///< 0: not said
    bool operator==(const ReportPlace&) const = default;
};

/// Bits 0–2 the kind, the others the place.
struct SectionId {
    std::int64_t value = 0;

    static SectionId of(ReportPlace place, report::SectionKind kind) {
        return {(place.value << 3) | static_cast<std::int64_t>(kind)};
    }
    ReportPlace place() const { return {value >> 3}; }
    int year() const { return place().year(); }
    report::SectionKind kind() const { return static_cast<report::SectionKind>(value & 7); }
};

} // namespace nianbao::archive
