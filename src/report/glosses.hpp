// Pages that a converter made traditional say behind a character how it is read: 報(bào)告. Nobody printed
// that.
#pragma once

#include "document/document.hpp"

#include <vector>

namespace nianbao::report {

/// Takes readings in brackets away where a text has many different ones, and says whether it did; the same
/// one again and again may be its author's: 埇(yǒng)桥.
bool drop_glosses(std::vector<document::Block>& blocks);

} // namespace nianbao::report
