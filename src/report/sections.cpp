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
    const text::FoldedText text = text::fold_with_origin(printed);
    return folded_bytes < text.origin.size() ? text.origin[folded_bytes] : printed.size();
}

bool has_numeral(std::string_view folded) {
    for (const std::string_view numeral : {"一、", "二、", "三、", "四、", "五、", "六、", "七、"}) {
        if (folded.starts_with(numeral)) return true;
    }
    return false;
}

/// `一、总体情况 2023年，…`: the words up to the first white space are a numbered heading, and what follows
/// is text.
std::optional<Heading> heading_before_space(const Strip& strip) {
    if (!has_numeral(strip.folded)) return std::nullopt;
    std::size_t space = 0;
    while (space < strip.text.size() && !text::is_space(text::decode_at(strip.text, space).value)) {
        space += text::decode_at(strip.text, space).length;
    }
    if (space == strip.text.size()) return std::nullopt;
    const std::string first = text::fold(std::string_view(strip.text).substr(0, space));
    const auto heading = heading_of(first);
    return heading && heading->length == first.size() ? heading : std::nullopt;
}

std::optional<Found> heading_at(const std::vector<Strip>& strips, std::size_t index) {
    const Strip& strip = strips[index];
    if (!may_begin_heading(strip.folded) || !may_be_heading(strip)) return std::nullopt;
    auto heading = heading_of(strip.folded);
    if (!heading) heading = heading_before_space(strip);
    if (heading) {
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
    heading = heading_of(joined);
    if (!heading || heading->length != joined.size() || heading_of(strips[index + 1].folded)) {
        // The second line alone is one too: then the first must be the beginning of the same, 三、 or
        // 五、存在的主要.
        constexpr std::size_t longest_beginning = 36;
        const bool beginning = heading && heading->length == joined.size() &&
                               strip.folded.size() <= longest_beginning && has_numeral(strip.folded);
        if (!beginning) return std::nullopt;
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
