#include "report/request_columns.hpp"

#include "report/row_window.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr std::size_t width = RowWindows::width;

/// Where the source has cells, their columns tell the order of headings in different rows. Spans of headings
/// are often wrong (法人或其他组织 one column wide), so only what stands left of 自然人 is out of order for
/// certain.
bool cells_out_of_order(const std::vector<Strip>& strips, const std::vector<LabelPiece>& header) {
    const auto column_of = [&](std::string_view word) {
        for (const LabelPiece& piece : header) {
            if (piece.column != 0 && strips[piece.strip].aligned && piece.folded.starts_with(word) &&
                piece.folded.size() <= word.size() + 6)
                return piece.column;
        }
        return 0;
    };
    const int persons = column_of("自然人");
    for (const std::string_view word : {"总计", "商业", "科研", "社会公益", "法律服务"}) {
        const int column = column_of(word);
        if (column != 0 && column < persons) return true;
    }
    return false;
}

/// Cells above the first row that are other headings than the form's: 当面 网络 信函 …, 2017年 … 2023年.
bool other_headings(const std::vector<Strip>& strips, const Region& region) {
    constexpr std::ptrdiff_t enough = 4;
    constexpr std::size_t rows_above = 3;
    const std::size_t first = region.runs.front().first_strip;
    if (!region.runs.front().row) return false;
    for (std::size_t i = first > rows_above ? first - rows_above : 0; i < first; ++i) {
        if (!strips[i].aligned || strips[i].cells.size() < width) continue;
        const auto unknown = std::count_if(
            strips[i].folded_cells.begin(), strips[i].folded_cells.end(), [](const std::string& cell) {
                return !cell.empty() && !is_value(cell) && !is_table_text(TableKind::requests, cell) &&
                       cell.size() <= 24;
            });
        if (unknown >= enough) return true;
    }
    return false;
}

} // namespace

bool columns_out_of_order(const std::vector<Strip>& strips, const Region& region) {
    if (region.runs.empty()) return false;
    const std::vector<LabelPiece>& header = region.runs.front().label;
    if (cells_out_of_order(strips, header) || other_headings(strips, region)) return true;
    const auto first = [&](std::string_view word, bool whole) {
        const auto found = std::find_if(header.begin(), header.end(), [&](const LabelPiece& piece) {
            return whole ? piece.folded == word : piece.folded.starts_with(word);
        });
        return found == header.end() ? std::ptrdiff_t{-1} : found - header.begin();
    };
    // Of words on different lines nothing is known, unless every line is a cell.
    const auto comparable = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
        return region.line_step != 0 ||
               header[static_cast<std::size_t>(a)].strip == header[static_cast<std::size_t>(b)].strip;
    };
    std::ptrdiff_t last = -1;
    for (const std::string_view word : {"商业", "科研", "社会", "法律"}) {
        const std::ptrdiff_t at = first(word, false);
        if (at >= 0 && at < last && comparable(at, last)) return true;
        last = std::max(last, at);
    }
    // In one line of the header; over several lines 总计, two rows high, may well come before 自然人.
    const auto before = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
        return a >= 0 && a < b &&
               header[static_cast<std::size_t>(a)].strip == header[static_cast<std::size_t>(b)].strip;
    };
    return before(first("其他", true), first("商业", false)) ||
           before(first("法人或其他", false), first("自然人", true)) ||
           before(first("总计", true), first("自然人", true));
}

} // namespace nianbao::report
