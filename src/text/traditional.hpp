// Traditional characters as the simplified ones by which the words of the form are spelled.
#pragma once

#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::text {

namespace detail {
extern const std::array<std::uint64_t, 0x5200 / 64> traditional; ///< a bit for each of U+4E00 to U+9FFF
} // namespace detail

/// True for a character that `simplified` changes: one bit to look at, for the one place that asks it of
/// every character.
inline bool has_simplified(char32_t c) {
    const auto at = static_cast<std::size_t>(c - 0x4E00);
    return is_common_han(c) && (detail::traditional[at / 64] >> (at % 64) & 1U) != 0;
}

/// The simplified form of a traditional character that occurs in the form's vocabulary; every other character
/// as it is. Both take three bytes of UTF-8.
char32_t simplified(char32_t c);

/// Appends it; 資訊, the word of Taiwan and of sites that convert by words, becomes 信息, as long as itself.
void append_simplified(std::string& out, char32_t c);

/// The same for a text: every character stays at its offset.
std::string simplified(std::string_view utf8);

} // namespace nianbao::text
