// Text in which the values of table 2 stand above their labels: extractors that read a page column by column,
// or cells set low, print `0 0 7` and then 规范性文件.
#pragma once

#include "report/runs.hpp"

#include <optional>

namespace nianbao::report {

/// True where values follow right behind a header of table 2: what stands before a label there is its value,
/// and what stands behind it is the next one's.
bool values_stand_before_labels(const Region& region);

/// The region with every run behind the label that follows it; nullopt where one of them has none.
std::optional<Region> with_labels_before_values(const Region& region);

} // namespace nianbao::report
