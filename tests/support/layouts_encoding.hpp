// Texts and pages in the encodings in which they come.
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

/// Text: any of the layouts in which tables keep their cells.
std::string render_gb18030(const Sheet& sheet, std::mt19937& random);
std::string render_utf16le(const Sheet& sheet, std::mt19937& random); ///< without a mark
std::string render_utf16be(const Sheet& sheet, std::mt19937& random);
std::string render_utf16le_bom(const Sheet& sheet, std::mt19937& random);
std::string render_utf16be_bom(const Sheet& sheet, std::mt19937& random);
std::string render_big5(const Sheet& sheet, std::mt19937& random); ///< the sheet is in traditional characters
std::string render_traditional(const Sheet& sheet, std::mt19937& random); ///< in UTF-8

/// Pages: any of those of layouts_html.hpp.
std::string render_html_gb18030(const Sheet& sheet, std::mt19937& random);
std::string render_html_utf16(const Sheet& sheet, std::mt19937& random);
std::string render_html_big5(const Sheet& sheet, std::mt19937& random);

} // namespace nianbao::test
