#include "cli/grid.hpp"

#include "cli/layout.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::cli {

namespace {

constexpr int gap = 2;
constexpr int heading_columns = 8; ///< four characters of 社会公益组织 a line
constexpr int narrowest_label = 12;

using Lines = std::vector<std::string>;

int widest(const Lines& lines) {
    int width = 0;
    for (const std::string& line : lines) width = std::max(width, text::width(line));
    return width;
}

/// English headings are broken at spaces only: the longest word decides. With `hard` inside words, too.
Lines heading_lines(const std::string& heading, bool hard) {
    int word = heading_columns;
    for (std::size_t at = 0, end = 0; !hard && at < heading.size() && end != std::string::npos;
         at = end + 1) {
        end = heading.find(' ', at);
        const std::string part = heading.substr(at, end == std::string::npos ? end : end - at);
        if (text::width(part) == static_cast<int>(part.size())) word = std::max(word, text::width(part));
    }
    return wrap(heading, word);
}

struct Layout {
    std::vector<Lines> headings;
    std::vector<int> widths;

    int figures() const {
        return std::accumulate(widths.begin() + 1, widths.end(), gap * static_cast<int>(widths.size() - 1));
    }
};

Layout lay_out(const Grid& grid, bool hard) {
    Layout layout;
    for (const std::string& heading : grid.headings) {
        layout.headings.push_back(heading_lines(heading, hard));
        layout.widths.push_back(widest(layout.headings.back()));
    }
    for (const auto& row : grid.rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            layout.widths[at] = std::max(layout.widths[at], text::width(row[at]));
        }
    }
    return layout;
}

void print_lines(std::ostream& out, const std::vector<Lines>& cells, const std::vector<int>& widths) {
    std::size_t height = 0;
    for (const Lines& lines : cells) height = std::max(height, lines.size());
    for (std::size_t line = 0; line < height; ++line) {
        std::string whole;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            // A label begins at the top; the figures stand beside its first line, headings beside the last.
            const std::string cell = line < cells[at].size() ? cells[at][line] : "";
            if (at > 0) whole += std::string(gap, ' ');
            whole += pad(cell, widths[at], at == 0 ? Align::left : Align::right);
        }
        whole.erase(whole.find_last_not_of(' ') + 1);
        out << whole << '\n';
    }
}

} // namespace

void print_grid(std::ostream& out, const Grid& grid, int columns) {
    Layout layout = lay_out(grid, false);
    if (columns > 0) {
        if (layout.figures() + narrowest_label > columns) layout = lay_out(grid, true);
        layout.widths[0] = std::min(layout.widths[0], std::max(narrowest_label, columns - layout.figures()));
    }
    print_lines(out, layout.headings, layout.widths);
    for (int column = 0; column < layout.widths[0] + layout.figures(); ++column) out << "─";
    out << '\n';
    for (const auto& row : grid.rows) {
        std::vector<Lines> cells;
        for (std::size_t at = 0; at < row.size(); ++at) {
            cells.push_back(at == 0 ? wrap(row[at], layout.widths[0]) : Lines{row[at]});
        }
        print_lines(out, cells, layout.widths);
    }
}

} // namespace nianbao::cli
