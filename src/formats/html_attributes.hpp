// What attributes of tags say, as values.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::formats::html {

struct Looks {
    bool hidden = false;          ///< takes no room on the page
    bool hidden_in_place = false; ///< takes room but is not shown, or not read out
    bool block = false;           ///< an inline tag that is set as a block
    bool raised = false;          ///< above or below the line, as the mark of a note
    bool title = false;           ///< its class or id says so
};

/// One attribute more.
void add_look(Looks& looks, std::string_view name, std::string_view value);

/// The value of colspan or rowspan as browsers read it: leading digits, at most `most`; 1 where it is below
/// `least` or no number.
int span_in(std::string_view value, int least, int most);

/// ASCII letters in lower case, ASCII white space removed.
std::string lower_without_spaces(std::string_view text);

/// Trimmed, white space collapsed.
std::string one_line(std::string_view text);

} // namespace nianbao::formats::html
