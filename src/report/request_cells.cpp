#include "report/request_cells.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr std::size_t width = RowWindows::width;

/// The total is the sum, and not of nothing.
bool is_proven(const std::vector<PrintedCell>& cells) {
    const bool something = std::any_of(cells.begin(), cells.end(), [](const PrintedCell& cell) {
        const Figure figure = read_figure({}, cell);
        return figure.value && figure.value->mantissa != 0;
    });
    return something && RowWindows::adds_up(cells);
}

bool holds_number(const PrintedCell& cell) {
    return read_figure({}, cell).value.has_value();
}

/// Some number may go on above or below the row. One stray number is a page's where the row adds up: a
/// wrapped number and its total do not.
bool may_be_wrapped(const Run& run) {
    const std::size_t strays = run.strays_above + run.strays_below;
    if (strays == 0 || std::none_of(run.cells.begin(), run.cells.end(), holds_number)) return false;
    return strays > 1 || !RowWindows::adds_up(run.cells);
}

bool is_zero(const PrintedCell& cell) {
    return count_in(cell) == 0;
}

/// On several lines of a page's text the values of a row hold together by their sum alone, and where rows
/// have come apart in the table, zeros may be any row's. A sum knows no order: where some share a line and
/// others do not, only zeros are certain.
bool may_be_in_disorder(const Run& run, bool broken) {
    if (!run.is_apart()) return false;
    const bool zeros = std::all_of(run.cells.begin(), run.cells.end(), is_zero);
    if (run.strays_above + run.strays_below > 0 || (!run.has_a_line_each() && !zeros)) return true;
    if (std::none_of(run.cells.begin(), run.cells.end(), holds_number)) return false;
    return broken ? !is_proven(run.cells) : !RowWindows::adds_up(run.cells);
}

std::vector<PrintedCell> cells_in_lines(const RequestSource& source, const Run& run) {
    const auto& [strips, region, labels, columns, exact_rows, parted, broken, come_apart] = source;
    if (run.cells.size() == width) {
        const bool apart = !run.on_one_line() && broken;
        if (may_be_wrapped(run) || may_be_in_disorder(run, come_apart)) return {};
        if ((apart || run.strays_below > 0) && !is_proven(run.cells)) return {};
        if (exact_rows.has_a_line_too_many(run, width) && !RowWindows::adds_up(run.cells)) return {};
        // One cell a line, but not evenly: a blank and a page number may stand among the seven.
        const bool even = region.line_step == 0 || evenly_spaced(run, region.line_step);
        return even || RowWindows::adds_up(run.cells) ? run.cells : std::vector<PrintedCell>{};
    }
    const RunPlace place = place_of(strips, run);
    std::vector<PrintedCell> cells = with_blanks_by_line(run, place, region.line_step, width);
    // With room to spare before the next label, a blank line may be a cell or not: then the row must add up.
    const bool exact = !broken && !parted && leaves_exactly(place, region.line_step, width);
    const bool proven = run.cells.empty() || exact || (!cells.empty() && is_proven(cells));
    if (!proven) return {};
    if (!cells.empty() || !run.cells.empty()) return cells;
    cells.assign(width, PrintedCell{});
    for (PrintedCell& cell : cells) cell.place.line = run.label.back().line;
    return cells;
}

} // namespace

bool rows_are_parted(const std::vector<Strip>& strips, const Region& region) {
    for (std::size_t i = 0; i + 1 < region.runs.size(); ++i) {
        const Run& run = region.runs[i];
        if (run.row || run.cells.size() != width) continue;
        if (!leaves_exactly(place_of(strips, run), region.line_step, width)) return true;
    }
    return false;
}

bool has_come_apart(const Region& region, const std::vector<std::string_view>& labels) {
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const bool whole = region.runs[i].row || region.runs[i].cells.size() == width;
        if (!whole || labels[i].empty()) return true;
    }
    return false;
}

bool is_broken(const RequestSource& source, const RequestCopy& copy) {
    constexpr std::ptrdiff_t enough = 2;
    return std::count_if(copy.begin(), copy.end(), [&](const LabelledRun& labelled) {
               const Run& run = labelled.run;
               return !run.row && !run.cells.empty() && run.cells.size() != width &&
                      with_blanks_by_line(run, place_of(source.strips, run), source.region.line_step, width)
                          .empty();
           }) >= enough;
}

namespace {

/// In the place of a blank total, or beside a single number, a page's number may by chance be what fits.
bool is_proven_beside_page_number(const std::vector<PrintedCell>& cells) {
    constexpr std::ptrdiff_t enough = 3; // two parts and their total
    const auto numbers = std::count_if(cells.begin(), cells.end(), [](const PrintedCell& cell) {
        return holds_number(cell) && !is_zero(cell);
    });
    return is_proven(cells) && !cells.back().may_be_page_number && numbers >= enough;
}

} // namespace

std::vector<PrintedCell> seven_cells(const RequestSource& source, const LabelledRun& labelled,
                                     const RowWindows& windows) {
    const Run& run = labelled.run;
    if (!run.row) {
        std::vector<PrintedCell> cells = cells_in_lines(source, run);
        return holds_page_number(cells) && !is_proven_beside_page_number(cells) ? std::vector<PrintedCell>{}
                                                                                : cells;
    }
    if (source.columns) {
        if (auto cells = source.columns->cells_of(source.strips[run.first_strip])) return *std::move(cells);
    }
    const auto offset = windows.of(labelled);
    if (!offset) return {};
    const auto begin = run.cells.begin() + static_cast<std::ptrdiff_t>(*offset);
    return {begin, begin + width};
}

} // namespace nianbao::report
