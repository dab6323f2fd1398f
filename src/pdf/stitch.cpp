#include "pdf/stitch.hpp"

#include "pdf/cell_kind.hpp"
#include "pdf/repeated_rows.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::pdf {

namespace {

constexpr double same_edge = 3.0;     ///< points
constexpr double widest_margin = 6.0; ///< points; Word's is 5.4

std::vector<double> margins_of(const Grid& grid) {
    std::vector<double> margins;
    for (const GridCell& cell : grid.cells) {
        for (const PrintLine& line : cell.lines) {
            const double left = line.box.left - cell.box.left;
            const double right = cell.box.right - line.box.right;
            margins.push_back(std::clamp(std::min(left, right), 0.0, widest_margin));
        }
    }
    return margins;
}

/// One line that touches its cell's side says nothing of the others.
double usual_margin(const Grid& grid) {
    std::vector<double> margins = margins_of(grid);
    if (margins.empty()) return 0;
    const auto tenth = margins.begin() + static_cast<std::ptrdiff_t>(margins.size() / 10);
    std::nth_element(margins.begin(), tenth, margins.end());
    return *tenth;
}

void drop_rows(Grid& grid, int rows) {
    std::erase_if(grid.cells, [&](const GridCell& cell) { return cell.first_row < rows; });
    for (GridCell& cell : grid.cells) {
        cell.first_row -= rows;
        cell.behind_row -= rows;
    }
    grid.rows -= rows;
}

int nearest_edge(const std::vector<double>& edges, double at) {
    const auto behind = std::lower_bound(edges.begin(), edges.end(), at);
    if (behind == edges.end()) return static_cast<int>(edges.size()) - 1;
    const auto index = behind - edges.begin();
    if (index > 0 && at - edges[static_cast<std::size_t>(index - 1)] < *behind - at)
        return static_cast<int>(index) - 1;
    return static_cast<int>(index);
}

/// Both tables with the columns of either.
void share_edges(Grid& above, Grid& below) {
    std::vector<double> edges = above.edges;
    for (const double edge : below.edges) {
        const bool known = std::any_of(above.edges.begin(), above.edges.end(),
                                       [&](double other) { return std::abs(other - edge) <= same_edge; });
        if (!known) edges.push_back(edge);
    }
    std::sort(edges.begin(), edges.end());
    for (Grid* grid : {&above, &below}) {
        for (GridCell& cell : grid->cells) {
            const auto at = [&](int column) { return grid->edges[static_cast<std::size_t>(column)]; };
            cell.first_column = nearest_edge(edges, at(cell.first_column));
            cell.behind_column = nearest_edge(edges, at(cell.behind_column));
        }
        grid->edges = edges;
    }
}

struct Pair {
    GridCell* above = nullptr;
    GridCell* below = nullptr;
};

/// Cells that end `above` and those of the same columns that begin `below`.
std::vector<Pair> pairs_of(Grid& above, Grid& below) {
    std::vector<Pair> pairs;
    for (GridCell& upper : above.cells) {
        if (upper.behind_row != above.rows) continue;
        for (GridCell& lower : below.cells) {
            if (lower.first_row == 0 && lower.first_column == upper.first_column &&
                lower.behind_column == upper.behind_column)
                pairs.push_back({&upper, &lower});
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.above->first_column < b.above->first_column; });
    return pairs;
}

/// The label's second part can follow its first: the break stands where a line had to end.
bool text_goes_on(const Pair& pair, double margin) {
    if (pair.above->blank() || pair.below->blank()) return false;
    if (begins_with_item_mark(*pair.below)) return false;
    return is_full(pair.above->lines.back(), pair.below->lines.front(), text_room(*pair.above, margin));
}

class Seam {
public:
    Seam(Grid& above, Grid& below) : above_(above), below_(below), pairs_(pairs_of(above, below)) {
        margin_ = std::min(usual_margin(above), usual_margin(below));
        open_ = above.open_bottom || below.open_top;
    }

    /// True where the last row of `above` and the first of `below` are one row that the break has cut.
    bool cuts_a_row() const {
        if (pairs_.empty() || is_parted_otherwise()) return false;
        bool upper_values = false;
        bool value_over_value = false;
        bool value_under_blank = false;
        bool lower_labels = false;
        for (const Pair& pair : pairs_) {
            const bool lower_value = is_value(*pair.below);
            if (lower_value && is_label(*pair.above)) return false; // figures below their heading
            upper_values = upper_values || is_value(*pair.above);
            value_over_value = value_over_value || (lower_value && !pair.above->blank());
            value_under_blank = value_under_blank || (lower_value && pair.above->blank());
            if (!is_label(*pair.below)) continue;
            if (!label_goes_on(pair)) return false;
            lower_labels = true;
        }
        // A row without a label is no row: figures or their ends that came after the break, or nothing at
        // all.
        if (!lower_labels) return value_over_value || !(upper_values && value_under_blank);
        return !(upper_values && value_under_blank) && (!value_over_value || ends_are_full());
    }

    /// Joins the cells that the break has cut; where it cuts the row, all of them.
    void join(bool row) {
        std::vector<const GridCell*> gone;
        // A heading of several rows: what stood in the others is complete above, so their cells below are
        // blank.
        const bool heading =
            is_parted_otherwise() && std::any_of(pairs_.begin(), pairs_.end(), [](const Pair& pair) {
                return is_label(*pair.above) && pair.below->blank();
            });
        for (const Pair& pair : pairs_) {
            const bool reaches_on =
                pair.below->behind_row > 1 || pair.above->behind_row - pair.above->first_row > 1;
            const bool blank_group = reaches_on && is_label(*pair.above) && pair.below->blank();
            const bool cut_label =
                is_label(*pair.above) && is_label(*pair.below) && text_goes_on(pair, margin_);
            // A blank below a heading is a value's; below a group's label other labels stand at its right.
            const bool group = (blank_group || cut_label) && is_left_of_labels(pair);
            const bool label = cut_label && heading;
            if (!row && !group && !label) continue;
            pair.above->behind_row = above_.rows - (row ? 1 : 0) + pair.below->behind_row;
            auto& lines = pair.above->lines;
            lines.insert(lines.end(), std::make_move_iterator(pair.below->lines.begin()),
                         std::make_move_iterator(pair.below->lines.end()));
            gone.push_back(pair.below);
        }
        // By position: erasing moves the cells.
        std::vector<std::size_t> positions;
        for (const GridCell* cell : gone)
            positions.push_back(static_cast<std::size_t>(cell - below_.cells.data()));
        std::sort(positions.rbegin(), positions.rend());
        for (const std::size_t position : positions)
            below_.cells.erase(below_.cells.begin() + static_cast<std::ptrdiff_t>(position));
    }

private:
    /// Figures above that have figures below are as long as their cells are wide: broken numbers.
    bool ends_are_full() const {
        return std::all_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
            return !is_value(*pair.below) || pair.above->blank() || text_goes_on(pair, margin_);
        });
    }

    bool label_goes_on(const Pair& pair) const {
        if (!open_) return text_goes_on(pair, margin_);
        return !pair.above->blank() && !begins_with_item_mark(*pair.below);
    }

    /// The first row below has cells that the last row above has not; blanks at its left may be a group's.
    bool is_parted_otherwise() const {
        return std::any_of(below_.cells.begin(), below_.cells.end(), [&](const GridCell& cell) {
            if (cell.first_row != 0) return false;
            const bool paired = std::any_of(pairs_.begin(), pairs_.end(),
                                            [&](const Pair& pair) { return pair.below == &cell; });
            return !paired && !(cell.blank() && cell.first_column < pairs_.front().below->first_column);
        });
    }

    /// A group's label stands left of other labels.
    bool is_left_of_labels(const Pair& pair) const {
        return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& other) {
            return other.above->first_column > pair.above->first_column && is_label(*other.below);
        });
    }

    Grid& above_;
    Grid& below_;
    std::vector<Pair> pairs_;
    double margin_ = 0;
    bool open_ = false;
};

/// The cell at the table's lower end that stands above the line.
std::size_t cell_above(const Grid& table, const PrintLine& line) {
    const auto is_above = [&](const GridCell& cell) {
        const bool over = line.box.left >= cell.box.left - 1 && line.box.right <= cell.box.right + 1;
        return cell.behind_row == table.rows && over && is_label(cell);
    };
    const auto found = std::find_if(table.cells.begin(), table.cells.end(), is_above);
    return static_cast<std::size_t>(found - table.cells.begin());
}

} // namespace

bool hangs_below(const Grid& table, const PrintLine& line) {
    constexpr double line_step = 2.2; // ems
    const std::size_t index = cell_above(table, line);
    if (table.bare || index == table.cells.size()) return false;
    const GridCell& cell = table.cells[index];
    GridCell below;
    below.lines.push_back(line);
    const double step = line.box.middle_y() - cell.lines.back().box.middle_y();
    return step < line_step * line.em && !begins_with_item_mark(below) &&
           is_full(cell.lines.back(), line, text_room(cell, usual_margin(table)));
}

void add_hanging(Grid& table, PrintLine line) {
    const std::size_t cell = cell_above(table, line);
    if (cell < table.cells.size()) table.cells[cell].lines.push_back(std::move(line));
}

bool goes_on(const Grid& above, const Grid& below) {
    if (above.bare != below.bare || std::abs(above.box.right - below.box.right) > same_edge) return false;
    if (above.bare) return std::abs(above.box.left - below.box.left) <= same_edge;
    // The columns of the one that has fewer are columns of the other; those at the left may be joined.
    const Grid& fewer = above.edges.size() < below.edges.size() ? above : below;
    const Grid& more = &fewer == &above ? below : above;
    std::size_t known = 0;
    for (const double edge : fewer.edges) {
        known += std::any_of(more.edges.begin(), more.edges.end(),
                             [&](double other) { return std::abs(other - edge) <= same_edge; })
                     ? 1U
                     : 0U;
    }
    return known == fewer.edges.size() || (known + 1 == fewer.edges.size() && known > 4);
}

void append(Grid& above, Grid below) {
    drop_rows(below, repeated_rows(above, below));
    share_edges(above, below);
    Seam seam(above, below);
    const bool cut = seam.cuts_a_row();
    seam.join(cut);
    const int shift = above.rows - (cut ? 1 : 0);
    for (GridCell& cell : below.cells) {
        cell.first_row += shift;
        cell.behind_row += shift;
        above.cells.push_back(std::move(cell));
    }
    above.rows = shift + below.rows;
    above.box = below.box;
    above.open_bottom = below.open_bottom;
    above.uncertain = above.uncertain || below.uncertain;
    std::sort(above.cells.begin(), above.cells.end(), [](const GridCell& a, const GridCell& b) {
        return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
    });
}

double margin_of(const Grid& grid) {
    const std::vector<double> margins = margins_of(grid);
    return margins.empty() ? 0 : *std::min_element(margins.begin(), margins.end());
}

double text_room(const GridCell& cell, double margin) {
    return cell.box.width() - 2 * margin;
}

std::string text_of(const GridCell& cell, double margin) {
    return joined_text(cell.lines, text_room(cell, margin));
}

} // namespace nianbao::pdf
