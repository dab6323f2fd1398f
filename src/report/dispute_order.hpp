// What fifteen values of table 4 say of their own order, where no header does. Texts of pages print the
// cells of the three routes in any order: four outcomes of the first, the four of the third, the total of
// the first …
#pragma once

#include "report/cells.hpp"

#include <optional>
#include <span>

namespace nianbao::report {

/// I4 for one block of five: nullopt where a cell holds no number.
std::optional<bool> adds_up(std::span<const PrintedCell> five);

/// Every block adds up to a total that is not zero.
bool adds_up_to_totals(std::span<const PrintedCell> fifteen);

/// However the cells of the three blocks are shuffled into each other (each block's keep their order, and the
/// totals theirs), no order but the form's adds up, or none that would read another number.
bool only_the_forms_order_adds_up(std::span<const PrintedCell> fifteen);

} // namespace nianbao::report
