// From the flow of a DOCX to a Document's blocks.
#pragma once

#include "document/document.hpp"
#include "formats/docx_flow.hpp"

namespace nianbao::formats {

/// Appends the flow to the document. Tables that only lay the page out become lines.
void append_blocks(const Flow& flow, document::Document& document);

} // namespace nianbao::formats
