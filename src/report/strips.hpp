// The document as a pile of strips from top to bottom: a strip is a line of text or a row of a table. Page
// marks are gone (they are digits that must never become cells); everything else is still there.
#pragma once

#include "document/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

struct Strip {
    std::string text;                      ///< trimmed; the cells of a row joined by single spaces
    std::string folded;                    ///< text::fold of it
    std::vector<document::Cell> cells;     ///< empty for a line of text
    std::vector<std::string> folded_cells; ///< text::fold of each cell
    document::Place place;
    bool aligned = false; ///< a row whose columns mean something, see document::Table
    int depth = 0;        ///< white-space columns before the text: an indented line begins a paragraph
    bool wraps_are_spaces = false;   ///< of a text in one line: a space may stand where a line was wrapped
    bool page_mark_above = false;    ///< a line of page marks stood right above
    bool may_be_page_number = false; ///< a bare number that fits among the numbers of the pages

    bool is_row() const { return !cells.empty(); }
};

std::vector<Strip> strips_of(std::vector<document::Block> blocks);

/// A strip of a line of text; empty text gives an empty strip.
Strip strip_of_line(std::string_view text, document::Place place);

/// True for a line that is nothing but page marks: - 9 -, 第9页, Page 9, P. 9, and several of them in a row.
bool is_page_mark(std::string_view folded);

/// True for what a site puts around a report: buttons, counters, breadcrumbs, footers, templates never filled
/// in.
bool is_site_chrome(std::string_view folded);

/// True for a line that tells of the page, not of the report: 发布时间, 来源, 索引号 …
bool is_page_metadata(std::string_view folded);

} // namespace nianbao::report
