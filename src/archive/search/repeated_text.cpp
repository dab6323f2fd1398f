#include "archive/search/repeated_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace nianbao::archive {

namespace {

bool parts_clauses(char32_t c) {
    constexpr std::u32string_view marks = U"，。；：、！？,;:!?.．\n\r（）()《》“”\"「」·";
    return marks.find(c) != std::u32string_view::npos;
}

/// Bytes of 一是, 十二是 at the beginning of a clause. 第三 may be that of 第三方: where it numbers a clause
/// there is punctuation behind it.
std::size_t mark_length(std::string_view clause) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    std::size_t at = 0;
    while (at < clause.size()) {
        const text::CodePoint c = text::decode_at(clause, at);
        if (numerals.find(c.value) == std::u32string_view::npos) break;
        at += c.length;
    }
    constexpr std::string_view is = "是";
    return at > 0 && clause.substr(at).starts_with(is) ? at + is.size() : 0;
}

} // namespace

std::vector<std::string> clauses_of(std::string_view text, std::size_t shortest) {
    std::vector<std::string> clauses;
    std::string clause;
    std::size_t length = 0;
    const auto finish = [&] {
        const std::size_t mark = mark_length(clause);
        length -= mark / 3; // all its characters take three bytes
        if (length >= shortest) clauses.push_back(clause.substr(mark));
        clause.clear();
        length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode_at(text, at);
        if (parts_clauses(c.value)) {
            finish();
        } else if (!text::is_digit(c.value) && !text::is_space(c.value)) {
            clause += text.substr(at, c.length);
            ++length;
        }
        at += c.length;
    }
    finish();
    return clauses;
}

CharacterPairs::CharacterPairs(std::string_view text) {
    std::uint64_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode_at(text, at);
        at += c.length;
        if (text::is_digit(c.value) || text::is_space(c.value) || parts_clauses(c.value)) continue;
        if (before != 0) pairs_.push_back(before << 32 | c.value);
        before = c.value;
    }
    std::ranges::sort(pairs_);
}

double CharacterPairs::share_with(const CharacterPairs& other) const {
    if (pairs_.empty() && other.pairs_.empty()) return 1;
    std::size_t common = 0;
    for (auto mine = pairs_.begin(), theirs = other.pairs_.begin();
         mine != pairs_.end() && theirs != other.pairs_.end();) {
        if (*mine == *theirs) {
            ++common;
            ++mine;
            ++theirs;
        } else if (*mine < *theirs) {
            ++mine;
        } else {
            ++theirs;
        }
    }
    return 2 * static_cast<double>(common) / static_cast<double>(pairs_.size() + other.pairs_.size());
}

} // namespace nianbao::archive
