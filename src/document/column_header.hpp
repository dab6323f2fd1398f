// The header above a page's table. Its cells are several lines high, and a converter that keeps columns lets
// their lines waver, so they are not put together. The line with the most texts and those above it are parted
// into cells, whose order holds; the others, the rest of wrapped words, stay whole, a cell for all that
// follow each other.
#pragma once

#include "document/column_page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::document {

struct HeaderLine {
    std::size_t line = 0;
    std::vector<std::string> cells;
};

/// The header whose last line stands right above line `first`, where the first row's label begins; `values`
/// is the line of that row's values. Empty where there is none.
std::vector<HeaderLine> read_column_header(const std::vector<PageLine>& lines, std::size_t first,
                                           std::size_t values);

} // namespace nianbao::document
