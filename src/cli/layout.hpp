// Text in columns of a terminal: East Asian width decides, never the number of bytes or code points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::cli {

enum class Align { left, right };

/// Spaces added up to `columns`; a longer text stays whole.
std::string pad(std::string_view utf8, int columns, Align align = Align::left);
/// At most `columns` wide, with … where something was left out.
std::string shorten(std::string_view utf8, int columns);
/// The same, but the end stays.
std::string shorten_front(std::string_view utf8, int columns);
/// Lines of at most `columns`, broken at spaces where there are some, else between any two characters, but
/// not before a closing mark. Line ends in the text are kept. At least one line.
std::vector<std::string> wrap(std::string_view utf8, int columns);
/// Fit for one line of a terminal: line ends become ⏎, tabs a space, other control characters and broken
/// bytes U+FFFD.
std::string one_line(std::string_view bytes);
/// Like one_line(), but line ends stay.
std::string printable(std::string_view bytes);

} // namespace nianbao::cli
