// Every text is put on a canvas at the line and column where the page has it: a label wrapped to the width of
// its cell, its values in the middle of its height, a group's label in the middle of its rows.
#include "support/layouts_columns.hpp"

#include <algorithm>
#include <map>

namespace nianbao::test {

namespace {

std::size_t width_of(const std::string& text) {
    std::size_t width = 0;
    for (const std::string& character : pieces(text, 1))
        width += character.empty() ? 0U : character.size() == 1 ? 1U : 2U;
    return width;
}

/// Pieces that fit into `width` columns; no number is broken.
Lines wrapped(const std::string& text, std::size_t width) {
    return width_of(text) <= width ? Lines{text} : pieces(text, std::max<std::size_t>(1, width / 2));
}

class Canvas {
public:
    void put(std::size_t line, std::size_t column, const std::string& text) {
        if (!text.empty()) lines_[line][column] = text;
        end_ = std::max(end_, line + 1);
    }

    /// One text below the other, the first on `line`.
    void put(std::size_t line, std::size_t column, const Lines& texts) {
        for (const std::string& text : texts) put(line++, column, text);
    }

    Lines lines() const {
        Lines out(end_);
        for (const auto& [line, texts] : lines_) {
            std::size_t at = 0;
            for (const auto& [column, text] : texts) {
                // Two texts never touch: where one is too wide the next moves.
                const std::size_t blanks = column > at ? column - at : 1;
                out[line] += std::string(at == 0 && column == 0 ? 0 : blanks, ' ') + text;
                at += (at == 0 && column == 0 ? 0 : blanks) + width_of(text);
            }
        }
        return out;
    }

private:
    std::map<std::size_t, std::map<std::size_t, std::string>> lines_;
    std::size_t end_ = 0;
};

/// Where the columns of a table begin and how wide they are.
struct Columns {
    std::vector<std::size_t> begin;
    std::vector<std::size_t> width;
};

Columns columns_of(const Grid& grid) {
    std::vector<std::size_t> widths;
    switch (grid.table) {
    case report::TableKind::disclosure:
        widths = {24, 18, 18, 18};
        break;
    case report::TableKind::requests:
        widths = {6, 10, 30, 12, 12, 12, 12, 12, 12, 12};
        break;
    case report::TableKind::disputes:
        widths.assign(15, 12);
        break;
    }
    Columns columns;
    std::size_t at = 0;
    for (const std::size_t width : widths) {
        columns.begin.push_back(at);
        columns.width.push_back(width - 2);
        at += width;
    }
    return columns;
}

struct Placed {
    GridCell cell;
    std::size_t row = 0;
    std::size_t column = 0;
    Lines text;
};

/// Cells with their places in the grid, wrapped to the width they span.
std::vector<Placed> placed_cells(const Grid& grid, const Columns& columns) {
    std::vector<Placed> cells;
    std::vector<std::size_t> free_from(static_cast<std::size_t>(grid.columns)); // row, by column
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        std::size_t column = 0;
        for (const GridCell& cell : grid.rows[row].cells) {
            while (free_from[column] > row) ++column;
            std::size_t width = 0;
            for (int k = 0; k < cell.columns; ++k) {
                width += columns.width[column + static_cast<std::size_t>(k)] + (k > 0 ? 2U : 0U);
                free_from[column + static_cast<std::size_t>(k)] = row + static_cast<std::size_t>(cell.rows);
            }
            const bool value = cell.kind == CellKind::value;
            cells.push_back({cell, row, column, value ? Lines{cell.text} : wrapped(cell.text, width)});
            column += static_cast<std::size_t>(cell.columns);
        }
    }
    return cells;
}

/// First line of each row, and the end of the last: as high as its highest cell of one row. Two lines of a
/// label leave the values between them, on a line of their own.
std::vector<std::size_t> row_begins(const Grid& grid, const std::vector<Placed>& cells) {
    std::vector<std::size_t> heights(grid.rows.size(), 1);
    for (const Placed& placed : cells) {
        const bool beside_values = !grid.rows[placed.row].code.empty();
        const std::size_t height = placed.text.size() == 2 && beside_values ? 3 : placed.text.size();
        if (placed.cell.rows == 1) heights[placed.row] = std::max(heights[placed.row], height);
    }
    for (const Placed& placed : cells) { // a cell of several rows makes its last one higher
        const auto first = placed.row;
        const auto last = placed.row + static_cast<std::size_t>(placed.cell.rows) - 1;
        std::size_t height = 0;
        for (std::size_t row = first; row <= last; ++row) height += heights[row];
        if (height < placed.text.size()) heights[last] += placed.text.size() - height;
    }
    std::vector<std::size_t> begins = {0};
    for (const std::size_t height : heights) begins.push_back(begins.back() + height);
    return begins;
}

Lines table_lines(const Grid& grid) {
    const Columns columns = columns_of(grid);
    const std::vector<Placed> cells = placed_cells(grid, columns);
    const std::vector<std::size_t> begins = row_begins(grid, cells);
    Canvas canvas;
    for (const Placed& placed : cells) {
        const std::size_t top = begins[placed.row];
        const std::size_t height = begins[placed.row + static_cast<std::size_t>(placed.cell.rows)] - top;
        const std::size_t column = columns.begin[placed.column];
        if (placed.text.size() == 2 && height == 3) {
            canvas.put(top, column, placed.text[0]);
            canvas.put(top + 2, column, placed.text[1]);
        } else {
            canvas.put(top + (height - placed.text.size()) / 2, column, placed.text);
        }
    }
    return canvas.lines();
}

Lines page_lines(const Sheet& sheet) {
    Lines lines;
    for (const Part& part : sheet.parts) {
        const Lines own =
            part.kind == PartKind::table ? table_lines(part.grid) : wrapped("    " + part.text, 80);
        lines.insert(lines.end(), own.begin(), own.end());
        if (part.kind != PartKind::paragraph) lines.emplace_back();
    }
    return lines;
}

} // namespace

std::string render_columns(const Sheet& sheet, std::mt19937&) {
    return joined(page_lines(sheet), "\n") + "\n\f";
}

std::string render_columns_paged(const Sheet& sheet, std::mt19937& random) {
    std::string text;
    std::size_t page = 0;
    std::size_t left = any_of(random, 20, 40);
    for (const std::string& line : page_lines(sheet)) {
        text += line + "\n";
        if (--left > 0) continue;
        left = any_of(random, 20, 40);
        text += "\n" + std::string(40, ' ') + "- " + std::to_string(++page) + " -\n\f";
    }
    return text;
}

} // namespace nianbao::test
