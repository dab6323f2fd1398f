// Traditional characters as the simplified ones by which the words of the form are spelled.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::text {

/// The simplified form of a traditional character that occurs in the form's vocabulary; every other character
/// as it is. Both take three bytes of UTF-8.
char32_t simplified(char32_t c);

/// Appends it; 資訊, the word of Taiwan and of sites that convert by words, becomes 信息, as long as itself.
void append_simplified(std::string& out, char32_t c);

/// The same for a text: every character stays at its offset.
std::string simplified(std::string_view utf8);

} // namespace nianbao::text
