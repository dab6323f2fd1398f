// What a cell holds, as far as its characters tell without knowing any word.
#pragma once

#include "pdf/grid.hpp"

#include <string>

namespace nianbao::pdf {

std::string plain_text(const GridCell& cell); ///< without any space

/// What a figure is printed as: it holds no ideograph, except as its unit, or is the mark 无.
bool is_value(const GridCell& cell);
bool is_label(const GridCell& cell); ///< neither blank nor a value

/// 1. 一、 （一） (1) ①: what begins a label, and never its second line.
bool begins_with_item_mark(const GridCell& cell);

} // namespace nianbao::pdf
