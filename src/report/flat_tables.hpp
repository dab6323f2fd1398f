// Tables whose line ends were lost: the rows are put back where the labels of the form show them.
#pragma once

#include "report/strips.hpp"

#include <vector>

namespace nianbao::report {

/// Cuts a line that holds a table of the form, or most of one, into its rows.
std::vector<Strip> unfold_tables(std::vector<Strip> strips);

/// A sentence that names several rows of table 3, a number behind each: in a table a row's values stand side
/// by side.
bool is_sentence_about_rows(const Strip& strip);

} // namespace nianbao::report
