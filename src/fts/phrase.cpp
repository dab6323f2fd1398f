// Writing a phrase for MATCH and finding it in a text: two views of one token sequence, both made by
// tokenize(), so that they cannot disagree.
#include "fts/phrase.hpp"

#include "fts/tokenizer.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::fts {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

/// FTS5 reads an expression up to the first NUL, and broken bytes would not survive a UTF-16 database: both
/// part tokens anyway, so a space says the same.
std::string without_odd_bytes(std::string_view typed) {
    std::string result;
    for (std::size_t at = 0; at < typed.size();) {
        const text::CodePoint c = text::decode_at(typed, at);
        const bool broken = c.value == U'\uFFFD' && c.length == 1;
        if (broken || c.value == U'\0')
            result += ' ';
        else
            result += typed.substr(at, c.length);
        at += c.length;
    }
    return result;
}

bool is_lone_han(std::string_view token) {
    const text::CodePoint c = text::decode_at(token, 0);
    return c.length == token.size() && text::is_han(c.value);
}

struct Term {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Term> terms_of(std::string_view text) {
    std::vector<Term> terms;
    tokenize(text, Purpose::document, [&](std::string_view token, std::size_t begin, std::size_t end) {
        terms.push_back({std::string(token), begin, end});
        return true;
    });
    return terms;
}

bool stands_at(std::span<const Term> terms, const Phrase& phrase) {
    if (terms.size() < phrase.tokens.size()) return false;
    const std::size_t last = phrase.tokens.size() - 1;
    for (std::size_t i = 0; i < last; ++i)
        if (terms[i].text != phrase.tokens[i]) return false;
    return phrase.prefix ? terms[last].text.starts_with(phrase.tokens[last])
                         : terms[last].text == phrase.tokens[last];
}

/// Where the phrase that stands at the front of `terms` ends. A lone Han character that met a pair ends where
/// the pair's second character begins, which is where the next term begins; unless both came from one sign,
/// such as ㍿.
std::size_t end_of(std::span<const Term> terms, const Phrase& phrase, std::string_view text) {
    const std::size_t last = phrase.tokens.size() - 1;
    const Term& term = terms[last];
    const bool word = !text::holds_han(term.text); // one that goes on is marked whole
    if (word || term.text == phrase.tokens[last] || last + 1 == terms.size()) return term.end;
    return std::max(terms[last + 1].begin, term.begin + text::decode_at(text, term.begin).length);
}

std::vector<Range> joined(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<Range> result;
    for (const Range& range : ranges) {
        if (!result.empty() && range.first < result.back().second)
            result.back().second = std::max(result.back().second, range.second);
        else
            result.push_back(range);
    }
    return result;
}

} // namespace

std::optional<Phrase> make_phrase(std::string_view typed, bool star) {
    Phrase phrase;
    std::size_t first = 0;
    std::size_t last = 0;
    tokenize(typed, Purpose::query, [&](std::string_view token, std::size_t begin, std::size_t end) {
        if (phrase.tokens.empty()) first = begin;
        last = end;
        phrase.tokens.emplace_back(token);
        return true;
    });
    if (phrase.tokens.empty()) return std::nullopt;
    phrase.text = without_odd_bytes(typed.substr(first, last - first));
    const bool lone = is_lone_han(phrase.tokens.back());
    phrase.prefix = lone || (star && !text::holds_han(phrase.tokens.back()));
    return phrase;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

std::vector<Range> find_hits(std::string_view text, std::span<const Phrase> phrases) {
    const std::vector<Term> terms = terms_of(text);
    std::vector<Range> ranges;
    for (const Phrase& phrase : phrases) {
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const std::span<const Term> rest = std::span(terms).subspan(i);
            if (stands_at(rest, phrase)) ranges.emplace_back(terms[i].begin, end_of(rest, phrase, text));
        }
    }
    return joined(std::move(ranges));
}

} // namespace nianbao::fts
