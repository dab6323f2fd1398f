// Tables whose line ends were lost: the rows are put back where the labels of the form show them.
#pragma once

#include "report/strips.hpp"

#include <vector>

namespace nianbao::report {

/// Cuts a line that holds a table of the form, or most of one, into its rows.
std::vector<Strip> unfold_tables(std::vector<Strip> strips);

} // namespace nianbao::report
