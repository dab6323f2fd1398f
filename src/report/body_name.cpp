#include "report/body_name.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

constexpr auto endings = std::to_array<std::string_view>(
    {"局", "委",   "委员会", "办", "办公室", "厅", "部", "院", "中心", "政府", "街道", "办事处", "镇", "乡",
     "县", "区",   "市",     "省", "旗",     "会", "署", "队", "台",   "库",   "站",   "所",     "处", "校",
     "园", "公司", "集团",   "关", "苏木",   "团", "盟", "州", "社",   "馆",   "行",   "研究室"});

constexpr std::size_t shortest = 3 * 3; ///< bytes: three characters
constexpr std::size_t longest = 40 * 3;

} // namespace

bool looks_like_body(std::string_view folded) {
    if (folded.size() < shortest || folded.size() > longest) return false;
    for (std::size_t i = 0; i < folded.size();) {
        const text::CodePoint point = text::decode_at(folded, i);
        const bool bracket = point.value == '(' || point.value == ')';
        if (!text::is_han(point.value) && !bracket && point.value != U'·') return false;
        i += point.length;
    }
    if (folded.starts_with("本") || folded.starts_with("我")) return false; // 本机关, 我局
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return folded.ends_with(ending); });
}

} // namespace nianbao::report
