#include "document/column_text.hpp"

#include "document/column_header.hpp"
#include "document/column_rows.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace nianbao::document {

namespace {

constexpr std::size_t least_values = 5; ///< of a row: two or three numbers side by side are in any text
constexpr std::size_t least_rows = 3;
constexpr std::size_t most_apart = 60;  ///< lines between two rows: a page break with its header
constexpr std::size_t lines_above = 40; ///< header

/// Lines [first, last] that end with values, none too far from the next.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<std::size_t> rows; ///< the lines that do
};

std::vector<Stretch> stretches_of(const std::vector<SourceLine>& lines) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].of_page || !ends_with_values(lines[i].text, least_values)) continue;
        if (stretches.empty() || i - stretches.back().last > most_apart) stretches.push_back({i, i, {}});
        stretches.back().last = i;
        stretches.back().rows.push_back(i);
    }
    std::erase_if(stretches, [](const Stretch& stretch) { return stretch.rows.size() < least_rows; });
    return stretches;
}

/// The number of values that most rows have; nullopt where fewer than `least_rows` agree.
std::optional<std::size_t> usual_width(const std::vector<PageLine>& lines) {
    std::map<std::size_t, std::size_t> rows;
    for (const PageLine& line : lines) ++rows[line.pieces.values.size()];
    std::optional<std::size_t> best;
    for (const auto& [width, count] : rows) {
        if (width >= least_values && count >= least_rows && (!best || count > rows[*best])) best = width;
    }
    return best;
}

Row row_of(const std::vector<PageLine>& lines, const ColumnRow& read, int number) {
    const PageLine& values = lines[read.values];
    Row row;
    const auto add = [&](std::string_view text) {
        row.push_back({std::string(text), {values.number, 0, number, static_cast<int>(row.size()) + 1}});
    };
    add(read.group);
    add(read.label);
    for (const Piece& piece : values.pieces.values) add(piece.text);
    return row;
}

/// Over which columns a header's cells stand is not certain: they have none.
Row header_row(const std::vector<PageLine>& lines, const HeaderLine& header, int number) {
    Row row;
    for (const std::string& text : header.cells)
        row.push_back({text, {lines[header.line].number, 0, number, 0}});
    return row;
}

int next_row(const Table& table) {
    return static_cast<int>(table.rows.size()) + 1;
}

/// How far the last values of the rows stand from those of the rows before.
int unevenness(const std::vector<SourceLine>& lines, const Stretch& stretch, Unit unit) {
    int sum = 0;
    std::optional<int> last;
    for (const std::size_t row : stretch.rows) {
        const int begin = last_piece_begin(lines[row].text, unit);
        sum += last ? std::abs(begin - *last) : 0;
        last = begin;
    }
    return sum;
}

Unit unit_of(const std::vector<SourceLine>& lines, const Stretch& stretch) {
    return unevenness(lines, stretch, Unit::terminal) < unevenness(lines, stretch, Unit::character)
               ? Unit::terminal
               : Unit::character;
}

std::optional<ColumnTable> read_stretch(const std::vector<SourceLine>& lines, const Stretch& stretch,
                                        std::size_t behind_last, const Recurring& recurring) {
    const std::size_t above = std::max(behind_last, stretch.first - std::min(stretch.first, lines_above));
    const std::size_t below = std::min(lines.size(), stretch.last + most_apart);
    const Unit unit = unit_of(lines, stretch);
    std::vector<PageLine> pages;
    pages.reserve(below - above);
    for (std::size_t i = above; i < below; ++i) {
        pages.push_back(
            {lines[i].text, lines[i].number, column_line(lines[i].text, unit), lines[i].of_page, 0});
    }
    const auto ran_together = [](const PageLine& line) {
        return line.pieces.two_rows && line.pieces.values.size() >= least_values;
    };
    if (std::any_of(pages.begin(), pages.end(), ran_together)) return std::nullopt;
    const auto width = usual_width(pages);
    if (!width) return std::nullopt;
    part_pages(pages, recurring, *width);
    const std::vector<ColumnRow> rows = read_column_rows(pages, *width);
    if (rows.size() < least_rows) return std::nullopt;
    const auto header = read_column_header(pages, rows.front().begin, rows.front().values);
    const std::size_t begin = header.empty() ? rows.front().begin : header.front().line;
    ColumnTable found{above + begin, above + rows.back().end, {}};
    found.table.aligned = true;
    for (const HeaderLine& line : header)
        found.table.rows.push_back(header_row(pages, line, next_row(found.table)));
    for (const ColumnRow& row : rows) found.table.rows.push_back(row_of(pages, row, next_row(found.table)));
    return found;
}

} // namespace

std::vector<ColumnTable> find_column_tables(const std::vector<SourceLine>& lines) {
    std::vector<ColumnTable> tables;
    const std::vector<Stretch> stretches = stretches_of(lines);
    if (stretches.empty()) return tables;
    std::vector<std::string_view> texts;
    for (const SourceLine& line : lines) texts.push_back(line.text);
    const Recurring recurring(std::move(texts));
    for (const Stretch& stretch : stretches) {
        const std::size_t behind = tables.empty() ? 0 : tables.back().end;
        if (auto table = read_stretch(lines, stretch, behind, recurring)) tables.push_back(*std::move(table));
    }
    return tables;
}

} // namespace nianbao::document
