// Tables of a page that was converted with its columns kept (pdftotext -layout): a row's values stand on one
// line at the same positions as the others', its label is wrapped above, beside and below them.
//
// Nothing but geometry and the marks of lists is looked at. Where that leaves any doubt about a row the lines
// stay lines.
#pragma once

#include "document/document.hpp"
#include "document/pipe_rows.hpp"

#include <cstddef>
#include <vector>

namespace nianbao::document {

struct ColumnTable {
    std::size_t begin = 0; ///< index of its first line
    std::size_t end = 0;   ///< index behind its last
    Table table;
};

/// The tables among the lines, from top to bottom. One cheap pass where there are none.
std::vector<ColumnTable> find_column_tables(const std::vector<SourceLine>& lines);

} // namespace nianbao::document
