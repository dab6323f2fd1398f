// The three tables of the form, each from its stretch of strips. What a table parser does not know becomes a
// finding, never a guess: a value is attached to the label it stands behind, and only where its column is
// certain.
//
//   Strip     a line, or a row of cells (strips.hpp)
//   Stretch   strips in which a table is looked for: a section
//   Region    what a stretch holds: Runs, text behind the last of them, sentences between (runs.hpp)
//   Run       values, and the label text before them
//   LabelledRun, RequestCopy   a run with its row; the rows of one copy of table 3 (row_window.hpp,
//   request_cells.hpp)
#pragma once

#include "report/report.hpp"
#include "report/strips.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// A stretch of strips in which a table is looked for.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct TableReading {
    std::optional<FigureTable> table;
    std::vector<Finding> findings;
    std::vector<std::size_t> strips;             ///< those that are table: they are not repeated in the prose
    Generation generation = Generation::unknown; ///< by the labels of this table
};

TableReading read_disclosure(const std::vector<Strip>& strips, Stretch stretch);
TableReading read_requests(const std::vector<Strip>& strips, Stretch stretch);
/// `own_body`: the body of the title, folded; empty where it has none. Of rows of several bodies only its
/// own, or their sum, is the report's.
TableReading read_disputes(const std::vector<Strip>& strips, Stretch stretch, std::string_view own_body);

} // namespace nianbao::report
