// Lines and tables of the document from the kept pieces and boxes of a page.
#pragma once

#include "formats/html_content.hpp"
#include "formats/html_page.hpp"

#include <vector>

namespace nianbao::formats::html {

std::vector<document::Block> blocks_of(const Page& page, const Landmarks& landmarks);

} // namespace nianbao::formats::html
