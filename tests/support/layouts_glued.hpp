// A table whose lines were joined without anything between.
#pragma once

#include "support/layouts_grid.hpp"

namespace nianbao::test {

/// `…办理结果（一）予以公开 2 0 0 0 0 0 2（二）部分公开（…）5 0 0…`: a row's last value runs into the next
/// label, and a label that was wrapped into its values.
std::string glued_table(const Grid& grid);

} // namespace nianbao::test
