// The text of a PDF with its columns kept by blanks, as pdftotext -layout writes it (domain.md §3.1, C).
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

std::string render_columns(const Sheet& sheet, std::mt19937& random);
std::string render_columns_paged(const Sheet& sheet, std::mt19937& random); ///< page marks within the tables

} // namespace nianbao::test
