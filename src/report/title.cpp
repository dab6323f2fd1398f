// The title line, wherever it is broken, and the body it names.
#include "report/body_name.hpp"
#include "report/headings.hpp"
#include "report/identity.hpp"
#include "text/character_set.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

using text::contains;
using text::contains_any;

constexpr std::size_t longest_title = 240; ///< bytes, 80 characters
constexpr std::size_t most_strips = 3;     ///< over which a title is broken

std::string_view without_prefix(std::string_view text) {
    for (const std::string_view prefix : {"标题:", "名称:", "信息名称:", "题名:"}) {
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    }
    return text;
}

/// Where the words of the subject begin that end a body's name; npos where it is another subject.
std::size_t name_end(std::string_view title) {
    const std::size_t at = title.rfind("信息公开");
    if (at != std::string_view::npos) return at;
    for (const std::string_view words : {"政务公开工作年度报告", "政务公开年度报告", "政务公开工作年报"}) {
        if (const std::size_t found = title.rfind(words); found != std::string_view::npos) return found;
    }
    return std::string_view::npos;
}

/// A folded title without what is hung behind it: a date in brackets, a file suffix.
std::string_view without_junk(std::string_view folded) {
    while (folded.ends_with("?")) folded.remove_suffix(1); // a blank that a conversion lost
    for (const std::string_view suffix : {".docx", ".doc", ".pdf", ".wps", ".html", ".txt"}) {
        if (folded.ends_with(suffix)) folded.remove_suffix(suffix.size());
    }
    if (folded.ends_with(")")) {
        const std::size_t bracket = folded.rfind('(');
        if (bracket != std::string_view::npos && bracket > 0) folded = folded.substr(0, bracket);
    }
    return folded;
}

bool is_title(std::string_view folded) {
    if (folded.size() > longest_title) return false;
    const std::string_view core = without_junk(without_prefix(folded));
    if (!core.ends_with("报告") && !core.ends_with("年报")) return false;
    return name_end(core) != std::string_view::npos && !contains_any(folded, {"。", ";", "《", "{{", ">"});
}

/// A page's table of metadata has the title in a cell of its own: 名称 | 某局2023年…报告.
std::string_view printed_title(const Strip& strip) {
    for (std::size_t i = 0; i < strip.cells.size(); ++i) {
        if (is_title(strip.folded_cells[i])) return strip.cells[i].text;
    }
    return strip.text;
}

std::string folded_title(const Strip& strip) {
    return strip.is_row() ? text::fold(printed_title(strip)) : strip.folded;
}

/// 某局2023年政府信息公开工作 | 来源：某局 | 年度报告: a line about the page inside a broken title.
bool is_between(const std::vector<Strip>& strips, std::size_t index, std::size_t begin, std::size_t count) {
    return index > begin && index + 1 < begin + count && is_page_metadata(strips[index].folded);
}

/// Joined strips [begin, begin + count), if they can be one title: only the last of them may be one by
/// itself, and what stands above it must be a name or a part of the title.
std::optional<std::string> joined_title(const std::vector<Strip>& strips, std::size_t begin,
                                        std::size_t count) {
    std::string folded;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (is_between(strips, i, begin, count)) continue;
        folded += folded_title(strips[i]);
        if (folded.size() > longest_title) return std::nullopt;
    }
    if (!is_title(folded)) return std::nullopt;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (is_between(strips, i, begin, count)) continue;
        if (is_site_chrome(strips[i].folded) || heading_of(strips[i].folded)) return std::nullopt;
    }
    if (count == 1) return folded;
    const std::string& last = strips[begin + count - 1].folded;
    if (is_title(strips[begin].folded) || (is_title(last) && body_in_title(last))) return std::nullopt;
    const auto body = body_in_title(folded);
    if (!body || !looks_like_body(text::fold(*body))) return std::nullopt;
    return folded;
}

struct Candidate {
    std::size_t begin = 0;
    std::size_t count = 0;
    int score = -1;
};

Candidate best_candidate(const std::vector<Strip>& strips, std::size_t end) {
    Candidate best;
    for (std::size_t begin = 0; begin < end; ++begin) {
        for (std::size_t count = 1; count <= most_strips && begin + count <= end; ++count) {
            const auto folded = joined_title(strips, begin, count);
            if (!folded) continue;
            const int score = (body_in_title(*folded) ? 4 : 0) + (year_in(*folded) ? 2 : 0) +
                              (contains_any(*folded, {"年度报告", "年报", "年度工作报告"}) ? 1 : 0);
            // Of equal ones the shortest: what stands above a whole title is a banner.
            // A list of other bodies' reports stands above the title, not between it and the text.
            if (score > best.score || (score == best.score && count <= best.count))
                best = {begin, count, score};
        }
    }
    return best;
}

/// The code points of a name, for rules that speak of characters.
std::u32string code_points(std::string_view utf8) {
    std::u32string points;
    for (std::size_t i = 0; i < utf8.size();) {
        const text::CodePoint point = text::decode_at(utf8, i);
        points += point.value;
        i += point.length;
    }
    return points;
}

/// Bytes of one of the words at `at`; 0 where there is none.
std::size_t any_at(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (text.substr(at).starts_with(word)) return word.size();
    }
    return 0;
}

std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9')
        ++count;
    return count;
}

/// Bytes of the whole date at `at`, brackets around it included: 2024-01-20, （2024年1月20日）; 0 where there
/// is none.
std::size_t date_length(std::string_view text, std::size_t at) {
    std::size_t end = at + any_at(text, at, {"(", "（"});
    if (any_at(text, end, {"19", "20"}) == 0 || digits_at(text, end, 4) != 4) return 0;
    end += 4;
    for (const std::string_view sign : {"年", "月"}) {
        const std::size_t mark = any_at(text, end, {"-", "/", ".", sign});
        if (mark == 0) return 0;
        const std::size_t digits = digits_at(text, end + mark, 2);
        if (digits == 0) return 0;
        end += mark + digits;
    }
    end += any_at(text, end, {"日"});
    return end + any_at(text, end, {")", "）"}) - at;
}

/// A whole date before or behind a title is the page's.
std::string without_dates(std::string_view title) {
    std::string kept;
    kept.reserve(title.size());
    for (std::size_t i = 0; i < title.size();) {
        const bool may_begin = title[i] == '1' || title[i] == '2' || title[i] == '(' || title[i] == '\xEF';
        if (const std::size_t date = may_begin ? date_length(title, i) : 0) {
            i += date;
        } else {
            kept += title[i++];
        }
    }
    return kept;
}

/// 2019-2023, 2019年至2023年: of several years none is the report's.
bool holds_range_of_years(std::string_view folded) {
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (digits_at(folded, i, 4) != 4) continue;
        std::size_t at = i + 4;
        at += any_at(folded, at, {"年"});
        const std::size_t mark = any_at(folded, at, {"-", "至", "~"});
        if (mark != 0 && digits_at(folded, at + mark, 4) == 4) return true;
    }
    return false;
}

/// 某省海关2010年海关信息公开: what the information is of, behind the year, is a word of the name again.
void drop_subject(std::string& body, std::string_view name) {
    constexpr std::size_t two_characters = 6;
    for (const std::string_view sign : {"年度", "年"}) {
        const std::size_t at = name.rfind(sign);
        if (at == std::string_view::npos) continue;
        const std::string_view subject = name.substr(at + sign.size());
        if (subject.size() < two_characters || subject.size() >= body.size() || !body.ends_with(subject))
            continue;
        const std::string_view before = std::string_view(body).substr(0, body.size() - subject.size());
        if (!contains(before, subject)) continue;
        body.resize(before.size());
        return;
    }
}

/// 某开发区发展改革局（以下简称发改局）: how the text calls the body is no part of its name.
void drop_short_name(std::string& body) {
    for (const std::string_view bracket : {"（", "("}) {
        const std::size_t at = body.find(bracket);
        if (at == std::string::npos || at == 0) continue;
        const std::string_view inside = std::string_view(body).substr(at + bracket.size());
        if (any_at(inside, 0, {"以下简称", "以下簡稱", "以下称", "下称", "简称", "簡稱"}) != 0)
            body.erase(at);
    }
}

/// 2023年度, ２０２３, 二〇二三年 …: four digits of one kind, Chinese ones only before 年.
std::string without_years(std::string_view name) {
    static const text::CharacterSet chinese("〇○零一二三四五六七八九0O０Ｏ");
    const std::u32string points = code_points(name);
    const auto run_of = [&](std::size_t from, auto&& belongs) {
        std::size_t end = from;
        while (end < points.size() && belongs(points[end])) ++end;
        return end;
    };
    std::string kept;
    for (std::size_t i = 0; i < points.size();) {
        const std::size_t digits = run_of(i, text::is_digit);
        const std::size_t mixed = run_of(i, [](char32_t c) { return chinese.holds(c); });
        const bool chinese_year = mixed - i == 4 && mixed < points.size() && points[mixed] == U'年';
        if (digits - i != 4 && !chinese_year) {
            // A longer number is a name's: 12345 hotline.
            const std::size_t end = std::max(digits, i + 1);
            while (i < end) text::append(kept, points[i++]);
            continue;
        }
        i = digits - i == 4 ? digits : mixed;
        if (i < points.size() && points[i] == U'年') {
            ++i;
            if (i < points.size() && points[i] == U'度') ++i;
        }
    }
    return kept;
}

} // namespace

std::optional<int> year_in_title(std::string_view title) {
    std::string name = text::fold(without_dates(text::without_spaces(title)));
    if (name.ends_with("月)") && name.rfind('(') != std::string::npos)
        name.erase(name.rfind('(')); // （2024年1月）; （2023年） is the year covered
    if (holds_range_of_years(name)) return std::nullopt;
    // Of two years the one that stands nearer to 信息公开: 2024年度…2023年政府信息公开….
    const std::string before = name.substr(0, name_end(name));
    for (std::size_t i = before.size(); i-- > 0;) {
        const bool begins = i == 0 || before[i - 1] < '0' || before[i - 1] > '9';
        if (!begins) continue;
        if (const auto year = year_in(std::string_view(before).substr(i))) return year;
    }
    return year_in(name);
}

std::optional<Title> find_title(const std::vector<Strip>& strips, std::size_t end) {
    const Candidate best = best_candidate(strips, end);
    if (best.score < 0) return std::nullopt;
    Title title;
    std::string folded;
    for (std::size_t i = best.begin; i < best.begin + best.count; ++i) {
        if (is_between(strips, i, best.begin, best.count)) continue;
        title.text += printed_title(strips[i]);
        folded += folded_title(strips[i]);
    }
    // Sites print the title again above and below the text.
    for (std::size_t i = 0; i < end; ++i) {
        const bool part = i >= best.begin && i < best.begin + best.count;
        const bool is_one = is_title(strips[i].folded);
        const bool again = is_one && folded.ends_with(strips[i].folded);
        const bool above = i + 1 < end && folded.starts_with(strips[i].folded) &&
                           std::string_view(folded).substr(strips[i].folded.size()) == strips[i + 1].folded;
        // A link to another body's report stands among the site's, and is no preface.
        const bool link = is_one && body_in_title(strips[i].text) && year_in(strips[i].folded);
        if (part || again || above || link) title.strips.push_back(i);
    }
    return title;
}

bool titles_of_several_bodies(const std::vector<Strip>& strips, std::size_t end) {
    std::optional<std::string> first;
    for (std::size_t i = 0; i < end; ++i) {
        if (!is_title(strips[i].folded)) continue;
        auto body = body_in_title(strips[i].text);
        if (!body) continue;
        // 名称 青峰市水务局2023年… in a table about the page is the same title again.
        const bool same = first && (first->ends_with(*body) || body->ends_with(*first));
        if (first && !same) return true;
        if (!first || body->size() < first->size()) first = std::move(body);
    }
    return false;
}

bool names_its_body(const std::vector<Strip>& strips, const Title& title) {
    constexpr std::size_t enough = 4 * 3; ///< bytes: 县水利局, where the title says 柳荫县水利局
    std::string name = text::fold(body_in_title(title.text).value_or(""));
    if (name.size() > enough) name.erase(0, name.size() - enough);
    if (name.empty()) return false;
    const auto names = [&](const Strip& strip) { return contains(strip.folded, name); };
    const auto in_text = [&](const Strip& strip) { return !is_title(strip.folded) && names(strip); };
    return std::any_of(strips.begin(), strips.end(), in_text) ||
           std::count_if(strips.begin(), strips.end(), names) > 1; // above the page and above the text
}

bool is_of_another_period(std::string_view title) {
    const std::string folded = text::fold(title);
    for (const std::string_view word : {"上半年", "下半年", "季度", "学年", "公布20", "发布20"}) {
        if (contains(folded, word)) return true;
    }
    return false;
}

std::optional<Title> title_of_page(std::string_view page_title) {
    // 某局2023年政府信息公开工作年度报告_某县人民政府: the site stands behind, sometimes before.
    while (!page_title.empty()) {
        std::size_t end = page_title.size();
        std::size_t mark_length = 0;
        for (const std::string_view mark : {"_", "|", " - ", "-", "——", "—", "–", "｜", "--", ">>", "·"}) {
            const std::size_t at = page_title.find(mark);
            if (at == std::string_view::npos || at > end || (at == end && mark.size() <= mark_length))
                continue;
            end = at;
            mark_length = mark.size();
        }
        const std::string_view part = text::trim(page_title.substr(0, end));
        if (is_title(text::fold(part))) return Title{std::string(part), {}};
        page_title.remove_prefix(std::min(page_title.size(), end + std::max<std::size_t>(mark_length, 1)));
    }
    return std::nullopt;
}

namespace {

/// The end of a name in 《》 that began on a line above: 《国务院办公厅关于 + 印发…的通知》.
bool ends_a_citation(std::string_view line) {
    const std::size_t end = line.find("》");
    return end != std::string_view::npos && line.find("《") >= end;
}

} // namespace

std::string find_disqualifying_title(const std::vector<Strip>& strips, std::size_t end) {
    for (std::size_t i = 0; i < std::min<std::size_t>(end, 40); ++i) {
        const std::string& folded = strips[i].folded;
        // (三)公开指南和目录的更新情况 is a heading.
        if (folded.size() > longest_title || !contains(folded, "信息公开") || contains(folded, "。") ||
            contains(folded, ",") || folded.starts_with("(") || ends_a_citation(strips[i].text))
            continue;
        if (contains_any(folded, {"解读", "通知", "范文", "模板", "样表", "填报说明", "公开指南", "实施方案",
                                  "工作方案", "季度", "学年", "评估报告", "一图读懂"}) &&
            !is_site_chrome(folded)) {
            return strips[i].text;
        }
    }
    return {};
}

std::optional<std::string> body_in_title(std::string_view title) {
    const std::string whole = text::without_spaces(title);
    std::string_view name = whole;
    if (name.starts_with("•")) name.remove_prefix(std::string_view("•").size());
    for (const std::string_view prefix :
         {"标题：", "标题:", "名称：", "名称:", "信息名称：", "信息名称:", "中文名", "关于"}) {
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    }
    const std::string simplified = text::simplified(name);
    const std::size_t at = name_end(simplified);
    if (at == std::string::npos) return std::nullopt;
    const bool of_information = std::string_view(simplified).substr(at).starts_with("信息公开");
    name = name.substr(0, at);
    // 某市政府政务公开 keeps its 政府.
    const bool marked =
        of_information && (name.ends_with("政府") || name.ends_with("政务") || name.ends_with("政務"));
    // 上海市政府信息公开 is 上海市 + 政府信息公开, but 某县人民政府信息公开 keeps its 人民政府.
    if (marked && !name.ends_with("人民政府")) name.remove_suffix(std::string_view("政府").size());
    std::string body = without_years(without_dates(name));
    drop_subject(body, name);
    drop_short_name(body);
    // [年报]某局, 某局1月至12月, 某局23年, 某局截至…: none of it is the body's name.
    if (const std::size_t tag = body.rfind("]"); tag != std::string::npos && tag < body.size() / 2)
        body.erase(0, tag + 1);
    if (const std::size_t tag = body.rfind("】"); tag != std::string::npos && tag < body.size() / 2)
        body.erase(0, tag + std::string_view("】").size());
    for (std::size_t i = 0; i < body.size(); ++i) {
        const std::size_t digits = digits_at(body, i, 2);
        if (digits == 0 || any_at(body, i + digits, {"月", "年"}) == 0) continue;
        body.erase(i);
    }
    for (const std::string_view tail : {"年度", "截至", "截止", "的", "关于"}) {
        if (body.ends_with(tail)) body.erase(body.size() - tail.size());
    }
    for (const std::string_view head : {"附件", "："}) {
        if (body.starts_with(head)) body.erase(0, head.size());
    }
    while (!body.empty() && !text::is_han(text::decode_at(body, 0).value) && body.front() != '(' &&
           !body.starts_with("（")) {
        body.erase(0, text::decode_at(body, 0).length);
    }
    while (body.ends_with("-") || body.ends_with("—"))
        body.erase(body.size() - (body.ends_with("-") ? 1 : 3));
    constexpr std::size_t two_characters = 6;
    if (body.size() < two_characters || body.starts_with("本") || body.starts_with("我")) return std::nullopt;
    for (const std::string_view period : {"上半年", "下半年", "季度", "学年", "公布", "发布"}) {
        if (body.ends_with(period)) return std::nullopt; // no annual report, or news of one
    }
    if (body.ends_with("编制"))
        return std::nullopt; // 由某局编制2022年度…: a sentence that a wrapped line begins
    const std::string folded = text::fold(body);
    if (body.empty() || body == "年度" || body == "本机关" ||
        contains_any(folded, {",", ":", "<", ">", "?", "\xEF\xBF\xBD"}))
        return std::nullopt;
    return body;
}

} // namespace nianbao::report
