#include "cli/layout.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

constexpr std::string_view ellipsis = "…";

bool closes(char32_t c) {
    return std::u32string_view(U"，。、；：！？）》”’」】%％),.;:!?").find(c) != std::u32string_view::npos;
}

std::string cleaned(std::string_view bytes, bool keep_lines) {
    std::string clean;
    clean.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const text::CodePoint point = text::decode_at(bytes, at);
        const char32_t c = point.value;
        at += std::max<std::size_t>(1, point.length);
        if (c == U'\n') {
            clean += keep_lines ? "\n" : "⏎";
        } else if (c == U'\t') {
            clean += ' ';
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD) {
            text::append(clean, 0xFFFD);
        } else {
            text::append(clean, c);
        }
    }
    return clean;
}

/// How many bytes of `rest` make the next line, and how many to pass over after it.
struct Break {
    std::size_t taken;
    std::size_t skipped;
};
Break next_break(std::string_view rest, int columns) {
    std::size_t end = text::fit(rest, columns).size();
    if (end == 0) end = text::decode_at(rest, 0).length; // a wide character in a column of one
    if (end >= rest.size()) return {rest.size(), 0};
    if (rest[end] == ' ') return {end, 1};
    const auto is_word = [&](std::size_t at) {
        return static_cast<unsigned char>(rest[at]) < 0x80 && rest[at] != ' ';
    };
    if (is_word(end)) { // not inside a word of Latin letters or a number, if the line has anything else
        std::size_t start = end;
        while (start > 0 && is_word(start - 1)) --start;
        if (start > 0 && start < end) return rest[start - 1] == ' ' ? Break{start - 1, 1} : Break{start, 0};
    }
    const std::size_t last = text::decode_before(rest, end).length;
    if (closes(text::decode_at(rest, end).value) && last < end) return {end - last, 0};
    return {end, 0};
}

} // namespace

std::string pad(std::string_view utf8, int columns, Align align) {
    const int missing = columns - text::width(utf8);
    const std::string spaces(static_cast<std::size_t>(std::max(0, missing)), ' ');
    return align == Align::left ? std::string(utf8) + spaces : spaces + std::string(utf8);
}

std::string shorten(std::string_view utf8, int columns) {
    if (text::width(utf8) <= columns) return std::string(utf8);
    return std::string(text::fit(utf8, columns - 1)) + std::string(ellipsis);
}

std::string shorten_front(std::string_view utf8, int columns) {
    if (text::width(utf8) <= columns) return std::string(utf8);
    std::size_t at = utf8.size();
    for (int left = columns - 1; at > 0;) {
        const text::CodePoint last = text::decode_before(utf8, at);
        left -= text::width(last.value);
        if (left < 0) break;
        at -= last.length;
    }
    return std::string(ellipsis) + std::string(utf8.substr(at));
}

std::vector<std::string> wrap(std::string_view utf8, int columns) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t line_end = utf8.find('\n');
        std::string_view rest = utf8.substr(0, line_end);
        do {
            const Break next = next_break(rest.empty() ? std::string_view(" ") : rest, std::max(1, columns));
            lines.emplace_back(rest.substr(0, next.taken));
            const bool broken = next.taken + next.skipped < rest.size();
            if (broken) lines.back().erase(lines.back().find_last_not_of(' ') + 1);
            rest.remove_prefix(std::min(rest.size(), next.taken + next.skipped));
        } while (!rest.empty());
        if (line_end == std::string_view::npos) return lines;
        utf8.remove_prefix(line_end + 1);
    }
}

std::string one_line(std::string_view bytes) {
    return cleaned(bytes, false);
}

std::string printable(std::string_view bytes) {
    return cleaned(bytes, true);
}

} // namespace nianbao::cli
