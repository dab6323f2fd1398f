#include "pdf/column_heading.hpp"

#include <algorithm>

namespace nianbao::pdf {

namespace {

constexpr double heading_gap = 0.15; ///< ems between the words of two columns

/// The characters of `line` from `left` to `right`.
PrintLine part_of(const PrintLine& line, double left, double right) {
    PrintLine part;
    part.em = line.em;
    for (const Glyph& glyph : line.glyphs) {
        if (glyph.box.middle_x() < left || glyph.box.middle_x() > right) continue;
        if (part.glyphs.empty()) part.box = glyph.box;
        part.box.add(glyph.box);
        part.glyphs.push_back(glyph);
    }
    return part;
}

/// The column that the word of a heading stands over alone; columns.size() for a word over several.
std::size_t headed_column(const std::vector<Span>& columns, const Segment& word) {
    const auto shared = [&](std::size_t i) {
        const double width =
            std::min(columns[i].to, word.box.right) - std::max(columns[i].from, word.box.left);
        return width > 0 ? width : 0.0;
    };
    std::size_t column = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (shared(i) > 0 && (column == columns.size() || shared(i) > shared(column))) column = i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i != column && shared(i) > 0.25 * std::min(word.box.width(), columns[i].to - columns[i].from))
            return columns.size();
    }
    if (column == columns.size()) return column;
    const auto middle = [&](std::size_t i) { return (columns[i].from + columns[i].to) / 2; };
    const std::size_t first = column == 0 ? 0 : column - 1;
    const std::size_t last = std::min(column + 1, columns.size() - 1);
    const double pitch =
        (middle(last) - middle(first)) / static_cast<double>(std::max<std::size_t>(last - first, 1));
    return word.box.width() <= pitch * 1.3 ? column : columns.size();
}

} // namespace

void add_part(GridCell& cell, const PrintLine& line, double left, double right) {
    PrintLine part = part_of(line, left, right);
    if (!part.glyphs.empty()) cell.lines.push_back(std::move(part));
}

FlowPiece row_piece(std::vector<GridCell> cells, int page) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].page = page;
        cells[i].first_column = static_cast<int>(i);
        cells[i].behind_column = static_cast<int>(i) + 1;
        cells[i].first_row = 0;
        cells[i].behind_row = 1;
    }
    FlowPiece piece;
    piece.row = std::move(cells);
    return piece;
}

void read_heading(const std::vector<FlowLine>& lines, const std::vector<Span>& columns,
                  std::vector<FlowPiece>& pieces) {
    std::vector<GridCell> cells(columns.size());
    bool begun = false;
    for (const FlowLine& line : lines) {
        PrintLine rest;
        std::vector<Segment> fitting;
        for (const Segment& word : line.line.segments(heading_gap)) {
            if (headed_column(columns, word) < columns.size()) fitting.push_back(word);
        }
        begun = begun || fitting.size() > 1;
        if (!begun || fitting.empty()) {
            pieces.push_back({line, {}});
            continue;
        }
        rest.em = line.line.em;
        for (const Glyph& glyph : line.line.glyphs) {
            const double x = glyph.box.middle_x();
            const auto word = std::find_if(fitting.begin(), fitting.end(), [&](const Segment& part) {
                return x >= part.box.left && x <= part.box.right;
            });
            if (word != fitting.end()) continue;
            if (rest.glyphs.empty()) rest.box = glyph.box;
            rest.box.add(glyph.box);
            rest.glyphs.push_back(glyph);
        }
        for (const Segment& word : fitting)
            add_part(cells[headed_column(columns, word)], line.line, word.box.left, word.box.right);
        if (!rest.glyphs.empty()) pieces.push_back({FlowLine{std::move(rest), line.page}, {}});
    }
    if (begun) {
        for (GridCell& cell : cells) cell.box = {0, 0, no_room, 0};
        pieces.push_back(row_piece(std::move(cells), lines.back().page));
    }
}

void drop_repeated_headings(std::vector<FlowLine>& lines) {
    std::vector<std::string> texts;
    for (const FlowLine& line : lines)
        texts.push_back(figure_line(line.line).figures.empty() ? line.line.text() : std::string());
    std::vector<bool> repeated(lines.size(), false);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].page == lines[i - 1].page) continue;
        std::size_t most = 0;
        for (std::size_t from = 0; from < i; ++from) {
            std::size_t alike = 0;
            while (i + alike < lines.size() && from + alike < i && !texts[from + alike].empty() &&
                   texts[from + alike] == texts[i + alike])
                ++alike;
            most = std::max(most, alike);
        }
        for (std::size_t k = 0; most > 1 && k < most; ++k) repeated[i + k] = true;
    }
    std::vector<FlowLine> kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!repeated[i]) kept.push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
}

} // namespace nianbao::pdf
