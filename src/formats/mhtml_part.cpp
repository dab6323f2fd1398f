#include "formats/mhtml_part.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nianbao::formats::mhtml {

namespace {

constexpr std::size_t most_parts = 10'000; ///< a saved page has one for each picture
constexpr std::size_t most_depth = 16;     ///< of multiparts in multiparts
constexpr std::size_t longest_header = 4'096;

bool equal_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return text::ascii_lower(x) == text::ascii_lower(y); });
}

bool begins_with(std::string_view text, std::string_view word) {
    return equal_but_for_case(text.substr(0, word.size()), word);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(space), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(space) + 1);
}

/// The line at the beginning of `rest`, without its end; `rest` becomes what follows.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

struct Headers {
    std::string type;     ///< the whole of Content-Type, unfolded
    std::string encoding; ///< Content-Transfer-Encoding
};

void append_limited(std::string& value, std::string_view more) {
    value += more.substr(0, longest_header - std::min(longest_header, value.size()));
}

/// Reads up to the blank line; `rest` becomes the body.
Headers take_headers(std::string_view& rest) {
    Headers headers;
    std::string* current = nullptr;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') { // folded
            if (current) append_limited(*current, line);
            continue;
        }
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string_view name = trim(line.substr(0, colon));
        current = nullptr;
        if (equal_but_for_case(name, "Content-Type")) current = &headers.type;
        if (equal_but_for_case(name, "Content-Transfer-Encoding")) current = &headers.encoding;
        if (!current) continue;
        current->clear();
        append_limited(*current, trim(line.substr(std::min(colon + 1, line.size()))));
    }
    return headers;
}

/// The value of `boundary=`, with or without quotes.
std::string_view boundary_of(std::string_view type) {
    constexpr std::string_view name = "boundary=";
    for (std::size_t at = 0; at < type.size(); ++at) {
        if (!begins_with(type.substr(at), name)) continue;
        std::string_view value = trim(type.substr(at + name.size()));
        if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
        return trim(value.substr(0, value.find(';')));
    }
    return {};
}

/// The bodies between lines of `--boundary`; the last one may lack its end.
std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary) {
    std::vector<std::string_view> parts;
    const std::string mark = "--" + std::string(boundary);
    const char* begin = nullptr;
    const auto end_part = [&](const char* end) {
        if (begin) parts.emplace_back(begin, static_cast<std::size_t>(end - begin));
    };
    while (!body.empty() && parts.size() < most_parts) {
        const char* const line_begin = body.data();
        const std::string_view line = take_line(body);
        if (!line.starts_with(mark)) continue;
        const std::string_view behind = trim(line.substr(mark.size()));
        if (!behind.empty() && behind != "--") continue; // a longer boundary, of another multipart
        end_part(line_begin);
        begin = body.data();
        if (behind == "--") return parts;
    }
    end_part(body.data() + body.size());
    return parts;
}

std::string decoded(std::string_view body, std::string_view encoding) {
    if (begins_with(encoding, "quoted-printable")) return from_quoted_printable(body);
    if (begins_with(encoding, "base64")) return from_base64(body);
    return std::string(body);
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char letter = text::ascii_lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

} // namespace

std::optional<std::string> first_html_part(std::string_view message) {
    struct Todo {
        std::string_view part;
        std::size_t depth;
    };
    std::vector<Todo> todo{{message, 0}}; // the next one last
    while (!todo.empty()) {
        auto [body, depth] = todo.back();
        todo.pop_back();
        const Headers headers = take_headers(body);
        if (begins_with(headers.type, "text/html") || begins_with(headers.type, "application/xhtml"))
            return decoded(body, headers.encoding);
        const std::string_view boundary = boundary_of(headers.type);
        if (!begins_with(headers.type, "multipart/") || boundary.empty() || depth == most_depth) continue;
        const std::vector<std::string_view> parts = parts_of(body, boundary);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) todo.push_back({*part, depth + 1});
    }
    return std::nullopt;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const bool last = text.find('\n') == std::string_view::npos;
        std::string_view line = take_line(text);
        line = line.substr(0, line.find_last_not_of(" \t") + 1); // added on the way
        const bool soft = line.ends_with('=');
        if (soft) line.remove_suffix(1);
        for (std::size_t i = 0; i < line.size(); ++i) {
            const int high = line[i] == '=' && i + 2 < line.size() ? hex_digit(line[i + 1]) : -1;
            const int low = high >= 0 ? hex_digit(line[i + 2]) : -1;
            if (low < 0) {
                out += line[i];
                continue;
            }
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (!soft && !last) out += '\n';
    }
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') {
            count = 0; // what follows is another run
            continue;
        }
        const int digit = base64_digit(c);
        if (digit < 0) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

} // namespace nianbao::formats::mhtml
