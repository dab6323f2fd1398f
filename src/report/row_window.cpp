// Evidence, in this order: every printed cell must lie inside the window; a row with blanks must have as many
// fields as the table's other rows, or a field was lost and any of its blanks may be the loss; the window in
// which the row adds up and the window of the certain rows of its kind must not contradict each other
// (docs/decisions/0001).
#include "report/row_window.hpp"

#include "report/table_parts.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::report {

namespace {

/// Rows that must agree before one with blanks is believed to be like them.
constexpr std::size_t enough_rows = 10;

/// False where blanks stand beside a printed total that the printed cells do not add up to.
bool total_fits(std::span<const PrintedCell> cells) {
    const bool blanks =
        std::any_of(cells.begin(), cells.end(), [](const PrintedCell& cell) { return cell.raw.empty(); });
    return !blanks || !count_in(cells.back()) || RowWindows::adds_up(cells);
}

} // namespace

bool RowWindows::adds_up(std::span<const PrintedCell> cells) {
    const auto total = count_in(cells.back());
    if (!total) return false;
    std::int64_t sum = 0;
    for (const PrintedCell& cell : cells.first(cells.size() - 1)) sum += count_in(cell).value_or(0);
    return sum == *total;
}

RowWindows::RowWindows(const std::vector<Strip>& strips, const std::vector<LabelledRun>& table)
    : strips_(strips) {
    std::map<std::size_t, std::size_t> rows_by_fields;
    for (const LabelledRun& labelled : table) {
        if (!labelled.run.row) continue;
        ++rows_;
        longest_ = std::max(longest_, labelled.run.cells.size());
        note_sum(labelled);
        if (labelled.run.cells.size() == width) ++rows_of_seven_;
        if (labelled.run.cells.size() < width) ++short_rows_;
        const std::size_t most = ++rows_by_fields[fields(labelled.run)];
        if (most >= rows_by_fields[usual_fields_]) usual_fields_ = fields(labelled.run);
        const std::vector<std::size_t> possible = windows(labelled.run.cells, width);
        const auto& cells = labelled.run.cells;
        const bool reaches = possible.size() == 1 && !cells[possible.front()].raw.empty() &&
                             !cells[possible.front() + width - 1].raw.empty();
        if (reaches) {
            certain_[{kind_of(labelled.row), labelled.run.cells.size()}].insert(possible.front());
        }
    }
}

/// Some row of the kind has its total for certain, or the last value of every row is the sum of those before
/// it. Elsewhere totals may have been left blank, and the last value of a row may be its sixth: six values
/// that seem to add up one field to the left prove nothing.
bool RowWindows::prints_totals(Kind kind) const {
    const bool whole = kind == Kind::top || kind == Kind::total;
    const bool certain = std::any_of(certain_.begin(), certain_.end(), [&](const auto& one) {
        const bool of_whole = one.first.first == Kind::top || one.first.first == Kind::total;
        return one.first.first == kind || (whole && of_whole);
    });
    return certain || (sums_.count(kind) != 0 && no_sums_.count(kind) == 0);
}

/// Notes whether the row's last printed value is the sum of the others; rows of noughts tell nothing.
void RowWindows::note_sum(const LabelledRun& labelled) {
    std::vector<std::int64_t> printed;
    printed.reserve(labelled.run.cells.size());
    for (const PrintedCell& cell : labelled.run.cells) {
        if (const auto value = count_in(cell)) printed.push_back(*value);
    }
    if (printed.size() < 2) return;
    const std::int64_t sum = std::accumulate(printed.begin(), printed.end() - 1, std::int64_t{0});
    if (sum == 0 && printed.back() == 0) return;
    (sum == printed.back() ? sums_ : no_sums_).insert(kind_of(labelled.row));
}

/// Rows of unequal length that all have just seven cells behind their labels: merged cells are written once,
/// and no field was lost.
bool RowWindows::spans_dropped() const {
    return short_rows_ == 0 && rows_ >= enough_rows && rows_of_seven_ == rows_;
}

std::size_t RowWindows::fields(const Run& run) const {
    return strips_[run.first_strip].cells.size();
}

RowWindows::Kind RowWindows::kind_of(std::string_view row) {
    if (row == "total_processed") return Kind::total;
    const FormRow& form = *find_row(TableKind::requests, row);
    if (form.group.empty()) return Kind::top;
    return form.group == row || row == "other_processing" ? Kind::outcome : Kind::child;
}

std::optional<std::size_t> RowWindows::of(const LabelledRun& labelled) const {
    const Run& run = labelled.run;
    const std::vector<std::size_t> possible = windows(run.cells, width);
    if (possible.empty()) return std::nullopt;
    if (run.printed() == 0) return possible.front();
    if (run.printed() < width && fields(run) != usual_fields_ &&
        !(run.cells.size() == width && spans_dropped()))
        return std::nullopt;
    // A blank in front, longer rows beside, and no total known to be printed: the row may have lost its last,
    // blank field.
    if (possible.size() == 1 && longest_ > run.cells.size() && run.cells[possible.front()].raw.empty() &&
        !prints_totals(kind_of(labelled.row)))
        return std::nullopt;
    // A blank in front and a total that is no sum: the row may have lost its last field instead.
    if (possible.size() == 1)
        return total_fits(std::span(run.cells).subspan(possible.front(), width))
                   ? std::optional(possible.front())
                   : std::nullopt;

    std::optional<std::size_t> proven;
    for (const std::size_t offset : possible) {
        if (!adds_up(std::span(run.cells).subspan(offset, width))) continue;
        if (proven) return std::nullopt; // it adds up in two places
        proven = offset;
    }
    const auto siblings = certain_.find({kind_of(labelled.row), run.cells.size()});
    if (siblings == certain_.end() && !prints_totals(kind_of(labelled.row))) return std::nullopt;
    if (siblings == certain_.end() || siblings->second.size() != 1) return proven;
    const std::size_t usual = *siblings->second.begin();
    if (std::find(possible.begin(), possible.end(), usual) == possible.end()) return proven;
    return !proven || *proven == usual ? std::optional(usual) : std::nullopt;
}

} // namespace nianbao::report
