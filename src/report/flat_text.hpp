// Documents whose line ends were lost: a whole report, a section or a table in one line. The lines are put
// back where the words of the form show them; nothing is removed but spaces that parted a word.
#pragma once

#include "report/strips.hpp"

#include <vector>

namespace nianbao::report {

/// Cuts long lines at the section headings in them: where a line holds most of the report, or several lines
/// begin with a heading that goes on as text.
std::vector<Strip> unfold_sections(std::vector<Strip> strips);

/// Cuts a line that holds a table of the form, or most of one, into its rows.
std::vector<Strip> unfold_tables(std::vector<Strip> strips);

} // namespace nianbao::report
