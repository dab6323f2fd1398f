#include "pdf/columns.hpp"

#include "pdf/column_finder.hpp"
#include "pdf/column_heading.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::pdf {

namespace {

constexpr std::size_t highest_heading = 8; ///< lines

/// Print that is one row: a line, lines whose figures are broken, or a row between two ruling lines.
struct Unit {
    std::vector<FlowLine> lines;
    FigureLine row;
    std::vector<GridCell> groups; ///< cells left of the one that holds the figures
    bool boxed = false;           ///< the lines of one cell: figures one below the other are one figure
};

/// A cell a column with the figures of the unit; nothing where one has no column of its own.
std::vector<GridCell> figure_cells(const Unit& unit, const std::vector<Span>& columns) {
    std::vector<GridCell> cells(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        // Room without end keeps two figures apart that may be two rows'.
        const double right = unit.boxed ? columns[i].to : no_room;
        cells[i].box = {columns[i].from, 0, right, 0};
    }
    for (const FlowLine& line : unit.lines) {
        for (const Segment& figure : figure_line(line.line).figures) {
            const std::size_t column = column_of(columns, figure);
            if (column == columns.size()) return {};
            add_part(cells[column], line.line, figure.box.left, figure.box.right);
        }
    }
    return cells;
}

/// Labels of one line stand apart as they are printed; those of several lines are one text.
std::vector<GridCell> label_cells(const Unit& unit) {
    std::vector<GridCell> cells = unit.groups;
    if (unit.lines.size() == 1 && !unit.boxed) {
        for (const Segment& label : unit.row.labels) {
            cells.emplace_back();
            cells.back().box = label.box;
            add_part(cells.back(), unit.lines.front().line, label.box.left, label.box.right);
        }
        return cells;
    }
    GridCell cell;
    for (const FlowLine& line : unit.lines) {
        for (const Segment& label : figure_line(line.line).labels) {
            if (cell.lines.empty()) cell.box = label.box;
            cell.box.add(label.box);
        }
    }
    for (const FlowLine& line : unit.lines) {
        for (const Segment& label : figure_line(line.line).labels)
            add_part(cell, line.line, label.box.left, label.box.right);
    }
    if (!cell.lines.empty()) cells.push_back(std::move(cell));
    return cells;
}

FlowPiece row_of(const Unit& unit, const std::vector<Span>& columns) {
    std::vector<GridCell> figures = figure_cells(unit, columns);
    if (figures.empty()) return {};
    std::vector<GridCell> cells = label_cells(unit);
    cells.insert(cells.end(), std::make_move_iterator(figures.begin()),
                 std::make_move_iterator(figures.end()));
    return row_piece(std::move(cells), unit.lines.front().page);
}

/// The columns of this row alone.
std::vector<Span> own_columns(const FigureLine& row) {
    std::vector<Span> columns;
    for (const Segment& figure : row.figures) add_figure(columns, figure);
    return columns;
}

bool has_stacked_figures(const Unit& unit) {
    std::size_t figures = 0;
    std::size_t lines = 0;
    for (const FlowLine& line : unit.lines) {
        const std::size_t here = figure_line(line.line).figures.size();
        figures += here;
        lines += here > 0 ? 1U : 0U;
    }
    return lines > 1 && figures > 1;
}

/// A row of no table. Broken figures must not be read as one line each: they get cells of their own.
void read_alone(Unit& unit, FlowReading& reading) {
    const bool stacked = has_stacked_figures(unit);
    if (stacked || (unit.boxed && unit.lines.size() > 1 && !unit.row.figures.empty())) {
        reading.uncertain = reading.uncertain || stacked;
        unit.boxed = false; // figures of several lines stay apart
        FlowPiece piece = row_of(unit, own_columns(unit.row));
        if (!piece.row.empty()) {
            reading.pieces.push_back(std::move(piece));
            return;
        }
    }
    if (!unit.groups.empty()) {
        std::vector<GridCell> cells = std::move(unit.groups);
        cells.emplace_back();
        cells.back().box = {0, 0, no_room, 0};
        for (FlowLine& line : unit.lines) cells.back().lines.push_back(std::move(line.line));
        reading.pieces.push_back(row_piece(std::move(cells), unit.lines.front().page));
        return;
    }
    for (FlowLine& line : unit.lines) reading.pieces.push_back({std::move(line), {}});
}

/// Lines of the units from `begin` to `end`, groups included, as they are printed.
std::vector<FlowLine> lines_between(const std::vector<Unit>& units, std::size_t begin, std::size_t end) {
    std::vector<FlowLine> lines;
    for (std::size_t i = begin; i < end; ++i) {
        std::vector<Glyph> glyphs;
        for (const FlowLine& line : units[i].lines)
            glyphs.insert(glyphs.end(), line.line.glyphs.begin(), line.line.glyphs.end());
        for (const GridCell& group : units[i].groups) {
            for (const PrintLine& line : group.lines)
                glyphs.insert(glyphs.end(), line.glyphs.begin(), line.glyphs.end());
        }
        const int page = units[i].lines.empty() ? 0 : units[i].lines.front().page;
        for (PrintLine& line : lines_of(std::move(glyphs))) lines.push_back({std::move(line), page});
    }
    return lines;
}

FlowReading read_units(std::vector<Unit> units) {
    FlowReading reading;
    std::vector<FigureLine> rows;
    for (const Unit& unit : units) rows.push_back(unit.row);
    const std::vector<ColumnTable> tables = find_columns(rows);
    std::vector<const ColumnTable*> table_of(units.size(), nullptr);
    std::vector<const ColumnTable*> heading_of(units.size(), nullptr);
    for (const ColumnTable& table : tables) {
        for (const std::size_t row : table.rows) table_of[row] = &table;
        for (std::size_t i = table.rows.front(), n = 0; i-- > 0 && n < highest_heading; ++n) {
            if (!rows[i].figures.empty() || heading_of[i]) break;
            heading_of[i] = &table;
        }
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (heading_of[i]) {
            std::size_t end = i;
            while (end < units.size() && heading_of[end] == heading_of[i]) ++end;
            read_heading(lines_between(units, i, end), heading_of[i]->columns, reading.pieces);
            i = end - 1;
            continue;
        }
        FlowPiece piece;
        if (table_of[i]) piece = row_of(units[i], table_of[i]->columns);
        if (!piece.row.empty()) {
            reading.pieces.push_back(std::move(piece));
        } else {
            reading.uncertain = reading.uncertain || table_of[i];
            read_alone(units[i], reading);
        }
    }
    return reading;
}

/// True where line `i` continues the row of the line before it: a figure broken over lines.
bool is_broken_row(const std::vector<FlowLine>& lines, const std::vector<FigureLine>& rows, std::size_t i,
                   bool labelled) {
    if (i == 0 || rows[i].figures.empty() || rows[i - 1].figures.empty()) return false;
    if (labelled && !rows[i].labels.empty()) return false;
    if (!labelled && rows[i].labels.empty() && rows[i].figures.size() == 1 && rows[i - 1].figures.size() == 1)
        return false; // a column of figures
    const auto distance = [&](std::size_t a, std::size_t b) {
        if (lines[a].page != lines[b].page) return no_room;
        return lines[b].line.box.middle_y() - lines[a].line.box.middle_y();
    };
    const double above = distance(i - 1, i);
    if (above > 1.9 * std::max(lines[i].line.em, lines[i - 1].line.em)) return false;
    const bool next_is_a_row = i + 1 < lines.size() && !rows[i + 1].figures.empty();
    return !(labelled && next_is_a_row && distance(i, i + 1) < above * 0.97);
}

} // namespace

FlowReading read_columns(std::vector<FlowLine> lines) {
    drop_repeated_headings(lines);
    std::vector<FigureLine> rows;
    for (const FlowLine& line : lines) rows.push_back(figure_line(line.line));
    std::vector<Unit> units;
    bool labelled = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!units.empty() && is_broken_row(lines, rows, i, labelled)) {
            labelled = labelled || !rows[i].labels.empty();
            Unit& unit = units.back();
            unit.lines.push_back(lines[i]);
            unit.row.labels.insert(unit.row.labels.end(), rows[i].labels.begin(), rows[i].labels.end());
            unit.row.figures.insert(unit.row.figures.end(), rows[i].figures.begin(), rows[i].figures.end());
            continue;
        }
        labelled = !rows[i].labels.empty();
        units.push_back({{lines[i]}, rows[i], {}, false});
    }
    return read_units(std::move(units));
}

FlowReading read_columns(Grid grid) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < grid.cells.size();) {
        std::size_t end = i;
        while (end < grid.cells.size() && grid.cells[end].first_row == grid.cells[i].first_row) ++end;
        Unit unit;
        unit.boxed = true;
        for (std::size_t k = i; k + 1 < end; ++k) unit.groups.push_back(std::move(grid.cells[k]));
        GridCell& last = grid.cells[end - 1];
        unit.row = figure_line(last.lines);
        for (const GridCell& group : unit.groups) {
            for (const PrintLine& line : group.lines) {
                const FigureLine part = figure_line(line);
                unit.row.words.insert(unit.row.words.end(), part.words.begin(), part.words.end());
            }
        }
        std::size_t printed = last.lines.size();
        for (const GridCell& group : unit.groups) printed += group.lines.size();
        unit.row.weight = printed > 2 ? 2 : 1;
        for (PrintLine& line : last.lines) unit.lines.push_back({std::move(line), last.page});
        i = end;
        if (unit.lines.empty() && unit.groups.empty()) continue;
        if (unit.lines.empty()) unit.lines.push_back({PrintLine{}, last.page});
        units.push_back(std::move(unit));
    }
    FlowReading reading = read_units(std::move(units));
    reading.uncertain = reading.uncertain || grid.uncertain;
    std::erase_if(reading.pieces,
                  [](const FlowPiece& piece) { return piece.line && piece.line->line.glyphs.empty(); });
    return reading;
}

} // namespace nianbao::pdf
