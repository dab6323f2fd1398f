#include "formats/html_attributes.hpp"

#include "text/ascii.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <charconv>

namespace nianbao::formats::html {

using text::contains;

void add_look(Looks& looks, std::string_view name, std::string_view value) {
    if (name == "style") {
        const std::string style = lower_without_spaces(value);
        // Struck or without a size: printed for nobody.
        looks.hidden_in_place = looks.hidden_in_place || contains(style, "line-through") ||
                                contains(style + ";", "font-size:0;") ||
                                contains(style + ";", "font-size:0px;") ||
                                contains(style + ";", "font-size:0pt;");
        looks.raised = contains(style, "vertical-align:super") || contains(style, "vertical-align:sub");
        looks.hidden = looks.hidden || contains(style, "display:none");
        looks.hidden_in_place = looks.hidden_in_place || contains(style, "visibility:hidden");
        looks.block = contains(style, "display:block");
    } else if (name == "hidden") {
        looks.hidden = true;
    } else if (name == "aria-hidden") {
        looks.hidden_in_place = looks.hidden_in_place || value == "true";
    } else if (name == "class" || name == "id") {
        looks.title = looks.title || contains(lower_without_spaces(value), "title");
    }
}

int span_in(std::string_view value, int least, int most) {
    while (!value.empty() && (value.front() == ' ' || value.front() == '+')) value.remove_prefix(1);
    int span = 1;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), span);
    if (read.ec == std::errc::result_out_of_range) return value.front() == '-' ? 1 : most;
    return span < least ? 1 : std::min(span, most);
}

std::string lower_without_spaces(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > ' ') out += text::ascii_lower(c);
    }
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text::trim(text)) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space) out += c;
        if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

} // namespace nianbao::formats::html
