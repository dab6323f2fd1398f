// The flow of a DOCX's body before anything is made of it: paragraphs and tables, tables with all the cells
// that the file has, merged or not.
#pragma once

#include "formats/docx_numbering.hpp"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace nianbao::formats {

enum class Merge { none, restart, go_on };

struct FlowItem;
using Flow = std::vector<FlowItem>;

struct FlowCell {
    Flow content;
    int columns = 1; ///< w:gridSpan, as the file says
    Merge down = Merge::none;
    Merge across = Merge::none;
};

struct FlowRow {
    std::vector<FlowCell> cells;
    int before = 0; ///< columns that the row leaves out at its beginning
    int after = 0;
    int before_width = -1; ///< in twentieths of a point; -1: not said
    int after_width = -1;
};

struct FlowTable {
    std::vector<FlowRow> rows;
    std::vector<int> widths; ///< of the columns; 0 where not said
};

struct FlowItem {
    std::string text;              ///< of a paragraph: lines parted by \n
    std::vector<FlowTable> tables; ///< one for a table, none for a paragraph
};

struct ReadFlow {
    Flow items;
    bool incomplete = false; ///< something was nested too deep to be read
};

/// What stands in `container` (w:body, w:txbxContent).
ReadFlow read_flow(pugi::xml_node container, const Styles& styles, Numbering& numbering);

/// True where some paragraph, in a table or not, has text.
bool has_text(const Flow& flow);

} // namespace nianbao::formats
