// A frame and the characters inside it to cells. Where no line parts two places of the grid they are one
// cell.
#pragma once

#include "pdf/frames.hpp"
#include "pdf/page.hpp"
#include "pdf/print.hpp"

#include <optional>
#include <vector>

namespace nianbao::pdf {

/// Rows and columns count from 0; the second of a pair is behind the last.
struct GridCell {
    int first_row = 0, behind_row = 0;
    int first_column = 0, behind_column = 0;
    Box box;
    int page = 0;
    std::vector<PrintLine> lines;

    bool blank() const { return lines.empty(); }
};

struct Grid {
    Box box;
    int rows = 0;
    std::vector<double> edges; ///< of the columns, from left to right: one more than there are columns
    std::vector<GridCell> cells;
    bool open_top = false;
    bool open_bottom = false;
    bool bare = false;      ///< horizontal lines alone
    bool uncertain = false; ///< some character may stand in the wrong cell
};

/// nullopt for a frame that is no table (one cell: a box around text). Takes its characters out of `glyphs`.
std::optional<Grid> grid_of(const Frame& frame, std::vector<Glyph>& glyphs, int page);

} // namespace nianbao::pdf
