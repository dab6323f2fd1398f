// Pages that a converter made traditional say behind a character how it is read: 報(bào)告. Nobody printed
// that.
#pragma once

#include "document/document.hpp"

#include <vector>

namespace nianbao::report {

/// Takes readings in brackets away where a text is full of them; a single one may be its author's:
/// 埇(yǒng)桥.
void drop_glosses(std::vector<document::Block>& blocks);

} // namespace nianbao::report
