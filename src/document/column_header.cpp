#include "document/column_header.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

constexpr std::size_t most_lines = 20;
constexpr std::size_t least_cells = 3; ///< of a line that is parted: fewer may be a label and a text

bool is_header_line(const PageLine& line, Extent columns, int second_column) {
    const auto is_other = [&](const Piece& piece) {
        // A text that runs from the labels into the columns is a paragraph.
        const bool runs_over = piece.at.begin < columns.begin && piece.at.end > second_column;
        return piece.mark != Mark::none || runs_over;
    };
    // A header printed again looks like a page's own lines; these bear numbers.
    if (line.skipped && line.text.find_first_of("0123456789") != std::string_view::npos) return false;
    // No cell of a header is a sentence.
    if (line.text.find("。") != std::string_view::npos || line.text.find("；") != std::string_view::npos)
        return false;
    const auto& labels = line.pieces.labels;
    return line.pieces.values.empty() && std::none_of(labels.begin(), labels.end(), is_other);
}

/// The topmost line above `first` that has text over the columns, as far as the lines are a header's.
std::size_t header_begin(const std::vector<PageLine>& lines, std::size_t first, const ColumnLine& row) {
    const Extent columns{row.values.front().at.begin, row.values.back().at.end};
    const int second_column = row.values.size() > 1 ? row.values[1].at.begin : columns.end;
    std::size_t begin = first;
    for (std::size_t i = first; i > 0 && first - i < most_lines; --i) {
        const PageLine& line = lines[i - 1];
        if (!is_header_line(line, columns, second_column)) break;
        const auto& labels = line.pieces.labels;
        if (!labels.empty() && labels.back().at.begin >= columns.begin) begin = i - 1;
    }
    return begin;
}

} // namespace

std::vector<HeaderLine> read_column_header(const std::vector<PageLine>& lines, std::size_t first,
                                           std::size_t values) {
    std::vector<HeaderLine> header;
    const auto texts = [&](std::size_t line) { return lines[line].pieces.labels.size(); };
    const std::size_t begin = header_begin(lines, first, lines[values].pieces);
    std::size_t fullest = begin;
    bool was_parted = true; // the line before: a row of its own
    for (std::size_t i = begin; i < first; ++i) fullest = texts(i) > texts(fullest) ? i : fullest;
    for (std::size_t i = begin; i < first; ++i) {
        if (texts(i) == 0) continue;
        const bool parted = i <= fullest && texts(i) >= least_cells;
        if (parted || was_parted) header.push_back({i, {}});
        std::vector<std::string>& cells = header.back().cells;
        if (parted) {
            for (const Piece& piece : lines[i].pieces.labels) cells.emplace_back(piece.text);
        } else if (was_parted) {
            cells.emplace_back(text::trim(lines[i].text));
        } else {
            cells.back().append(" ").append(text::trim(lines[i].text));
        }
        was_parted = parted;
    }
    return header;
}

} // namespace nianbao::document
