#include "text/word_finder.hpp"

#include <algorithm>
#include <cassert>

namespace nianbao::text {

WordFinder::WordFinder(std::span<const std::string_view> words) : words_(words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        assert(decode_at(words[i], 0).length == 3);
        begins_.add(decode_at(words[i], 0).value);
        by_last_byte_[static_cast<unsigned char>(words[i][2])].push_back(static_cast<std::uint16_t>(i));
    }
}

bool WordFinder::any_in(std::string_view text) const {
    bool found = false;
    for_each(text, [&](Hit) {
        found = true;
        return false;
    });
    return found;
}

bool WordFinder::begins(std::string_view text) const {
    if (text.size() < 3 || !begins_.holds_first_of(text)) return false;
    const auto& words = by_last_byte_[static_cast<unsigned char>(text[2])];
    return std::any_of(words.begin(), words.end(),
                       [&](std::uint16_t word) { return text.starts_with(words_[word]); });
}

} // namespace nianbao::text
