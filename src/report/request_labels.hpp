// Which row of table 3 each run of values belongs to.
#pragma once

#include "report/runs.hpp"

#include <string_view>
#include <vector>

namespace nianbao::report {

/// One code of form.hpp a run, empty where no label is known. A label may be wrapped around its values (the
/// converter put them in the middle of a tall row); what of it stands behind them is not the next run's.
std::vector<std::string_view> rows_of_runs(const Region& region);

} // namespace nianbao::report
