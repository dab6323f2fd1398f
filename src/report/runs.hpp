// The common ground of all table layouts: a table region is read as runs of values, each with the label text
// that stands before it. A row of cells keeps its blanks; in flowing text only what is printed can be seen.
#pragma once

#include "report/cells.hpp"
#include "report/strips.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::report {

/// A piece of label text and where it stands.
struct LabelPiece {
    std::string folded;
    int line = 0;
    std::size_t strip = 0;
    int column = 0; ///< of a cell of a row, from 1; 0 in a line of text
};

/// The text of pieces, one behind the other.
std::string joined(const std::vector<LabelPiece>& pieces);

struct Run {
    std::vector<LabelPiece> label;  ///< the text since the run before, in reading order
    std::vector<PrintedCell> cells; ///< for a row of cells: everything behind its last text, blanks too
    bool row = false;               ///< from a row of cells
    /// Numbers without a label right above and below its values: a page's number, or the rest of numbers that
    /// were wrapped in narrow columns.
    std::size_t strays_above = 0;
    std::size_t strays_below = 0;
    bool page_mark_above = false; ///< above its first value; its line is no cell
    std::size_t first_strip = 0;
    std::size_t last_strip = 0;

    std::string label_text() const; ///< all pieces joined, folded
    std::size_t printed() const;    ///< cells that are not blank
    bool on_one_line() const;       ///< all its cells
    bool has_a_line_each() const;   ///< every cell is on a line of its own
    bool is_apart() const;          ///< its cells are on several lines of a page's text, in any order
};

struct Region {
    std::vector<Run> runs;
    std::vector<LabelPiece> tail;   ///< text behind the last run
    std::vector<std::size_t> prose; ///< strips that are sentences, not table
    /// Distance in lines between two cells where each stands on a line of its own; 0 in other layouts. It
    /// makes blank cells of that layout visible: they are lines that are missing.
    int line_step = 0;
    int line_distance = 0; ///< the least distance in lines between two strips, in every layout
};

/// What a table's words say of a row of cells.
struct RowWords {
    /// A cell that holds this text is a label or header: the values stand behind the last such cell of a row.
    std::function<bool(std::string_view cell)> is_label;
    /// A row without any value, with this label text and this many blank cells behind it, is a row of the
    /// form (true) or part of a header (false).
    std::function<bool(std::string_view label, std::size_t blanks)> is_blank_row;
};

/// Reads strips [begin, end).
Region read_region(const std::vector<Strip>& strips, std::size_t begin, std::size_t end,
                   const RowWords& words);

/// Where a run stands among the strips, for the one-cell-a-line layout; all 0 where missing lines tell
/// nothing.
struct RunPlace {
    int label_line = 0; ///< of the last piece of its label
    int next_line = 0;  ///< of the strip behind its last cell; 0 where the document ends
};
RunPlace place_of(const std::vector<Strip>& strips, const Run& run);

/// True where the lines between the label and what follows are just those of `wanted` cells.
bool leaves_exactly(RunPlace place, int line_step, std::size_t wanted);

/// True where the cells of a run stand one below the other at just this distance, and so below their label;
/// in a page's text at that of the first from its label.
bool evenly_spaced(const Run& run, int line_step);

/// Rows of values leave just the lines of their cells, blank ones too: then a row that leaves more has a line
/// among them that is no cell, unless a mark of pages stood there.
class ExactRows {
public:
    /// `cells_of` a run: how many its row has; 0 where it is no row's.
    ExactRows(const std::vector<Strip>& strips, const Region& region,
              const std::function<std::size_t(const Run&)>& cells_of);

    /// A line too many between the label of a run and what follows its `cells`.
    bool has_a_line_too_many(const Run& run, std::size_t cells) const;

private:
    const std::vector<Strip>& strips_;
    int step_;
    bool usual_ = false;
};

/// Cells of a run in the one-cell-a-line layout with the missing lines put back as blanks: `wanted` cells
/// from the label on. Empty where the lines up to the next label do not leave room for exactly these.
std::vector<PrintedCell> with_blanks_by_line(const Run& run, RunPlace place, int line_step,
                                             std::size_t wanted);

} // namespace nianbao::report
