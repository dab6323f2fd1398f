// The surroundings of a hit. Built from the section's own text: FTS5's snippet() repeats text where two
// phrases overlap.
#include "archive/search/sections.hpp"
#include "text/utf8.hpp"

namespace nianbao::archive {

namespace {

constexpr std::string_view ellipsis = "…";

bool ends_sentence(char32_t c) {
    return c == U'。' || c == U'；' || c == U'！' || c == U'？' || c == U'\n';
}

/// Where the snippet begins: `context` characters before `hit`, or behind the last end of a sentence on the
/// way.
std::size_t find_begin(std::string_view text, std::size_t hit, int context) {
    std::size_t at = hit;
    for (int i = 0; i < context && at > 0; ++i) {
        const text::CodePoint before = text::decode_before(text, at);
        if (ends_sentence(before.value)) return at;
        at -= before.length;
    }
    return at;
}

/// Where it ends: `context` characters behind the hit, or just behind the last end of a sentence within them.
std::size_t find_end(std::string_view text, std::size_t hit, int context) {
    std::size_t at = hit;
    std::size_t sentence = 0;
    for (int i = 0; i < context && at < text.size(); ++i) {
        const text::CodePoint next = text::decode_at(text, at);
        if (next.value == U'\n') return at;
        at += next.length;
        if (ends_sentence(next.value)) sentence = at;
    }
    if (at == text.size()) return at;
    return sentence > 0 ? sentence : at;
}

bool only_spaces(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode_at(text, at);
        if (!text::is_space(point.value)) return false;
        at += point.length;
    }
    return true;
}

} // namespace

Snippet make_snippet(std::string_view text, std::span<const std::pair<std::size_t, std::size_t>> hits,
                     int context) {
    const std::size_t first_begin = hits.empty() ? 0 : hits.front().first;
    const std::size_t first_end = hits.empty() ? 0 : hits.front().second;
    const std::size_t begin = find_begin(text, first_begin, context);
    std::size_t end = find_end(text, first_end, context);
    for (const auto& [from, to] : hits) {
        if (from < end && to > end) end = to; // a hit is never cut
    }
    Snippet snippet;
    if (!only_spaces(text.substr(0, begin))) snippet.text = ellipsis;
    const std::size_t moved = snippet.text.size();
    snippet.text += text.substr(begin, end - begin);
    for (const auto& [from, to] : hits) {
        if (from >= end) break;
        snippet.hits.emplace_back(from - begin + moved, to - begin + moved);
    }
    if (!only_spaces(text.substr(end))) snippet.text += ellipsis;
    return snippet;
}

} // namespace nianbao::archive
