#include "report/sections.hpp"

#include "report/headings.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace nianbao::report {

namespace {

/// A heading and how many strips it takes.
struct Found {
    Heading heading;
    std::string printed;
    std::string inline_text;
    std::size_t index = 0;
    std::size_t strips = 1;

    Numbering style() const { return heading.numeral.style; }
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

/// 一、 or 第一部分, and nothing that only looks like it.
bool has_numeral(std::string_view folded) {
    const Numeral numeral = numeral_at(folded);
    return numeral.marked && (numeral.style == Numbering::chinese || numeral.style == Numbering::part);
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

Found found_in(const Strip& strip, const Heading& heading, std::size_t index) {
    const std::size_t cut = printed_length(strip.text, heading.length);
    std::string_view rest = text::trim(std::string_view(strip.text).substr(cut));
    for (const std::string_view mark : {"：", ":", "。"}) {
        if (rest.starts_with(mark)) {
            rest = text::trim(rest.substr(mark.size()));
            break;
        }
    }
    return {heading, std::string(text::trim(std::string_view(strip.text).substr(0, cut))), std::string(rest),
            index, 1};
}

/// 三、 alone, or a long heading that the page wraps.
std::optional<Found> found_in_two(const std::vector<Strip>& strips, std::size_t index) {
    const Strip& strip = strips[index];
    constexpr std::size_t longest_first = 120; ///< bytes
    if (index + 1 >= strips.size() || strip.folded.size() > longest_first ||
        !may_be_heading(strips[index + 1]))
        return std::nullopt;
    const std::string joined = strip.folded + strips[index + 1].folded;
    auto heading = heading_of(joined);
    if (!heading) heading = counted_heading_of(joined);
    if (!heading || heading->length != joined.size()) return std::nullopt;
    if (heading_of(strips[index + 1].folded)) {
        // The second line alone is one too: then the first must be the beginning of the same, 三、 or
        // 五、存在的主要.
        constexpr std::size_t longest_beginning = 36;
        if (strip.folded.size() > longest_beginning || !has_numeral(strip.folded)) return std::nullopt;
    }
    return Found{*heading, strip.text + strips[index + 1].text, "", index, 2};
}

std::optional<Found> heading_at(const std::vector<Strip>& strips, std::size_t index) {
    const Strip& strip = strips[index];
    if (!may_begin_heading(strip.folded) || !may_be_heading(strip)) return std::nullopt;
    auto heading = heading_of(strip.folded);
    if (!heading) heading = heading_before_space(strip);
    if (!heading) heading = counted_heading_of(strip.folded);
    return heading ? found_in(strip, *heading, index) : found_in_two(strips, index);
}

int ordinal_of(SectionKind kind) {
    return static_cast<int>(kind);
}

/// Which of the headings open their sections. Those numbered （一）, 1. or Ⅰ. may be sub-headings of the
/// same words: they open one where they number the form's sections as the form does, and stand in its order
/// between the sections that are certain.
class Choice {
public:
    explicit Choice(std::vector<Found> all) : all_(std::move(all)) {
        for (const Found& found : all_) {
            if (is_certain(found)) open(found);
        }
    }

    std::vector<Found> made() {
        const bool led = kinds_.size() < enough_kinds;
        const std::optional<Numbering> leading = led ? leading_style() : std::nullopt;
        if (leading) {
            open_where([&](const Found& one) { return one.style() == *leading && !one.heading.common; });
            open_where([&](const Found& one) {
                return one.style() == *leading && !is_open(one) && counts_as_the_form(one);
            });
        }
        if (!kinds_.empty()) {
            open_where([&](const Found& one) {
                return !one.heading.common && !is_open(one) && counts_as_the_form(one);
            });
        }
        std::sort(opened_.begin(), opened_.end(),
                  [](const Found& left, const Found& right) { return left.index < right.index; });
        return opened_;
    }

private:
    static constexpr std::size_t enough_kinds = 3;

    static bool is_certain(const Found& found) {
        return found.style() == Numbering::none || found.style() == Numbering::chinese ||
               found.style() == Numbering::part;
    }

    static bool counts_as_the_form(const Found& found) {
        return found.heading.numeral.value == ordinal_of(found.heading.kind);
    }

    bool is_open(const Found& found) const { return kinds_.count(found.heading.kind) != 0; }

    void open(const Found& found) {
        opened_.push_back(found);
        indexes_.insert(found.index);
        kinds_.insert(found.heading.kind);
    }

    /// No section of those before it comes behind it in the form, and none behind it before.
    bool in_order(const Found& found, const std::vector<Found>& among) const {
        return std::all_of(among.begin(), among.end(), [&](const Found& one) {
            const int difference = ordinal_of(one.heading.kind) - ordinal_of(found.heading.kind);
            return one.index < found.index ? difference <= 0 : difference >= 0;
        });
    }

    template<typename Wanted>
    void open_where(Wanted wanted) {
        constexpr std::size_t most = 100; // of more no order can be told
        const std::vector<Found> before = opened_;
        if (before.size() > most) return;
        for (const Found& found : all_) {
            if (!is_certain(found) && wanted(found) && indexes_.count(found.index) == 0 &&
                in_order(found, before))
                open(found);
        }
    }

    /// The way of numbering under which most sections of the form have their own number.
    std::optional<Numbering> leading_style() const {
        std::map<Numbering, std::set<SectionKind>> kinds;
        for (const Found& found : all_) {
            if (!is_certain(found) && !found.heading.common && counts_as_the_form(found))
                kinds[found.style()].insert(found.heading.kind);
        }
        std::optional<Numbering> best;
        for (const auto& [style, of_style] : kinds) {
            if (of_style.size() >= enough_kinds && (!best || of_style.size() > kinds.at(*best).size()))
                best = style;
        }
        return best;
    }

    std::vector<Found> all_;
    std::vector<Found> opened_;
    std::set<std::size_t> indexes_; ///< of those opened
    std::set<SectionKind> kinds_;   ///< of those opened
};

} // namespace

std::vector<SectionPart> split_sections(const std::vector<Strip>& strips) {
    std::vector<Found> all;
    for (std::size_t i = 0; i < strips.size();) {
        const auto found = heading_at(strips, i);
        i += found ? found->strips : 1;
        if (found) all.push_back(*found);
    }
    std::vector<SectionPart> parts(1);
    if (!strips.empty()) parts[0].line = strips[0].place.line;
    if (!strips.empty()) parts[0].page = strips[0].place.page;
    for (const Found& found : Choice(std::move(all)).made()) {
        parts.back().end = found.index;
        const std::size_t begin = found.index + found.strips;
        parts.push_back({found.heading.kind, found.printed, found.inline_text, begin, begin,
                         strips[found.index].place.line, strips[found.index].place.page,
                         found.heading.free_form});
    }
    parts.back().end = strips.size();
    return parts;
}

} // namespace nianbao::report
