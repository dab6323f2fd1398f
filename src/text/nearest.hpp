// The word that was probably meant: Levenshtein distance over code points.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate at the least distance, the first of equals; nullopt where none is near: at most a third of
/// the word's length (and at least one change) apart, or beginning with the whole word.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// The same, with an empty word for none.
std::string nearest_or_empty(std::string_view word, std::span<const std::string> candidates);

} // namespace nianbao::text
