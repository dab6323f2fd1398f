// What is on a page: characters and straight lines, each with its place. Points of 1/72 inch; the origin is
// the upper left corner of the page as it is shown, y grows downwards.
#pragma once

#include <string>
#include <vector>

namespace nianbao::pdf {

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    double middle_x() const { return (left + right) / 2; }
    double middle_y() const { return (top + bottom) / 2; }
    bool holds(double x, double y) const { return x >= left && x <= right && y >= top && y <= bottom; }
    void add(const Box& other);
};

/// One printed character; white space is never one.
struct Glyph {
    Box box;
    char32_t character = 0;
    int turned = 0; ///< quarter turns clockwise against the page
};

/// A straight line that is horizontal or vertical: at is its y or x, from < to its extent.
struct Ruling {
    bool horizontal = true;
    double at = 0;
    double from = 0;
    double to = 0;
};

struct Page {
    double width = 0;
    double height = 0;
    std::vector<Glyph> glyphs;
    std::vector<Ruling> rulings;
    bool hidden_text = false; ///< some text is invisible: what a recogniser read below the picture of a scan
};

} // namespace nianbao::pdf
