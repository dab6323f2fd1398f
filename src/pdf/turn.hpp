// Text that is set sideways or upside down, turned so that it reads from left to right.
#pragma once

#include "pdf/page.hpp"

namespace nianbao::pdf {

/// Turns the whole page where most of its text is turned: a landscape table on an upright page.
void turn_upright(Page& page);

/// Turns the characters of one cell where all of them are turned alike.
void turn_upright(std::vector<Glyph>& glyphs);

} // namespace nianbao::pdf
