#include "report/headings.hpp"

#include "text/utf8.hpp"

#include <array>
#include <regex>
#include <string>

namespace nianbao::report {

namespace {

/// Wordings that occur, as patterns over folded text. They are matched byte by byte, so what is optional is a
/// group.
struct Wording {
    SectionKind kind;
    const char* pattern;
    bool needs_numeral; ///< too common a phrase to open a section without one
};

constexpr auto wordings = std::to_array<Wording>({
    {SectionKind::overview, "(政府)?(信息公开)?(工作)?总体(情况|概述)", false},
    {SectionKind::overview, "(主要)?(工作)?(概述|概况)|基本(工作)?情况|(政府信息公开)?(工作)?总体概况", true},
    {SectionKind::disclosure, "(行政机关)?主动公开政府信息(的)?(工作)?情况", false},
    {SectionKind::disclosure, "(政府信息)?主动公开(工作)?(的)?情况", true},
    {SectionKind::requests, "(行政机关)?收到和处理(的)?政府信息公开申请(的)?(工作)?情况", false},
    {SectionKind::requests, "(政府信息)?依申请公开(政府信息)?(工作)?(的)?(办理|处理)?情况", true},
    {SectionKind::disputes,
     "(因)?(政府)?(信息公开)?(工作)?(被)?(申请|提起)?行政复议[、,和及或与]*(被)?(提起)?行政诉讼(的)?(工作)?"
     "情况",
     false},
    {SectionKind::improvements,
     "(政府信息公开)?(工作)?(中)?(当前|目前)?(存在)?(的)?(主要)?问题(、困难)?[、,和及与以]*(下(一)?步)?(工作)"
     "?(的)?"
     "(主要)?(改进|整改)(情况|措施|意见|计划|打算|方向)?(情况)?",
     false},
    {SectionKind::improvements, "(政府信息公开)?(工作)?(存在)(的)?(主要)?(问题|不足)", true},
    {SectionKind::other_matters, "其[他它]需(要)?(报告|说明)(的)?(事项|情况)", false},
    {SectionKind::other_matters, "其[他它](事项|情况)|需要说明的(其他)?事项(与附表)?", true},
});

struct Compiled {
    SectionKind kind;
    std::regex pattern;
    bool needs_numeral;
};

/// ECMAScript over bytes: a class of Chinese characters must be spelled as alternatives.
std::string over_bytes(std::string pattern) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '[') {
            out += pattern[i];
            continue;
        }
        out += "(?:";
        bool first = true;
        for (++i; pattern[i] != ']';) {
            const text::CodePoint point = text::decode_at(pattern, i);
            out += (first ? "" : "|") + pattern.substr(i, point.length);
            first = false;
            i += point.length;
        }
        out += ')';
    }
    return out;
}

const std::vector<Compiled>& compiled() {
    static const std::vector<Compiled> all = [] {
        std::vector<Compiled> out;
        for (const Wording& wording : wordings) {
            out.push_back({wording.kind, std::regex("^(?:" + over_bytes(wording.pattern) + ")"),
                           wording.needs_numeral});
        }
        return out;
    }();
    return all;
}

/// Bytes of 一、 to 九、 at the beginning: 一、 二. 三, 四 and a bare numeral; 0 where there is none. （一）
/// is a sub-heading.
std::size_t numeral_length(std::string_view folded) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九";
    if (folded.empty()) return 0;
    const text::CodePoint first = text::decode_at(folded, 0);
    if (numerals.find(first.value) == std::u32string_view::npos) return 0;
    std::size_t length = first.length;
    for (const std::string_view mark : {"、", ".", ",", ":", "是"}) {
        if (folded.substr(length).starts_with(mark)) return mark == "是" ? 0 : length + mark.size();
    }
    return length;
}

/// Punctuation that may end a heading line, and a note in brackets: （单位：件）.
bool only_punctuation(std::string_view rest) {
    constexpr std::size_t longest_note = 40; ///< bytes
    if (rest.starts_with("(") && rest.ends_with(")") && rest.size() <= longest_note) return true;
    while (!rest.empty()) {
        bool taken = false;
        for (const std::string_view mark : {"、", "。", ":", ",", ".", ";"}) {
            if (rest.starts_with(mark)) {
                rest.remove_prefix(mark.size());
                taken = true;
                break;
            }
        }
        if (!taken) return false;
    }
    return true;
}

constexpr std::size_t longest_heading = 120; ///< bytes, 40 characters

/// Every wording has one of these words: most lines need no pattern at all.
bool may_be_heading(std::string_view candidate) {
    for (const std::string_view word : {"情况", "概", "事项", "问题"}) {
        if (candidate.find(word) != std::string_view::npos) return true;
    }
    return false;
}

} // namespace

std::optional<Heading> heading_of(std::string_view folded) {
    const std::size_t numeral = numeral_length(folded);
    const std::string_view words = folded.substr(numeral);
    const std::string candidate(words.substr(0, longest_heading));
    if (!may_be_heading(candidate)) return std::nullopt;
    for (const Compiled& one : compiled()) {
        std::smatch match;
        if ((one.needs_numeral && numeral == 0) || !std::regex_search(candidate, match, one.pattern))
            continue;
        const auto length = static_cast<std::size_t>(match.length(0));
        const std::string_view rest = words.substr(length);
        if (only_punctuation(rest)) return Heading{one.kind, folded.size()};
        // Text on the heading's own line: 六、其他需要报告的事项:无。 A list of names (一、…,二、…) opens
        // nothing.
        const bool parted = rest.starts_with(":") || rest.starts_with("。");
        if (numeral != 0 && parted) return Heading{one.kind, numeral + length};
    }
    return std::nullopt;
}

} // namespace nianbao::report
