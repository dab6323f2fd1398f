// Columns that no line parts, from figures that stand one below the other. A column is where figures of
// several rows stand, or where the heading has a word and no row a figure; a row takes part only when each of
// its figures stands in exactly one column. What does not fit is not guessed.
#pragma once

#include "pdf/grid.hpp"
#include "pdf/print.hpp"

#include <optional>
#include <vector>

namespace nianbao::pdf {

struct FlowLine {
    PrintLine line;
    int page = 0;
};

/// A line as it is, or a row of a table.
struct FlowPiece {
    std::optional<FlowLine> line;
    std::vector<GridCell> row; ///< label cells, then a cell a column; empty where it is a line
};

struct FlowReading {
    std::vector<FlowPiece> pieces;
    bool uncertain = false; ///< there are rows of figures whose columns cannot be told
};

/// Lines outside any frame, over as many pages as they take.
FlowReading read_columns(std::vector<FlowLine> lines);

/// A table with horizontal lines alone, row by row.
FlowReading read_columns(Grid grid);

} // namespace nianbao::pdf
