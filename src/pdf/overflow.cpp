#include "pdf/overflow.hpp"

#include "pdf/print.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::pdf {

namespace {

constexpr double deep = 0.12; ///< part of a character that lies beyond a line: it was not set for that cell
constexpr double touching = 0.06; ///< ems between two characters of one number

class Assigner {
public:
    explicit Assigner(const RegionAt& region_at) : region_at_(region_at) {}

    void line(const PrintLine& line) {
        const std::vector<Glyph>& glyphs = line.glyphs;
        for (std::size_t begin = 0; begin < glyphs.size();) {
            std::size_t end = begin + 1;
            while (end < glyphs.size() &&
                   glyphs[end].box.left - glyphs[end - 1].box.right <= touching * line.em)
                ++end;
            run(glyphs, begin, end, line.em);
            begin = end;
        }
    }

    Homes take() { return std::move(homes_); }

private:
    std::size_t middle(const Glyph& glyph) const {
        return region_at_(glyph.box.middle_x(), glyph.box.middle_y());
    }

    bool straddles(const Glyph& glyph) const {
        const double inset = glyph.box.width() * deep;
        const double y = glyph.box.middle_y();
        return region_at_(glyph.box.left + inset, y) != region_at_(glyph.box.right - inset, y);
    }

    /// Characters without room between them.
    void run(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end, double em) {
        bool torn = false;
        bool touches = false;
        for (std::size_t i = begin; i < end; ++i) {
            torn = torn || straddles(glyphs[i]);
            const bool narrow = text::width(glyphs[i].character) == 1;
            touches = touches || (i > begin && narrow && text::width(glyphs[i - 1].character) == 1 &&
                                  middle(glyphs[i]) != middle(glyphs[i - 1]));
        }
        if (torn) {
            keep_together(glyphs, begin, end);
        } else if (touches) {
            part(glyphs, begin, end, em);
        } else {
            for (std::size_t i = begin; i < end; ++i) homes_.glyphs.push_back({glyphs[i], middle(glyphs[i])});
        }
    }

    void keep_together(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end) {
        Box box = glyphs[begin].box;
        for (std::size_t i = begin; i < end; ++i) box.add(glyphs[i].box);
        const std::size_t home = region_at_(box.middle_x(), glyphs[begin].box.middle_y());
        const bool begins_or_ends = home == middle(glyphs[begin]) || home == middle(glyphs[end - 1]);
        homes_.uncertain = homes_.uncertain || !begins_or_ends;
        for (std::size_t i = begin; i < end; ++i) homes_.glyphs.push_back({glyphs[i], home});
    }

    /// Two numbers without room between their cells, or one that ends just at a line: both go to one cell,
    /// with a space, so that neither is taken for a value.
    void part(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end, double em) {
        homes_.uncertain = true;
        const std::size_t home = middle(glyphs[begin]);
        double shift = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin && middle(glyphs[i]) != middle(glyphs[i - 1])) shift += em;
            Glyph glyph = glyphs[i];
            glyph.box.left += shift;
            glyph.box.right += shift;
            homes_.glyphs.push_back({glyph, home});
        }
    }

    const RegionAt& region_at_;
    Homes homes_;
};

} // namespace

Homes homes_of(std::vector<Glyph> glyphs, const RegionAt& region_at) {
    Assigner assigner(region_at);
    for (const PrintLine& line : lines_of(std::move(glyphs))) assigner.line(line);
    return assigner.take();
}

} // namespace nianbao::pdf
