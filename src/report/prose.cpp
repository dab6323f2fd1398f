// A document is wrapped when many lines that end in the middle of a sentence are equally wide, and text of
// pages always is. In a wrapped document a line goes on in the next one when the next one's first word would
// not have fitted behind it.
#include "report/prose.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace nianbao::report {

namespace {

constexpr int narrowest = 30; ///< columns; narrower lines are labels and cells
constexpr int widest = 160;
constexpr int slack = 3; ///< columns by which full lines differ: punctuation may not begin a line
constexpr std::size_t enough_lines = 3;
constexpr int surely_wrapped = 60; ///< columns: on a page a line as wide that ends within a sentence goes on

bool is_terminal(char32_t c) {
    return c == U'。' || c == U'；' || c == U';' || c == U'：' || c == U':' || c == U'！' || c == U'？' ||
           c == U'”' || c == U'）' || c == U')';
}

bool ends_sentence(std::string_view text) {
    return !text.empty() && is_terminal(text::decode_before(text, text.size()).value);
}

int columns_of(const Strip& strip) {
    return strip.depth + text::width(strip.text);
}

bool is_ascii_word(char32_t c) {
    return c < 0x80 && (std::isalnum(static_cast<int>(c)) != 0 || c == '%' || c == '.');
}

/// Columns of what cannot be parted at the beginning of a line: a Latin word or number, or one character; the
/// punctuation that may not begin a line goes with it.
int first_unit(std::string_view text) {
    int columns = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        const text::CodePoint point = text::decode_at(text, i);
        if (i > 0 && !is_ascii_word(point.value)) break;
        columns += text::width(point.value);
        i += point.length;
        if (!is_ascii_word(point.value)) break;
    }
    constexpr std::u32string_view no_line_start = U"，。、；：！？）》”’】,.;:!?)";
    while (i < text.size()) {
        const text::CodePoint point = text::decode_at(text, i);
        if (no_line_start.find(point.value) == std::u32string_view::npos) break;
        columns += text::width(point.value);
        i += point.length;
    }
    return columns;
}

/// （一） 1. 一、 一是 第一，: what begins a paragraph or an item of a list.
bool begins_item(std::string_view folded) {
    if (folded.empty()) return false;
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    std::size_t i = 0;
    const bool bracket = folded.front() == '(';
    if (bracket) ++i;
    if (folded.substr(i).starts_with("第")) i += 3;
    const std::size_t begin = i;
    while (i < folded.size()) {
        const text::CodePoint point = text::decode_at(folded, i);
        const bool numeral =
            numerals.find(point.value) != std::u32string_view::npos || text::is_digit(point.value);
        if (!numeral) break;
        i += point.length;
    }
    if (i == begin || i >= folded.size()) return false;
    const std::string_view behind = folded.substr(i);
    if (bracket) return behind.starts_with(")");
    return behind.starts_with("、") || behind.starts_with("是") || behind.starts_with(",") ||
           (behind.starts_with(".") && behind.size() > 1 &&
            !text::is_digit(static_cast<unsigned char>(behind[1])));
}

bool goes_on(const Strip& line, const Strip& next, int wrap) {
    if (wrap == 0 || line.is_row() || next.is_row() || next.depth >= 4) return false;
    const int columns = columns_of(line);
    if (columns > wrap + slack) return false; // a paragraph of its own among wrapped ones
    const bool full = columns >= wrap - slack || columns + first_unit(next.text) > wrap;
    if (ends_sentence(line.text)) return full && !begins_item(next.folded);
    // The first line of a paragraph has lost its indent, and converters count characters, not columns: in a
    // wrapped document a long line that ends within a sentence goes on.
    return full || columns * 4 >= wrap * 3;
}

void join(std::string& text, std::string_view next) {
    const char32_t left = text::decode_before(text, text.size()).value;
    const char32_t right = text::decode_at(next, 0).value;
    const auto letter = [](char32_t c) { return c < 0x80 && std::isalpha(static_cast<int>(c)) != 0; };
    if (letter(left) && letter(right)) text += ' ';
    text += next;
}

} // namespace

bool ends_within_sentence(const Strip& strip) {
    return !strip.is_row() && !ends_sentence(strip.text) && columns_of(strip) >= narrowest;
}

int wrap_width(std::span<const Strip* const> strips) {
    std::map<int, std::size_t> open_lines; // lines that end within a sentence, by width
    std::size_t all_open = 0;
    int widest_of_pages = 0;
    for (const Strip* const pointer : strips) {
        const Strip& strip = *pointer;
        if (strip.is_row() || ends_sentence(strip.text)) continue;
        const int columns = columns_of(strip);
        if (strip.place.page != 0 && columns >= surely_wrapped && columns <= widest)
            widest_of_pages = std::max(widest_of_pages, columns);
        // A line that begins an item may be a sub-heading: those are equally wide by chance.
        if (columns < narrowest || columns > widest || begins_item(strip.folded)) continue;
        ++open_lines[columns];
        ++all_open;
    }
    int best = 0;
    std::size_t best_count = 0;
    for (const auto& [columns, ignored] : open_lines) {
        std::size_t count = 0;
        for (int c = columns - slack; c <= columns; ++c) {
            const auto found = open_lines.find(c);
            if (found != open_lines.end()) count += found->second;
        }
        if (count >= best_count) {
            best = columns;
            best_count = count;
        }
    }
    return best_count >= enough_lines && best_count * 3 >= all_open ? best : widest_of_pages;
}

std::string reflow(std::span<const Strip* const> strips, int wrap) {
    std::string text;
    const Strip* before = nullptr;
    for (const Strip* strip : strips) {
        if (before && goes_on(*before, *strip, wrap)) {
            join(text, strip->text);
        } else {
            if (!text.empty()) text += '\n';
            text += strip->text;
        }
        before = strip;
    }
    return text;
}

} // namespace nianbao::report
