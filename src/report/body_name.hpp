// What a name of a body looks like: used only to believe a line that no label introduces.
#pragma once

#include <string_view>

namespace nianbao::report {

/// A folded line that can be nothing but the name of a body: no punctuation, no digits, an ending that bodies
/// have.
bool looks_like_body(std::string_view folded);

} // namespace nianbao::report
