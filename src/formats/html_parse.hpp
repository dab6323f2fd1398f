// The one place that knows Gumbo, which builds the tree that browsers show (HTML5). It takes quadratic time
// for some pages: see html_scan.hpp for those that it must not be given.
#pragma once

#include "formats/html_page.hpp"

#include <optional>
#include <string_view>

namespace nianbao::formats::html {

enum class Hidden : bool { leave_out, keep };

/// nullopt: the page takes more memory than a page may. `utf8` must be valid.
std::optional<Page> parse(std::string_view utf8, Hidden hidden);

} // namespace nianbao::formats::html
