// Which of the values behind a label of table 3 are its seven cells. A run of exactly seven values belongs to
// the label before it, or, where the label is wrapped around its values, to the label on both sides. A row of
// cells may have more than seven cells behind its label (spans were dropped and the row shifted): the seven
// are those that leave no printed cell out; where several windows do, the other rows of the same width
// decide, then the row's own sum; else the row is not determinable.
#pragma once

#include "report/header_columns.hpp"
#include "report/row_window.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// Rows of table 3 as they stand in one copy of it, in the order of the text.
using RequestCopy = std::vector<LabelledRun>;

/// What every step of reading table 3 looks at.
struct RequestSource {
    const std::vector<Strip>& strips;
    const Region& region;
    std::vector<std::string_view> labels; ///< rows_of_runs(region)
    std::optional<HeaderColumns> columns; ///< where the headings prove the columns of all rows
    ExactRows exact;
    bool parted;     ///< see rows_are_parted
    bool broken;     ///< see is_broken
    bool come_apart; ///< see has_come_apart
};

/// Complete rows leave lines to spare before the next label: then a row that is short by one leaves just its
/// room.
bool rows_are_parted(const std::vector<Strip>& strips, const Region& region);

/// Some run of values has not the length of a row, or no label.
bool has_come_apart(const Region& region, const std::vector<std::string_view>& labels);

/// Some rows of a table in lines have not seven values, and no missing line explains it: its numbers have
/// come apart from their labels, and seven in a row may be anybody's.
bool is_broken(const RequestSource& source, const RequestCopy& copy);

/// The seven cells of a row, or nothing where they cannot be told.
std::vector<PrintedCell> seven_cells(const RequestSource& source, const LabelledRun& labelled,
                                     const RowWindows& windows);

} // namespace nianbao::report
