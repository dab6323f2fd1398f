// The header of table 4 in a page's text whose words are cut over lines: 结果维 above 持, or a character a
// line. Its characters are dealt out to the form's words; where they fall into the form's order and into no
// other, values on one line stand in that order.
#pragma once

#include "report/strips.hpp"

#include <cstddef>
#include <vector>

namespace nianbao::report {

/// First of the lines right above strip `values` that hold nothing but the header's characters; `values`
/// where there are none. None is above `begin`.
std::size_t cut_header_begin(const std::vector<Strip>& strips, std::size_t begin, std::size_t values);

/// True where the lines [begin, end) prove the order of all fifteen columns.
bool cut_header_in_order(const std::vector<Strip>& strips, std::size_t begin, std::size_t end);

} // namespace nianbao::report
