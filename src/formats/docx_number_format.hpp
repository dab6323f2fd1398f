// A number as an automatic list prints it (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
#pragma once

#include <string>
#include <string_view>

namespace nianbao::formats {

/// `format`: the standard's name, e.g. "chineseCounting"; an unknown one is printed as decimal. Empty for
/// bullets and "none".
std::string format_number(int value, std::string_view format);

} // namespace nianbao::formats
