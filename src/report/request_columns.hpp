// Whether the applicant columns of table 3 stand in the form's order: only then do seven values mean what
// they say.
#pragma once

#include "report/runs.hpp"

#include <vector>

namespace nianbao::report {

/// True where the headings stand in another order than the form's, or are other headings (当面 网络 信函 …).
/// Headings that were lost say nothing.
bool columns_out_of_order(const std::vector<Strip>& strips, const Region& region);

} // namespace nianbao::report
