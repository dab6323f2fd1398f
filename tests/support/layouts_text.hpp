// Layouts of converted text (domain.md §3.1, A, B, E, F, J, K).
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

std::string render_tsv(const Sheet& sheet, std::mt19937& random);
std::string render_tsv_shifted(const Sheet& sheet, std::mt19937& random);
/// The headers stand where they belong, the rows do not.
std::string render_tsv_rows_shifted(const Sheet& sheet, std::mt19937& random);
std::string render_tsv_trimmed(const Sheet& sheet,
                               std::mt19937& random); ///< blank fields at the end are gone
std::string render_cell_a_line(const Sheet& sheet, std::mt19937& random);
std::string render_cell_a_line_spaced(const Sheet& sheet, std::mt19937& random);
std::string render_cell_a_line_no_blanks(const Sheet& sheet, std::mt19937& random);
std::string render_cell_a_line_numbered(const Sheet& sheet, std::mt19937& random); ///< bare page numbers
std::string render_flow(const Sheet& sheet, std::mt19937& random);
std::string render_flow_paged(const Sheet& sheet, std::mt19937& random);
std::string render_flow_numbered(const Sheet& sheet, std::mt19937& random); ///< bare page numbers
std::string render_flip_book(const Sheet& sheet, std::mt19937& random);
std::string render_section_a_line(const Sheet& sheet, std::mt19937& random);
std::string render_one_line(const Sheet& sheet, std::mt19937& random);

} // namespace nianbao::test
