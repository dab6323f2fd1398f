#include "report/header_columns.hpp"

#include "text/fold.hpp"

#include <array>
#include <string>

namespace nianbao::report {

namespace {

using document::Cell;

struct Heading {
    std::string_view words;
    bool whole; ///< the cell holds nothing else
};

constexpr auto request_headings = std::to_array<Heading>({{"自然人", true},
                                                          {"商业", false},
                                                          {"科研", false},
                                                          {"社会公益", false},
                                                          {"法律服务", false},
                                                          {"其他", true},
                                                          {"总计", true}});
constexpr int width = static_cast<int>(request_headings.size());

bool names(const Cell& cell, const Heading& heading) {
    const std::string folded = text::fold(cell.text);
    if (heading.whole) return folded == heading.words;
    return folded.starts_with(heading.words) && folded.size() <= 24;
}

/// Rows of a header below and above the one that holds its first heading.
constexpr std::size_t header_rows = 4;

bool stands_at(const std::vector<Strip>& strips, std::size_t begin, std::size_t end, const Heading& heading,
               int column) {
    for (std::size_t i = begin; i < end; ++i) {
        for (const Cell& cell : strips[i].cells) {
            if (cell.place.column == column && cell.column_span == 1 && names(cell, heading)) return true;
        }
    }
    return false;
}

bool is_contradicted(const HeaderColumns& columns, const std::vector<Strip>& strips, std::size_t begin,
                     std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        int values = 0;
        for (const Cell& cell : strips[i].cells) values += !cell.text.empty() && is_value(cell.text) ? 1 : 0;
        if (values < width) continue;
        const auto cells = columns.cells_of(strips[i]);
        if (!cells) return true;
        for (const PrintedCell& cell : *cells) {
            if (!is_value(cell.raw)) return true;
        }
    }
    return false;
}

} // namespace

std::optional<HeaderColumns> HeaderColumns::of_requests(const std::vector<Strip>& strips, std::size_t begin,
                                                        std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        for (const Cell& cell : strips[i].cells) {
            if (!names(cell, request_headings.front())) continue;
            const int first = cell.place.column;
            const std::size_t from = i >= begin + header_rows ? i - header_rows : begin;
            const std::size_t to = std::min(end, i + header_rows);
            bool all = first > 0;
            for (int k = 1; k < width && all; ++k)
                all = stands_at(strips, from, to, request_headings[static_cast<std::size_t>(k)], first + k);
            const HeaderColumns columns(first);
            if (all && !is_contradicted(columns, strips, begin, end)) return columns;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<PrintedCell>> HeaderColumns::cells_of(const Strip& row) const {
    std::vector<PrintedCell> found(static_cast<std::size_t>(width));
    int seen = 0;
    for (const Cell& cell : row.cells) {
        const int index = cell.place.column - first_;
        if (index < 0) {
            if (cell.place.column + cell.column_span > first_) return std::nullopt; // reaches into the values
            continue;
        }
        if (index >= width) {
            if (!cell.text.empty()) return std::nullopt;
            continue;
        }
        if (cell.column_span != 1) return std::nullopt;
        PrintedCell& printed = found[static_cast<std::size_t>(index)];
        printed.raw = cell.text;
        printed.place = cell.place;
        if (!row.aligned) printed.place.row = printed.place.column = 0;
        ++seen;
    }
    if (seen != width) return std::nullopt;
    return found;
}

} // namespace nianbao::report
