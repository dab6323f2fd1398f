// What belongs to the pages of a text, not to the text: running headers and footers, page numbers, the header
// of a table printed again on the next page. Told by the form feeds between the pages (pdftotext) and by what
// stands at the same edge of every page; nothing is known of words.
#pragma once

#include "document/pipe_rows.hpp"

#include <vector>

namespace nianbao::document {

/// Sets `of_page` of lines that belong to their page. A text without form feeds has none.
void mark_page_furniture(std::vector<SourceLine>& lines);

} // namespace nianbao::document
