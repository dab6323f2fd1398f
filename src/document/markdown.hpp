// The marks of Markdown that stand around a line's words: `## ` before a heading, ** around bold text.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::document {

/// The line as a reader of the page sees it. Asterisks that are no pair around words stay: they may be marks
/// of notes, or hide a digit.
std::string without_markup(std::string_view line);

} // namespace nianbao::document
