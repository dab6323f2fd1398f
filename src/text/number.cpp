#include "text/number.hpp"

#include "text/fold.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::text {

namespace {

constexpr auto units =
    std::to_array<std::string_view>({"万元", "亿元", "萬元", "億元", "元", "件", "项", "項", "条", "條", "个",
                                     "個", "次", "份", "宗", "起", "篇"});

/// The commonest cell: up to nine ASCII digits, nothing else.
std::optional<std::int64_t> plain_digits(std::string_view printed) {
    constexpr std::size_t most = 9;
    if (printed.empty() || printed.size() > most) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : printed) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// A character of ASCII for its full-width form.
char32_t narrow(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

bool is_quote(char32_t c) { // folding drops it
    return c == '"' || c == '\'';
}

/// What a number may begin with: a digit, a sign. Most cells that hold no number are told by it.
bool may_begin_number(std::string_view printed) {
    if (printed.empty()) return false;
    const char32_t c = narrow(decode_at(printed, 0).value);
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || is_quote(c) || c == U'−' || c == U'–' ||
           c == U'—';
}

/// What its digits end with.
bool may_end_number(std::string_view printed) {
    if (printed.empty()) return false;
    const char32_t c = narrow(decode_before(printed, printed.size()).value);
    return (c >= '0' && c <= '9') || is_quote(c);
}

bool holds_space(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        if (is_space(point.value)) return true;
        i += point.length;
    }
    return false;
}

/// Digits without their thousands separators; nullopt where the separators do not stand every three digits.
std::optional<std::string> without_separators(std::string_view digits) {
    if (digits.find(',') == std::string_view::npos) return std::string(digits);
    std::string out;
    std::size_t group = 0; // digits since the last separator
    bool separated = false;
    const std::size_t end = std::min(digits.find('.'), digits.size());
    for (std::size_t i = 0; i < end; ++i) {
        if (digits[i] == ',') {
            if (group == 0 || group > 3 || (separated && group != 3)) return std::nullopt;
            separated = true;
            group = 0;
        } else {
            out += digits[i];
            ++group;
        }
    }
    if (group != 3 || digits.front() == '0') return std::nullopt; // 0,123 is no number
    return out + std::string(digits.substr(end));
}

/// ASCII, its full-width forms and the dashes that stand for a minus. ① and ² fold to digits, but count
/// nothing.
bool only_plain_characters(std::string_view printed) {
    for (std::size_t i = 0; i < printed.size();) {
        const CodePoint point = decode_at(printed, i);
        const char32_t c = point.value;
        const bool dash = c == U'−' || c == U'–' || c == U'—';
        if (c >= 0x80 && !(c >= 0xFF01 && c <= 0xFF5E) && !dash) return false;
        i += point.length;
    }
    return true;
}

} // namespace

bool is_number(std::string_view cell) {
    if (plain_digits(cell)) return true;
    const bool word = !cell.empty() && is_common_han(decode_at(cell, 0).value);
    return !word && parse_number(cell);
}

std::optional<PrintedNumber> parse_number(std::string_view cell) {
    // White space goes only at the ends and before the unit: "1 2" is two numbers, not twelve.
    std::string_view printed = trim(cell);
    if (!may_begin_number(printed)) return std::nullopt;
    if (const auto plain = plain_digits(printed)) return PrintedNumber{Decimal{*plain, 0}, {}};
    std::string unit;
    if (!may_end_number(printed)) {
        constexpr std::u32string_view last_of_units = U"元件项項条條个個次份宗起篇";
        const char32_t last = decode_before(printed, printed.size()).value;
        if (last_of_units.find(last) == std::u32string_view::npos) return std::nullopt;
        const auto behind = std::find_if(units.begin(), units.end(), [&](std::string_view candidate) {
            return printed.size() > candidate.size() && printed.ends_with(candidate);
        });
        if (behind == units.end()) return std::nullopt;
        unit = *behind == "億元" ? "亿元" : simplified(*behind);
        printed = trim(printed.substr(0, printed.size() - behind->size()));
        if (!may_end_number(printed)) return std::nullopt;
    }
    if (!only_plain_characters(printed) || holds_space(printed)) return std::nullopt;
    std::string folded = fold(printed);
    std::string sign;
    if (!folded.empty() && (folded.front() == '+' || folded.front() == '-')) {
        sign = folded.substr(0, 1);
        folded.erase(0, 1);
    }
    if (folded.empty() || folded.front() < '0' || folded.front() > '9') return std::nullopt;
    const std::optional<std::string> digits = without_separators(folded);
    if (!digits) return std::nullopt;
    const std::optional<Decimal> value = Decimal::parse(sign + *digits);
    if (!value) return std::nullopt;
    return PrintedNumber{*value, unit};
}

} // namespace nianbao::text
