// The title line, wherever it is broken, and the body it names.
#include "report/body_name.hpp"
#include "report/headings.hpp"
#include "report/identity.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

constexpr std::size_t longest_title = 240; ///< bytes, 80 characters
constexpr std::size_t most_strips = 3;     ///< over which a title is broken

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return contains(text, word); });
}

std::string_view without_prefix(std::string_view text) {
    for (const std::string_view prefix : {"标题:", "名称:", "信息名称:", "题名:"}) {
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    }
    return text;
}

/// A folded title without what is hung behind it: a date in brackets, a file suffix.
std::string_view without_junk(std::string_view folded) {
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
    if (folded.size() > longest_title || contains_any(folded, {"。", ";", "《", "{{", ">"})) return false;
    const std::string_view core = without_junk(without_prefix(folded));
    if (!contains(core, "信息公开")) return false;
    return core.ends_with("报告") || core.ends_with("年报");
}

/// Joined strips [begin, begin + count), if they can be one title: only the last of them may be one by
/// itself, and what stands above it must be a name or a part of the title.
std::optional<std::string> joined_title(const std::vector<Strip>& strips, std::size_t begin,
                                        std::size_t count) {
    std::string folded;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (is_site_chrome(strips[i].folded) || heading_of(strips[i].folded)) return std::nullopt;
        folded += strips[i].folded;
    }
    if (!is_title(folded)) return std::nullopt;
    if (count > 1) {
        if (is_title(strips[begin].folded)) return std::nullopt;
        const bool name_above = is_title(strips[begin + count - 1].folded);
        if (name_above && !body_in_title(strips[begin].folded + strips[begin + count - 1].folded))
            return std::nullopt;
        if (name_above && !looks_like_body(strips[begin + count - 2].folded)) return std::nullopt;
    }
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
            if (score > best.score) best = {begin, count, score};
        }
    }
    return best;
}

std::string erase_years(std::string name) {
    for (std::size_t i = 0; i + 4 <= name.size();) {
        const bool four = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(i),
                                      name.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                      [](char c) { return c >= '0' && c <= '9'; });
        if (!four) {
            ++i;
            continue;
        }
        name.erase(i, 4);
        for (const std::string_view word : {"年度", "年"}) {
            if (!std::string_view(name).substr(i).starts_with(word)) continue;
            name.erase(i, word.size());
            break;
        }
    }
    return name;
}

/// 二〇二三年度 and its spellings.
std::string erase_chinese_years(std::string name) {
    constexpr std::u32string_view digits = U"〇○零一二三四五六七八九";
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < name.size();) {
        const text::CodePoint point = text::decode_at(name, i);
        if (digits.find(point.value) != std::u32string_view::npos) {
            starts.push_back(i);
        } else if (point.value == U'年' && starts.size() == 4) {
            const bool year = std::string_view(name).substr(i).starts_with("年度");
            name.erase(starts.front(), i + (year ? 6 : 3) - starts.front());
            return name;
        } else {
            starts.clear();
        }
        i += point.length;
    }
    return name;
}

} // namespace

std::optional<Title> find_title(const std::vector<Strip>& strips, std::size_t end) {
    const Candidate best = best_candidate(strips, end);
    if (best.score < 0) return std::nullopt;
    Title title;
    std::string folded;
    for (std::size_t i = best.begin; i < best.begin + best.count; ++i) {
        title.text += strips[i].text;
        folded += strips[i].folded;
    }
    // Sites print the title again above and below the text.
    for (std::size_t i = 0; i < end; ++i) {
        const bool part = i >= best.begin && i < best.begin + best.count;
        const bool again = is_title(strips[i].folded) && folded.ends_with(strips[i].folded);
        const bool above = i + 1 < end && strips[i].folded + strips[i + 1].folded == folded;
        if (part || again || above) title.strips.push_back(i);
    }
    return title;
}

std::string find_disqualifying_title(const std::vector<Strip>& strips, std::size_t end) {
    for (std::size_t i = 0; i < std::min<std::size_t>(end, 40); ++i) {
        const std::string& folded = strips[i].folded;
        if (folded.size() > longest_title || !contains(folded, "信息公开") || contains(folded, "。"))
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
    const std::string whole = text::fold(title);
    std::string_view name = without_prefix(whole);
    const std::size_t at = name.rfind("信息公开");
    if (at == std::string_view::npos) return std::nullopt;
    name = name.substr(0, at);
    const bool marked = name.ends_with("政府") || name.ends_with("政务");
    // 上海市政府信息公开 is 上海市 + 政府信息公开, but 某县人民政府信息公开 keeps its 人民政府.
    if (marked && !name.ends_with("人民政府")) name.remove_suffix(std::string_view("政府").size());
    if (name.starts_with("关于")) name.remove_prefix(std::string_view("关于").size());
    std::string body = erase_chinese_years(erase_years(std::string(name)));
    while (body.ends_with("的")) body.erase(body.size() - 3);
    if (body.empty() || body == "年度" || body == "本机关" || contains_any(body, {",", ":", "<", ">"}))
        return std::nullopt;
    return body;
}

} // namespace nianbao::report
