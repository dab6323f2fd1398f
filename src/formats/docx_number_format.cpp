#include "formats/docx_number_format.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::formats {

namespace {

/// Ten digits, then ten, hundred, thousand, ten thousand.
using Counting = std::u32string_view;
constexpr Counting everyday = U"〇一二三四五六七八九十百千万";
constexpr Counting legal = U"零壹贰叁肆伍陆柒捌玖拾佰仟万";
constexpr Counting legal_traditional = U"零壹貳參肆伍陸柒捌玖拾佰仟萬";

/// 十一, 二十, 一百〇五; `short_ten`: 十一 rather than 一十一.
std::u32string counted(int value, Counting characters, bool short_ten) {
    if (value >= 10'000) {
        std::u32string high = counted(value / 10'000, characters, short_ten) + characters[13];
        const int low = value % 10'000;
        if (low == 0) return high;
        return high + (low < 1000 ? std::u32string(1, characters[0]) : U"") + counted(low, characters, false);
    }
    std::u32string out;
    bool gap = false;
    int unit = 1000;
    for (std::size_t place = 13; place-- > 9; unit /= 10) {
        const int digit = value / unit % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += characters[0];
        gap = false;
        if (!(short_ten && unit == 10 && digit == 1 && out.empty()))
            out += characters[static_cast<std::size_t>(digit)];
        if (unit > 1) out += characters[place];
    }
    return out.empty() ? std::u32string(1, characters[0]) : out;
}

std::u32string digit_by_digit(int value, char32_t zero, Counting characters) {
    std::u32string out;
    for (const char digit : std::to_string(value)) {
        const auto d = static_cast<std::size_t>(digit - '0');
        out += zero != 0 ? zero + static_cast<char32_t>(d) : characters[d];
    }
    return out;
}

/// a … z, aa, bb …
std::u32string lettered(int value, char32_t first) {
    const auto index = static_cast<char32_t>((value - 1) % 26);
    const auto times = static_cast<std::size_t>((value - 1) / 26 + 1);
    return std::u32string(std::min<std::size_t>(times, 32), first + index);
}

std::u32string roman(int value, bool upper) {
    struct Numeral {
        int value;
        std::u32string_view letters;
    };
    constexpr auto numerals = std::to_array<Numeral>({{1000, U"m"},
                                                      {900, U"cm"},
                                                      {500, U"d"},
                                                      {400, U"cd"},
                                                      {100, U"c"},
                                                      {90, U"xc"},
                                                      {50, U"l"},
                                                      {40, U"xl"},
                                                      {10, U"x"},
                                                      {9, U"ix"},
                                                      {5, U"v"},
                                                      {4, U"iv"},
                                                      {1, U"i"}});
    std::u32string out;
    for (const Numeral& numeral : numerals) {
        for (; value >= numeral.value; value -= numeral.value) out += numeral.letters;
    }
    if (upper)
        std::transform(out.begin(), out.end(), out.begin(), [](char32_t c) { return c - U'a' + U'A'; });
    return out;
}

std::u32string decimal(int value) {
    return digit_by_digit(value, U'0', {});
}

/// One character of a row of them; decimal beyond its end.
std::u32string one_of(int value, char32_t first, int count) {
    return value <= count ? std::u32string(1, first + static_cast<char32_t>(value - 1)) : decimal(value);
}

std::u32string one_of(int value, std::u32string_view characters) {
    const auto index = static_cast<std::size_t>(value - 1);
    return index < characters.size() ? std::u32string(1, characters[index]) : decimal(value);
}

enum class Kind {
    decimal,
    counting,
    formal,
    formal_traditional,
    digits,
    full_width,
    zero_padded,
    circled,
    bracketed,
    dotted,
    lower_letter,
    upper_letter,
    lower_roman,
    upper_roman,
    stems,
    branches,
    none,
};

struct NamedFormat {
    std::string_view name;
    Kind kind;
};

constexpr auto formats = std::to_array<NamedFormat>({
    {"chineseCounting", Kind::counting},
    {"chineseCountingThousand", Kind::counting},
    {"japaneseCounting", Kind::counting},
    {"taiwaneseCounting", Kind::counting},
    {"taiwaneseCountingThousand", Kind::counting},
    {"koreanCounting", Kind::counting},
    {"chineseLegalSimplified", Kind::formal},
    {"japaneseLegal", Kind::formal_traditional},
    {"ideographLegalTraditional", Kind::formal_traditional},
    {"ideographDigital", Kind::digits},
    {"japaneseDigitalTenThousand", Kind::digits},
    {"taiwaneseDigital", Kind::digits},
    {"koreanDigital2", Kind::digits},
    {"decimalFullWidth", Kind::full_width},
    {"decimalFullWidth2", Kind::full_width},
    {"decimalZero", Kind::zero_padded},
    {"decimalEnclosedCircle", Kind::circled},
    {"decimalEnclosedCircleChinese", Kind::circled},
    {"decimalEnclosedParen", Kind::bracketed},
    {"decimalEnclosedFullstop", Kind::dotted},
    {"lowerLetter", Kind::lower_letter},
    {"upperLetter", Kind::upper_letter},
    {"lowerRoman", Kind::lower_roman},
    {"upperRoman", Kind::upper_roman},
    {"ideographTraditional", Kind::stems},
    {"ideographZodiac", Kind::branches},
    {"bullet", Kind::none},
    {"none", Kind::none},
});

Kind kind_of(std::string_view format) {
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const NamedFormat& one) { return one.name == format; });
    return found == formats.end() ? Kind::decimal : found->kind;
}

std::u32string characters(int value, Kind kind) {
    switch (kind) {
    case Kind::counting:
        return counted(value, everyday, true);
    case Kind::formal:
        return counted(value, legal, false);
    case Kind::formal_traditional:
        return counted(value, legal_traditional, false);
    case Kind::digits:
        return digit_by_digit(value, 0, everyday);
    case Kind::full_width:
        return digit_by_digit(value, U'０', {});
    case Kind::zero_padded:
        return (value < 10 ? U"0" : U"") + decimal(value);
    case Kind::circled:
        return one_of(value, U'①', 20);
    case Kind::bracketed:
        return one_of(value, U'⑴', 20);
    case Kind::dotted:
        return one_of(value, U'⒈', 20);
    case Kind::lower_letter:
        return lettered(value, U'a');
    case Kind::upper_letter:
        return lettered(value, U'A');
    case Kind::lower_roman:
        return roman(value, false);
    case Kind::upper_roman:
        return roman(value, true);
    case Kind::stems:
        return one_of(value, U"甲乙丙丁戊己庚辛壬癸");
    case Kind::branches:
        return one_of(value, U"子丑寅卯辰巳午未申酉戌亥");
    case Kind::none:
        return {};
    case Kind::decimal:
        break;
    }
    return decimal(value);
}

} // namespace

std::string format_number(int value, std::string_view format) {
    constexpr int most = 32'767;
    const Kind kind = value < 1 || value > most ? Kind::decimal : kind_of(format);
    if (kind_of(format) == Kind::none) return {};
    if (value < 0) return std::to_string(value);
    std::string out;
    for (const char32_t c : characters(value, kind)) text::append(out, c);
    return out;
}

} // namespace nianbao::formats
