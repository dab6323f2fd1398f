#include "pdf/assembler.hpp"

#include "pdf/stitch.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::pdf {

namespace {

document::Cell cell_of(const GridCell& cell, int row, double margin) {
    document::Cell out;
    out.text = text_of(cell, margin);
    out.place.page = cell.page;
    out.place.row = row + 1;
    out.place.column = cell.first_column + 1;
    out.column_span = cell.behind_column - cell.first_column;
    out.row_span = cell.behind_row - cell.first_row;
    return out;
}

/// Indented by as many half characters as it is printed right of the margin.
document::Line line_of(const PrintLine& print, double margin, int page) {
    constexpr double most_columns = 200;
    const double columns = std::clamp((print.box.left - margin) / (print.em / 2), 0.0, most_columns);
    document::Line line{std::string(static_cast<std::size_t>(std::lround(columns)), ' ') + print.text(), {}};
    line.place.page = page;
    return line;
}

document::Table& last_table(document::Document& document, bool begin) {
    const bool open =
        !document.blocks.empty() && std::holds_alternative<document::Table>(document.blocks.back());
    if (begin || !open) {
        document.blocks.emplace_back(document::Table{});
        std::get<document::Table>(document.blocks.back()).aligned = true;
    }
    return std::get<document::Table>(document.blocks.back());
}

} // namespace

void Assembler::page(PageText text, std::vector<Grid> grids, int number) {
    std::size_t next = 0;
    bool first = true;
    const auto take_lines = [&](std::size_t end) {
        first = first && next == end;
        for (; next < end; ++next) flow_.push_back({std::move(text.lines[next]), number});
    };
    for (Grid& grid : grids) {
        std::size_t end = next;
        while (end < text.lines.size() && text.lines[end].box.middle_y() < grid.box.top) ++end;
        take_lines(end);
        const double bottom = grid.box.bottom;
        add_table(std::move(grid), first, number);
        first = false;
        for (; next < text.lines.size() && text.lines[next].box.middle_y() < bottom; ++next)
            beside_.push_back({std::move(text.lines[next]), number});
    }
    take_lines(text.lines.size());
}

void Assembler::add_table(Grid grid, bool first_on_page, int number) {
    if (first_on_page && goes_on_with(grid, number)) {
        for (FlowLine& line : flow_) add_hanging(*open_, std::move(line.line));
        flow_.clear();
        append(*open_, std::move(grid));
    } else {
        flush();
        open_ = std::move(grid);
    }
    open_page_ = number;
}

bool Assembler::goes_on_with(const Grid& grid, int number) const {
    if (!open_ || open_page_ + 1 != number || !goes_on(*open_, grid)) return false;
    Grid table = *open_;
    for (const FlowLine& line : flow_) {
        if (line.page != open_page_ || !hangs_below(table, line.line)) return false;
        add_hanging(table, line.line);
    }
    return true;
}

void Assembler::finish() {
    flush();
}

void Assembler::flush() {
    if (open_) emit(*std::move(open_));
    open_.reset();
    for (const FlowLine& line : beside_)
        document_.blocks.emplace_back(line_of(line.line, margin_, line.page));
    beside_.clear();
    if (!flow_.empty()) emit(read_columns(std::move(flow_)));
    flow_.clear();
}

void Assembler::emit(Grid grid) {
    document_.degraded = document_.degraded || grid.uncertain;
    if (grid.bare) return emit(read_columns(std::move(grid)));
    const double margin = margin_of(grid);
    document::Table table;
    table.aligned = true;
    int row = -1;
    for (const GridCell& cell : grid.cells) {
        if (cell.first_row != row) table.rows.emplace_back();
        row = cell.first_row;
        table.rows.back().push_back(cell_of(cell, row, margin));
    }
    document_.blocks.emplace_back(std::move(table));
}

void Assembler::emit(FlowReading reading) {
    document_.degraded = document_.degraded || reading.uncertain;
    bool begin = true;
    for (const FlowPiece& piece : reading.pieces) {
        if (piece.line) {
            document_.blocks.emplace_back(line_of(piece.line->line, margin_, piece.line->page));
            begin = true;
            continue;
        }
        document::Table& table = last_table(document_, begin);
        const int row = static_cast<int>(table.rows.size());
        table.rows.emplace_back();
        for (const GridCell& cell : piece.row) table.rows.back().push_back(cell_of(cell, row, 0));
        begin = false;
    }
}

} // namespace nianbao::pdf
