#include "report/numerals.hpp"

#include "text/character_set.hpp"
#include "text/utf8.hpp"

#include <array>
#include <utility>

namespace nianbao::report {

namespace {

struct Count {
    int value = 0;
    std::size_t length = 0;
};

int chinese_digit(std::string_view text, std::size_t at) {
    constexpr std::u32string_view digits = U"一二三四五六七八九";
    if (at >= text.size()) return 0;
    const std::size_t found = digits.find(text::decode_at(text, at).value);
    return found == std::u32string_view::npos ? 0 : static_cast<int>(found) + 1;
}

/// 一 to 十九.
Count chinese_count(std::string_view text) {
    constexpr std::string_view ten = "十";
    if (const int digit = chinese_digit(text, 0)) return {digit, ten.size()};
    if (!text.starts_with(ten)) return {};
    const int digit = chinese_digit(text, ten.size());
    return {10 + digit, digit == 0 ? ten.size() : 2 * ten.size()};
}

/// 1 to 19, and no digit of a longer number.
Count arabic_count(std::string_view text) {
    std::size_t length = 0;
    int value = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9' && length < 3) {
        value = value * 10 + (text[length++] - '0');
    }
    return value >= 1 && value <= 19 && text.front() != '0' ? Count{value, length} : Count{};
}

/// I to X, which is also what Ⅰ to Ⅹ fold to.
Count roman_count(std::string_view text) {
    static constexpr auto romans = std::to_array<std::pair<std::string_view, int>>({{"VIII", 8},
                                                                                    {"VII", 7},
                                                                                    {"III", 3},
                                                                                    {"IV", 4},
                                                                                    {"VI", 6},
                                                                                    {"IX", 9},
                                                                                    {"II", 2},
                                                                                    {"I", 1},
                                                                                    {"V", 5},
                                                                                    {"X", 10}});
    for (const auto& [digits, value] : romans) {
        if (text.starts_with(digits)) return {value, digits.size()};
    }
    return {};
}

std::size_t mark_length(std::string_view text) {
    constexpr std::string_view twice = ",、"; // a conversion put a comma before every mark
    if (text.starts_with(twice)) return twice.size();
    for (const std::string_view mark : {"、", ".", ",", ":", ")"}) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

Numeral with_mark(Numbering style, Count count, std::string_view text) {
    const std::size_t mark = mark_length(text.substr(count.length));
    return {style, count.value, count.length + mark, mark != 0};
}

Numeral part_at(std::string_view text) {
    constexpr std::string_view ordinal = "第";
    const std::string_view behind = text.substr(ordinal.size());
    Count count = chinese_count(behind);
    if (count.length == 0) count = arabic_count(behind);
    if (count.length == 0) return {};
    for (const std::string_view unit : {"部分", "章", "节", "篇"}) {
        if (!behind.substr(count.length).starts_with(unit)) continue;
        const std::size_t length = ordinal.size() + count.length + unit.size();
        return {Numbering::part, count.value, length + mark_length(text.substr(length)), true};
    }
    return {};
}

Numeral bracketed_at(std::string_view text) {
    Count count = chinese_count(text.substr(1));
    if (count.length == 0) count = arabic_count(text.substr(1));
    const std::size_t close = 1 + count.length;
    if (count.length == 0 || !text.substr(close).starts_with(")")) return {};
    return {Numbering::bracketed, count.value, close + 1 + mark_length(text.substr(close + 1)), true};
}

} // namespace

Numeral numeral_at(std::string_view folded) {
    static const text::CharacterSet first("一二三四五六七八九十第(123456789IVX");
    if (!first.holds_first_of(folded)) return {}; // most lines
    if (folded.starts_with("第")) return part_at(folded);
    if (folded.starts_with("(")) return bracketed_at(folded);
    if (const Count count = chinese_count(folded); count.length != 0) {
        if (folded.substr(count.length).starts_with("是")) return {};
        return with_mark(Numbering::chinese, count, folded);
    }
    if (const Count count = arabic_count(folded); count.length != 0)
        return with_mark(Numbering::arabic, count, folded);
    const Count roman = roman_count(folded);
    const Numeral numeral = with_mark(Numbering::roman, roman, folded);
    return roman.length != 0 && numeral.marked ? numeral : Numeral{};
}

} // namespace nianbao::report
