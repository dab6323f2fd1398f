// Full-text search of the narrative sections: what can be asked, and what is answered.
#pragma once

#include "core/result.hpp"
#include "report/form.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::archive {

/// Above this many matching sections the newest come first instead of the most relevant, unless
/// SearchOrder::rank is asked for: ranking reads every match.
inline constexpr std::int64_t most_ranked = 5000;

enum class SearchOrder { automatic, rank, year, body };
enum class SearchGroup { body, year, section };

/// Both ends included.
struct YearRange {
    int first = 0;
    int last = 9999;
    bool holds(int year) const { return first <= year && year <= last; }
    bool operator==(const YearRange&) const = default;
};

/// Where to look. What stands in different members must all hold.
struct SearchScope {
    std::vector<report::SectionKind> sections;    ///< any of them; empty is all
    std::vector<YearRange> years;                 ///< any of them; empty is all
    std::vector<YearRange> other_years;           ///< none of them
    std::vector<std::vector<std::string>> bodies; ///< of each list the name holds one
    std::vector<std::string> other_bodies;        ///< the name holds none
    bool is_nothing = false;                      ///< what was asked excludes itself

    bool limits_bodies() const { return !bodies.empty() || !other_bodies.empty(); }
    bool is_everything() const {
        return sections.empty() && years.empty() && other_years.empty() && !limits_bodies() && !is_nothing;
    }
};

struct SearchRequest {
    std::string text;  ///< in the query language (docs/search.md): its fields narrow `scope` further
    SearchScope scope; ///< from elsewhere
    SearchOrder order = SearchOrder::automatic;
    std::size_t limit = 20; ///< 0 is all
    std::size_t offset = 0;
    int context = 40;      ///< characters of text on each side of the first hit
    bool variants = false; ///< simplified and traditional forms meet
    bool fold = false;     ///< texts that a body repeats are shown once
};

/// One section that matches.
struct SearchHit {
    std::int64_t report_id = 0;
    std::string body; ///< empty where the report does not say
    std::optional<int> year;
    report::SectionKind section = report::SectionKind::preface;
    std::string snippet; ///< a part of the text, … where it was cut
    std::vector<std::pair<std::size_t, std::size_t>>
        hits;                   ///< byte ranges [begin, end) in snippet, in order, apart
    std::optional<double> rank; ///< bm25, smaller is better; none where the order did not need it
    std::string source;         ///< path of the document
    int line = 0;               ///< where the section begins in it; 0 in a PDF
    int page = 0;               ///< the same; 0 where there are none
    std::vector<int> repeats;   ///< with `fold`: other years whose section says the same, newest first
};

struct SearchCount {
    std::int64_t sections = 0;
    std::int64_t reports = 0;
};

/// Gets a page's hits one by one, in order; false: enough.
using TakeHit = std::function<bool(SearchHit&& hit)>;

/// What is to be said beside the hits.
struct SearchSummary {
    SearchCount count;                     ///< that match, without limit
    bool is_more = false;                  ///< counting ended at most_ranked: there are more
    std::int64_t folded = 0;               ///< matches that were folded into those shown or passed over
    SearchOrder order = SearchOrder::rank; ///< the order taken
    std::vector<Message> notes;            ///< what was typed and could not be meant as it looks
};

struct SearchResult : SearchSummary {
    std::vector<SearchHit> hits;
};

/// How a request is understood.
struct SearchExplanation {
    std::vector<std::vector<std::string>> all; ///< each of these, any of the inner
    std::vector<std::string> none;
    SearchScope scope;
    std::string match; ///< the MATCH expression for section_fts; empty where only what is left out was typed
    std::string without; ///< and that of what is left out there
    std::vector<Message> notes;
};

} // namespace nianbao::archive
