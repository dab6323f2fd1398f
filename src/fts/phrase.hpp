// A phrase: words that stand next to each other, as MATCH looks them up and as they are found again in a
// text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::fts {

/// Tokens that stand next to each other. With `prefix` the last one may go on: a lone Han character always
/// (申 finds 申请, 2023年 finds 2023年度), a word or a number where a star was typed. Made by make_phrase
/// only: `tokens` is what tokenizing `text` as a query gives.
struct Phrase {
    std::string
        text; ///< as typed, without what stands around the first and the last token; valid UTF-8, no NUL
    std::vector<std::string> tokens; ///< never empty
    bool prefix = false;
    bool operator==(const Phrase&) const = default;
};

/// The phrase of what was typed, which may be broken UTF-8; nullopt where it holds no letter, digit or Han
/// character. `star`: the last token may go on even where it is a word or a number (20* finds 2023).
std::optional<Phrase> make_phrase(std::string_view typed, bool star = false);

/// An FTS5 string: between double quotes, those inside doubled. A phrase goes into a MATCH expression as its
/// text, not as its tokens: FTS5 tokenizes it again, and pairs written one by one would each be a run of its
/// own and stand too far apart.
std::string quoted(std::string_view text);

/// Byte ranges [begin, end) of `text` where any of the phrases stands, sorted, overlapping ones joined. MATCH
/// finds a text exactly if each phrase has such a place. A prefix marks only the characters typed.
std::vector<std::pair<std::size_t, std::size_t>> find_hits(std::string_view text,
                                                           std::span<const Phrase> phrases);

} // namespace nianbao::fts
