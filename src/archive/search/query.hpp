// From what was typed to what is looked up: words and scope. Internal to this floor.
#pragma once

#include "archive/search.hpp"
#include "fts/query.hpp"

#include <string>
#include <vector>

namespace nianbao::archive {

struct SearchQuery {
    fts::Query words;
    SearchScope scope;
    std::vector<Message> notes;

    bool has_fields = false; ///< of the text, not of the request's own scope

    /// False where only punctuation was typed, or nothing can be in the scope. Fields alone look up every
    /// section there.
    bool looks_something_up() const { return (!words.empty() || has_fields) && !scope.is_nothing; }
    /// The MATCH expression: all that is wanted, without what is not. Not for a query that wants nothing.
    std::string match() const;
    /// That of the words left out alone.
    std::string match_left_out() const;
};

SearchQuery read_search(const SearchRequest& request);
/// For people: what was understood.
SearchExplanation explain(const SearchRequest& request);

} // namespace nianbao::archive
