// The text of one paragraph of a DOCX, as a reader of the printed page sees it: what was inserted under track
// changes, without what was deleted; results of fields, not their instructions; nothing that is hidden, and
// no pictures, text boxes or notes, which stand elsewhere on the page.
#pragma once

#include "formats/docx_styles.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace nianbao::formats {

/// Elements nest no deeper than this; what is deeper is not read.
inline constexpr int deepest_element = 64;

struct ParagraphText {
    std::string text; ///< UTF-8; a line break is \n, a tab \t
    bool too_deep = false;
};

/// `hidden`: the paragraph's style hides its text where a run does not say otherwise.
ParagraphText paragraph_text(pugi::xml_node paragraph, const Styles& styles, bool hidden);

/// Elements without any text of the flow: deleted and moved text, properties, drawings, text boxes, the
/// fallback for old programs.
bool is_left_out(std::string_view element);

} // namespace nianbao::formats
