// Traps of text that was made of pages (it has form feeds): labels and values that stand apart on a page come
// in any order. The truth stands beside each: a row's values, "?" for a row that must hold no number.
#include "document/reader.hpp"
#include "report/reading.hpp"

using namespace nianbao;
using namespace nianbao::report;
using test::read;
using test::row;

namespace {

const std::string head = "青峰市水务局2023年政府信息公开工作年度报告\n一、总体情况\n公开120条。\n\f";
const std::string two = "二、主动公开政府信息情况\n";
const std::string three = "三、收到和处理政府信息公开申请情况\n";
const std::string columns = "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
const std::string four = "四、政府信息公开行政复议、行政诉讼情况\n";
const std::string rest = "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n";
const std::string more = "四、结转下年度继续办理 0 0 0 0 0 0 0\n";

std::string by_line(const std::string& values) {
    std::string lines = values + "\n";
    for (char& c : lines) c = c == ' ' ? '\n' : c;
    return lines;
}

std::string requests(const std::string& table, std::string_view code) {
    return row(read(head + three + columns + table + more + four + rest), TableKind::requests, code);
}

std::string disputes(const std::string& table, std::string_view code) {
    return row(read(head + three + four + table + rest), TableKind::disputes, code);
}

std::string disclosure(const std::string& table, std::string_view code) {
    return row(read(head + two + table + three + four + rest), TableKind::disclosure, code);
}

const std::string routes = "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n";
const std::string results = "结果维持 结果纠正 其他结果 尚未审结 总计\n";

} // namespace

TEST_CASE("on a page a row of a value a line is the label's right above it, and adds up") {
    CHECK(requests("（一）予以公开\n" + by_line("4 1 0 0 0 0 5"), "granted") == "4 1 0 0 0 0 5");
    CHECK(requests("（一）予以公开\n" + by_line("4 1 0 0 0 5 0"), "granted") == "?");
}

TEST_CASE("on a page values below several labels are nobody's") {
    const std::string labels = "二、上年结转政府信息公开申请数量\n（一）予以公开\n";
    CHECK(requests(labels + by_line("4 1 0 0 0 0 5"), "granted") == "absent");
    CHECK(requests(labels + "4 1 0 0 0 0 5\n", "granted") == "4 1 0 0 0 0 5");
}

TEST_CASE("numbers wrapped in narrow columns are no row, though their beginnings add up") {
    CHECK(requests("（一）予以公开 82 0 0 0 0 0 82\n3 3\n", "granted") == "?");
    CHECK(requests("2.没有现成信息 58 0 0 0 0 0 58\n需要另行制作 5 5\n", "unavailable_must_be_created") ==
          "?");
    CHECK(requests("405 434\n（七）总计 85 158 19 0 25\n4 1\n", "total_processed") == "?");
}

TEST_CASE("a line that is no table between a label and values parts them") {
    CHECK(requests("1.信访举报投诉类申请\n0 0 0 2.重复申请\n0 7 0 3 0 0 10\n", "refused_petition") !=
          "0 7 0 3 0 0 10");
}

TEST_CASE("on a page the heading's order holds for table 2 only within a line") {
    const std::string rows = "行政处罚 0 -19 96\n行政强制 208 19 0\n";
    const std::string block = "第二十条第（六）项\n";
    CHECK(disclosure(block + "信息内容 上一年项目数量 本年增/减 处理决定数量\n" + rows, "penalties") ==
          "0 -19 96");
    CHECK(disclosure(block + "信息内容\n处理决定数量\n上一年项目数量\n本年增/减\n" + rows, "penalties") ==
          "?");
}

TEST_CASE("on a page values below several items of table 2 are nobody's") {
    CHECK(disclosure("第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n行政强制\n58\n备注\n2\n",
                     "coercive_measures") == "?");
}

TEST_CASE("table 4 on several lines of a page is read where its blocks prove it, or all is zero") {
    const std::string header = routes + results + results + results;
    CHECK(disputes(header + by_line("6 1 0 2 9 4 0 3 0 7 1 8 0 5 14"), "litigation_direct") == "4 0 3 0 7");
    CHECK(disputes(header + by_line("1 0 0 0 1 0 0 0 0 0 0 0 0 0 0"), "litigation_direct") == "0 0 0 0 0");
    // 0 0 0 0 0, 1 0 0 0 1; or 0 0 0 0, 0 1 0 0, 0 and 1: the cells of two blocks shuffled
    CHECK(disputes(header + by_line("0 0 0 0 0 1 0 0 0 1 0 0 0 0 0"), "litigation_direct") == "?");
    CHECK(disputes(header + by_line("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"), "litigation_direct") == "0 0 0 0 0");
    const std::string scattered = "行政复议\n" + results + by_line("0 0 0 0 0") +
                                  "行政诉讼\n未经复议直接起诉\n" + "复议后起诉\n" + results + results;
    CHECK(disputes(scattered + by_line("0 0 0 0 0 0 0 0 0 0"), "reconsideration") == "0 0 0 0 0");
    const std::string between = "行政复议\n" + results + by_line("6 1 0 2 9") + routes + results + results;
    CHECK(disputes(between + by_line("4 0 3 0 7 0 0 0 0 0"), "litigation_direct") == "4 0 3 0 7");
    const std::string shuffled = "行政复议\n结果维持\n其他结果\n尚未审结\n" + by_line("6 1 0") +
                                 "结果纠正\n总计\n" + by_line("2 9") + routes + results + results;
    CHECK(disputes(shuffled + by_line("4 0 3 0 7 0 0 0 0 0"), "reconsideration") == "?");
    CHECK(disputes(scattered + by_line("0 0 0 0 0 0 0 0 0"), "reconsideration") == "?");
}

TEST_CASE("a long line of a page that ends within a sentence goes on in the next") {
    const auto report = parse_report(
        test::read_document("青峰市水务局2023年政府信息公开工作年度报告\n一、总体情况\n"
                            "存在的问题：一是政策解读的形式还不够丰富，图解和短视频偏少，内\n容陈旧。\n\f" +
                            two + three + four + rest)
            .value());
    REQUIRE(report);
    CHECK(report->section(SectionKind::overview)->text ==
          "存在的问题：一是政策解读的形式还不够丰富，图解和短视频偏少，内容陈旧。");
    CHECK(report->section(SectionKind::requests)->page == 2);
}

TEST_CASE("a label at the end of the document is no row of blanks") {
    const std::string rows = "申请人情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
                             "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开\n";
    const auto cut = parse_report(test::read_document(head + two + three + rows).value());
    REQUIRE(cut);
    REQUIRE(cut->requests);
    CHECK_FALSE(cut->requests->row("granted"));
    const auto whole = parse_report(test::read_document(head + two + three + rows + four + rest).value());
    REQUIRE(whole);
    REQUIRE(whole->requests);
    CHECK(whole->requests->row("granted"));
}

TEST_CASE("what is left of a header's cut words is no prose") {
    const std::string text = head + three + "2023年收到1件。\n   申请人情况\n 自然   法人或其他组织   总\n" +
                             " 人   商业企 科研   计\n（一）予以公开 1 0 0 0 0 0 1\n" + more + four + "无\n" +
                             rest;
    const auto report = parse_report(test::read_document(text).value());
    REQUIRE(report);
    CHECK(report->section(SectionKind::requests)->text == "2023年收到1件。");
    CHECK(report->section(SectionKind::disputes)->text == "无");
}

TEST_CASE("a title that comes behind the first heading of a page is the title") {
    const auto report = parse_report(
        test::read_document("一、总体情况\n\n青峰市水务局2023年政府信息公开工作年度报告\n\n公开120条。\n\f" +
                            two + three + four + rest)
            .value());
    REQUIRE(report);
    CHECK(report->title == "青峰市水务局2023年政府信息公开工作年度报告");
    CHECK(report->section(SectionKind::overview)->text == "公开120条。");
}
