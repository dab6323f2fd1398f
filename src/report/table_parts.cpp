#include "report/table_parts.hpp"

#include "report/vocabulary.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::report {

std::size_t table_begin(TableKind table, const std::vector<Strip>& strips, Stretch stretch) {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
        if (opens_table(table, strips[i].folded)) return i;
    }
    return stretch.begin;
}

namespace {

bool may_hold_value(std::string_view folded) {
    return std::any_of(folded.begin(), folded.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '/' || c == '-'; });
}

/// A line of nothing but pieces of the table's words: columns side by side, each cut after a few characters.
bool is_debris(TableKind table, const Strip& strip) {
    if (strip.folded == "无") return false; // the answer of a section that has no figures
    std::string_view rest = text::trim(strip.text);
    while (!rest.empty()) {
        std::size_t end = 0;
        while (end < rest.size() && !text::is_space(text::decode_at(rest, end).value))
            end += text::decode_at(rest, end).length;
        if (end == strip.text.size()) return is_piece_of_table(table, strip.folded);
        if (!is_piece_of_table(table, text::fold(rest.substr(0, end)))) return false;
        rest = text::trim(rest.substr(end));
    }
    return true;
}

} // namespace

std::vector<std::size_t> table_strips(TableKind table, const std::vector<Strip>& strips, const Region& region,
                                      Stretch stretch, std::size_t begin, std::size_t last) {
    std::vector<std::size_t> indexes;
    for (std::size_t i = begin; i <= last && i < strips.size(); ++i) {
        const std::string_view folded = strips[i].folded;
        const bool prose = std::binary_search(region.prose.begin(), region.prose.end(), i);
        const bool of_table = !prose && (strips[i].is_row() || may_hold_value(folded) ||
                                         is_table_text(table, folded) || opens_table(table, folded));
        if (of_table || is_debris(table, strips[i])) indexes.push_back(i);
    }
    for (std::size_t i = begin; i > stretch.begin && is_debris(table, strips[i - 1]); --i)
        indexes.push_back(i - 1);
    for (std::size_t i = last + 1; i < stretch.end && is_debris(table, strips[i]); ++i) indexes.push_back(i);
    return indexes;
}

std::vector<std::size_t> windows(std::span<const PrintedCell> cells, std::size_t count) {
    std::vector<std::size_t> offsets;
    const auto printed = [](const PrintedCell& cell) { return !cell.raw.empty(); };
    const auto first =
        static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), printed) - cells.begin());
    const auto behind_last =
        static_cast<std::size_t>(cells.rend() - std::find_if(cells.rbegin(), cells.rend(), printed));
    for (std::size_t offset = 0; offset + count <= cells.size(); ++offset) {
        if (offset <= first && behind_last <= offset + count) offsets.push_back(offset);
    }
    return offsets;
}

FigureRow figure_row(std::string_view code, std::span<const std::string_view> columns,
                     std::span<const PrintedCell> cells) {
    FigureRow row{code, {}};
    row.cells.reserve(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) row.cells.push_back(read_figure(columns[i], cells[i]));
    return row;
}

FigureRow undetermined_row(std::string_view code, std::span<const std::string_view> columns, const Run& run) {
    std::string raw;
    for (const PrintedCell& cell : run.cells) {
        if (cell.raw.empty()) continue;
        if (!raw.empty()) raw += ' ';
        raw += cell.raw;
    }
    FigureRow row{code, {}};
    row.cells.reserve(columns.size());
    for (const std::string_view column : columns) {
        Figure figure;
        figure.column = column;
        figure.state = raw.empty() ? CellState::blank : CellState::text;
        figure.raw = raw;
        if (!run.cells.empty()) figure.place = run.cells.front().place;
        row.cells.push_back(std::move(figure));
    }
    return row;
}

Finding undetermined_finding(TableKind table, std::string_view row_code, const Run& run) {
    Finding finding;
    finding.rule = "row_not_determinable";
    finding.status = FindingStatus::uncertain;
    finding.cells.push_back(std::string(name_of(table)) + "." + std::string(row_code));
    finding.message = "“" + std::string(find_row(table, row_code)->zh) + "”一行印有 " +
                      std::to_string(run.printed()) + " 个值，无法确定各值所在的列";
    return finding;
}

Finding repeated_finding(TableKind table, std::string_view row_code) {
    return {"row_repeated",
            FindingStatus::uncertain,
            {std::string(name_of(table)) + "." + std::string(row_code)},
            {},
            {},
            "“" + std::string(find_row(table, row_code)->zh) + "”一行出现不止一次，且数值不同"};
}

bool prints_a_number(const FigureRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Figure& cell) { return cell.value.has_value(); });
}

std::size_t numbers_in(const FigureTable& figures) {
    std::size_t count = 0;
    for (const FigureRow& row : figures.rows) {
        count += static_cast<std::size_t>(
            std::count_if(row.cells.begin(), row.cells.end(),
                          [](const Figure& figure) { return figure.value.has_value(); }));
    }
    return count;
}

void sort_rows(TableKind table, FigureTable& figures) {
    std::vector<std::pair<std::ptrdiff_t, FigureRow>> ranked;
    ranked.reserve(figures.rows.size());
    for (FigureRow& row : figures.rows)
        ranked.emplace_back(find_row(table, row.code) - rows(table).data(), std::move(row));
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    figures.rows.clear();
    for (auto& [rank, row] : ranked) figures.rows.push_back(std::move(row));
}

} // namespace nianbao::report
