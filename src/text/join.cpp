#include "text/join.hpp"

namespace nianbao::text {

std::string join(std::span<const std::string> words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : separator).append(word);
    return text;
}

} // namespace nianbao::text
