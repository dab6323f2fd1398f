// Full-text search on one connection. Internal to this floor. All of these throw SQLite::Exception; their
// errors are archive_corrupt (the index was made by another tokenizer).
#pragma once

#include "archive/connection.hpp"
#include "archive/rows.hpp"
#include "archive/search.hpp"
#include "archive/search/query.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nianbao::archive {

Result<SearchSummary> search_sections(Connection& connection, const SearchRequest& request,
                                      const TakeHit& take);
Result<SearchCount> count_sections(Connection& connection, const SearchRequest& request);
/// Rows (body|year|section, sections, reports, of_reports).
Result<void> group_sections(Connection& connection, const SearchRequest& request, SearchGroup group,
                            RowSink& sink);
/// Why a search found nothing, and what does occur; empty where there is nothing to say.
Result<Message> why_nothing(Connection& connection, const SearchRequest& request);

/// Error: the index was made by another version of the tokenizer.
Result<void> check_tokenizer(Connection& connection);

/// The surroundings of the first hit: `context` characters on each side, to the end of a sentence where one
/// is within reach, … where something was cut off. `hits` are byte ranges of `text`; those of the result are
/// of the snippet.
struct Snippet {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> hits;
};
Snippet make_snippet(std::string_view text, std::span<const std::pair<std::size_t, std::size_t>> hits,
                     int context);

} // namespace nianbao::archive
