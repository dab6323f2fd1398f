// Finds any of some words in a text in one pass. Most text is dismissed by a bit for each character that a
// word begins with.
#pragma once

#include <array>
#include <bitset>
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

    /// Every place of every word, by place, then by the order of the words.
    std::vector<Hit> find_all(std::string_view text) const;
    bool any_in(std::string_view text) const;

private:
    /// Calls take(word, begin) for each hit until it returns false.
    template<class Take>
    void scan(std::string_view text, const Take& take) const;

    std::span<const std::string_view> words_;
    std::bitset<0x10000> begins_; ///< code points that a word begins with
    std::array<std::vector<std::uint16_t>, 256>
        by_last_byte_; ///< words by the last byte of their first character
};

} // namespace nianbao::text
