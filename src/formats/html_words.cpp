#include "formats/html_words.hpp"

#include "text/contains.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace nianbao::formats::html {

namespace {

using text::contains;
using text::contains_any;

constexpr std::size_t longest_line = 240; ///< bytes, 80 characters

/// 一、 to 九、, also with a dot.
bool has_numeral(std::string_view folded) {
    constexpr auto numerals =
        std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九"});
    return std::any_of(numerals.begin(), numerals.end(), [&](std::string_view numeral) {
        const std::string_view rest = folded.substr(std::min(numeral.size(), folded.size()));
        return folded.starts_with(numeral) && (rest.starts_with("、") || rest.starts_with("."));
    });
}

} // namespace

std::optional<int> section_named(std::string_view line) {
    if (line.size() > longest_line || !contains_any(line, {"情况", "概", "事项", "问题"}))
        return std::nullopt;
    const std::string folded = text::fold(line);
    constexpr std::size_t longest_heading = 120; // bytes, 40 characters
    if (folded.size() > longest_heading || contains_any(folded, {"。", ";", ",", "《"})) return std::nullopt;
    const bool numbered = has_numeral(folded);
    const bool state = folded.ends_with("情况") || numbered;
    if (contains_any(folded, {"总体情况", "总体概况", "总体概述"}) && (numbered || folded.size() <= 36))
        return 0;
    if (numbered && contains_any(folded, {"概述", "概况"})) return 0;
    if (contains(folded, "主动公开政府信息") && state) return 1;
    if (contains(folded, "收到和处理政府信息公开申请") && state) return 2;
    if (numbered && contains(folded, "依申请公开")) return 2;
    if (contains(folded, "复议") && contains(folded, "诉讼") && state) return 3;
    if (contains(folded, "问题") && contains_any(folded, {"改进", "整改", "措施"})) return 4;
    if (numbered && contains(folded, "存在") && contains_any(folded, {"问题", "不足"})) return 4;
    if (contains_any(folded, {"其他需要报告", "其他需报告", "其它需要报告"})) return 5;
    return std::nullopt;
}

bool begins_table(std::string_view cell) {
    constexpr std::size_t longest = 40; // bytes
    if (cell.size() > longest) return false;
    const std::string words = text::without_spaces(cell);
    return words == "信息内容" || words == "自然人" || words == "申请人情况" || words == "行政复议" ||
           words == "结果维持";
}

bool may_be_title(std::string_view line) {
    if (line.size() > longest_line || !contains(line, "公开")) return false;
    const std::string words = text::without_spaces(line);
    return contains_any(words, {"信息公开", "政务公开"}) && contains_any(words, {"报告", "年报"}) &&
           !contains_any(words, {"。", "；", ">", "》"});
}

bool tells_of_publication(std::string_view line) {
    if (line.size() > longest_line) return false;
    const std::string words = text::without_spaces(line);
    return contains_any(words, {"发布时间", "发布日期", "公开日期", "生成日期", "发文日期", "成文日期",
                                "发布机构", "公开机构", "信息来源", "索引号"}) ||
           words.starts_with("来源") || words.starts_with("时间：") || words.starts_with("日期：");
}

} // namespace nianbao::formats::html
