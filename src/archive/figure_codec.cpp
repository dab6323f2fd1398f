#include "archive/figure_codec.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace nianbao::archive {

namespace {

using document::Place;
using report::CellState;
using report::Figure;
using report::FigureRow;
using report::FigureTable;
using report::UnitSource;

constexpr auto known_marks = std::to_array<CellMark>({
    {plain_mark, CellState::number, std::nullopt, "", UnitSource::none},
    {"_", CellState::blank, "", "", UnitSource::none},
    {"/", CellState::not_applicable, "/", "", UnitSource::none},
    {"-", CellState::not_applicable, "-", "", UnitSource::none},
    {"—", CellState::not_applicable, "—", "", UnitSource::none},
    {"=", CellState::not_applicable, "——", "", UnitSource::none},
    {"无", CellState::not_applicable, "无", "", UnitSource::none},
    // The form prints the unit of fees in the header of their column.
    {"w", CellState::number, std::nullopt, "万元", UnitSource::header},
    {"b", CellState::blank, "", "万元", UnitSource::header},
    {"s", CellState::not_applicable, "/", "万元", UnitSource::header},
    {"y", CellState::number, std::nullopt, "元", UnitSource::header},
});

// Bits of a packed place, from the lowest: line, row, column, page.
constexpr int line_bits = 20;
constexpr int row_bits = 12;
constexpr int column_bits = 8;
constexpr int page_bits = 12;

bool fits(int value, int bits) {
    return value >= 0 && value < (1 << bits);
}

std::optional<std::int64_t> pack(const Place& anchor, int first_line) {
    const int line = anchor.line - first_line;
    if (!fits(line, line_bits) || !fits(anchor.row, row_bits) || !fits(anchor.column, column_bits) ||
        !fits(anchor.page, page_bits)) {
        return std::nullopt;
    }
    std::int64_t packed = anchor.page;
    packed = packed << column_bits | anchor.column;
    packed = packed << row_bits | anchor.row;
    return packed << line_bits | line;
}

int take(std::int64_t& packed, int bits) {
    const auto value = static_cast<int>(packed & ((1 << bits) - 1));
    packed >>= bits;
    return value;
}

Place unpack(std::int64_t packed, int first_line) {
    Place place;
    place.line = take(packed, line_bits) + first_line;
    place.row = take(packed, row_bits);
    place.column = take(packed, column_bits);
    place.page = take(packed, page_bits);
    return place;
}

/// Where the cell `steps` columns further stands (or before, for a negative number of steps).
Place moved(Place place, int steps, const TableLayout& layout) {
    place.line += steps * layout.line_step;
    place.column += steps * layout.column_step;
    return place;
}

/// The place of the row's first cell, reckoned from the first one that is there.
Place anchor_of(const FigureRow& row, std::span<const std::string_view> columns, const TableLayout& layout) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const Figure* cell = row.cell(columns[i]))
            return moved(cell->place, -static_cast<int>(i), layout);
    }
    return {};
}

bool says(const CellMark& mark, const Figure& cell) {
    if (mark.state != cell.state || mark.unit != cell.unit || mark.unit_from != cell.unit_from) return false;
    if (mark.raw) return !cell.value && cell.raw == *mark.raw;
    return cell.value && cell.value->scale == 0 && cell.raw == cell.value->to_string();
}

std::string_view mark_for(const Figure& cell, const Place& expected, const TableLayout& layout) {
    if (cell.place != expected || cell.how != layout.how) return noted_mark;
    const auto found = std::find_if(known_marks.begin(), known_marks.end(),
                                    [&](const CellMark& mark) { return says(mark, cell); });
    return found == known_marks.end() ? noted_mark : found->mark;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = text::decode_at(text, at).length;
        result.push_back(text.substr(at, length));
        at += length;
    }
    return result;
}

const Figure* note_at(const EncodedRow& row, int position) {
    const auto found = std::find_if(row.notes.begin(), row.notes.end(),
                                    [&](const CellNote& note) { return note.position == position; });
    return found == row.notes.end() ? nullptr : &found->figure;
}

std::optional<Figure> decode_cell(const EncodedRow& row, std::size_t index, std::string_view mark,
                                  const TableLayout& layout) {
    if (mark == absent_mark) return std::nullopt;
    if (const Figure* noted = note_at(row, static_cast<int>(index) + 1)) return *noted;
    Figure cell;
    for (const CellMark& known : known_marks) {
        if (known.mark != mark) continue;
        cell.state = known.state;
        cell.unit = known.unit;
        cell.unit_from = known.unit_from;
        if (known.raw) {
            cell.raw = *known.raw;
        } else if (row.values[index]) {
            cell.value = Decimal{*row.values[index], 0};
            cell.raw = cell.value->to_string();
        }
    }
    cell.how = layout.how;
    if (row.place) {
        cell.place = moved(unpack(*row.place, layout.first_line), static_cast<int>(index), layout);
    }
    return cell;
}

/// How a cell's place differs from the one before it, counted over all rows: the most frequent wins.
std::pair<int, int> commonest_step(const FigureTable& table) {
    std::map<std::pair<int, int>, int> counts;
    for (const FigureRow& row : table.rows) {
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            const Place& from = row.cells[i - 1].place;
            const Place& to = row.cells[i].place;
            ++counts[{to.line - from.line, to.column - from.column}];
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::pair{0, 0} : best->first;
}

} // namespace

std::span<const CellMark> cell_marks() {
    return known_marks;
}

TableLayout layout_of(const FigureTable& table) {
    TableLayout layout;
    std::tie(layout.line_step, layout.column_step) = commonest_step(table);
    int first = std::numeric_limits<int>::max();
    int positional = 0;
    int cells = 0;
    for (const FigureRow& row : table.rows) {
        for (const Figure& cell : row.cells) {
            first = std::min(first, cell.place.line);
            positional += cell.how == report::Attachment::positional ? 1 : 0;
            ++cells;
        }
    }
    if (cells > 0) layout.first_line = first;
    if (positional * 2 > cells) layout.how = report::Attachment::positional;
    return layout;
}

EncodedRow encode_row(const FigureRow& row, std::span<const std::string_view> columns,
                      const TableLayout& layout) {
    EncodedRow encoded;
    const Place anchor = anchor_of(row, columns, layout);
    encoded.place = pack(anchor, layout.first_line);
    std::string marks;
    bool all_plain = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Figure* cell = row.cell(columns[i]);
        encoded.values.push_back(cell != nullptr && cell->value ? cell->value->as_integer() : std::nullopt);
        std::string_view mark = absent_mark;
        if (cell != nullptr) {
            const Place expected = moved(anchor, static_cast<int>(i), layout);
            mark = encoded.place ? mark_for(*cell, expected, layout) : noted_mark;
        }
        if (mark == noted_mark) encoded.notes.push_back({static_cast<int>(i) + 1, *cell});
        all_plain = all_plain && mark == plain_mark;
        marks += mark;
    }
    if (!all_plain) encoded.marks = marks;
    return encoded;
}

std::vector<Figure> decode_row(const EncodedRow& row, std::span<const std::string_view> columns,
                               const TableLayout& layout) {
    const std::vector<std::string_view> marks =
        row.marks ? characters(*row.marks) : std::vector<std::string_view>(columns.size(), plain_mark);
    std::vector<Figure> cells;
    for (std::size_t i = 0; i < columns.size() && i < marks.size(); ++i) {
        if (auto cell = decode_cell(row, i, marks[i], layout)) {
            cell->column = columns[i];
            cells.push_back(std::move(*cell));
        }
    }
    return cells;
}

} // namespace nianbao::archive
