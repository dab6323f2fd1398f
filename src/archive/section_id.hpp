// A section's id says whose it is: the year, the report and the kind in one number. Ids in order are years in
// order, and the sections of a report stand together: so the full-text index alone answers how many reports
// match, of which years, and which are the newest (docs/decisions/0007). Internal to this floor.
#pragma once

#include "report/form.hpp"

#include <cstdint>
#include <optional>

namespace nianbao::archive {

/// Bits 0–2 the kind, 3–34 the report's id, 35 and up the year, 0 where the report does not say.
/// sql/schema/0002_search.sql has the same numbers.
struct SectionId {
    std::int64_t value = 0;

    static SectionId of(std::optional<int> year, std::int64_t report, report::SectionKind kind) {
        return {(std::int64_t{year.value_or(0)} << 35) | (report << 3) | static_cast<std::int64_t>(kind)};
    }
    /// The least id of a year, or of all later ones.
    static SectionId first_of(int year) { return {std::int64_t{year} << 35}; }

    int year() const { return static_cast<int>(value >> 35); }
    std::int64_t report() const { return (value >> 3) & 0xFFFFFFFF; }
    report::SectionKind kind() const { return static_cast<report::SectionKind>(value & 7); }
};

} // namespace nianbao::archive
