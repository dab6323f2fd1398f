#include "report/sections.hpp"

#include "report/headings.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::report {

namespace {

/// A heading and how many strips it takes.
struct Found {
    SectionKind kind;
    std::string heading;
    std::string inline_text;
    std::size_t strips = 1;
};

/// A row of a table is a heading only where it is one cell wide: pages lay headings out in tables.
bool may_be_heading(const Strip& strip) {
    return std::count_if(strip.cells.begin(), strip.cells.end(),
                         [](const document::Cell& cell) { return !cell.text.empty(); }) <= 1;
}

/// The first `folded_bytes` bytes of the folded text, as bytes of the printed one.
std::size_t printed_length(std::string_view printed, std::size_t folded_bytes) {
    std::size_t end = 0;
    while (end < printed.size() && text::fold(printed.substr(0, end)).size() < folded_bytes) {
        end += text::decode_at(printed, end).length;
    }
    return end;
}

std::optional<Found> heading_at(const std::vector<Strip>& strips, std::size_t index) {
    const Strip& strip = strips[index];
    if (!may_be_heading(strip)) return std::nullopt;
    if (const auto heading = heading_of(strip.folded)) {
        const std::size_t cut = printed_length(strip.text, heading->length);
        std::string_view rest = text::trim(std::string_view(strip.text).substr(cut));
        for (const std::string_view mark : {"：", ":", "。"}) {
            if (rest.starts_with(mark)) {
                rest = text::trim(rest.substr(mark.size()));
                break;
            }
        }
        return Found{heading->kind, std::string(text::trim(std::string_view(strip.text).substr(0, cut))),
                     std::string(rest)};
    }
    // 三、 alone, or a long heading that the page wraps.
    if (index + 1 >= strips.size() || strip.folded.size() > 120 || !may_be_heading(strips[index + 1]))
        return std::nullopt;
    const std::string joined = strip.folded + strips[index + 1].folded;
    const auto heading = heading_of(joined);
    if (!heading || heading->length != joined.size() || heading_of(strips[index + 1].folded)) {
        const bool bare_numeral = heading && heading->length == joined.size() && strip.folded.size() <= 6;
        if (!bare_numeral) return std::nullopt;
    }
    return Found{heading->kind, strip.text + strips[index + 1].text, "", 2};
}

} // namespace

std::vector<SectionPart> split_sections(const std::vector<Strip>& strips) {
    std::vector<SectionPart> parts(1);
    if (!strips.empty()) parts[0].line = strips[0].place.line;
    for (std::size_t i = 0; i < strips.size();) {
        const auto found = heading_at(strips, i);
        if (!found) {
            parts.back().end = ++i;
            continue;
        }
        parts.back().end = i;
        const std::size_t begin = i + found->strips;
        parts.push_back(
            {found->kind, found->heading, found->inline_text, begin, begin, strips[i].place.line});
        i = begin;
    }
    return parts;
}

} // namespace nianbao::report
