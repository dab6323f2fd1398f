// A table is taken apart into lines where it lays the page out: rows that hold another table or running text.
// The other rows stay rows, so that figures in a page that is one large table keep their columns; but in such
// a page, and in a table of a single column, a row of one cell is a line of text.
#include "formats/docx_blocks.hpp"

#include "formats/docx_table.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::formats {

namespace {

using document::Document;

constexpr std::size_t shortest_prose = 100; ///< characters: no label of the form is as long
constexpr std::size_t most_numbers = 2;     ///< a row with more cells that are numbers is none of prose

std::size_t characters_in(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool begins_with_digit(std::string_view utf8) {
    return !utf8.empty() && text::is_digit(text::decode_at(utf8, 0).value);
}

bool holds_table(const FlowCell& cell) {
    return std::any_of(cell.content.begin(), cell.content.end(), [](const FlowItem& item) {
        return !item.tables.empty() && !is_frame(item.tables.front());
    });
}

using GridRow = std::vector<GridCell>;

bool holds_table(const GridRow& row) {
    return std::any_of(row.begin(), row.end(), [](const GridCell& cell) {
        return cell.source != nullptr && holds_table(*cell.source);
    });
}

bool is_prose(const GridRow& row) {
    bool prose = false;
    std::size_t numbers = 0;
    for (const GridCell& cell : row) {
        prose = prose || characters_in(cell.cell.text) >= shortest_prose;
        if (begins_with_digit(cell.cell.text) && characters_in(cell.cell.text) <= 16) ++numbers;
    }
    return prose && numbers <= most_numbers;
}

class BlockWriter {
public:
    explicit BlockWriter(Document& document) : document_(document) {}

    void flow(const Flow& items) {
        for (const FlowItem& item : items) {
            if (item.tables.empty()) paragraph(item.text);
            for (const FlowTable& one : item.tables) table(one);
        }
    }

private:
    void paragraph(std::string_view text) {
        do {
            const std::size_t end = text.find('\n');
            document::Place place;
            place.line = ++line_;
            document_.blocks.emplace_back(document::Line{std::string(text.substr(0, end)), place});
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        } while (!text.empty());
    }

    void table(const FlowTable& table) {
        Grid grid = grid_of(table);
        document_.degraded = document_.degraded || grid.odd;
        const bool layout = std::any_of(grid.rows.begin(), grid.rows.end(),
                                        [](const GridRow& row) { return holds_table(row) || is_prose(row); });
        const bool single = std::all_of(grid.rows.begin(), grid.rows.end(),
                                        [](const GridRow& row) { return row.size() <= 1; });
        document::Table rows{{}, true};
        for (GridRow& row : grid.rows) {
            if (row.empty()) continue; // all its cells are merged with those above
            const bool alone = row.size() == 1 && (layout || single);
            if (alone || holds_table(row) || is_prose(row)) {
                end_table(rows);
                for (const GridCell& cell : row) {
                    if (cell.source != nullptr) flow(cell.source->content);
                }
            } else {
                rows.rows.push_back(numbered(row));
            }
        }
        end_table(rows);
    }

    document::Row numbered(GridRow& row) {
        ++line_;
        document::Row cells;
        for (GridCell& cell : row) {
            cell.cell.place.line = line_;
            cells.push_back(std::move(cell.cell));
        }
        return cells;
    }

    void end_table(document::Table& rows) {
        if (!rows.rows.empty()) document_.blocks.emplace_back(std::move(rows));
        rows = {{}, true};
    }

    Document& document_;
    int line_ = 0;
};

} // namespace

void append_blocks(const Flow& flow, Document& document) {
    BlockWriter(document).flow(flow);
}

} // namespace nianbao::formats
