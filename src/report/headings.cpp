#include "report/headings.hpp"

#include "report/wording.hpp"
#include "text/character_set.hpp"
#include "text/utf8.hpp"
#include "text/word_finder.hpp"

#include <utility>
#include <vector>

namespace nianbao::report {

namespace {

/// Wordings that occur, over folded text.
struct KnownHeading {
    SectionKind kind;
    Wording wording;
    bool needs_numeral;     ///< too common a phrase to open a section without one
    bool free_form = false; ///< only in the years before 2019
};

std::vector<KnownHeading> headings_of_the_form() {
    using enum SectionKind;
    return {
        {overview, Wording("(政府)?(信息公开)?(工作)?总体(工作|开展|公开)?(情况|概述)"), false},
        {overview,
         Wording("(政府信息公开|政务公开|信息公开)?(工作)?(的)?(基本|总体|主要)?(工作)?(情况)?(概述|概况)"),
         true},
        {overview, Wording("(政府信息公开|政务公开|信息公开)?(工作)?(的)?(基本|总体)(工作)?情况"), true},
        {overview, Wording("(政府信息公开|政务公开|信息公开)?(工作)?开展情况"), true},
        {disclosure, Wording("(行政机关)?主动公开政府信息(的)?(工作)?情况"), false},
        {disclosure, Wording("(政府信息公开|政府信息)?(的)?主动公开(信息)?(的)?(工作)?(的)?情况"), true},
        {disclosure, Wording("主动公开政府信息(以及|及)(公开)?平台建设(等)?(的)?情况"), true},
        {requests, Wording("(行政机关)?收到和处理(的)?政府信息公开(的)?申请(的)?(工作)?情况"), false},
        {requests,
         Wording("(政府信息公开|政府信息)?(的)?依申请公开(政府信息|信息)?(工作)?(的)?(办理|处理|受理)?情况"),
         true},
        {requests, Wording("(行政机关)?依申请公开(政府)?(信息)?[和及与、]*不予公开(政府)?(信息)?(的)?情况"),
         true},
        {requests, Wording("政府信息公开申请(的)?(办理|处理|受理)(的)?情况"), true},
        {disputes,
         Wording(
             "(因)?(政府)?(信息公开)?(工作)?(被)?(申请|提起)?行政复议[、,和及或与]*(被)?(提起)?行政诉讼(的)?"
             "(工作)?情况"),
         false},
        {disputes,
         Wording("(因)?(政府)?(信息公开)?(工作)?(举报|投诉)?(举报|投诉)?[、,和及与]*(申请)?(提起)?行政复议"
                 "[、,和及与]*(提起)?行政诉讼[、,以和及与]*(举报|投诉|申诉)?(举报|投诉|申诉)?(的)?情况"),
         true},
        {improvements,
         Wording(
             "(政府信息公开)?(工作)?(中)?(当前|目前)?(存在)?(的)?(主要)?问题(、困难)?[、,和及与以]*"
             "(下一步|下步)?(工作)?(的)?(主要)?(改进|整改)(工作)?(情况|措施|意见|计划|打算|方向)?(情况)?"),
         false},
        {improvements, Wording("(政府信息公开)?(工作)?存在(的)?(主要)?(问题|不足)"), true},
        {improvements,
         Wording("(政府信息公开)?(工作)?(中)?(当前|目前)?存在(的)?(主要)?(问题|不足)[、,和及与]*(不足|困难)?["
                 "、,和及与]*"
                 "(下一步|下步)?(的)?(主要)?(工作)?(打算|改进|整改|计划|思路|安排|措施)(情况|措施|思路|计划|"
                 "打算)?"),
         true},
        {improvements, Wording("下一步(的)?(工作)?(措施|打算|计划|安排|思路)"), true},
        {improvements, Wording("(政府信息公开)?(工作)?(中)?(需要)?(的)?改进(的)?(工作)?(情况|措施)"), true},
        {other_matters, Wording("其[他它]需(要)?(报告|说明)(的)?(事项|情况)"), false},
        {other_matters, Wording("需要(报告|说明)的其[他它](事项|情况)"), false},
        {other_matters, Wording("其[他它](事项|情况)"), true},
    };
}

/// Of the years before 2019, when the form was free: what the later form tells of in 六, or nowhere.
std::vector<KnownHeading> headings_of_the_free_form() {
    using enum SectionKind;
    return {
        {disputes,
         Wording("(政府信息公开)?(工作)?(的)?(行政)?复议[、,和及与]*(行政)?诉讼(和|及|、)?(申诉|举报|投诉)?("
                 "的)?情况"),
         true},
        {other_matters, Wording("(政府信息公开)?(工作)?(的)?(收费|费用)(收取)?(及|和|、)?(减免)?(的)?情况"),
         true},
        {other_matters, Wording("(政府信息公开)?(工作)?(的)?咨询(处理|接待)?(的)?情况"), true},
        {other_matters,
         Wording("(政府信息公开)?(工作)?(的)?(工作)?(机构|人员)(建设)?[和及与、]*(经费|支出|收支|收支支出)?("
                 "的)?情况"),
         true},
        {other_matters, Wording("(政府信息公开)?(工作)?(的)?(政府)?(支出|收支)(和|与|及)?(收费)?(的)?情况"),
         true},
        {other_matters, Wording("(政府信息公开)?(工作)?(的)?(政府)?支出(和|与|及)收费"), true},
        {other_matters,
         Wording("(依申请公开政府信息|政府信息公开)(的)?(相关|经费使用和|经费使用与|经费使用及)?(收费|费用)("
                 "的)?情况"),
         true},
        {other_matters, Wording("(政府信息公开)?(情况)?(统计)?附表"), false},
        {other_matters, Wording("需要说明的(其他)?事项(与附表)?"), true},
    };
}

const std::vector<KnownHeading>& known_headings() {
    static const auto all = [] {
        std::vector<KnownHeading> both = headings_of_the_form();
        for (KnownHeading& one : headings_of_the_free_form()) {
            both.push_back(std::move(one));
            both.back().free_form = true;
        }
        return both;
    }();
    return all;
}

/// Bytes of a year before the words of a heading: 2014年度, 本年度.
std::size_t year_length(std::string_view words) {
    for (const std::string_view year : {"本年度", "本年"}) {
        if (words.starts_with(year)) return year.size();
    }
    constexpr std::size_t digits = 4;
    if (!words.starts_with("20") || words.find_first_not_of("0123456789") != digits) return 0;
    for (const std::string_view sign : {"年度", "年"}) {
        if (words.substr(digits).starts_with(sign)) return digits + sign.size();
    }
    return 0;
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
constexpr std::size_t longest_line = 180;    ///< bytes of a heading with its note in brackets

text::CharacterSet first_characters_of_headings() {
    text::CharacterSet characters;
    for (const KnownHeading& one : known_headings()) characters.add(one.wording.first_characters());
    return characters;
}

bool begins_like_heading(std::string_view candidate) {
    static const text::CharacterSet first = first_characters_of_headings();
    return first.holds_first_of(candidate);
}

/// By its first character, and by these words, of which every wording has one: most lines need no wording at
/// all.
bool may_be_heading(std::string_view candidate) {
    static constexpr std::string_view words[] = {"情况", "概",   "事项",   "问题", "附表",
                                                 "改进", "收费", "下一步", "不足"};
    static const text::WordFinder finder(words);
    return begins_like_heading(candidate) && finder.any_in(candidate);
}

/// 一、 and 第一部分 are numerals of sections; those of sub-headings too are （一） and 1.
bool is_of_sections(const Numeral& numeral) {
    return numeral.style == Numbering::chinese || numeral.style == Numbering::part;
}

/// Where the words of a heading begin: behind its numeral and a year.
std::size_t words_behind(std::string_view folded, const Numeral& numeral) {
    if (numeral.length == 0) return 0;
    return numeral.length + year_length(folded.substr(numeral.length));
}

std::optional<Heading> read_heading(std::string_view folded, const Numeral& numeral) {
    if (numeral.length == 0 && folded.size() > longest_line) return std::nullopt;
    const std::size_t begin = words_behind(folded, numeral);
    const std::string_view words = folded.substr(begin);
    const std::string_view candidate = words.substr(0, longest_heading);
    if (!may_be_heading(candidate)) return std::nullopt;
    // 二)改进措施 at the beginning of a line: its ( stands at the end of the line above.
    const bool is_rest_of_sub_heading =
        is_of_sections(numeral) && numeral.length > 0 && folded[numeral.length - 1] == ')';
    for (const KnownHeading& one : known_headings()) {
        if (one.needs_numeral && (numeral.length == 0 || is_rest_of_sub_heading)) continue;
        const auto length = one.wording.match(candidate);
        if (!length) continue;
        const std::string_view rest = words.substr(*length);
        Heading heading{one.kind, folded.size(), numeral, one.needs_numeral, one.free_form};
        if (only_punctuation(rest)) return heading;
        // Text on the heading's own line: 六、其他需要报告的事项:无。 A list of names (一、…,二、…) opens
        // nothing.
        const bool parted = rest.starts_with(":") || rest.starts_with("。");
        heading.length = begin + *length;
        if (numeral.length != 0 && parted) return heading;
    }
    return std::nullopt;
}

} // namespace

bool may_begin_heading(std::string_view folded) {
    return numeral_at(folded).length != 0 || begins_like_heading(folded);
}

std::optional<Heading> heading_prefix(std::string_view folded) {
    const Numeral numeral = numeral_at(folded);
    // Inside a line 一) is the rest of （一）, a sub-heading.
    if (!is_of_sections(numeral) || folded[numeral.length - 1] == ')') return std::nullopt;
    const std::size_t begin = words_behind(folded, numeral);
    const std::string_view words = folded.substr(begin, longest_heading);
    if (!may_be_heading(words)) return std::nullopt;
    for (const KnownHeading& one : known_headings()) {
        if (const auto length = one.wording.match(words))
            return Heading{one.kind, begin + *length, numeral, one.needs_numeral, one.free_form};
    }
    return std::nullopt;
}

std::optional<Heading> heading_of(std::string_view folded) {
    const Numeral numeral = numeral_at(folded);
    if (numeral.length != 0 && !is_of_sections(numeral)) return std::nullopt;
    return read_heading(folded, numeral);
}

std::optional<Heading> counted_heading_of(std::string_view folded) {
    const Numeral numeral = numeral_at(folded);
    if (numeral.length == 0 || is_of_sections(numeral)) return std::nullopt;
    return read_heading(folded, numeral);
}

} // namespace nianbao::report
