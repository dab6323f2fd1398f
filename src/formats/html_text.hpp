// A page as text alone: for those that must not be given to the parser.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"

#include <string_view>

namespace nianbao::formats::html {

/// Block tags end lines, cells of a row are fields whose spans are lost. Error: too_large.
Result<document::Document> read_text_only(std::string_view page);

Error page_too_large();

} // namespace nianbao::formats::html
