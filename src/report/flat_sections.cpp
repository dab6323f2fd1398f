// A heading inside a line counts where four sections in the order of the form stand in it, each with text of
// its own: a list of their names (一、…，二、…) has none. A line that begins with a heading and goes on as
// text is cut behind it where three lines of the document do so.
#include "report/flat_sections.hpp"

#include "report/body_name.hpp"
#include "report/headings.hpp"
#include "report/identity.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <set>

namespace nianbao::report {

namespace {

constexpr std::size_t long_line = 150; ///< bytes of a folded line in which a heading may have text behind it
constexpr std::size_t enough_in_line = 4;  ///< kinds of section in one line
constexpr std::size_t enough_lines = 3;    ///< lines that begin with a heading and go on
constexpr std::size_t least_text = 30;     ///< bytes between two headings that are no list
constexpr std::size_t longest_title = 240; ///< bytes

struct HeadingAt {
    SectionKind kind;
    std::size_t begin = 0; ///< in the folded text
    std::size_t end = 0;
};

/// Behind a section's name the next one, or words that make it a part of a sentence.
bool goes_on_as_list(std::string_view rest) {
    for (const std::string_view mark : {",", "、", ";"}) {
        if (rest.starts_with(mark)) return heading_prefix(rest.substr(mark.size())).has_value();
    }
    for (const std::string_view word : {"的", "和", ")", "等", "章节", "部分"}) {
        if (rest.starts_with(word)) return true;
    }
    return false;
}

std::vector<HeadingAt> headings_in(std::string_view folded) {
    std::vector<HeadingAt> found;
    for (std::size_t at = 0; at < folded.size();) {
        const auto heading = heading_prefix(folded.substr(at));
        if (heading && !goes_on_as_list(folded.substr(at + heading->length))) {
            found.push_back({heading->kind, at, at + heading->length});
            at += heading->length;
        } else {
            at += text::decode_at(folded, at).length;
        }
    }
    return found;
}

/// All six sections once, in order: where two of them have text and end before the line does, the others
/// have lost their tables. A list of names has none.
bool is_whole_form(const std::vector<HeadingAt>& all) {
    constexpr std::size_t sections = 6;
    constexpr std::size_t enough_texts = 2;
    if (all.size() != sections) return false;
    std::size_t texts = 0;
    for (std::size_t i = 0; i < sections; ++i) {
        if (static_cast<std::size_t>(all[i].kind) != i + 1) return false;
        if (i + 1 < sections && all[i + 1].begin - all[i].end >= least_text) ++texts;
    }
    return texts >= enough_texts;
}

/// Headings that stand close behind one another are a list, unless they are one heading printed twice.
std::vector<HeadingAt> without_lists(const std::vector<HeadingAt>& all, std::size_t size) {
    if (is_whole_form(all)) return all;
    std::vector<HeadingAt> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t next = i + 1 < all.size() ? all[i + 1].begin : size;
        const bool twice = i + 1 < all.size() && all[i + 1].kind == all[i].kind;
        const bool last = i + 1 == all.size();
        if (last || twice || next - all[i].end >= least_text) kept.push_back(all[i]);
    }
    return kept;
}

class SectionCutter {
public:
    explicit SectionCutter(std::vector<Strip>& out) : out_(out) {}

    bool wraps_are_spaces = false;

    /// Cuts before and behind each heading.
    void cut(const Strip& strip, const text::FoldedText& text, const std::vector<HeadingAt>& headings) {
        std::size_t begin = 0;
        for (const HeadingAt& heading : headings) {
            add(strip, text, begin, heading.begin);
            add(strip, text, heading.begin, heading.end);
            begin = heading.end;
        }
        add(strip, text, begin, text.folded.size());
    }

private:
    void add(const Strip& strip, const text::FoldedText& text, std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        const std::size_t from = begin == 0 ? 0 : text.origin[begin];
        const std::size_t to = end < text.origin.size() ? text.origin[end] : strip.text.size();
        std::string_view piece = std::string_view(strip.text).substr(from, to - from);
        for (const std::string_view mark : {"：", ":", "。", "．", "、", "，"}) { // behind a heading
            if (begin > 0 && piece.starts_with(mark)) piece.remove_prefix(mark.size());
        }
        Strip line = strip_of_line(piece, strip.place);
        line.wraps_are_spaces = wraps_are_spaces;
        if (!line.folded.empty()) out_.push_back(std::move(line));
    }

    std::vector<Strip>& out_;
};

/// `2021年政府信息公开工作年度报告 根据…`: where the title of a report in one line ends; 0 where it has none.
std::size_t title_end(std::string_view folded) {
    for (const std::string_view end : {"年度报告", "工作报告", "年报"}) {
        const std::size_t at = folded.find(end);
        if (at == std::string_view::npos || at > longest_title) continue;
        const std::string_view title = folded.substr(0, at);
        const bool sentence =
            title.find("。") != std::string_view::npos || title.find("根据") != std::string_view::npos;
        if (!sentence && title.find("信息公开") != std::string_view::npos) return at + end.size();
    }
    return 0;
}

/// `无。 某某局 2022 年 1 月 26 日` at the end of a report in one line: where the body's name begins; npos
/// where there is none.
std::size_t sign_off_begin(std::string_view text) {
    constexpr std::size_t longest_date = 40; ///< bytes
    std::size_t date = std::string_view::npos;
    for (std::size_t at = text.size() > longest_date ? text.size() - longest_date : 0; at < text.size();
         ++at) {
        const bool year = text.substr(at).starts_with("20") && (at == 0 || text[at - 1] == ' ');
        if (year && date_in(text.substr(at))) {
            date = at;
            break;
        }
    }
    if (date == std::string_view::npos || date < 2) return std::string_view::npos;
    const std::size_t space = text.rfind(' ', date - 2);
    if (space == std::string_view::npos) return std::string_view::npos;
    const std::string name = text::fold(text.substr(space, date - space));
    return looks_like_body(name) ? space : std::string_view::npos;
}

void cut_sign_off(std::vector<Strip>& strips) {
    const Strip last = strips.back();
    const std::size_t begin = sign_off_begin(last.text);
    if (begin == std::string_view::npos) return;
    const std::string_view text = last.text;
    const std::size_t date = text.find(" 20", begin);
    strips.back() = strip_of_line(text.substr(0, begin), last.place);
    strips.back().wraps_are_spaces = true;
    if (strips.back().folded.empty()) strips.pop_back();
    strips.push_back(strip_of_line(text.substr(begin, date - begin), last.place));
    strips.push_back(strip_of_line(text.substr(date), last.place));
}

bool is_long_line(const Strip& strip) {
    return !strip.is_row() && strip.folded.size() >= long_line;
}

/// `…将本机关2021年度报告如下：一、总体情况 2021年，…`: where the first section begins in the last line of
/// the preface; 0 where it does not, or where a list of sections does.
std::size_t overview_in(std::string_view folded) {
    constexpr std::string_view words = "如下:一、总体情况";
    const std::size_t at = text::find_word(folded, words);
    if (at == std::string_view::npos || goes_on_as_list(folded.substr(at + words.size()))) return 0;
    return folded.size() - at - words.size() >= least_text ? at + std::string_view("如下:").size() : 0;
}

/// Lines that begin with a heading and go on.
std::size_t lines_that_go_on(const std::vector<Strip>& strips) {
    std::set<SectionKind> kinds;
    for (const Strip& strip : strips) {
        if (strip.is_row()) continue;
        const auto heading = heading_prefix(strip.folded);
        if (heading && heading->length < strip.folded.size() && !heading_of(strip.folded) &&
            !goes_on_as_list(std::string_view(strip.folded).substr(heading->length)))
            kinds.insert(heading->kind);
    }
    return kinds.size();
}

} // namespace

std::vector<Strip> unfold_sections(std::vector<Strip> strips) {
    const bool cut_behind = lines_that_go_on(strips) >= enough_lines;
    if (!cut_behind && std::none_of(strips.begin(), strips.end(), is_long_line)) return strips;
    std::vector<Strip> out;
    SectionCutter cutter(out);
    for (Strip& strip : strips) {
        if (strip.is_row() || (!cut_behind && !is_long_line(strip))) {
            out.push_back(std::move(strip));
            continue;
        }
        const bool begins = heading_prefix(strip.folded).has_value();
        std::vector<HeadingAt> headings;
        if (is_long_line(strip) && (begins || strip.folded.size() >= 3 * long_line))
            headings = without_lists(headings_in(strip.folded), strip.folded.size());
        std::set<SectionKind> kinds;
        for (const HeadingAt& heading : headings) kinds.insert(heading.kind);
        if (kinds.size() >= enough_in_line) {
            const text::FoldedText text = text::fold_with_origin(strip.text);
            if (const std::size_t end = title_end(text.folded); end != 0 && end <= headings.front().begin)
                headings.insert(headings.begin(), {SectionKind::preface, 0, end});
            cutter.wraps_are_spaces = true;
            cutter.cut(strip, text, headings);
            cutter.wraps_are_spaces = false;
            cut_sign_off(out);
        } else if (cut_behind && begins && !heading_of(strip.folded)) {
            const auto heading = heading_prefix(strip.folded);
            if (goes_on_as_list(std::string_view(strip.folded).substr(heading->length))) {
                out.push_back(std::move(strip));
            } else {
                cutter.cut(strip, text::fold_with_origin(strip.text), {{heading->kind, 0, heading->length}});
            }
        } else if (const std::size_t at = begins ? 0 : overview_in(strip.folded); at != 0) {
            const std::size_t end = at + heading_prefix(std::string_view(strip.folded).substr(at))->length;
            cutter.cut(strip, text::fold_with_origin(strip.text), {{SectionKind::overview, at, end}});
        } else {
            out.push_back(std::move(strip));
        }
    }
    return out;
}

} // namespace nianbao::report
