// w:vMerge goes on in the cell of the row above that begins in the same column (17.4.84); the text of such a
// cell is not shown by any word processor. Columns a row leaves out (w:gridBefore, w:gridAfter) are blank
// cells where they are wide enough to hold a digit: editing a table by hand leaves slivers of a few
// twentieths of a point, which are nothing at all.
#include "formats/docx_table.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>

namespace nianbao::formats {

namespace {

constexpr int most_columns = 1024; ///< Word allows 63
constexpr int sliver = 200;        ///< twentieths of a point, 3.5 mm: with its margins a cell has no room

bool is_word_like(char32_t c) {
    return text::is_digit(c) || (c > 0x20 && c < 0x7F) ||
           (c >= 0xFF01 && c <= 0xFF5E && c != U'，' && c != U'；' && c != U'：' && c != U'（' && c != U'）');
}

/// ( ) , ; : part words by themselves.
bool parts_words(char32_t c) {
    return c == '(' || c == ')' || c == ';' || c == ':' || c == '[' || c == ']';
}

void join(std::string& text, std::string_view next) {
    if (next.empty()) return;
    if (!text.empty()) {
        const char32_t left = text::decode_before(text, text.size()).value;
        const char32_t right = text::decode_at(next, 0).value;
        if (is_word_like(left) && is_word_like(right) && !parts_words(left) && !parts_words(right))
            text += ' ';
    }
    text += next;
}

void join_lines(std::string& text, std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        std::string line(text::trim(lines.substr(0, end)));
        std::replace(line.begin(), line.end(), '\t', ' ');
        join(text, line);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
}

void join_content(std::string& text, const Flow& content) {
    for (const FlowItem& item : content) {
        join_lines(text, item.text);
        for (const FlowTable& table : item.tables) {
            if (is_frame(table)) join_content(text, table.rows.front().cells.front().content);
        }
    }
}

class GridBuilder {
public:
    explicit GridBuilder(const FlowTable& table) : table_(table) {}

    Grid build() {
        for (const FlowRow& row : table_.rows) add_row(row);
        return std::move(grid_);
    }

private:
    /// Where the cell stands that a merge downwards may go on.
    struct Open {
        std::size_t row;
        std::size_t cell;
        int columns;
    };

    void add_row(const FlowRow& row) {
        grid_.rows.emplace_back();
        column_ = 1;
        still_open_.clear();
        last_across_ = nullptr;
        const int before = columns_of(row.before, 0);
        if (before > 0) {
            if (!is_sliver(row.before_width, 0, before))
                blank(before);
            else
                column_ += before;
        }
        for (const FlowCell& cell : row.cells) add_cell(cell);
        const int after = columns_of(row.after, 0);
        if (after > 0 && !row.cells.empty() && !is_sliver(row.after_width, column_ - 1, after)) blank(after);
        open_ = std::move(still_open_);
    }

    void add_cell(const FlowCell& cell) {
        const int columns = columns_of(cell.columns, 1);
        const int column = column_;
        auto& row = grid_.rows.back();
        if (cell.across == Merge::go_on && last_across_ != nullptr && !row.empty()) {
            row.back().cell.column_span += columns;
            column_ += columns;
            return;
        }
        last_across_ = cell.across == Merge::restart ? &cell : nullptr;
        const auto above = open_.find(column);
        if (cell.down == Merge::go_on && above != open_.end()) {
            ++grid_.rows[above->second.row][above->second.cell].cell.row_span;
            still_open_.insert(*above);
            column_ += columns;
            return;
        }
        if (cell.down != Merge::none) still_open_[column] = {grid_.rows.size() - 1, row.size(), columns};
        row.push_back({{cell_text(cell.content), place(), columns, 1}, &cell});
        column_ += columns;
    }

    void blank(int columns) {
        grid_.rows.back().push_back({{"", place(), columns, 1}, nullptr});
        column_ += columns;
    }

    document::Place place() const { return {0, 0, static_cast<int>(grid_.rows.size()), column_}; }

    /// As said, within what a table can have.
    int columns_of(int said, int least) {
        const int most = std::max(least, most_columns - column_);
        if (said < least || said > most) grid_.odd = true;
        return std::clamp(said, least, most);
    }

    bool is_sliver(int width, int first, int columns) const {
        if (width < 0) {
            const auto begin = static_cast<std::size_t>(first);
            const auto end = begin + static_cast<std::size_t>(columns);
            if (end > table_.widths.size()) return false;
            width = 0;
            for (std::size_t i = begin; i < end; ++i) {
                if (table_.widths[i] == 0) return false;
                width += table_.widths[i];
            }
        }
        return width < sliver;
    }

    const FlowTable& table_;
    Grid grid_;
    int column_ = 1;
    const FlowCell* last_across_ = nullptr; ///< the cell that a merge to the right may go on
    std::map<int, Open> open_;              ///< by column, of the row above
    std::map<int, Open> still_open_;
};

} // namespace

std::string cell_text(const Flow& content) {
    std::string text;
    join_content(text, content);
    return text;
}

bool is_frame(const FlowTable& table) {
    return table.rows.size() == 1 && table.rows.front().cells.size() == 1 &&
           std::all_of(table.rows.front().cells.front().content.begin(),
                       table.rows.front().cells.front().content.end(), [](const FlowItem& item) {
                           return item.tables.empty() || is_frame(item.tables.front());
                       });
}

Grid grid_of(const FlowTable& table) {
    return GridBuilder(table).build();
}

} // namespace nianbao::formats
