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

/// The strips of [begin, last] that are table, not sentences between its rows.
std::vector<std::size_t> table_strips(TableKind table, const std::vector<Strip>& strips, const Region& region,
                                      std::size_t begin, std::size_t last);

/// All places where `count` cells can stand among the cells of a row so that no printed cell is left out.
std::vector<std::size_t> windows(std::span<const PrintedCell> cells, std::size_t count);

/// One row of figures in the order of `columns`.
FigureRow figure_row(std::string_view code, std::span<const std::string_view> columns,
                     std::span<const PrintedCell> cells);

/// A row whose label is printed but whose values cannot be told apart: every cell holds the run as text, no
/// number.
FigureRow undetermined_row(std::string_view code, std::span<const std::string_view> columns, const Run& run);
Finding undetermined_finding(TableKind table, std::string_view row_code, const Run& run);

/// Two copies of a table agree when no cell that both print differs.
bool figures_agree(const FigureTable& a, const FigureTable& b);
/// Cells of `kept` that another, equally good reading of the same table prints otherwise lose their number:
/// which of the two is true cannot be told.
void withhold_differences(FigureTable& kept, const FigureTable& other);
/// Of two copies that disagree, which is this report's cannot be told (last year's, a subordinate body's):
/// only the numbers that both print stay.
void keep_common(FigureTable& kept, const FigureTable& other);
/// The printed text stays; the number goes, because it cannot be told whose it is.
void withhold(Figure& figure);
/// Cells that hold a number.
std::size_t numbers_in(const FigureTable& figures);

/// Rows into the order of the form.
void sort_rows(TableKind table, FigureTable& figures);

} // namespace nianbao::report
