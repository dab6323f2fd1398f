// Simplified and traditional spellings of the same words, by OpenCC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::text {

/// The other spellings of a text: simplified, and traditional as OpenCC's own standard, Taiwan and Hong Kong
/// write it. Without the text itself, each once; none where OpenCC's dictionaries are not installed. UTF-8.
std::vector<std::string> variants_of(const std::string& utf8);

} // namespace nianbao::text
