// One table that a document prints more than once: in an abstract, again after a page break, or beside last
// year's and other bodies' tables.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace nianbao::report {

/// Two copies of a table agree when no cell that both print differs.
bool figures_agree(const FigureTable& a, const FigureTable& b);
/// Cells of `kept` that another, equally good reading of the same table prints otherwise lose their number:
/// which of the two is true cannot be told.
void withhold_differences(FigureTable& kept, const FigureTable& other);
/// The printed text stays; the number goes, because it cannot be told whose it is.
void withhold(Figure& figure);

struct SettledCopies {
    std::size_t fullest = 0; ///< index of the copy that is taken
    bool differ = false;     ///< another prints other numbers
};
/// Chooses among copies, of which there is at least one. Of copies that disagree, which is this report's
/// cannot be told: the fullest keeps only the numbers that each disagreeing one prints, too.
SettledCopies settle_copies(std::vector<FigureTable>& copies);
Finding copies_differ_finding(TableKind table);

} // namespace nianbao::report
