// Code points of valid UTF-8, their classes and their width on a terminal. All text inside the program is
// valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao::text {

/// One code point and the bytes it took. A broken byte is read as U+FFFD of length 1, never past the end.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};
/// Leads a character of three bytes whatever follows: no overlong form and no surrogate begins with it.
constexpr bool leads_three(unsigned char byte) {
    return byte > 0xE0 && byte <= 0xEF && byte != 0xED;
}
CodePoint decode_other(std::string_view utf8, std::size_t offset); ///< the rest of decode_at

inline CodePoint decode_at(std::string_view utf8, std::size_t offset) { ///< offset < utf8.size()
    const auto lead = static_cast<unsigned char>(utf8[offset]);
    if (lead < 0x80) return {lead, 1};
    if (leads_three(lead) && offset + 3 <= utf8.size()) { // nearly all Chinese
        const auto second = static_cast<unsigned char>(utf8[offset + 1]);
        const auto third = static_cast<unsigned char>(utf8[offset + 2]);
        if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U)
            return {(lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU), 3};
    }
    return decode_other(utf8, offset);
}
CodePoint decode_before_other(std::string_view utf8, std::size_t offset); ///< the rest of decode_before

/// The code point that ends at offset > 0.
inline CodePoint decode_before(std::string_view utf8, std::size_t offset) {
    const auto last = static_cast<unsigned char>(utf8[offset - 1]);
    if (last < 0x80) return {last, 1};
    if (offset >= 3) {
        const auto lead = static_cast<unsigned char>(utf8[offset - 3]);
        if (leads_three(lead)) {
            const CodePoint point = decode_at(utf8.substr(0, offset), offset - 3);
            if (point.length == 3) return point;
        }
    }
    return decode_before_other(utf8, offset);
}
void append(std::string& utf8, char32_t code_point);
std::string with_broken_bytes_replaced(std::string_view bytes); ///< by U+FFFD: valid UTF-8 whatever comes
bool is_valid(std::string_view utf8);                           ///< strict: no surrogates, no overlong forms

/// The block that nearly all Chinese text is written in.
constexpr bool is_common_han(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}

/// An ideograph, of any plane (Unified, extensions, compatibility, 〇 and 々).
constexpr bool is_han(char32_t c) {
    return is_common_han(c) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}
bool holds_han(std::string_view utf8);

/// White space of any width: U+0020, U+00A0, U+3000, zero-width, tab, line ends.
constexpr bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    if (c > 0x3000) return c == 0xFEFF;
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x2060 || c == 0x3000;
}
constexpr bool is_digit(char32_t c) { ///< 0–9, also full-width
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/// Columns on a terminal: 2 for wide and full-width, 0 for combining and control characters, else 1.
int width(char32_t c);
int width(std::string_view utf8);

/// The longest beginning that fits into `columns`, never cutting a code point or a combining mark off its
/// base.
std::string_view fit(std::string_view utf8, int columns);

} // namespace nianbao::text
