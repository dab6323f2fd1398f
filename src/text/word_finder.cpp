#include "text/word_finder.hpp"

#include "text/utf8.hpp"

#include <cassert>

namespace nianbao::text {

namespace {

std::size_t code_point_of_three(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

} // namespace

WordFinder::WordFinder(std::span<const std::string_view> words) : words_(words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        assert(decode_at(words[i], 0).length == 3);
        begins_.set(code_point_of_three(words[i], 0));
        by_last_byte_[static_cast<unsigned char>(words[i][2])].push_back(static_cast<std::uint16_t>(i));
    }
}

template<class Take>
void WordFinder::scan(std::string_view text, const Take& take) const {
    for (std::size_t i = 0; i + 3 <= text.size();) {
        if ((static_cast<unsigned char>(text[i]) & 0xF0U) != 0xE0U) {
            ++i;
            continue;
        }
        if (begins_.test(code_point_of_three(text, i))) {
            for (const std::uint16_t word : by_last_byte_[static_cast<unsigned char>(text[i + 2])]) {
                if (text.substr(i).starts_with(words_[word]) && !take(word, i)) return;
            }
        }
        i += 3;
    }
}

std::vector<WordFinder::Hit> WordFinder::find_all(std::string_view text) const {
    std::vector<Hit> hits;
    scan(text, [&](std::size_t word, std::size_t begin) {
        hits.push_back({word, begin});
        return true;
    });
    return hits;
}

bool WordFinder::any_in(std::string_view text) const {
    bool found = false;
    scan(text, [&](std::size_t, std::size_t) {
        found = true;
        return false;
    });
    return found;
}

} // namespace nianbao::text
