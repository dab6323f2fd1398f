// What reports say again: whether two sections are nearly the same, and the clauses of a text. Internal to
// this floor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// What stands between punctuation, without digits, white space and the mark of an enumeration (一是);
/// those of at least `shortest` characters.
std::vector<std::string> clauses_of(std::string_view text, std::size_t shortest = 1);

/// A text as its pairs of neighbouring characters, digits, punctuation and white space disregarded: figures
/// change from year to year, and a word put right here and there changes little.
class CharacterPairs {
public:
    explicit CharacterPairs(std::string_view text);

    /// How much of both texts stands in the other (Dice): 0 to 1.
    double share_with(const CharacterPairs& other) const;

private:
    std::vector<std::uint64_t> pairs_; // sorted
};

/// Two texts that share this much say the same.
inline constexpr double same_text = 0.9;

} // namespace nianbao::archive
