// Random tables, and their drawing on pages: what a producer does with a table that is known.
#pragma once

#include "pdf_writer.hpp"

#include <random>
#include <string>
#include <vector>

namespace nianbao::test {

struct DrawnCell {
    int row = 0, column = 0;
    int row_span = 1, column_span = 1;
    std::string text;
};

struct DrawnTable {
    std::vector<double> columns; ///< widths
    int rows = 0;
    std::vector<DrawnCell> cells; ///< by row and column
};

struct TableStyle {
    double left = 60;
    double top = 80;
    double size = 10; ///< of the characters
    double margin = 4;
    int align = 0;      ///< 0 left, 1 centred
    bool middle = true; ///< vertically, else at the top
};

using Random = std::mt19937;
int pick(Random& random, int from, int to);

/// Labels in the first columns, figures, blanks and marks behind them, some cells merged.
DrawnTable random_table(Random& random, bool merged);

/// A table of `rows` rows with one label column and `figures` columns of figures, some of them blank.
DrawnTable random_rows(Random& random, int rows, int figures, int blank_per_cent);

/// Lines of the text as a cell of this width breaks it.
std::vector<std::string> wrapped(const std::string& text, double width, double size);

/// Draws it; the height that it takes. `first` and `behind` are the rows drawn.
double draw(PdfWriter& pdf, const DrawnTable& table, const TableStyle& style, bool rulings = true);

} // namespace nianbao::test
