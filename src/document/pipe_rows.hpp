// Tables in text whose cells are parted by pipes: a row a line (also Markdown), or a cell a line with its
// pipe behind, before or below it.
#pragma once

#include "document/document.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::document {

/// One line of the source.
struct SourceLine {
    std::string_view text;
    int number = 0;       ///< from 1
    int page = 0;         ///< from 1; 0 where the text has no form feeds
    bool of_page = false; ///< a running header or the like, see page_furniture.hpp
};

/// True for | and its full-width and box-drawing forms anywhere in the line.
bool holds_pipe(std::string_view line);

/// Reads lines from `begin` on as far as they are one run of lines with pipes, and appends what they are.
/// Returns the index behind the run; `begin` itself where no table begins there.
std::size_t read_pipe_run(const std::vector<SourceLine>& lines, std::size_t begin,
                          std::vector<Block>& blocks);

} // namespace nianbao::document
