#include "pdf/grid.hpp"

#include "pdf/overflow.hpp"
#include "pdf/turn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nianbao::pdf {

namespace {

constexpr std::size_t most_places = 100'000;
constexpr double narrowest_cell = 4.0; ///< points; less is the room between double lines
constexpr double covers = 0.5;         ///< part of a side that a line must cover to part two places

std::vector<double> positions(const std::vector<Ruling>& lines) {
    std::vector<double> all;
    for (const Ruling& line : lines) {
        if (all.empty() || line.at - all.back() > snap) all.push_back(line.at);
    }
    return all;
}

std::size_t place_of(const std::vector<double>& edges, double at) {
    const auto behind = std::upper_bound(edges.begin(), edges.end(), at);
    const auto index = std::max<std::ptrdiff_t>(behind - edges.begin(), 1) - 1;
    return std::min(static_cast<std::size_t>(index), edges.size() - 2);
}

/// The places between the lines, joined where no line parts them.
class Places {
public:
    explicit Places(const Frame& frame) : xs_(positions(frame.vertical)), ys_(positions(frame.horizontal)) {
        if (xs_.size() < 2 || ys_.size() < 2 || columns() * rows() > most_places) return;
        left_.assign((columns() + 1) * rows(), false);
        top_.assign(columns() * (rows() + 1), false);
        for (const Ruling& line : frame.vertical) mark(line, xs_, ys_, left_, columns() + 1, 1);
        for (const Ruling& line : frame.horizontal) mark(line, ys_, xs_, top_, 1, columns());
        join();
    }

    bool usable() const { return !root_.empty(); }
    std::size_t columns() const { return xs_.size() - 1; }
    std::size_t rows() const { return ys_.size() - 1; }
    const std::vector<double>& xs() const { return xs_; }
    const std::vector<double>& ys() const { return ys_; }
    std::size_t region(std::size_t row, std::size_t column) const { return root_[row * columns() + column]; }
    std::size_t region_at(double x, double y) const { return region(place_of(ys_, y), place_of(xs_, x)); }

    /// True where the place lies at a side of the grid and no line closes it. Upper and lower borders can be
    /// missing at a page break.
    bool is_open(std::size_t row, std::size_t column) const {
        return (column == 0 && !left_[row * (columns() + 1)]) ||
               (column + 1 == columns() && !left_[row * (columns() + 1) + columns()]);
    }

private:
    /// Marks the sides along `line`; `stride` leads from one side to the next along it, `across` from one
    /// parallel to the next.
    static void mark(const Ruling& line, const std::vector<double>& parallels,
                     const std::vector<double>& marks, std::vector<bool>& sides, std::size_t stride,
                     std::size_t across) {
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < parallels.size(); ++i) {
            if (std::abs(parallels[i] - line.at) < std::abs(parallels[nearest] - line.at)) nearest = i;
        }
        for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
            const double covered = std::min(line.to, marks[i + 1]) - std::max(line.from, marks[i]);
            if (covered >= covers * (marks[i + 1] - marks[i])) sides[nearest * across + i * stride] = true;
        }
    }

    void join() {
        root_.resize(columns() * rows());
        std::iota(root_.begin(), root_.end(), 0U);
        for (std::size_t r = 0; r < rows(); ++r) {
            for (std::size_t c = 0; c < columns(); ++c) {
                if (c > 0 && !left_[r * (columns() + 1) + c]) unite(r * columns() + c, r * columns() + c - 1);
                if (r > 0 && !top_[r * columns() + c]) unite(r * columns() + c, (r - 1) * columns() + c);
            }
        }
        for (std::size_t i = 0; i < root_.size(); ++i) root_[i] = find(i);
    }

    std::size_t find(std::size_t i) {
        while (root_[i] != i) i = root_[i] = root_[root_[i]];
        return i;
    }
    void unite(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        root_[std::max(a, b)] = std::min(a, b); // a region is named by its first place
    }

    std::vector<double> xs_;
    std::vector<double> ys_;
    std::vector<bool> left_; ///< a line at the left of a place; one more a row
    std::vector<bool> top_;  ///< a line above a place; one row more
    std::vector<std::size_t> root_;
};

struct Region {
    std::size_t first_row = 0, last_row = 0, first_column = 0, last_column = 0;
    std::size_t places = 0;
    bool open = false;
    std::vector<Glyph> glyphs;

    bool rectangular() const {
        return places == (last_row - first_row + 1) * (last_column - first_column + 1);
    }
};

std::vector<Region> regions_of(const Places& places) {
    std::vector<Region> regions(places.rows() * places.columns());
    for (std::size_t r = 0; r < places.rows(); ++r) {
        for (std::size_t c = 0; c < places.columns(); ++c) {
            Region& region = regions[places.region(r, c)];
            if (region.places == 0) region = {r, r, c, c, 0, false, {}};
            ++region.places;
            region.last_row = std::max(region.last_row, r);
            region.first_column = std::min(region.first_column, c);
            region.last_column = std::max(region.last_column, c);
            region.open = region.open || places.is_open(r, c);
        }
    }
    return regions;
}

class GridMaker {
public:
    GridMaker(const Places& places, const Frame& frame, int page)
        : places_(places), regions_(regions_of(places)), page_(page) {
        grid_.box = frame.box;
        grid_.rows = static_cast<int>(places.rows());
        grid_.edges = places.xs();
        grid_.bare = frame.bare;
        grid_.open_top = frame.open_top;
        grid_.open_bottom = frame.open_bottom;
    }

    Grid make(std::vector<Glyph>& glyphs) {
        take(glyphs);
        for (Region& region : regions_) {
            if (region.places == 0 || (region.open && region.glyphs.empty())) continue;
            if (region.rectangular()) {
                add(region.first_row, region.last_row, region.first_column, region.last_column,
                    std::move(region.glyphs));
            } else {
                add_in_strips(region);
            }
        }
        drop_stub_rows();
        std::sort(grid_.cells.begin(), grid_.cells.end(), [](const GridCell& a, const GridCell& b) {
            return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
        });
        return std::move(grid_);
    }

private:
    /// LibreOffice lets some verticals run on below a table's end, or draws part of a border too low: rows of
    /// a few empty cells that are no rows.
    void drop_stub_rows() {
        while (grid_.rows > 1) {
            int columns = 0;
            bool stub = true;
            for (const GridCell& cell : grid_.cells) {
                if (cell.behind_row != grid_.rows) continue;
                columns += cell.behind_column - cell.first_column;
                stub = stub && cell.blank() && cell.first_row == grid_.rows - 1;
            }
            if (!stub || columns + 1 >= static_cast<int>(grid_.edges.size())) return;
            std::erase_if(grid_.cells, [&](const GridCell& cell) { return cell.behind_row == grid_.rows; });
            --grid_.rows;
        }
    }

    void take(std::vector<Glyph>& glyphs) {
        std::vector<Glyph> inside;
        std::erase_if(glyphs, [&](const Glyph& glyph) {
            if (!grid_.box.holds(glyph.box.middle_x(), glyph.box.middle_y())) return false;
            const Region& region = regions_[region_of(glyph)];
            const double height = places_.ys()[region.last_row + 1] - places_.ys()[region.first_row];
            if (glyph.box.height() > height * 1.5 + 3) return false; // a watermark across the table
            inside.push_back(glyph);
            return true;
        });
        const Homes homes =
            homes_of(std::move(inside), [&](double x, double y) { return places_.region_at(x, y); });
        grid_.uncertain = homes.uncertain;
        for (const HomedGlyph& homed : homes.glyphs) regions_[homed.region].glyphs.push_back(homed.glyph);
    }

    std::size_t region_of(const Glyph& glyph) const {
        return places_.region_at(glyph.box.middle_x(), glyph.box.middle_y());
    }

    void add(std::size_t first_row, std::size_t last_row, std::size_t first_column, std::size_t last_column,
             std::vector<Glyph> glyphs) {
        GridCell cell;
        cell.box = {places_.xs()[first_column], places_.ys()[first_row], places_.xs()[last_column + 1],
                    places_.ys()[last_row + 1]};
        const bool sliver = cell.box.width() < narrowest_cell || cell.box.height() < narrowest_cell;
        if (sliver && glyphs.empty()) return;
        cell.first_row = static_cast<int>(first_row);
        cell.behind_row = static_cast<int>(last_row) + 1;
        cell.first_column = static_cast<int>(first_column);
        cell.behind_column = static_cast<int>(last_column) + 1;
        cell.page = page_;
        turn_upright(glyphs);
        cell.lines = lines_of(std::move(glyphs));
        grid_.cells.push_back(std::move(cell));
    }

    /// A region with a corner: a line is missing, and which places belong together cannot be told.
    void add_in_strips(Region& region) {
        const auto root = static_cast<std::size_t>(&region - regions_.data());
        std::size_t strips_with_text = 0;
        for (std::size_t r = region.first_row; r <= region.last_row; ++r) {
            for (std::size_t c = region.first_column; c <= region.last_column; ++c) {
                if (places_.region(r, c) != root) continue;
                std::size_t last = c;
                while (last < region.last_column && places_.region(r, last + 1) == root) ++last;
                std::vector<Glyph> inside;
                for (const Glyph& glyph : region.glyphs) {
                    const std::size_t column = place_of(places_.xs(), glyph.box.middle_x());
                    const bool here =
                        place_of(places_.ys(), glyph.box.middle_y()) == r && column >= c && column <= last;
                    if (here) inside.push_back(glyph);
                }
                strips_with_text += inside.empty() ? 0U : 1U;
                if (!region.open || !inside.empty()) add(r, r, c, last, std::move(inside));
                c = last;
            }
        }
        grid_.uncertain = grid_.uncertain || strips_with_text > 1;
    }

    const Places& places_;
    std::vector<Region> regions_;
    int page_;
    Grid grid_;
};

} // namespace

std::optional<Grid> grid_of(const Frame& frame, std::vector<Glyph>& glyphs, int page) {
    const Places places(frame);
    if (!places.usable() || (places.columns() < 2 && !frame.bare)) return std::nullopt;
    std::vector<Glyph> rest = glyphs;
    Grid grid = GridMaker(places, frame, page).make(rest);
    if (grid.cells.size() < 2) return std::nullopt;
    glyphs = std::move(rest);
    return grid;
}

} // namespace nianbao::pdf
