#include "report/headings.hpp"

#include "document/reader.hpp"
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

/// The kinds that open, in order, a line of `lines` each.
std::string opened(const std::string& lines) {
    std::string kinds;
    for (const SectionPart& part : split_sections(strips_of(document::read_text(lines).blocks))) {
        if (part.kind != SectionKind::preface)
            kinds += (kinds.empty() ? "" : " ") + std::string(name_of(part.kind));
    }
    return kinds;
}

const std::string whole_form = "overview disclosure requests disputes improvements other_matters";

/// The form's six headings, `numerals` before them.
std::string form_with(const std::vector<std::string>& numerals) {
    const std::string words[] = {"总体情况",
                                 "主动公开政府信息情况",
                                 "收到和处理政府信息公开申请情况",
                                 "政府信息公开行政复议、行政诉讼情况",
                                 "存在的主要问题及改进情况",
                                 "其他需要报告的事项"};
    std::string text;
    for (std::size_t i = 0; i < 6; ++i) text += numerals[i] + words[i] + "\n本部分的文字。\n";
    return text;
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
         {"五、存在不足", SectionKind::improvements},
         {"五、存在的不足及整改措施", SectionKind::improvements},
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
         {"一、2023年政务公开总体情况", SectionKind::overview},
         {"一、基本情况概述", SectionKind::overview},
         {"一、基本概述", SectionKind::overview},
         {"一、工作开展情况", SectionKind::overview},
         {"一、政府信息公开工作的基本概况", SectionKind::overview},
         {"一、情况概述", SectionKind::overview},
         {"一、基本工作情况", SectionKind::overview},
         {"二、主动公开信息情况", SectionKind::disclosure},
         {"二、政府信息公开主动公开情况", SectionKind::disclosure},
         {"五、主动公开政府信息以及公开平台建设等情况", SectionKind::disclosure},
         {"三、依申请公开政府信息受理情况", SectionKind::requests},
         {"三、政府信息公开依申请公开情况", SectionKind::requests},
         {"三、依申请公开和不予公开政府信息情况", SectionKind::requests},
         {"六、政府信息公开申请的办理情况", SectionKind::requests},
         {"五、申请行政复议、提起行政诉讼情况", SectionKind::disputes},
         {"五、投诉举报、行政复议、行政诉讼情况", SectionKind::disputes},
         {"四、因政府信息公开申请行政复议、提起行政诉讼以及投诉举报的情况", SectionKind::disputes},
         {"三、存在主要问题和改进工作措施", SectionKind::improvements},
         {"七、存在问题及工作打算", SectionKind::improvements},
         {"五、政府信息公开工作改进措施", SectionKind::improvements},
         {"三、下一步工作措施", SectionKind::improvements},
         {"五、政府信息公开工作中需要改进的情况", SectionKind::improvements},
         {"四、政府信息公开支出与收费", SectionKind::other_matters},
         {"六、政府支出和收费情况", SectionKind::other_matters},
         {"四、政府信息公开相关费用情况", SectionKind::other_matters},
         {"三、依申请公开政府信息收费情况", SectionKind::other_matters},
         {"一,、概述", SectionKind::overview},
         {"六．其它需要报告的事项：", SectionKind::other_matters}}));
    INFO(line);
    CHECK(kind_of(line) == kind);
}

TEST_CASE("rows of the tables, sub-headings and sentences open nothing") {
    const auto line =
        GENERATE("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、本年度办理结果",
                 "四、结转下年度继续办理", "三、", "（一）主动公开情况", "（二）依申请公开情况",
                 "(一)政府信息主动公开情况", "一是主动公开情况有待改进",
                 "本报告由六部分组成：一、总体情况，二、主动公开政府信息情况",
                 "一、总体情况，二、主动公开政府信息情况，三、收到和处理", "主动公开情况", "其他事项",
                 "存在的主要问题包括：一是", "现将总体情况报告如下", "改进措施", "（二）改进措施",
                 "二）改进措施。一是", "基本概况", "一、改进作风，提高效率", "二、收费目录");
    INFO(line);
    CHECK_FALSE(kind_of(line));
}

TEST_CASE("the form's sections open whatever way they are numbered in") {
    const auto numerals = GENERATE(values<std::vector<std::string>>(
        {{"1.", "2.", "3.", "4.", "5.", "6."},
         {"1、", "2、", "3、", "4、", "5、", "6、"},
         {"１．", "２．", "３．", "４．", "５．", "６．"},
         {"1 ", "2 ", "3 ", "4 ", "5 ", "6 "},
         {"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"},
         {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)"},
         {"Ⅰ.", "Ⅱ.", "Ⅲ.", "Ⅳ.", "Ⅴ.", "Ⅵ."},
         {"I、", "II、", "III、", "IV、", "V、", "VI、"},
         {"第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "},
         {"第一章　", "第二章　", "第三章　", "第四章　", "第五章　", "第六章　"},
         {"一 ", "二 ", "三 ", "四 ", "五 ", "六 "},
         {"一.", "二.", "三.", "四.", "五.", "六."},
         {"## 一、", "## 二、", "## 三、", "## 四、", "## 五、", "## 六、"},
         {"", "", "", "", "", ""},
         {"一、", "2.", "（三）", "第四部分", "", "六、"}}));
    INFO(numerals[0]);
    CHECK(opened(form_with(numerals)) == whole_form);
}

TEST_CASE("headings in bold are headings without their asterisks") {
    const auto parts = split_sections(strips_of(
        document::read_text(
            "**一、总体情况**\n**（一）主动公开。**公开5条。\n### **六、其他需要报告的事项**\n无。\n")
            .blocks));
    REQUIRE(parts.size() == 3);
    CHECK(parts[1].heading == "一、总体情况");
    CHECK(parts[2].heading == "六、其他需要报告的事项");
}

TEST_CASE("sub-headings with the words of a section open none") {
    const std::string text =
        GENERATE("（一）主动公开政府信息情况\n公开5条。\n（二）收到和处理政府信息公开申请情况\n收到2件。\n",
                 "1.主动公开政府信息情况\n公开5条。\n2.收到和处理政府信息公开申请情况\n3."
                 "政府信息公开行政复议、行政诉讼情况\n",
                 "（二）主动公开情况\n（三）依申请公开情况\n（四）其他事项\n");
    INFO(text);
    const std::string form = form_with({"一、", "二、", "三、", "四、", "五、", "六、"});
    const std::size_t behind_overview = form.find("二、主动");
    std::string whole = form;
    CHECK(opened(whole.insert(behind_overview, text)) == whole_form);
    // Not even where the section itself has lost its heading.
    std::string lost = form;
    lost.erase(behind_overview, lost.find("本部分", behind_overview) - behind_overview);
    lost.insert(behind_overview, text);
    CHECK(opened(lost) == "overview requests disputes improvements other_matters");
    // Nor a list of the sections in the preface.
    CHECK(
        opened(
            "本报告由以下部分组成：\n1.总体情况\n2.主动公开政府信息情况\n3.收到和处理政府信息公开申请情况\n" +
            form) == whole_form);
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

TEST_CASE("inside a line the rest of a bracketed numeral begins no section") {
    CHECK(heading_prefix("一、主动公开政府信息情况"));
    CHECK_FALSE(heading_prefix("一)主动公开政府信息情况"));
    CHECK_FALSE(heading_prefix("(一)主动公开政府信息情况"));
}
