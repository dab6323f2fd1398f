// How text becomes terms: overlapping pairs of Han characters, whole tokens for runs of other letters and
// digits. A phrase of pairs is an exact substring, so a Chinese word of two or more characters is found
// wherever it stands. What counts is the NFKC form, character by character: ㈠ is ( 一 ), ㎡ is m2, Ａ４ is
// a4, a Kangxi radical its ideograph. Combining marks stay with their letter; marks on a Han character, and
// what Unicode calls default ignorable (zero-width characters, soft hyphens, variation selectors), are passed
// over. All else parts runs.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace nianbao::fts {

/// Rises whenever the same text may give other tokens: an archive indexed by another version must be rebuilt.
inline constexpr int tokenizer_version = 1;

/// A longer word is known by its beginning of about this many bytes (FTS5 itself would cut at 32,768).
inline constexpr std::size_t max_token_bytes = 1024;

enum class Purpose {
    document, ///< each run of Han characters ends with its last character alone, so that no character is lost
    query,    ///< the last run gives up that one-character token if it is Han and has a pair before it
};

/// Called for each token, one position each, with its folded text (NFKC, case folded) and its byte range in
/// the original; ranges of neighbours overlap. Returning false ends the tokenization at once.
using TokenSink = std::function<bool(std::string_view token, std::size_t begin, std::size_t end)>;

/// Bytes need not be valid UTF-8: a broken byte parts tokens and is never read past the end.
void tokenize(std::string_view utf8, Purpose purpose, const TokenSink& sink);

} // namespace nianbao::fts
