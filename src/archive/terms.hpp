// What a year, a body or a section speaks of more than the rest, and what is said again from year to year.
#pragma once

#include "archive/search.hpp"

#include <cstddef>

namespace nianbao::archive {

struct TermsRequest {
    SearchScope scope;      ///< what is set apart; its sections hold for the rest as well
    std::size_t limit = 30; ///< 0 is all
};

} // namespace nianbao::archive
