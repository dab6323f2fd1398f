// Years and dates as documents print them.
#include "report/identity.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <array>

namespace nianbao::report {

namespace {

constexpr int first_year = 2003; // Guangzhou's regulation on disclosure, the first in the country
constexpr int last_year = 2099;

bool digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Chinese digits of years and dates become ASCII: 二〇二三年十月 → 2023年10月. Only runs before 年, 月 and
/// 日.
std::string with_ascii_digits(std::string_view folded) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    std::string out;
    std::vector<int> run;
    std::string printed;
    const auto flush = [&](char32_t next) {
        const bool year = next == U'年' && run.size() == 4;
        const bool month_or_day = (next == U'月' || next == U'日') && !run.empty() && run.size() <= 3;
        if (year) {
            for (const int value : run) out += static_cast<char>('0' + value);
        } else if (month_or_day) {
            int total = 0;
            for (const int value : run) total = value == 10 ? (total == 0 ? 10 : total * 10) : total + value;
            out += std::to_string(total);
        } else {
            out += printed;
        }
        run.clear();
        printed.clear();
    };
    for (std::size_t i = 0; i < folded.size();) {
        const text::CodePoint point = text::decode_at(folded, i);
        char32_t c = point.value;
        if (c == U'○' || c == U'零' || c == U'Ｏ' || c == U'О') c = U'〇';
        const std::size_t value = digits.find(c);
        if (value != std::u32string_view::npos || c == U'十') {
            run.push_back(c == U'十' ? 10 : static_cast<int>(value));
            printed += folded.substr(i, point.length);
        } else {
            flush(c);
            out += folded.substr(i, point.length);
        }
        i += point.length;
    }
    flush(0);
    return out;
}

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// A number of at most `most` digits at `at`; moves `at` behind it.
std::optional<int> number_at(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    int value = 0;
    while (digit(text, at) && at - begin < most) value = value * 10 + (text[at++] - '0');
    if (at == begin || digit(text, at)) return std::nullopt;
    return value;
}

bool skip_any(std::string_view text, std::size_t& at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (!text.substr(at).starts_with(word)) continue;
        at += word.size();
        return true;
    }
    return false;
}

bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool real_day(int year, int month, int day) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap(year) ? 1 : 0);
}

} // namespace

std::optional<int> year_in(std::string_view text) {
    // 2023, ２０２３, 二〇二三: most text begins no year at all.
    const auto holds = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
    if (!holds("20") && !holds("２") && !holds("二")) return std::nullopt;
    const std::string plain = with_ascii_digits(text::fold(text));
    int brackets = 0; // 〔2021〕30号 is a number of a document, not a year covered
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '[') ++brackets;
        if (plain[i] == ']') --brackets;
        if (!digit(plain, i) || (i > 0 && digit(plain, i - 1))) continue;
        std::size_t at = i;
        const auto year = number_at(plain, at, 4);
        if (brackets <= 0 && year && at - i == 4 && *year >= first_year && *year <= last_year) return year;
    }
    return std::nullopt;
}

std::optional<std::string> date_in(std::string_view text) {
    const std::string plain = with_ascii_digits(text::fold(text));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (!digit(plain, i) || (i > 0 && digit(plain, i - 1))) continue;
        std::size_t at = i;
        const auto year = number_at(plain, at, 4);
        if (!year || at - i != 4 || *year < first_year || *year > last_year) continue;
        if (!skip_any(plain, at, {"年", "-", ".", "/"})) continue;
        const auto month = number_at(plain, at, 2);
        if (!month || !skip_any(plain, at, {"月", "-", ".", "/"})) continue;
        // In "2024-01-3022:06" the time stands right behind the day once white space is gone.
        const std::size_t day_begin = at;
        while (digit(plain, at)) ++at;
        std::size_t digits = at - day_begin;
        const bool time_glued = digits > 2 && at < plain.size() && plain[at] == ':';
        if (digits == 0 || (digits > 2 && !time_glued)) continue;
        if (time_glued) digits = digits >= 4 ? 2 : 1;
        const int day = std::stoi(plain.substr(day_begin, digits));
        if (!real_day(*year, *month, day)) continue;
        return std::to_string(*year) + "-" + two_digits(*month) + "-" + two_digits(day);
    }
    return std::nullopt;
}

} // namespace nianbao::report
