// Characters to printed lines and their text.
#pragma once

#include "pdf/page.hpp"

#include <string>
#include <vector>

namespace nianbao::pdf {

/// Characters that stand side by side without a gap that could be a column's: a word, a number, a sentence.
struct Segment {
    Box box;
    std::string text; ///< UTF-8; single spaces where the print leaves room
};

struct PrintLine {
    Box box;
    double em = 0;             ///< width of a full character
    std::vector<Glyph> glyphs; ///< from left to right

    std::string text() const;
    /// Parts of the line that stand at least `gap` ems apart.
    std::vector<Segment> segments(double gap) const;
};

/// The lines that the characters form, from top to bottom.
std::vector<PrintLine> lines_of(std::vector<Glyph> glyphs);

/// Lines of one cell as one text. `full_width` is the room that text has; a line that leaves no room for the
/// next character goes on without a space. Chinese never gets a space.
std::string joined_text(const std::vector<PrintLine>& lines, double full_width);

/// True where the next line's first character (or Latin word) would not have fitted behind `line`.
bool is_full(const PrintLine& line, const PrintLine& next, double full_width);

} // namespace nianbao::pdf
