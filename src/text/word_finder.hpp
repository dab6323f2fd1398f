// Finds any of some words in a text in one pass. Most text is dismissed by a bit for each character that a
// word begins with.
#pragma once

#include "text/character_set.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nianbao::text {

class WordFinder {
public:
    struct Hit {
        std::size_t word = 0;  ///< index of the word
        std::size_t begin = 0; ///< byte offset in the text
    };

    /// The words must outlive the finder. Asserts that each begins with a character of three bytes (Chinese).
    explicit WordFinder(std::span<const std::string_view> words);

    /// Calls take(hit) for every place of every word, by place, then by the order of the words, until it
    /// returns false. `from` is where a character begins.
    template<class Take>
    void for_each(std::string_view text, const Take& take, std::size_t from = 0) const {
        for (std::size_t i = from; i + 3 <= text.size();) {
            if ((static_cast<unsigned char>(text[i]) & 0xF0U) != 0xE0U) {
                ++i;
                continue;
            }
            if (begins_.holds(of_three_bytes(text, i))) {
                for (const std::uint16_t word : by_last_byte_[static_cast<unsigned char>(text[i + 2])]) {
                    const std::string_view words = words_[word];
                    const std::size_t last = i + words.size() - 1;
                    // Few words that begin alike end alike.
                    if (last >= text.size() || text[last] != words.back()) continue;
                    if (text.substr(i).starts_with(words) && !take(Hit{word, i})) return;
                }
            }
            i += 3;
        }
    }
    bool any_in(std::string_view text) const;
    bool begins(std::string_view text) const; ///< one of the words stands at the text's beginning

private:
    /// The character of valid text that a byte has announced to take three.
    static char32_t of_three_bytes(std::string_view text, std::size_t at) {
        const auto bits = [&](std::size_t i, unsigned mask) {
            return static_cast<unsigned char>(text[at + i]) & mask;
        };
        return bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
    }

    std::span<const std::string_view> words_;
    CharacterSet begins_;
    std::array<std::vector<std::uint16_t>, 256>
        by_last_byte_; ///< words by the last byte of their first character
};

} // namespace nianbao::text
