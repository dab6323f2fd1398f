// A table of a DOCX as the rectangle it is printed as: every merged cell once, each cell with its column.
#pragma once

#include "document/document.hpp"
#include "formats/docx_flow.hpp"

#include <vector>

namespace nianbao::formats {

struct GridCell {
    document::Cell cell;              ///< Place.line is not set yet
    const FlowCell* source = nullptr; ///< none for columns that a row leaves out
};

struct Grid {
    std::vector<std::vector<GridCell>> rows; ///< one for each row of the file; empty where all is merged
    bool odd = false;                        ///< spans beyond any sense were cut
};

/// `table` must outlive the grid.
Grid grid_of(const FlowTable& table);

/// The text of a cell in one line. Lines are joined as Chinese is, without a space, but two numbers or Latin
/// words keep one between them: they never become one.
std::string cell_text(const Flow& content);

/// A nested table of one cell is a frame around its text, not a table.
bool is_frame(const FlowTable& table);

} // namespace nianbao::formats
