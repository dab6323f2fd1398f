// Full-text search of the narrative sections.
#pragma once

#include "core/result.hpp"
#include "report/form.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::archive {

struct SearchRequest {
    std::string text; ///< as typed: words (all must occur), "exact phrases"; anything else is text too
    std::vector<report::SectionKind> sections; ///< empty is any
    std::optional<int> year;
    std::string body;       ///< part of the name; empty is any
    std::size_t limit = 20; ///< 0 is all
    std::size_t offset = 0;
    int context = 40; ///< characters of text on each side of the first hit
};

/// One section that matches.
struct SearchHit {
    std::int64_t report_id = 0;
    std::string body; ///< empty where the report does not say
    std::optional<int> year;
    report::SectionKind section = report::SectionKind::preface;
    std::string snippet; ///< a part of the text, … where it was cut
    std::vector<std::pair<std::size_t, std::size_t>>
        hits;        ///< byte ranges [begin, end) in snippet, in order, apart
    double rank = 0; ///< bm25, smaller is better
};

struct SearchResult {
    std::vector<SearchHit> hits;
    std::int64_t sections = 0; ///< that match, without limit
    std::int64_t reports = 0;
};

} // namespace nianbao::archive
