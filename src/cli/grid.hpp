// A small table whose cells may run over several lines: the tables of a report, as the form has them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace nianbao::cli {

struct Grid {
    std::vector<std::string> headings;          ///< the first is that of the labels
    std::vector<std::vector<std::string>> rows; ///< the first cell is the label; as many cells as headings
};

/// Labels to the left, figures to the right. With `columns` > 0 headings and labels are wrapped to fit that
/// width; else every label is one line.
void print_grid(std::ostream& out, const Grid& grid, int columns);

} // namespace nianbao::cli
