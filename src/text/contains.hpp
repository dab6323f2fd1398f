// Whether a text holds, or begins with, one of a few words.
#pragma once

#include <initializer_list>
#include <string_view>

namespace nianbao::text {

bool contains(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);
bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words);

} // namespace nianbao::text
