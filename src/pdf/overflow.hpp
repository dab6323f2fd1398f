// To which cell each character belongs. Its own middle says so, unless its number runs over a line: a number
// must never be torn into two.
#pragma once

#include "pdf/page.hpp"

#include <functional>
#include <vector>

namespace nianbao::pdf {

struct HomedGlyph {
    Glyph glyph;
    std::size_t region = 0;
};

struct Homes {
    std::vector<HomedGlyph> glyphs;
    bool uncertain = false; ///< a text runs over several cells, or two texts over each other
};

using RegionAt = std::function<std::size_t(double x, double y)>;

Homes homes_of(std::vector<Glyph> glyphs, const RegionAt& region_at);

} // namespace nianbao::pdf
