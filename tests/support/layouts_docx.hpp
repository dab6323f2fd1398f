// A Word file: the XML of the document in a ZIP.
#pragma once

#include "support/layouts_grid.hpp"

#include <random>
#include <string>

namespace nianbao::test {

std::string render_docx(const Sheet& sheet, std::mt19937& random);

} // namespace nianbao::test
