#include "document/page_furniture.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace nianbao::document;

namespace {

/// The lines that stay; a form feed begins a line.
std::string without_furniture(const std::vector<std::string>& text) {
    std::vector<SourceLine> lines;
    int page = 1;
    int number = 0;
    for (const std::string& line : text) {
        const bool begins_page = line.starts_with('\f');
        if (begins_page) ++page;
        lines.push_back({std::string_view(line).substr(begins_page ? 1 : 0), ++number, page, false});
    }
    mark_page_furniture(lines);
    std::string kept;
    for (const SourceLine& line : lines) {
        if (!line.of_page) kept.append(line.text).append("|");
    }
    return kept;
}

} // namespace

TEST_CASE("a header and a footer of every page go, the title that the header repeats stays") {
    CHECK(without_furniture({"11/22/26, 8:57 AM   乙县年报", "乙县年报", "甲", "file:///a.html   1/3",
                             "\f11/22/26, 8:57 AM   乙县年报", "乙", "file:///a.html   2/3",
                             "\f11/22/26, 8:57 AM   乙县年报", "丙", "file:///a.html   3/3"}) ==
          "乙县年报|甲|乙|丙|");
}

TEST_CASE("a header that begins on the second page goes where three pages have it or it is long") {
    CHECK(without_furniture({"题", "甲", "\f汇编 2018", "乙", "\f汇编 2018", "丙", "\f汇编 2018", "丁"}) ==
          "题|甲|乙|丙|丁|");
    CHECK(without_furniture({"总计", "甲", "\f总计", "乙"}) == "总计|甲|总计|乙|");
}

TEST_CASE("numbers alone go where they count the pages from the same distance to the edge") {
    CHECK(without_furniture({"甲", "7", "1", "\f乙", "7", "2", "\f丙", "7", "3"}) == "甲|7|乙|7|丙|7|");
    CHECK(without_furniture({"甲", "4", "\f乙", "4", "\f丙", "4"}) == "甲|4|乙|4|丙|4|");
    CHECK(without_furniture({"甲", "0 0 0", "\f乙", "1 1 1", "\f丙", "2 2 2"}) ==
          "甲|0 0 0|乙|1 1 1|丙|2 2 2|");
    CHECK(without_furniture({"甲", "1", "\f乙", "丙", "\f丁", "3"}) == "甲|1|乙|丙|丁|3|");
}

TEST_CASE("a header of a table printed again at the top of a page goes") {
    const std::vector<std::string> table = {"申请人情况", "自然人 法人或其他组织 总计", "一、甲 1 0 1"};
    std::vector<std::string> text = {"题"};
    text.insert(text.end(), table.begin(), table.end());
    text.insert(text.end(), {"\f申请人情况", "自然人 法人或其他组织 总计", "二、乙 2 0 2", "五、"});
    CHECK(without_furniture(text) ==
          "题|申请人情况|自然人 法人或其他组织 总计|一、甲 1 0 1|二、乙 2 0 2|五、|");
}

TEST_CASE("a label is no header printed again: its values follow it") {
    CHECK(without_furniture({"题", "属于国家秘密的信息", "需要另行制作的信息", "1 0 1",
                             "\f属于国家秘密的信息", "需要另行制作的信息", "2 0 2", "五、"}) ==
          "题|属于国家秘密的信息|需要另行制作的信息|1 0 1|属于国家秘密的信息|需要另行制作的信息|2 0 2|五、|");
}

TEST_CASE("a sign of the text's own that looks like a masked number is compared like any other") {
    CHECK(without_furniture({"1", "\f#"}) == "1|#|");
    CHECK(without_furniture({"#", "\f1"}) == "#|1|");
    CHECK(without_furniture({"第1页 报告", "甲", "\f第#页 报告", "乙"}) == "第1页 报告|甲|第#页 报告|乙|");
}

TEST_CASE("numbers with their units at the edges of pages are cells of a table") {
    CHECK(without_furniture({"甲", "0件", "\f乙", "0件"}) == "甲|0件|乙|0件|");
}

TEST_CASE("a text of one page has no furniture") {
    CHECK(without_furniture({"甲", "1/1"}) == "甲|1/1|");
}
