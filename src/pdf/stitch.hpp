// Tables over page breaks. A table that ends one page and one that begins the next are the same where their
// right edges are; a row that the break has cut becomes one row again, and a heading that the producer has
// repeated goes.
#pragma once

#include "pdf/grid.hpp"

namespace nianbao::pdf {

/// True where `below`, first on its page, goes on with `above`, last on the page before.
bool goes_on(const Grid& above, const Grid& below);

/// True where `line`, below the table on its page, is the end of a label that the break has pushed out of it.
bool hangs_below(const Grid& table, const PrintLine& line);

/// Adds such a line to its cell.
void add_hanging(Grid& table, PrintLine line);

/// Puts `below` under `above`.
void append(Grid& above, Grid below);

/// Room for text in a cell: its width without the margins that the table leaves at the sides of its cells.
double text_room(const GridCell& cell, double margin);
double margin_of(const Grid& grid);

/// The cell's text, its lines joined.
std::string text_of(const GridCell& cell, double margin);

} // namespace nianbao::pdf
