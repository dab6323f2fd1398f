// A report before any converter touched it: paragraphs and tables with spans. Every layout is made from this.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace nianbao::test {

using Lines = std::vector<std::string>;

enum class CellKind { label, header, value };

struct GridCell {
    std::string text;
    int columns = 1;
    int rows = 1;
    CellKind kind = CellKind::label;
};

struct GridRow {
    std::string code;            ///< of the form's row; empty for headers
    std::vector<GridCell> cells; ///< those that begin in this row
};

struct Grid {
    report::TableKind table;
    int columns = 0;
    std::vector<GridRow> rows;
};

/// How a converter writes the places that a merged cell covers.
enum class Merged { blank, dropped, repeated };

/// Fields of each row. Unless they are dropped every row has as many as the grid has columns.
std::vector<std::vector<GridCell>> fields_of(const Grid& grid, Merged merged);

enum class PartKind { title, heading, paragraph, table };

struct Part {
    PartKind kind;
    std::string text;
    Grid grid; ///< of a table
};

struct Sheet {
    std::vector<Part> parts;
};

/// The tables of the form with the report's figures, printed by `print`.
using Printed = std::function<std::string(const report::Figure&)>;
Grid disclosure_grid(const report::Report& report, const Printed& print);
Grid requests_grid(const report::Report& report, const Printed& print);
Grid disputes_grid(const report::Report& report, const Printed& print);

/// Rows that stand above the figures.
std::size_t header_rows(const Grid& grid);

std::string joined(const Lines& parts, const std::string& between);
Lines texts_of(const std::vector<GridCell>& cells);
/// Characters of UTF-8 text, at most `count` a piece; blanks at which it is cut stay.
Lines pieces(const std::string& text, std::size_t count);
/// From `low` to `high`, both of them.
template<class Random>
std::size_t any_of(Random& random, std::size_t low, std::size_t high) {
    return low + random() % (high - low + 1);
}

} // namespace nianbao::test
