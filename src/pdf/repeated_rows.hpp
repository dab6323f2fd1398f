// The heading of a table that its producer prints again at the top of the next page.
#pragma once

#include "pdf/grid.hpp"

namespace nianbao::pdf {

/// Rows at the beginning of `below` that repeat the heading of `above`.
int repeated_rows(const Grid& above, const Grid& below);

} // namespace nianbao::pdf
