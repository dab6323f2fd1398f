// The header of table 4. Its labels are those of columns, so their order is what says which value is which:
// it is read from the header's text, from its lines, or from the places that the characters of cut words
// take.
#pragma once

#include "report/runs.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::report {

inline constexpr std::size_t dispute_block = 5; ///< columns of one route: four results and their total

enum class HeaderOrder { normal, absent, other };

/// The order of the words in a text whose cells follow each other.
HeaderOrder header_order(std::string_view header);

/// The results as they stand in the header, block by block, 总计 missing or not.
bool results_in_order(std::string_view header);

/// The header of a page's text, line by line, above values that stand on one line.
HeaderOrder header_order_by_lines(const std::vector<LabelPiece>& pieces);

} // namespace nianbao::report
