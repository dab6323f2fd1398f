// The name that was probably meant, for hints about queries, views and columns. Internal to this floor.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nianbao::archive {

/// The candidate with the fewest edits, the first of equals; empty where none is near: more than a third of
/// its length (and more than two) apart, and not beginning with the whole word.
std::string nearest_name(std::string_view word, std::span<const std::string> candidates);

} // namespace nianbao::archive
