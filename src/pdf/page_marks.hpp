// What stands on every page and belongs to none: page numbers, running headers and footers.
#pragma once

#include "pdf/print.hpp"

#include <vector>

namespace nianbao::pdf {

struct PageText {
    double height = 0;
    double body_top = 0;          ///< upper end of the first table, or the page's height
    double body_bottom = 0;       ///< lower end of the last table, or 0
    std::vector<PrintLine> lines; ///< outside the tables
};

/// Takes them out.
void drop_page_marks(std::vector<PageText>& pages);

} // namespace nianbao::pdf
