// The lines of a table that runs over several pages, and what of them is not table: page marks, running
// headers and footers, the header of the table printed again.
#pragma once

#include "document/column_line.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nianbao::document {

struct PageLine {
    std::string_view text;
    int number = 0; ///< in the source, from 1
    ColumnLine pieces;
    bool skipped = false; ///< belongs to the page, or to the header printed again
    int page = 0;         ///< positions are comparable within a page only
};

/// How often each line of a text stands in it, digits and white space aside: what stands on every page.
class Recurring {
public:
    explicit Recurring(std::vector<std::string_view> lines);
    /// True for a line of a page's own: it stands in the text again, with another number perhaps, or it is
    /// the number of the page. `width` is the number of values in a row of the table.
    bool is_of_page(const PageLine& line, std::size_t width) const;

private:
    bool is_masked_again(const std::string& key) const;
    bool is_whole_again(std::string_view line) const;

    std::vector<std::string_view> lines_;
    std::unordered_map<std::string, int> masked_; ///< by the line with every number one #
    mutable std::optional<std::unordered_map<std::string, int>> whole_; ///< by the line; made when asked for
    std::set<int> page_numbers_; ///< lines whose number stands alone, where all these count 1, 2, 3 …
};

/// Marks lines of pages as skipped and gives every line its page.
void part_pages(std::vector<PageLine>& lines, const Recurring& recurring, std::size_t width);

} // namespace nianbao::document
