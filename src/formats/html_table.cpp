#include "formats/html_table.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::formats::html {

namespace {

constexpr std::size_t longest_cell = 300; ///< bytes, 100 characters: more than that, in sentences, is prose
constexpr std::size_t cells_of_a_data_row = 4; ///< short ones, beside which a long one is a note
constexpr std::size_t widest_table = 1024;

std::vector<std::uint32_t> rows_of(const Page& page, std::uint32_t table) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = table + 1; i < page.boxes[table].end;) {
        const BoxKind kind = page.boxes[i].kind;
        if (kind == BoxKind::row) rows.push_back(i);
        i = kind == BoxKind::row_group ? i + 1 : page.boxes[i].end;
    }
    return rows;
}

/// Sums over the pieces before each, so that every box knows its own at once.
class Sums {
public:
    Sums(const Page& page, const Landmarks& landmarks) : sums_(page.pieces.size() + 1) {
        for (std::size_t i = 0; i < page.pieces.size(); ++i) {
            const std::string& text = page.pieces[i].text;
            sums_[i + 1] = sums_[i];
            sums_[i + 1].bytes += text.size();
            sums_[i + 1].sentences += text.find("。") != std::string::npos ? 1U : 0U;
            sums_[i + 1].headings += landmarks.heading[i] ? 1U : 0U;
        }
    }

    bool is_prose(const Box& box) const {
        const Sum& from = sums_[box.first_piece];
        const Sum& to = sums_[box.end_piece];
        return to.bytes - from.bytes > longest_cell && to.sentences > from.sentences;
    }
    /// A heading and something below it; a heading alone may stand in a row of its table.
    bool is_section(const Box& box) const {
        return box.end_piece - box.first_piece > 1 &&
               sums_[box.end_piece].headings > sums_[box.first_piece].headings;
    }

private:
    struct Sum {
        std::size_t bytes = 0;
        std::uint32_t sentences = 0;
        std::uint32_t headings = 0;
    };
    std::vector<Sum> sums_;
};

/// Per box, whether it is a cell that holds a table of its own.
std::vector<bool> cells_around_tables(const Page& page) {
    std::vector<bool> around(page.boxes.size(), false);
    for (std::uint32_t i = 0; i < page.boxes.size(); ++i) {
        if (page.boxes[i].kind != BoxKind::table || !has_cells(page, i)) continue;
        for (std::uint32_t box = page.boxes[i].parent; box != 0; box = page.boxes[box].parent) {
            if (page.boxes[box].kind != BoxKind::cell) continue;
            if (around[box]) break;
            around[box] = true;
        }
    }
    return around;
}

class Uses {
public:
    Uses(const Page& page, const Landmarks& landmarks)
        : page_(page), sums_(page, landmarks), around_table_(cells_around_tables(page)),
          uses_(page.boxes.size(), RowUse::data) {}

    std::vector<RowUse> all() && {
        for (std::uint32_t i = 0; i < page_.boxes.size(); ++i) {
            if (page_.boxes[i].kind == BoxKind::table) table(i);
        }
        return std::move(uses_);
    }

private:
    /// In a table that lays out the page, or that has one column, a row of one cell is text too.
    void table(std::uint32_t table) {
        bool any_layout = false;
        bool one_column = true;
        std::vector<std::uint32_t> single;
        for (const std::uint32_t row : rows_of(page_, table)) {
            const std::vector<std::uint32_t> cells = cells_of(page_, row);
            if (lays_out(cells)) {
                uses_[row] = RowUse::layout;
                any_layout = true;
            }
            if (cells.size() == 1) single.push_back(row);
            one_column = one_column && cells.size() <= 1;
        }
        if (!any_layout && !one_column) return;
        for (const std::uint32_t row : single) uses_[row] = RowUse::layout;
    }

    bool lays_out(const std::vector<std::uint32_t>& cells) const {
        bool long_cell = false;
        std::size_t short_cells = 0;
        for (const std::uint32_t cell : cells) {
            const Box& box = page_.boxes[cell];
            if (sums_.is_section(box)) return true;
            const bool holds_much = around_table_[cell] || sums_.is_prose(box);
            long_cell = long_cell || holds_much;
            if (!holds_much && box.first_piece != box.end_piece) ++short_cells;
        }
        return long_cell && short_cells < cells_of_a_data_row;
    }

    const Page& page_;
    Sums sums_;
    std::vector<bool> around_table_;
    std::vector<RowUse> uses_;
};

/// Puts a row's cells into the columns that the rows above leave free, and counts those rows down.
void place_row(const Page& page, std::uint32_t row, int number, int rows_left, std::vector<int>& taken,
               std::vector<GridCell>& out) {
    std::vector<int> next = taken;
    std::size_t column = 0;
    for (const std::uint32_t cell : cells_of(page, row)) {
        const Box& box = page.boxes[cell];
        while (column < taken.size() && taken[column] > 0) ++column;
        const int span = box.row_span == 0 ? rows_left : std::min(box.row_span, rows_left);
        out.push_back({cell, number, column < widest_table ? static_cast<int>(column) + 1 : 0, span});
        const std::size_t end = std::min(column + static_cast<std::size_t>(box.column_span), widest_table);
        if (next.size() < end) next.resize(end);
        for (; column < end; ++column) next[column] = span;
    }
    for (int& rows : next) rows = std::max(rows - 1, 0);
    taken = std::move(next);
}

} // namespace

std::vector<RowUse> row_uses(const Page& page, const Landmarks& landmarks) {
    return Uses(page, landmarks).all();
}

std::vector<std::uint32_t> cells_of(const Page& page, std::uint32_t row) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t i = row + 1; i < page.boxes[row].end; i = page.boxes[i].end) {
        if (page.boxes[i].kind == BoxKind::cell) cells.push_back(i);
    }
    return cells;
}

bool has_cells(const Page& page, std::uint32_t table) {
    std::size_t printed = 0;
    for (const std::uint32_t row : rows_of(page, table)) {
        for (const std::uint32_t cell : cells_of(page, row)) {
            const bool blank = page.boxes[cell].first_piece == page.boxes[cell].end_piece;
            if (!blank && ++printed > 1) return true;
        }
    }
    return false;
}

std::vector<std::vector<GridCell>> grid_of(const Page& page, std::uint32_t table) {
    const std::vector<std::uint32_t> rows = rows_of(page, table);
    const auto group = [&](std::size_t r) { return page.boxes[rows[r]].parent; };
    std::vector<std::vector<GridCell>> grid;
    std::vector<int> taken; // a column each: rows still covered from above
    std::size_t end_of_group = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (r == end_of_group) { // spans end with their group
            taken.clear();
            while (end_of_group < rows.size() && group(end_of_group) == group(r)) ++end_of_group;
        }
        const int left = static_cast<int>(std::min<std::size_t>(end_of_group - r, most_rows_of_cell));
        place_row(page, rows[r], static_cast<int>(r) + 1, left, taken, grid.emplace_back());
    }
    return grid;
}

} // namespace nianbao::formats::html
