// Which figures of which rows make columns; see columns.hpp.
#pragma once

#include "pdf/print.hpp"

#include <vector>

namespace nianbao::pdf {

/// One row of print: figures at its right end, and what stands left of them.
struct FigureLine {
    std::size_t weight = 1; ///< how many lines without figures it counts for
    std::vector<Segment> labels;
    std::vector<Segment> figures;
    std::vector<Segment> words; ///< all of it, as parted as the words of neighbouring columns are
};

FigureLine figure_line(const PrintLine& line);
/// Several lines of one cell as one row.
FigureLine figure_line(const std::vector<PrintLine>& lines);

struct Span {
    double from = 0;
    double to = 0;
};

/// Rows of one table: `rows` are indexes of lines that hold figures, each figure in one column.
struct ColumnTable {
    std::vector<Span> columns;
    std::vector<std::size_t> rows;
};

std::vector<ColumnTable> find_columns(const std::vector<FigureLine>& lines);

/// Adds a figure; columns that it touches become one.
void add_figure(std::vector<Span>& columns, const Segment& figure);

/// The column of the figure; columns.size() where there is none, or more than one.
std::size_t column_of(const std::vector<Span>& columns, const Segment& figure);

} // namespace nianbao::pdf
