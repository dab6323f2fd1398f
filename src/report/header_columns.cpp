#include "report/header_columns.hpp"

#include "report/vocabulary.hpp"

#include <algorithm>
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

bool names(std::string_view folded, const Heading& heading) {
    if (heading.whole) return folded == heading.words;
    return folded.starts_with(heading.words) && folded.size() <= 24;
}

bool is_heading(std::string_view folded) {
    return std::any_of(request_headings.begin(), request_headings.end(),
                       [&](const Heading& heading) { return names(folded, heading); });
}

/// Rows of a header below and above the one that holds its first heading.
constexpr std::size_t header_rows = 4;

bool stands_at(const std::vector<Strip>& strips, std::size_t begin, std::size_t end, const Heading& heading,
               int column) {
    for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t k = 0; k < strips[i].cells.size(); ++k) {
            const Cell& cell = strips[i].cells[k];
            if (cell.place.column == column && cell.column_span == 1 &&
                names(strips[i].folded_cells[k], heading))
                return true;
        }
    }
    return false;
}

/// In text a row that lost a field is shorter than the others: only where all are equally long are columns
/// columns.
bool is_rectangular(const std::vector<Strip>& strips, std::size_t begin, std::size_t end) {
    std::size_t length = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (strips[i].aligned || strips[i].cells.size() < request_headings.size()) continue;
        if (length != 0 && strips[i].cells.size() != length) return false;
        length = strips[i].cells.size();
    }
    return true;
}

/// A row with all its values that stand elsewhere, or a label under a heading.
bool is_contradicted(const HeaderColumns& columns, int first, const std::vector<Strip>& strips,
                     std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        int values = 0;
        for (std::size_t k = 0; k < strips[i].cells.size(); ++k) {
            const Cell& cell = strips[i].cells[k];
            const std::string& folded = strips[i].folded_cells[k];
            if (folded.empty()) continue;
            const bool value = is_value(cell.text);
            const bool under = cell.place.column >= first && cell.place.column < first + width;
            if (value) ++values;
            if (!value && under && !is_heading(folded) && last_request_label(folded)) return true;
        }
        if (values >= width && !columns.cells_of(strips[i])) return true;
    }
    return false;
}

} // namespace

std::optional<HeaderColumns> HeaderColumns::of_requests(const std::vector<Strip>& strips, std::size_t begin,
                                                        std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t k = 0; k < strips[i].cells.size(); ++k) {
            if (!names(strips[i].folded_cells[k], request_headings.front())) continue;
            const int first = strips[i].cells[k].place.column;
            const std::size_t from = i >= begin + header_rows ? i - header_rows : begin;
            const std::size_t to = std::min(end, i + header_rows);
            bool all = first > 0;
            for (int n = 1; n < width && all; ++n)
                all = stands_at(strips, from, to, request_headings[static_cast<std::size_t>(n)], first + n);
            const HeaderColumns columns(first);
            if (all && is_rectangular(strips, from, end) &&
                !is_contradicted(columns, first, strips, begin, end))
                return columns;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<PrintedCell>> HeaderColumns::cells_of(const Strip& row) const {
    std::vector<PrintedCell> found(static_cast<std::size_t>(width));
    int seen = 0;
    bool behind_label = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        const int index = cell.place.column - first_;
        if (index < 0) {
            const bool value = !row.folded_cells[i].empty() && is_value(cell.text);
            // Merged cells that reach into the values, and a value left of them: this row stands elsewhere.
            if (cell.place.column + cell.column_span > first_ || (value && behind_label)) return std::nullopt;
            behind_label = behind_label || (!row.folded_cells[i].empty() && !value);
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
