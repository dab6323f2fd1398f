// Documents whose line ends were lost: a whole report or a section in one line. The lines are put back where
// the headings of the form show them; nothing is removed but spaces that parted a word.
#pragma once

#include "report/strips.hpp"

#include <vector>

namespace nianbao::report {

/// Cuts long lines at the section headings in them: where a line holds most of the report, or several lines
/// begin with a heading that goes on as text.
std::vector<Strip> unfold_sections(std::vector<Strip> strips);

} // namespace nianbao::report
