#include "report/cut_header.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace nianbao;
using namespace nianbao::report;

namespace {

bool proves_order(const std::vector<std::string>& lines) {
    std::vector<Strip> strips;
    for (const std::string& line : lines)
        strips.push_back(strip_of_line(line, {static_cast<int>(strips.size()) + 1, 1, 0, 0}));
    return cut_header_in_order(strips, 0, strips.size());
}

const std::string first = " 结果维 结果纠 其他结 尚未审 总";
const std::string second = " 持 正 果 结 计";

} // namespace

TEST_CASE("words of table 4 cut over two lines prove the order of its columns") {
    CHECK(proves_order({"行政复议 行政诉讼", "未经复议直接起诉 复议后起诉", first + first + first,
                        second + second + second}));
}

TEST_CASE("columns whose words are cut at different heights prove it, too") {
    CHECK(proves_order({"行政复议 行政诉讼", "未经复议直接起诉", first + " 结果维 结果纠 复议后起诉",
                        second + " 持 正 其他结 尚未审 总" + first, " 果 结 计" + second}));
    CHECK(proves_order({"行政复议 行政诉讼", first + first + " 结果维 结果纠 复议后起诉", second + second,
                        "未经复议直接起诉", " 持 正 其他结 尚未审 总", " 果 结 计"}));
}

TEST_CASE("words of a character a line prove it by the order in which they end") {
    const std::vector<std::string> five = {"结", "果", "维", "持", "结", "果", "纠", "正", "其",
                                           "他", "结", "果", "尚", "未", "审", "结", "总", "计"};
    std::vector<std::string> lines = {"行", "政", "复", "议", "行政诉讼"};
    lines.insert(lines.end(), five.begin(), five.end());
    lines.insert(lines.end(), {"未经复议直接起诉", "复议后起诉"});
    for (int i = 0; i < 2; ++i) lines.insert(lines.end(), five.begin(), five.end());
    CHECK(proves_order(lines));
}

TEST_CASE("another order of results or routes, a word too few or too many prove nothing") {
    const std::string turned = " 结果纠 结果维 其他结 尚未审 总";
    const std::string turned_ends = " 正 持 果 结 计";
    const std::string routes = "行政复议 行政诉讼";
    const std::string last = "未经复议直接起诉 复议后起诉";
    const auto three = [](const std::string& line) { return line + line + line; };
    CHECK_FALSE(proves_order({routes, last, three(turned), three(turned_ends)}));
    CHECK_FALSE(proves_order({routes, last, first + turned + first, second + turned_ends + second}));
    CHECK_FALSE(proves_order({"行政诉讼 行政复议", last, three(first), three(second)}));
    CHECK_FALSE(proves_order({routes, "复议后起诉 未经复议直接起诉", three(first), three(second)}));
    CHECK_FALSE(proves_order({routes, last, first + first, second + second}));
    CHECK_FALSE(proves_order({routes, last, three(first), three(second), "总计"}));
}

TEST_CASE("the header begins where nothing but its characters stands") {
    std::vector<Strip> strips;
    for (const char* line : {"行政复议3件。", "行政复议 行政诉讼", "结果", "0 0"})
        strips.push_back(strip_of_line(line, {}));
    CHECK(cut_header_begin(strips, 0, 3) == 1);
    CHECK(cut_header_begin(strips, 2, 3) == 2);
}
