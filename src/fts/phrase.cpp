// Reading what was typed, writing it as a MATCH expression, and finding it in a text: three views of one
// token sequence, all made by tokenize(), so that they cannot disagree.
#include "fts/phrase.hpp"

#include "fts/tokenizer.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace nianbao::fts {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

struct QuotePair {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<QuotePair, 3> quote_pairs{{{"\"", "\""}, {"“", "”"}, {"「", "」"}}};

/// Text between quotes, and where the text after them begins.
struct Quoted {
    std::string_view inside;
    std::size_t after = 0;
};

std::optional<Quoted> quoted_at(std::string_view typed, std::size_t at) {
    for (const QuotePair& quote : quote_pairs) {
        if (!typed.substr(at).starts_with(quote.open)) continue;
        const std::size_t begin = at + quote.open.size();
        const std::size_t end = typed.find(quote.close, begin);
        if (end != std::string_view::npos)
            return Quoted{typed.substr(begin, end - begin), end + quote.close.size()};
    }
    return std::nullopt;
}

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

void add_phrase(std::vector<Phrase>& phrases, std::string_view typed) {
    Phrase phrase;
    std::size_t first = 0;
    std::size_t last = 0;
    tokenize(typed, Purpose::query, [&](std::string_view token, std::size_t begin, std::size_t end) {
        if (phrase.tokens.empty()) first = begin;
        last = end;
        phrase.tokens.emplace_back(token);
        return true;
    });
    if (phrase.tokens.empty()) return;
    phrase.text = without_odd_bytes(typed.substr(first, last - first));
    phrase.prefix = is_lone_han(phrase.tokens.back());
    phrases.push_back(std::move(phrase));
}

/// An FTS5 string: between double quotes, those inside doubled.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
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
    if (term.text == phrase.tokens[last] || last + 1 == terms.size()) return term.end;
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

std::vector<Phrase> parse_query(std::string_view typed) {
    std::vector<Phrase> phrases;
    std::size_t word = 0; // where the word being read begins
    for (std::size_t at = 0; at < typed.size();) {
        if (const auto quote = quoted_at(typed, at)) {
            add_phrase(phrases, typed.substr(word, at - word));
            add_phrase(phrases, quote->inside);
            at = word = quote->after;
            continue;
        }
        const text::CodePoint c = text::decode_at(typed, at);
        if (text::is_space(c.value)) {
            add_phrase(phrases, typed.substr(word, at - word));
            word = at + c.length;
        }
        at += c.length;
    }
    add_phrase(phrases, typed.substr(word));
    return phrases;
}

std::string match_expression(std::span<const Phrase> phrases, std::span<const std::string_view> columns) {
    std::string all;
    for (const Phrase& phrase : phrases) {
        if (!all.empty()) all += " AND ";
        all += quoted(phrase.text);
        if (phrase.prefix) all += " *";
    }
    if (all.empty() || columns.empty()) return all;
    std::string filter;
    for (const std::string_view column : columns) {
        if (!filter.empty()) filter += ' ';
        filter += quoted(column);
    }
    return "{" + filter + "} : (" + all + ")";
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
