// Which pieces of a page are its article. Government sites put navigation, lists of other years' reports and
// search boxes around it; their titles must not be taken for the report's.
#pragma once

#include "formats/html_page.hpp"

#include <vector>

namespace nianbao::formats::html {

/// Marks about the pieces of a page: those that name a section of the form or begin one of its tables.
struct Landmarks {
    std::vector<bool> heading; ///< a piece each
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    int first_section = 0; ///< of the six, the one that is named first
    int last_section = 0;
    int sections = 0; ///< of the six, how many are named
};
Landmarks landmarks_of(const Page& page);

/// Per piece whether it is kept. The smallest box that holds all landmarks, and of what stands before it the
/// title and the lines of publication; everything but the site's containers where too few sections are named.
std::vector<bool> article_of(const Page& page, const Landmarks& landmarks);

} // namespace nianbao::formats::html
