// Tables with pipes between their cells (domain.md §3.1, G and H).
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

/// One row a line.
std::string render_pipes(const Sheet& sheet, std::mt19937& random);          ///< | a | b |
std::string render_pipes_open(const Sheet& sheet, std::mt19937& random);     ///< a | b |
std::string render_pipes_between(const Sheet& sheet, std::mt19937& random);  ///< a | b
std::string render_pipes_doubled(const Sheet& sheet, std::mt19937& random);  ///< || a || b ||
std::string render_pipes_wide(const Sheet& sheet, std::mt19937& random);     ///< ｜a｜b｜
std::string render_markdown(const Sheet& sheet, std::mt19937& random);       ///< with a delimiter row
std::string render_pipes_dropped(const Sheet& sheet, std::mt19937& random);  ///< merged cells stand once
std::string render_pipes_repeated(const Sheet& sheet, std::mt19937& random); ///< … in every place they cover
std::string render_pipes_trailing(const Sheet& sheet, std::mt19937& random); ///< runs of pipes behind a row

/// One cell a line.
std::string render_pipe_behind(const Sheet& sheet, std::mt19937& random);
std::string render_pipe_behind_row_end(const Sheet& sheet, std::mt19937& random); ///< and a pipe behind a row
std::string render_pipe_before(const Sheet& sheet, std::mt19937& random);
std::string render_pipe_row_begin(const Sheet& sheet, std::mt19937& random); ///< behind, and one before a row
std::string render_pipe_own_line(const Sheet& sheet, std::mt19937& random);

} // namespace nianbao::test
