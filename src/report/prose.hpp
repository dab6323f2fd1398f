// Prose as a person reads it: lines that the page broke are joined again, so that a word cut by a line or
// page break is whole; paragraphs stay apart.
#pragma once

#include "report/strips.hpp"

#include <span>
#include <string>
#include <vector>

namespace nianbao::report {

/// True for a line of prose, not a short one, that ends in the middle of a sentence.
bool ends_within_sentence(const Strip& strip);

/// Columns at which lines of prose are broken; 0 where each line is a paragraph of its own.
int wrap_width(std::span<const Strip* const> strips);

/// Paragraphs parted by \n.
std::string reflow(std::span<const Strip* const> strips, int wrap_width);

} // namespace nianbao::report
