// Pages (domain.md §3.1, I), and the mail files in which browsers and Word save them.
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

std::string render_html(const Sheet& sheet, std::mt19937& random);        ///< spans, one attribute each
std::string render_html_soup(const Sheet& sheet, std::mt19937& random);   ///< no closing tags
std::string render_html_word(const Sheet& sheet, std::mt19937& random);   ///< saved by Word
std::string render_html_filler(const Sheet& sheet, std::mt19937& random); ///< empty cells instead of spans
std::string render_html_filler_head(const Sheet& sheet, std::mt19937& random); ///< in the header only
std::string render_html_site(const Sheet& sheet, std::mt19937& random);        ///< inside a layout table
std::string render_html_split(const Sheet& sheet, std::mt19937& random);       ///< table 3 in two tables
std::string render_mhtml_quoted(const Sheet& sheet, std::mt19937& random);
std::string render_mhtml_base64(const Sheet& sheet, std::mt19937& random);

} // namespace nianbao::test
