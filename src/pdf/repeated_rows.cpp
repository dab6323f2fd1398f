#include "pdf/repeated_rows.hpp"

#include "pdf/cell_kind.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace nianbao::pdf {

namespace {

/// What a row says, cell by cell; nothing for one that holds a figure.
std::optional<std::string> heading_print(const Grid& grid, int row) {
    std::string print;
    for (const GridCell& cell : grid.cells) {
        if (cell.first_row != row || cell.blank()) continue;
        if (is_value(cell)) return std::nullopt;
        print += plain_text(cell) + '\n';
    }
    return print;
}

/// The printed lines of the rows before `behind`, page by page.
std::vector<std::string> lines_before(const Grid& grid, int behind) {
    std::map<int, std::vector<Glyph>> pages;
    for (const GridCell& cell : grid.cells) {
        if (cell.first_row >= behind) continue;
        for (const PrintLine& line : cell.lines)
            pages[cell.page].insert(pages[cell.page].end(), line.glyphs.begin(), line.glyphs.end());
    }
    std::vector<std::string> texts;
    for (auto& [page, glyphs] : pages) {
        for (const PrintLine& line : lines_of(std::move(glyphs))) texts.push_back(line.text());
    }
    return texts;
}

/// Without vertical lines a heading is parted now so, now so, and `above` can be several tables: lines tell.
int repeated_bare_rows(const Grid& above, const Grid& below) {
    const std::vector<std::string> upper = lines_before(above, above.rows);
    int rows = 0;
    for (int behind = 1; behind < below.rows; ++behind) {
        if (!heading_print(below, behind - 1)) break;
        const std::vector<std::string> lower = lines_before(below, behind);
        if (std::search(upper.begin(), upper.end(), lower.begin(), lower.end()) == upper.end()) continue;
        if (lower.size() > 1) rows = behind;
    }
    return rows;
}

} // namespace

int repeated_rows(const Grid& above, const Grid& below) {
    int rows = 0;
    while (!above.bare && rows < std::min(above.rows, below.rows) - 1) {
        const auto print = heading_print(below, rows);
        if (!print || print->empty() || print != heading_print(above, rows)) break;
        ++rows;
    }
    if (above.bare) rows = repeated_bare_rows(above, below);
    // A heading cell may reach over several rows: the repetition ends where they all end.
    for (const GridCell& cell : below.cells) {
        if (cell.first_row < rows && cell.behind_row > rows && cell.behind_row < below.rows)
            rows = cell.behind_row;
    }
    return rows;
}

} // namespace nianbao::pdf
