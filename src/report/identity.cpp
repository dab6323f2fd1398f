// The facts of the heading by the order of trust: title, preface, sign-off, contact line, the first
// sentence's subject, the page's metadata. The last is known to lie, so it comes last.
#include "report/identity.hpp"

#include "report/body_claim.hpp"
#include "report/body_name.hpp"
#include "text/character_set.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

using text::contains;

constexpr std::size_t longest_date_line = 60;  ///< bytes of a line that is only a date
constexpr std::size_t longest_page_line = 300; ///< bytes of a line about the page

std::string printed_name(const Strip& strip) {
    return text::fold(strip.text, text::Forms::as_printed);
}

/// A line that is a date and nothing else: 2024年1月18日, （2024-01-18）.
bool is_date_line(const Strip& strip) {
    static const text::CharacterSet of_dates("0123456789年月日-./()〇○零一二三四五六七八九十");
    return strip.folded.size() <= longest_date_line && of_dates.holds_all_of(strip.folded) &&
           date_in(strip.folded);
}

/// Index behind the last strip that is the report's, not the site's.
std::size_t end_of_text(const std::vector<Strip>& strips) {
    std::size_t end = strips.size();
    while (end > 0 && is_site_chrome(strips[end - 1].folded)) --end;
    return end;
}

struct SignOff {
    std::string body;
    std::optional<std::string> date;
};

/// The last lines: body, then date; either may stand alone.
SignOff sign_off(const std::vector<Strip>& strips) {
    SignOff found;
    const std::size_t end = end_of_text(strips);
    const std::size_t begin = end > 12 ? end - 12 : 0;
    for (std::size_t i = end; i > begin; --i) {
        const Strip& strip = strips[i - 1];
        if (!found.date && is_date_line(strip)) {
            found.date = date_in(strip.folded);
            if (i >= 2 && looks_like_body(strips[i - 2].folded)) found.body = printed_name(strips[i - 2]);
            return found;
        }
        if (i == end && looks_like_body(strip.folded)) found.body = printed_name(strip);
    }
    return found;
}

/// The year of the period that the report says its figures cover: 自2023年1月1日起至2023年12月31日止. A law
/// in force since some 1 January is no period.
std::optional<int> period_year(const std::vector<Strip>& strips) {
    constexpr std::size_t period = 120; ///< bytes from the first day to the last
    std::string whole;
    for (const Strip& strip : strips) whole += strip.folded;
    for (std::size_t last_day = whole.find("12月31日"); last_day != std::string::npos;
         last_day = whole.find("12月31日", last_day + 1)) {
        // The first day is the last 1月1日 before it.
        const std::size_t from = last_day > period ? last_day - period : 0;
        const std::string_view before = std::string_view(whole).substr(from, last_day - from);
        for (const std::string_view start : {"年1月1日", "年01月01日"}) {
            const std::size_t at = before.rfind(start);
            if (at == std::string_view::npos || at < 4) continue;
            if (const auto year = year_in(before.substr(at - 4, 4 + start.size()))) return year;
        }
    }
    return std::nullopt;
}

void set_body(Report& report, const std::vector<Strip>& strips, const std::vector<SectionPart>& parts,
              const SignOff& signed_off, const document::Metadata& metadata) {
    if (auto name = body_in_title(report.title)) {
        report.body = std::move(name);
        report.body_from = Evidence::title;
        return;
    }
    BodyClaim claim = body_claim(strips, parts, signed_off.body, period_year(strips));
    if (claim.name.empty()) {
        const std::string publisher = text::fold(metadata.publisher, text::Forms::as_printed);
        if (looks_like_body(publisher)) claim = {publisher, Evidence::metadata};
    }
    if (!claim.name.empty()) {
        report.body = std::move(claim.name);
        report.body_from = claim.from;
        return;
    }
    report.findings.push_back({"body_unknown", FindingStatus::uncertain, {}, {}, {}, "报告没有写明编制机关"});
}

/// 与2022年相比, 按照2019年新修订的条例: a year that is not the report's.
bool is_of_something_else(std::string_view folded, std::size_t begin, std::size_t end) {
    for (const std::string_view word : {"与", "比", "较", "同", "照", "据", "自", "从"}) {
        if (folded.substr(0, begin).ends_with(word)) return true;
    }
    for (const std::string_view word : {"新修订", "修订", "印发", "施行", "颁布", "相比"}) {
        if (folded.substr(end).starts_with(word)) return true;
    }
    return false;
}

/// The first year that is printed as one: 2023年, not 审查2023次.
std::optional<int> year_before_sign(std::string_view folded) {
    constexpr std::string_view sign = "年";
    for (std::size_t at = folded.find(sign); at != std::string_view::npos; at = folded.find(sign, at + 1)) {
        for (const std::size_t digits : {std::size_t{4}, std::size_t{12}}) { // 2023, 二〇二三
            if (at < digits || is_of_something_else(folded, at - digits, at + sign.size())) continue;
            const auto year = year_in(folded.substr(at - digits, digits + sign.size()));
            if (year) return year;
        }
    }
    return std::nullopt;
}

void set_year(Report& report, const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    const std::optional<int> in_title = year_in_title(report.title);
    const std::optional<int> of_period = period_year(strips);
    if (in_title) {
        report.year = in_title;
        report.year_from = Evidence::title;
    } else if (of_period) {
        report.year = of_period;
        report.year_from = Evidence::preface;
    } else if (const auto claimed = year_claim(strips, parts)) {
        report.year = claimed;
        report.year_from = Evidence::preface;
    } else {
        for (const SectionPart& part : parts) {
            if (part.kind != SectionKind::overview) continue;
            for (std::size_t i = part.begin; i < part.end && !report.year; ++i)
                report.year = year_before_sign(strips[i].folded);
        }
        // 2023年，某局深入学习…, above the first section.
        for (std::size_t i = 0; i < parts[0].end && !report.year; ++i) {
            const auto year = year_before_sign(strips[i].folded);
            if (year && strips[i].folded.starts_with(std::to_string(*year) + "年,")) report.year = year;
        }
        if (report.year) report.year_from = Evidence::body_text;
    }
    if (!report.year) {
        report.findings.push_back(
            {"year_unknown", FindingStatus::uncertain, {}, {}, {}, "报告没有写明所属年度"});
    } else if (in_title && of_period && *in_title != *of_period) {
        report.findings.push_back({"year_conflict",
                                   FindingStatus::uncertain,
                                   {},
                                   Decimal{*in_title, 0},
                                   Decimal{*of_period, 0},
                                   "标题中的年度与统计期限的年度不同；取标题中的年度"});
    }
}

/// The date of publication in a line about the page, wherever its label stands: 来源：某局
/// 发布时间：2024-01-20. 成文日期, 更新时间 and 统计时间 are other dates.
std::optional<std::string> page_date(const Strip& strip) {
    const std::string_view text = strip.text;
    if (strip.folded.size() > longest_page_line || contains(strip.folded, "。")) return std::nullopt;
    for (const std::string_view label : {"发布时间", "发布日期", "发表时间", "发表日期", "公布时间",
                                         "公布日期", "公开时间", "公开日期", "时间", "日期"}) {
        const std::size_t at = text.find(label);
        if (at == std::string_view::npos) continue;
        if (at > 0 && text::is_han(text::decode_before(text, at).value)) continue;
        std::string_view rest = text::trim(text.substr(at + label.size()));
        const std::size_t whole = rest.size();
        for (const std::string_view mark : {"]", ":", "："}) {
            if (rest.starts_with(mark)) rest = text::trim(rest.substr(mark.size()));
        }
        const bool general = label == "时间" || label == "日期"; // only with its colon
        if (rest.empty() || !text::is_digit(text::decode_at(rest, 0).value) ||
            (general && rest.size() == whole))
            continue;
        if (auto date = date_in(rest)) return date;
    }
    return std::nullopt;
}

void set_date(Report& report, const std::vector<Strip>& strips, std::size_t preface_end,
              const SignOff& signed_off, const std::optional<std::string>& published) {
    for (const Strip& strip : strips) {
        const bool label = strip.folded.starts_with("发布时间") || strip.folded.starts_with("发布日期");
        if (label && is_page_metadata(strip.folded)) report.published_on = date_in(strip.folded);
        if (report.published_on) break;
    }
    for (std::size_t i = 0; i < std::min(preface_end, strips.size()) && !report.published_on; ++i)
        report.published_on = page_date(strips[i]);
    if (!report.published_on) report.published_on = signed_off.date;
    if (!report.published_on) report.published_on = published;
    if (report.published_on && report.year && std::stoi(report.published_on->substr(0, 4)) <= *report.year) {
        report.findings.push_back({"published_before_year_end",
                                   FindingStatus::uncertain,
                                   {},
                                   {},
                                   {},
                                   "公布日期 " + *report.published_on + " 早于所属年度结束"});
    }
}

/// Own figures and figures of a whole area must never be summed: only plain statements decide.
void set_scope(Report& report, const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    std::string preface;
    for (std::size_t i = parts[0].begin; i < parts[0].end; ++i) preface += strips[i].folded;
    report.scope = "unknown";
    const auto says = [](std::string_view sentence, std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return contains(sentence, word); });
    };
    bool rolled_up = false;
    bool own = false;
    while (!preface.empty()) {
        const std::size_t end = std::min(preface.find("。"), preface.size());
        const std::string_view sentence = std::string_view(preface).substr(0, end);
        // 认真汇总全年数据 is work, not scope: a roll-up says whose figures it adds up.
        const bool adds_up = says(sentence, {"汇总", "综合", "涵盖", "数据来自", "包括"});
        const bool of_others =
            says(sentence, {"各部门",     "各乡镇", "各镇",     "各街道",   "各单位",   "各县",    "各区",
                            "各市",       "各级",   "全市各",   "全县各",   "全区各",   "全省各",  "全系统各",
                            "所属各单位", "下属各", "全市数据", "全县数据", "全区数据", "全省数据"});
        rolled_up = rolled_up || (adds_up && of_others);
        own = own || says(sentence, {"仅限本机关", "仅为本机关", "仅包含本机关", "仅限本级", "仅为本级",
                                     "不含下属", "不包括下属"});
        preface.erase(0, std::min(preface.size(), end + std::string_view("。").size()));
    }
    if (rolled_up != own) report.scope = rolled_up ? "roll_up" : "own";
}

} // namespace

void identify(Report& report, const std::vector<Strip>& strips, const std::vector<SectionPart>& parts,
              const std::optional<Title>& title, const document::Metadata& metadata) {
    if (title) report.title = title->text;
    const SignOff signed_off = sign_off(strips);
    set_body(report, strips, parts, signed_off, metadata);
    set_year(report, strips, parts);
    set_date(report, strips, parts[0].end, signed_off, date_in(metadata.published));
    set_scope(report, strips, parts);
}

} // namespace nianbao::report
