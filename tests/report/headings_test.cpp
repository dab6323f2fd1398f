#include "report/headings.hpp"

#include "report/sections.hpp"
#include "support/readers.hpp"
#include "text/fold.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::report;

namespace {

std::optional<SectionKind> kind_of(const std::string& line) {
    const auto heading = heading_of(text::fold(line));
    return heading ? std::optional(heading->kind) : std::nullopt;
}

} // namespace

TEST_CASE("a section opens with any wording that occurs") {
    const auto [line, kind] = GENERATE(table<std::string, SectionKind>(
        {{"一、总体情况", SectionKind::overview},
         {"一、总体情况、", SectionKind::overview},
         {"总体情况", SectionKind::overview},
         {"一、总体概述", SectionKind::overview},
         {"一、信息公开总体情况", SectionKind::overview},
         {"一、概述", SectionKind::overview},
         {"二、主动公开政府信息情况", SectionKind::disclosure},
         {"一、主动公开政府信息情况", SectionKind::disclosure},
         {"二、行政机关主动公开政府信息情况", SectionKind::disclosure},
         {"二、主动公开政府信息的情况", SectionKind::disclosure},
         {"三、收到和处理政府信息公开申请情况", SectionKind::requests},
         {"三、行政机关收到和处理政府信息公开申请情况", SectionKind::requests},
         {"三、依申请公开政府信息办理情况", SectionKind::requests},
         {"三、依申请公开政府信息情况", SectionKind::requests},
         {"四、政府信息公开行政复议、行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开行政复议和行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开行政复议行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开行政复议及行政诉讼情况", SectionKind::disputes},
         {"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开工作被申请行政复议提起行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开被申请行政复议和提起行政诉讼情况", SectionKind::disputes},
         {"四、政府信息公开被申请行政复议或提起行政诉讼情况", SectionKind::disputes},
         {"四、因政府信息公开申请行政复议、提起行政诉讼的情况", SectionKind::disputes},
         {"五、存在的主要问题及改进情况", SectionKind::improvements},
         {"五、存在问题及改进情况", SectionKind::improvements},
         {"五、存在的问题及改进情况", SectionKind::improvements},
         {"五、政府信息公开工作存在的主要问题及改进情况", SectionKind::improvements},
         {"五、存在的主要问题和改进措施", SectionKind::improvements},
         {"五、存在的主要问题及改进措施", SectionKind::improvements},
         {"五、存在的问题及整改措施", SectionKind::improvements},
         {"五、当前存在的主要问题及下步改进措施", SectionKind::improvements},
         {"五、主要问题及改进情况", SectionKind::improvements},
         {"六、其他需要报告的事项", SectionKind::other_matters},
         {"六、其他需报告的事项", SectionKind::other_matters},
         {"六、其他事项", SectionKind::other_matters},
         {"一、2014年度政府信息公开工作的基本情况", SectionKind::overview},
         {"一、本年度政府信息公开工作的基本情况", SectionKind::overview},
         {"一、工作基本情况", SectionKind::overview},
         {"一、总体开展情况", SectionKind::overview},
         {"一、总体公开情况", SectionKind::overview},
         {"三、依申请公开信息情况", SectionKind::requests},
         {"三、收到和处理政府信息公开的申请情况", SectionKind::requests},
         {"一、政务公开基本情况", SectionKind::overview},
         {"二、行政机关依申请公开政府信息和不予公开政府信息的情况", SectionKind::requests},
         {"四、依申请公开政府信息和不予公开政府信息情况", SectionKind::requests},
         {"六．其它需要报告的事项：", SectionKind::other_matters}}));
    INFO(line);
    CHECK(kind_of(line) == kind);
}

TEST_CASE("rows of the tables, sub-headings and sentences open nothing") {
    const auto line = GENERATE("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
                               "三、本年度办理结果", "四、结转下年度继续办理", "三、", "（一）主动公开情况",
                               "（二）依申请公开情况", "(一)政府信息主动公开情况", "一是主动公开情况有待改进",
                               "本报告由六部分组成：一、总体情况，二、主动公开政府信息情况",
                               "一、总体情况，二、主动公开政府信息情况，三、收到和处理", "主动公开情况",
                               "其他事项", "存在的主要问题包括：一是", "现将总体情况报告如下");
    INFO(line);
    CHECK_FALSE(kind_of(line));
}

TEST_CASE("text on the heading's own line belongs to the section") {
    document::Document document;
    document.blocks = {document::Line{"六、其他需要报告的事项：无。", {1, 0, 0, 0}}};
    const auto parts = split_sections(strips_of(document.blocks));
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].heading == "六、其他需要报告的事项");
    CHECK(parts[1].inline_text == "无。");
}

TEST_CASE("a heading that the page breaks in two is one heading") {
    document::Document document;
    document.blocks = {document::Line{"四、因政府信息公开工作被申请行政复议、提起行政诉讼", {1, 0, 0, 0}},
                       document::Line{"情况", {2, 0, 0, 0}}, document::Line{"五、", {3, 0, 0, 0}},
                       document::Line{"存在的主要问题及改进情况", {4, 0, 0, 0}}};
    const auto parts = split_sections(strips_of(document.blocks));
    REQUIRE(parts.size() == 3);
    CHECK(parts[1].kind == SectionKind::disputes);
    CHECK(parts[2].kind == SectionKind::improvements);
    CHECK(parts[2].begin == parts[2].end);
}

TEST_CASE("question marks for lost blanks hide no heading") {
    const std::vector<Strip> strips =
        strips_of(test::read_document("????一、总体情况\n??公开120条。\n??\n").value().blocks);
    const std::vector<SectionPart> parts = split_sections(strips);
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].kind == SectionKind::overview);
    CHECK(strips[1].text == "公开120条。");
    CHECK(strips.back().text == "??"); // before nothing they are what is printed
}
