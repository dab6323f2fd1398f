#include "pdf/print.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao::pdf {

namespace {

bool is_wide(char32_t c) {
    return text::width(c) == 2;
}

bool is_word(char32_t c) {
    return c < 0x250 && !(c >= U'!' && c <= U'/') && !(c >= U':' && c <= U'@');
}

bool belongs(const PrintLine& line, const Glyph& glyph) {
    const double height = std::min(line.glyphs.front().box.height(), glyph.box.height());
    return std::abs(line.box.middle_y() - glyph.box.middle_y()) < height * 0.45;
}

double em_of(const std::vector<Glyph>& glyphs) {
    std::vector<double> widths;
    for (const Glyph& glyph : glyphs) {
        if (text::is_han(glyph.character)) widths.push_back(glyph.box.width());
    }
    if (widths.empty()) {
        for (const Glyph& glyph : glyphs) widths.push_back(glyph.box.height() * 0.8);
    }
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return std::max(*middle, 1.0);
}

/// Ems of room between two characters that mean a space: justified Chinese is set apart a little, and between
/// Chinese and Latin many producers leave a quarter of an em.
double space_between(char32_t left, char32_t right) {
    if (is_wide(left) && is_wide(right)) return 0.45;
    return is_wide(left) || is_wide(right) ? 0.32 : 0.13;
}

bool is_digit_of_another_size(const Glyph& left, const Glyph& right) {
    if (!text::is_digit(left.character) || !text::is_digit(right.character)) return false;
    const double smaller = std::min(left.box.height(), right.box.height());
    return smaller < 0.9 * std::max(left.box.height(), right.box.height());
}

/// The mark of a note, printed small behind a figure, is not its last digit.
bool room_for_space(const Glyph& left, const Glyph& right, double em) {
    if (is_digit_of_another_size(left, right)) return true;
    return right.box.left - left.box.right > em * space_between(left.character, right.character);
}

/// Width of what cannot be parted at the beginning of a line: a Latin word, or an ideograph with the
/// punctuation that may not end the line before it or begin the next.
double first_unit(const PrintLine& line) {
    constexpr std::u32string_view opens = U"（《〈“‘「『【〔([";
    constexpr std::u32string_view closes = U"，。、；：！？）》〉”’」』】〕,.;:!?)]";
    const auto is = [&](std::u32string_view set, std::size_t i) {
        return set.find(line.glyphs[i].character) != std::u32string_view::npos;
    };
    std::size_t end = 0;
    while (end + 1 < line.glyphs.size() && is(opens, end)) ++end;
    const std::size_t first = end++;
    while (end < line.glyphs.size() && is_word(line.glyphs[first].character) &&
           is_word(line.glyphs[end].character) &&
           !room_for_space(line.glyphs[end - 1], line.glyphs[end], line.em))
        ++end;
    while (end < line.glyphs.size() && is(closes, end)) ++end;
    return line.glyphs[end - 1].box.right - line.glyphs[0].box.left;
}

/// A number too long for its cell is broken anywhere: one character is its unit.
double first_character(const PrintLine& line) {
    return line.glyphs[0].box.width();
}

} // namespace

void Box::add(const Box& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

std::vector<Segment> PrintLine::segments(double gap) const {
    std::vector<Segment> parts;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& glyph = glyphs[i];
        if (i == 0 || glyph.box.left - glyphs[i - 1].box.right > gap * em) {
            parts.push_back({glyph.box, {}});
        } else if (room_for_space(glyphs[i - 1], glyph, em)) {
            parts.back().text += ' ';
        }
        text::append(parts.back().text, glyph.character);
        parts.back().box.add(glyph.box);
    }
    return parts;
}

std::string PrintLine::text() const {
    const std::vector<Segment> parts = segments(1e9);
    return parts.empty() ? std::string() : parts.front().text;
}

std::vector<PrintLine> lines_of(std::vector<Glyph> glyphs) {
    std::stable_sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) {
        const double ay = a.box.middle_y();
        const double by = b.box.middle_y();
        return ay != by ? ay < by : a.box.left < b.box.left;
    });
    constexpr std::size_t open_lines = 4; // lines of another size may interleave with this one's characters
    std::vector<PrintLine> lines;
    for (Glyph& glyph : glyphs) {
        PrintLine* home = nullptr;
        for (std::size_t back = 1; back <= std::min(open_lines, lines.size()) && !home; ++back) {
            PrintLine& line = lines[lines.size() - back];
            if (belongs(line, glyph)) home = &line;
        }
        if (!home) {
            lines.emplace_back();
            home = &lines.back();
            home->box = glyph.box;
        }
        home->box.add(glyph.box);
        home->glyphs.push_back(glyph);
    }
    for (PrintLine& line : lines) {
        std::stable_sort(line.glyphs.begin(), line.glyphs.end(),
                         [](const Glyph& a, const Glyph& b) { return a.box.left < b.box.left; });
        line.em = em_of(line.glyphs);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const PrintLine& a, const PrintLine& b) {
        return a.box.middle_y() < b.box.middle_y();
    });
    return lines;
}

bool is_full(const PrintLine& line, const PrintLine& next, double full_width) {
    constexpr double space = 0.3; // ems; a space at the break is not seen
    return line.box.width() + first_unit(next) + space * line.em > full_width;
}

std::string joined_text(const std::vector<PrintLine>& lines, double full_width) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            const char32_t left = lines[i - 1].glyphs.back().character;
            const char32_t right = lines[i].glyphs.front().character;
            const bool broken = lines[i - 1].box.width() + first_character(lines[i]) > full_width + 0.5;
            const bool digits = text::is_digit(left) || text::is_digit(right);
            if (is_word(left) && is_word(right) && !(digits && broken)) text += ' ';
        }
        text += lines[i].text();
    }
    return text;
}

} // namespace nianbao::pdf
