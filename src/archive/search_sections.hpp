// Full-text search on one connection. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "archive/search.hpp"

namespace nianbao::archive {

/// Error: usage where the text holds nothing to search for. Throws SQLite::Exception.
Result<SearchResult> search_sections(Connection& connection, const SearchRequest& request);

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
