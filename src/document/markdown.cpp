#include "document/markdown.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

constexpr std::string_view bold = "**";

std::string_view without_heading_mark(std::string_view line) {
    constexpr std::size_t deepest = 6;
    const std::string_view trimmed = text::trim(line);
    const std::size_t marks = std::min(trimmed.find_first_not_of('#'), trimmed.size());
    if (marks == 0 || marks > deepest || marks == trimmed.size()) return line;
    const std::string_view rest = text::trim(trimmed.substr(marks));
    const bool parted = rest.size() + marks < trimmed.size(); // `# 1`, not `#1`
    const bool words = text::is_han(text::decode_at(rest, 0).value) || rest.starts_with(bold);
    return parted || words ? rest : line;
}

/// Words or figures without an asterisk, as bold text has them.
bool is_marked_text(std::string_view inside) {
    bool any = false;
    for (std::size_t i = 0; i < inside.size();) {
        const text::CodePoint point = text::decode_at(inside, i);
        if (point.value == '*') return false;
        any = any || text::is_han(point.value) || text::is_digit(point.value);
        i += point.length;
    }
    return any;
}

std::string without_bold(std::string_view line) {
    std::string text;
    while (!line.empty()) {
        const std::size_t open = line.find(bold);
        const std::size_t inside = open == std::string_view::npos ? open : open + bold.size();
        const std::size_t close = inside == std::string_view::npos ? inside : line.find(bold, inside);
        if (close == std::string_view::npos || !is_marked_text(line.substr(inside, close - inside))) break;
        text.append(line.substr(0, open)).append(line.substr(inside, close - inside));
        line.remove_prefix(close + bold.size());
    }
    return text.append(line);
}

} // namespace

std::string without_markup(std::string_view line) {
    const std::string_view words =
        line.find('#') == std::string_view::npos ? line : without_heading_mark(line);
    return words.find(bold) == std::string_view::npos ? std::string(words) : without_bold(words);
}

} // namespace nianbao::document
