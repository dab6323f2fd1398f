#include "pdf/turn.hpp"

#include <algorithm>
#include <array>

namespace nianbao::pdf {

namespace {

/// A box on a page of the given size, seen after `turns` quarter turns back.
Box turned_back(const Box& box, int turns, double width, double height) {
    switch (turns) {
    case 1: // reads downwards
        return {box.top, width - box.right, box.bottom, width - box.left};
    case 2:
        return {width - box.right, height - box.bottom, width - box.left, height - box.top};
    case 3: // reads upwards
        return {height - box.bottom, box.left, height - box.top, box.right};
    default:
        return box;
    }
}

Ruling turned_back(const Ruling& ruling, int turns, double width, double height) {
    const Box line = ruling.horizontal ? Box{ruling.from, ruling.at, ruling.to, ruling.at}
                                       : Box{ruling.at, ruling.from, ruling.at, ruling.to};
    const Box box = turned_back(line, turns, width, height);
    const bool horizontal = ruling.horizontal == (turns % 2 == 0);
    return horizontal ? Ruling{true, box.top, box.left, box.right}
                      : Ruling{false, box.left, box.top, box.bottom};
}

} // namespace

void turn_upright(Page& page) {
    std::array<std::size_t, 4> counts{};
    for (const Glyph& glyph : page.glyphs) ++counts[static_cast<std::size_t>(glyph.turned & 3)];
    const auto turns = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (turns == 0) return;
    for (Glyph& glyph : page.glyphs) {
        glyph.box = turned_back(glyph.box, turns, page.width, page.height);
        glyph.turned = (glyph.turned + 4 - turns) % 4;
    }
    for (Ruling& ruling : page.rulings) ruling = turned_back(ruling, turns, page.width, page.height);
    if (turns % 2 == 1) std::swap(page.width, page.height);
}

void turn_upright(std::vector<Glyph>& glyphs) {
    if (glyphs.empty() || glyphs.front().turned == 0) return;
    const int turns = glyphs.front().turned;
    const bool alike =
        std::all_of(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) { return glyph.turned == turns; });
    if (!alike) return;
    for (Glyph& glyph : glyphs) glyph.box = turned_back(glyph.box, turns, 0, 0);
}

} // namespace nianbao::pdf
