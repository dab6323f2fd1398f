// Tables of a page: which of their rows hold data and which lay out the page, and the columns of their cells.
#pragma once

#include "formats/html_content.hpp"
#include "formats/html_page.hpp"

#include <cstdint>
#include <vector>

namespace nianbao::formats::html {

/// How a row of a table is read.
enum class RowUse : std::uint8_t {
    data,   ///< a row of cells
    layout, ///< its cells hold paragraphs or tables: they are read one after the other
};

/// Per box, for the rows among them.
std::vector<RowUse> row_uses(const Page& page, const Landmarks& landmarks);

/// The boxes of the cells of a row, in order.
std::vector<std::uint32_t> cells_of(const Page& page, std::uint32_t row);

/// A table with two cells at least that print something: one with a single cell is a frame around its text.
bool has_cells(const Page& page, std::uint32_t table);

struct GridCell {
    std::uint32_t box = 0;
    int row = 0;      ///< of its table, from 1
    int column = 0;   ///< the spans of the cells above counted; 0 beyond the widest table there can be
    int row_span = 1; ///< as far as there are rows
};

/// All cells of a table, row by row; the rows of inner tables do not count.
std::vector<std::vector<GridCell>> grid_of(const Page& page, std::uint32_t table);

} // namespace nianbao::formats::html
