// Numbers of pages that stand bare on a line of their own, as any figure does in a text with one cell a line.
// Where some stand in places where no figure can be, a number that goes on counting between them may be one,
// too.
#pragma once

#include "report/sections.hpp"
#include "report/strips.hpp"

#include <vector>

namespace nianbao::report {

/// Marks the strips that may be the number of a page, see Strip::may_be_page_number.
void mark_page_numbers(std::vector<Strip>& strips, const std::vector<SectionPart>& parts);

} // namespace nianbao::report
