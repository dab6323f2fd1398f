// What the readers of the three tables share.
#pragma once

#include "report/runs.hpp"
#include "report/tables.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// First strip of the stretch that opens the table, else the stretch's begin.
std::size_t table_begin(TableKind table, const std::vector<Strip>& strips, Stretch stretch);

/// The strips of [begin, last] that are table, not sentences between its rows, and what is left of cut words
/// of its header and labels right above and below, within the stretch.
std::vector<std::size_t> table_strips(TableKind table, const std::vector<Strip>& strips, const Region& region,
                                      Stretch stretch, std::size_t begin, std::size_t last);

/// All places where `count` cells can stand among the cells of a row so that no printed cell is left out.
std::vector<std::size_t> windows(std::span<const PrintedCell> cells, std::size_t count);

/// One row of figures in the order of `columns`.
FigureRow figure_row(std::string_view code, std::span<const std::string_view> columns,
                     std::span<const PrintedCell> cells);

/// A row whose label is printed but whose values cannot be told apart: every cell holds the run as text, no
/// number.
FigureRow undetermined_row(std::string_view code, std::span<const std::string_view> columns, const Run& run);
Finding undetermined_finding(TableKind table, std::string_view row_code, const Run& run);

/// A row that stands twice in one table with different values.
Finding repeated_finding(TableKind table, std::string_view row_code);

bool prints_a_number(const FigureRow& row);
/// Cells that hold a number.
std::size_t numbers_in(const FigureTable& figures);

/// Rows into the order of the form.
void sort_rows(TableKind table, FigureTable& figures);

} // namespace nianbao::report
