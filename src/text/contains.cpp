#include "text/contains.hpp"

#include <algorithm>
#include <cstring>

namespace nianbao::text {

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    if (word.empty()) return text.find(word, from);
    const std::size_t key = std::min<std::size_t>(word.size(), 3) - 1; // the last byte of a Chinese character
    while (from + word.size() <= text.size()) {
        const char* const begin = text.data() + from;
        const std::size_t left = text.size() - from - word.size() + 1; // places where the word may begin
        const void* const found = std::memchr(begin + key, word[key], left);
        if (!found) break;
        from += static_cast<std::size_t>(static_cast<const char*>(found) - begin) - key;
        if (std::memcmp(text.data() + from, word.data(), word.size()) == 0) return from;
        ++from;
    }
    return std::string_view::npos;
}

bool contains(std::string_view text, std::string_view word) {
    return find_word(text, word) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return contains(text, word); });
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.starts_with(word); });
}

} // namespace nianbao::text
