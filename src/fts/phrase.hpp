// What a person typed becomes phrases; phrases become a MATCH expression, and find themselves again in a
// text. Nothing typed is syntax except white space and quotes: AND, OR, NOT, NEAR, * ^ ( ) : - + are text
// like any other.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::fts {

/// Tokens that stand next to each other. With `prefix` the last one, a lone Han character, may go on: 申
/// finds 申请, 2023年 finds 2023年度. Made by parse_query only: `tokens` is what tokenizing `text` as a query
/// gives.
struct Phrase {
    std::string
        text; ///< as typed, without what stands around the first and the last token; valid UTF-8, no NUL
    std::vector<std::string> tokens; ///< never empty
    bool prefix = false;
    bool operator==(const Phrase&) const = default;
};

/// Words parted by white space (of any width), and phrases in "…", “…” or 「…」; a quote without its partner
/// is text. Never an error: what holds no letter, digit or Han character gives no phrase.
std::vector<Phrase> parse_query(std::string_view typed);

/// All phrases must occur, each in any of the columns (none given: any of the table). Empty for no phrase: do
/// not run it then. The expression holds the phrases' text, not their tokens: FTS5 tokenizes it again, and
/// pairs written one by one would each be a run of its own and stand too far apart.
std::string match_expression(std::span<const Phrase> phrases, std::span<const std::string_view> columns);

/// Byte ranges [begin, end) of `text` where any of the phrases stands, sorted, overlapping ones joined. MATCH
/// finds a text exactly if each phrase has such a place. A prefix marks only the characters typed.
std::vector<std::pair<std::size_t, std::size_t>> find_hits(std::string_view text,
                                                           std::span<const Phrase> phrases);

} // namespace nianbao::fts
