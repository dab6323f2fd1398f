// Whether a text holds, or begins with, one of a few words.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace nianbao::text {

/// string_view::find for Chinese words: it looks for the first byte of the word, which a third of all
/// Chinese bytes are.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

bool contains(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);
bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words);

} // namespace nianbao::text
