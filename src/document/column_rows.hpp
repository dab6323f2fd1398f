// Which label belongs to which row of values: the marks of a list (一、（一） 1.) tell where a label begins,
// and between two of them stands exactly one line of values.
#pragma once

#include "document/column_page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::document {

struct ColumnRow {
    std::string group;      ///< labels of the groups that begin beside this row
    std::string label;      ///< the wrapped lines joined
    std::size_t values = 0; ///< index of the line that holds them
    std::size_t begin = 0;  ///< index of the line on which the label begins
    std::size_t end = 0;    ///< index behind the last line of the label or values
};

/// Rows from the first full row on, as far as all is certain; empty where a line of values has no label of
/// its own, or a label no values. `width` is the number of values in a full row.
std::vector<ColumnRow> read_column_rows(std::vector<PageLine>& lines, std::size_t width);

} // namespace nianbao::document
