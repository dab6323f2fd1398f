// Text in which the labels of table 3 came apart from its values (pdftotext without -layout): the values
// still stand in the order of the rows. They are filled in by position only where nothing contradicts it
// (docs/decisions/0006-positional-fill.md).
#pragma once

#include "report/runs.hpp"

#include <optional>

namespace nianbao::report {

/// Table 3 from the values of a region in their order; nullopt unless they are just as many as a form has,
/// all are numbers, and every identity of the table holds.
std::optional<FigureTable> fill_requests_by_position(const Region& region);

} // namespace nianbao::report
