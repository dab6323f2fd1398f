// What is printed in one cell: a number with its unit, nothing, a mark for "does not apply", or other text.
#pragma once

#include "report/report.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nianbao::report {

/// A value as it stands in the source, not yet read.
struct PrintedCell {
    std::string raw; ///< trimmed
    document::Place place;
    bool may_be_page_number = false; ///< see Strip
    bool operator==(const PrintedCell&) const = default;
};

/// True for what can be the content of a value cell other than blank: a number or a not-applicable mark.
bool is_value(std::string_view raw);
bool is_not_applicable_mark(std::string_view raw); ///< / - — —— 无 N/A

/// Reads a count or amount. A number keeps its printed value and unit; nothing is converted.
Figure read_figure(std::string_view column, const PrintedCell& cell);

/// A cell among these that may be the number of a page: one that stands where a blank was lost.
bool holds_page_number(std::span<const PrintedCell> cells);

/// The whole number that a cell prints; nullopt for every other content.
std::optional<std::int64_t> count_in(const PrintedCell& cell);

} // namespace nianbao::report
