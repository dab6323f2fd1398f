// Where in a row of cells of table 3 the seven values stand. Converters drop spans, pad rows and lose blanks,
// so the cells behind a label may be more than seven; a window is taken only where everything known agrees on
// it.
#pragma once

#include "report/runs.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::report {

/// A run with the row of table 3 that it belongs to.
struct LabelledRun {
    std::string_view row;
    Run run; ///< without cells for a label that has no value behind it
};

class RowWindows {
public:
    static constexpr std::size_t width = 7;

    /// The total is printed and is the sum of the other six, blanks adding nothing.
    static bool adds_up(std::span<const PrintedCell> cells);

    RowWindows(const std::vector<Strip>& strips, const std::vector<LabelledRun>& table);

    /// First of the seven cells within run.cells; nullopt where it cannot be told.
    std::optional<std::size_t> of(const LabelledRun& labelled) const;

private:
    /// Rows that a converter shifts alike.
    enum class Kind { top, outcome, child, total };
    static Kind kind_of(std::string_view row);
    std::size_t fields(const Run& run) const;
    bool spans_dropped() const;
    bool prints_totals(Kind kind) const;
    void note_sum(const LabelledRun& labelled);

    const std::vector<Strip>& strips_;
    /// Windows of the rows that leave no choice, by kind and number of cells.
    std::map<std::pair<Kind, std::size_t>, std::set<std::size_t>> certain_;
    std::set<Kind> sums_;          ///< kinds with a row whose last value is the sum of the others
    std::set<Kind> no_sums_;       ///< kinds with a row whose last value is not
    std::size_t usual_fields_ = 0; ///< of a row, labels and all
    std::size_t rows_ = 0;
    std::size_t rows_of_seven_ = 0; ///< with just seven cells behind the label
    std::size_t longest_ = 0;       ///< cells behind a label
    std::size_t short_rows_ = 0;    ///< with fewer
};

} // namespace nianbao::report
