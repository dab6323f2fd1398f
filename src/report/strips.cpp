#include "report/strips.hpp"

#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_finder.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

using text::begins_with_any;
using text::contains;
using text::contains_any;

using document::Cell;
using document::Line;
using document::Table;

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

/// Bytes of one page mark at the beginning of a folded line; 0 where there is none.
std::size_t page_mark_length(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    constexpr std::size_t most_dashes = 2;
    const auto numbered = [&](std::size_t from) {
        const std::size_t to = skip_digits(text, from);
        return to > from && to - from <= most_digits ? to : 0;
    };
    if (text.starts_with("-")) { // - 9 -
        const std::size_t digits = text.find_first_not_of('-');
        if (digits == std::string_view::npos || digits > most_dashes) return 0;
        const std::size_t end = numbered(digits);
        if (end == 0) return 0;
        const std::size_t behind = std::min(text.find_first_not_of('-', end), text.size());
        return behind - end == digits ? behind : 0; // as many behind as before: a row of cells has more
    }
    if (const std::size_t page_end = numbered(0);
        page_end != 0 && text.substr(page_end).starts_with("/")) { // 9 / 12
        const std::size_t end = numbered(page_end + 1);
        return end == text.size() ? end : 0;
    }
    constexpr std::string_view ordinal = "第";
    constexpr std::string_view page = "页";
    if (text.starts_with(ordinal)) { // 第9页
        std::size_t end = numbered(ordinal.size());
        if (end == 0 || !text.substr(end).starts_with(page)) return 0;
        end += page.size();
        constexpr std::string_view of = "共"; // 第4页共12页
        if (text.substr(end).starts_with(",")) ++end;
        const std::size_t total = text.substr(end).starts_with(of) ? numbered(end + of.size()) : 0;
        return total != 0 && text.substr(total).starts_with(page) ? total + page.size() : end;
    }
    for (const std::string_view word : {"Page", "page", "P.", "p."}) {
        if (!text.starts_with(word)) continue;
        const std::size_t end = numbered(word.size());
        const std::size_t total = end != 0 && text.substr(end).starts_with("of") ? numbered(end + 2) : 0;
        return total != 0 ? total : end; // Page 9 of 12
    }
    return 0;
}

/// A page mark glued to the text behind it (`- 9 -三、收到…`) goes; the text stays.
std::string_view without_leading_mark(std::string_view text) {
    if (!text.starts_with("-") && !text.starts_with("—")) return text;
    // In the raw text the mark has spaces: find where its closing dash ends.
    std::size_t i = 0;
    int dashes = 0;
    bool digits = false;
    while (i < text.size()) {
        const text::CodePoint point = text::decode_at(text, i);
        if (point.value == '-' || point.value == U'—') {
            ++dashes;
            if (dashes == 2) {
                const std::string_view rest = text::trim(text.substr(i + point.length));
                const bool glued = digits && !rest.empty() && text::is_han(text::decode_at(rest, 0).value);
                return glued ? rest : text;
            }
        } else if (text::is_digit(point.value)) {
            digits = true;
        } else if (!text::is_space(point.value)) {
            return text;
        }
        i += point.length;
    }
    return text;
}

/// `- - 5 - -` is a row of cells; a page mark parts its dashes only by the number.
bool is_row_of_dashes(std::string_view text) {
    bool dash_before = false;
    bool space_before = false;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        i += point.length;
        const bool dash =
            point.value == '-' || point.value == U'—' || point.value == U'－' || point.value == U'–';
        if (dash && dash_before && space_before) return true;
        space_before = text::is_space(point.value);
        if (!space_before) dash_before = dash;
    }
    return false;
}

int leading_columns(std::string_view line) {
    int columns = 0;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint point = text::decode_at(line, i);
        if (!text::is_space(point.value)) break;
        columns += std::max(1, text::width(point.value));
        i += point.length;
    }
    return columns;
}

/// ????一、总体情况: full-width blanks that some converter had no letter for.
std::string_view without_lost_blanks(std::string_view text) {
    if (!text.starts_with("??")) return text;
    const std::string_view rest = text.substr(std::min(text.find_first_not_of('?'), text.size()));
    return !rest.empty() && text::is_han(text::decode_at(rest, 0).value) ? rest : text;
}

/// False for a line of page marks, which is dropped.
bool add_line(std::vector<Strip>& strips, const Line& line, bool below_mark) {
    const std::string_view trimmed = without_leading_mark(without_lost_blanks(text::trim(line.text)));
    if (trimmed.empty()) return true;
    Strip strip = strip_of_line(trimmed, line.place);
    strip.depth = leading_columns(line.text);
    strip.page_mark_above = below_mark;
    if (is_page_mark(strip.folded) && !is_row_of_dashes(trimmed)) return false;
    if (!strip.folded.empty()) strips.push_back(std::move(strip));
    return true;
}

/// A stray Markdown rule, `---------|---`: three dashes at least in every cell, where a mark for "none" has
/// fewer.
bool is_rule(const document::Row& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const Cell& cell) {
                           const bool dashes = cell.text.find_first_not_of("-:=") == std::string::npos;
                           return dashes && (cell.text.empty() || cell.text.size() >= 3);
                       }) &&
           std::any_of(row.begin(), row.end(), [](const Cell& cell) { return !cell.text.empty(); });
}

void add_row(std::vector<Strip>& strips, document::Row row, bool aligned) {
    if (is_rule(row)) return;
    Strip strip;
    strip.aligned = aligned;
    strip.folded_cells.reserve(row.size());
    std::size_t size = row.size(); // of the cells and the spaces between
    for (const Cell& cell : row) size += cell.text.size();
    strip.text.reserve(size);
    strip.folded.reserve(size);
    for (const Cell& cell : row) {
        strip.folded_cells.push_back(text::fold(cell.text));
        strip.folded += strip.folded_cells.back();
        if (cell.text.empty()) continue;
        if (!strip.text.empty()) strip.text += ' ';
        strip.text += cell.text;
    }
    strip.place = row.empty() ? document::Place{} : row.front().place;
    strip.place.column = 0;
    strip.cells = std::move(row);
    strips.push_back(std::move(strip));
}

constexpr auto chrome_lines = std::to_array<std::string_view>(
    {"首页",     "政务公开", "互动交流", "免费制作",    "更多内容", "文本内容", "[展开]",   "[收起]",
     "展开",     "收起",     "收藏",     "转发",        "下载",     "其他案例", "更多案例", "x",
     "打印",     "打印本页", "关闭",     "关闭窗口",    "返回顶部", "分享",     "分享到",   "上一篇",
     "下一篇",   "相关链接", "相关附件", "关闭本页",    "[打印]",   "[关闭]",   "我要纠错", "网站地图",
     "联系我们", "无障碍",   "回到顶部", "点击查看解读"});

/// 首页>政务公开>政府信息公开年报
bool is_trail_of_links(std::string_view folded) {
    constexpr std::size_t longest = 240; ///< bytes
    if (folded.size() > longest) return false;
    const bool trail = folded.starts_with("首页>") || std::count(folded.begin(), folded.end(), '>') >= 2;
    return trail && !contains(folded, "。");
}

/// Bytes: a paragraph that merely mentions a word of these is longer.
constexpr std::size_t longest_chrome = 200;

} // namespace

Strip strip_of_line(std::string_view text, document::Place place) {
    const std::string_view trimmed = text::trim(text);
    return {std::string(trimmed),
            text::fold(trimmed),
            {},
            {},
            place,
            false,
            leading_columns(text),
            false,
            false,
            false};
}

bool is_page_mark(std::string_view folded) {
    if (folded.empty()) return false;
    while (!folded.empty()) {
        const std::size_t length = page_mark_length(folded);
        if (length == 0) return false;
        folded.remove_prefix(length);
        while (!folded.empty() && (folded.front() == '/' || folded.front() == '|')) folded.remove_prefix(1);
    }
    return true;
}

bool is_page_metadata(std::string_view folded) {
    constexpr std::string_view bullet = "•";
    if (folded.starts_with(bullet)) folded.remove_prefix(bullet.size());
    static constexpr std::string_view words[] = {"发布时间",         "发布日期",  "发文日期",  "公开日期",
                                                 "生成日期",         "成文日期",  "来源:",     "信息来源",
                                                 "文章来源",         "稿件来源",  "发布机构",  "所属机构",
                                                 "公开机构",         "索引号",    "文号:",     "信息分类",
                                                 "主题分类",         "浏览次数",  "访问量",    "阅读次数",
                                                 "点击数",           "点击量",    "字体:",     "字号:",
                                                 "责任编辑",         "作者:",     "时间:",     "日期:",
                                                 "发布单位:",        "内容概述:", "文件编号:", "信息索引号",
                                                 "法定主动公开分类", "来自:"};
    static const text::WordFinder finder(words);
    return folded.size() <= longest_chrome && (finder.begins(folded) || folded.starts_with("[字体"));
}

bool is_site_chrome(std::string_view folded) {
    if (std::find(chrome_lines.begin(), chrome_lines.end(), folded) != chrome_lines.end()) return true;
    if (contains(folded, "{{")) return true;
    if (is_trail_of_links(folded)) return true;
    if (folded.size() > longest_chrome) return contains_any(folded, {"电子翻书", "云展网"});
    static constexpr std::string_view words[] = {
        "粉丝:",        "主办:",    "打印本页", "版权所有",     "主办单位",       "承办单位",
        "您现在的位置", "您的位置", "当前位置", "上一篇:",      "下一篇:",        "扫一扫",
        "技术支持",     "分享到",   "相关阅读", "您当前的位置", "您当前所在位置", "关怀版"};
    static const text::WordFinder finder(words);
    return is_page_metadata(folded) || finder.begins(folded) ||
           begins_with_any(folded, {"Copyright", "[打印"}) ||
           contains_any(folded, {"ICP备", "公网安备", "网站标识码", "电子翻书"});
}

std::vector<Strip> strips_of(std::vector<document::Block> blocks) {
    std::vector<Strip> strips;
    strips.reserve(blocks.size());
    bool below_mark = false;
    for (document::Block& block : blocks) {
        if (const auto* line = std::get_if<Line>(&block)) {
            const std::size_t before = strips.size();
            if (!add_line(strips, *line, below_mark)) {
                below_mark = true;
            } else if (strips.size() != before) {
                below_mark = false;
            }
        } else {
            Table& table = std::get<Table>(block);
            for (document::Row& row : table.rows) add_row(strips, std::move(row), table.aligned);
        }
    }
    return strips;
}

} // namespace nianbao::report
