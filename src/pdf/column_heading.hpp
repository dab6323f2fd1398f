// What stands above columns that no line parts, and the pieces of which its rows are made.
#pragma once

#include "pdf/column_finder.hpp"
#include "pdf/columns.hpp"

#include <vector>

namespace nianbao::pdf {

inline constexpr double no_room = 1e9; ///< points; for cells in which no figure is taken for a broken one

/// Adds the characters of `line` from `left` to `right` to the cell.
void add_part(GridCell& cell, const PrintLine& line, double left, double right);

/// The cells as one row, columns numbered.
FlowPiece row_piece(std::vector<GridCell> cells, int page);

/// The words above the columns: those over one column go into its cell, however many lines they take; the
/// rest stays in its lines.
void read_heading(const std::vector<FlowLine>& lines, const std::vector<Span>& columns,
                  std::vector<FlowPiece>& pieces);

/// Lines at the top of a page that repeat at least two lines further up, none with a figure: the heading of a
/// table that goes on.
void drop_repeated_headings(std::vector<FlowLine>& lines);

} // namespace nianbao::pdf
