// Small documents, each with one trap that once put a number into the wrong cell, lost it, or took the wrong
// name. The truth stands beside each: a row's seven (or the item's) values, "?" for a row that must hold no
// number.
#include "document/reader.hpp"
#include "report/reading.hpp"

using namespace nianbao;
using namespace nianbao::report;
using test::read;
using test::row;

namespace {

const std::string title = "青峰市水务局2023年政府信息公开工作年度报告\n";
const std::string head = title + "一、总体情况\n公开120条。\n二、主动公开政府信息情况\n";
const std::string three = "三、收到和处理政府信息公开申请情况\n";
const std::string four = "四、政府信息公开行政复议、行政诉讼情况\n";
const std::string rest = "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n";
const std::string columns_line = "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
const std::string columns_row = "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
const std::string columns_by_line = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n";
const std::string results = "结果维持 结果纠正 其他结果 尚未审结 总计\n";
/// A second row, so that the table is one.
const std::string more = "四、结转下年度继续办理 0 0 0 0 0 0 0\n";

std::string requests(const std::string& table, std::string_view code) {
    return row(read(head + three + table + four + rest), TableKind::requests, code);
}

std::string disputes(const std::string& table, std::string_view code) {
    return row(read(head + three + four + table + rest), TableKind::disputes, code);
}

std::string disclosure(const std::string& table, std::string_view code) {
    return row(read(head + table + three + four + rest), TableKind::disclosure, code);
}

bool has_finding(const Report& report, const std::string& rule) {
    for (const Finding& finding : report.findings) {
        if (finding.rule == rule) return true;
    }
    return false;
}

} // namespace

TEST_CASE("labels wrapped around their values keep them, one behind the other") {
    const std::string table =
        columns_line + "7.属于行政\n5 0 0 0 0 0 5\n执法案卷\n8.属于行政\n0 3 0 0 0 0 3\n查询事项\n";
    CHECK(requests(table, "denied_enforcement_file") == "5 0 0 0 0 0 5");
    CHECK(requests(table, "denied_administrative_inquiry") == "0 3 0 0 0 0 3");
    const std::string glued =
        columns_line + "5.要求行政机关确认或 7 0 0 0 0 0 7\n重新出具已获取信息\n（六）其他处理\n"
                       "1.申请人无正 0 4 0 0 0 0 4\n当理由逾期不补正、行政机关不再处理其政府信息公开申请\n";
    CHECK(requests(glued, "refused_confirmation") == "7 0 0 0 0 0 7");
    CHECK(requests(glued, "other_not_corrected_in_time") == "0 4 0 0 0 0 4");
}

TEST_CASE("the lines of a wrapped header stand closer than cells do and shift nothing") {
    // Cells are parted by blank lines, the two lines of one header are not.
    const std::string table =
        "第二十条第（一）项\n\n信息内容\n\n本年新\n制作数量\n\n本年新\n公开数量\n\n"
        "对外公开总数量\n\n规章\n\n 0\n\n 0\n\n 0\n\n规范性文件\n\n  3\n\n 2\n\n 9\n\n"
        "第二十条第（八）项\n\n信息内容\n\n上一年项目数量\n\n本年增/减\n\n行政事业性收费\n\n 4"
        "\n\n第二十条第（九）项\n\n信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n"
        " 1\n\n7.5\n\n";
    CHECK(disclosure(table, "regulations") == "0 0 0");
    CHECK(disclosure(table, "normative_documents") == "3 2 9");
    CHECK(disclosure(table, "procurement") == "1 7.5");
    CHECK(disclosure(table, "fees") == "?"); // one value for two columns
}

TEST_CASE("text in a value cell fills its cell and shifts nothing") {
    const std::string cell = GENERATE("35（含1件转办）", "三十五", "约35", "见附件");
    const std::string table = columns_row + "一、本年新收政府信息公开申请数量\t\t" + cell +
                              "\t0\t0\t0\t0\t0\t35\n" +
                              "二、上年结转政府信息公开申请数量\t\t1\t0\t0\t0\t0\t0\t1\n";
    CHECK(requests(table, "new_received") == "- 0 0 0 0 0 35");
    CHECK(requests(table, "carried_in") == "1 0 0 0 0 0 1");
}

TEST_CASE("a row that lost a field holds no number") {
    const std::string whole = "二、上年结转政府信息公开申请数量\t\t1\t0\t0\t0\t0\t0\t1\t\n四、结转下年度继续"
                              "办理\t\t0\t0\t0\t0\t0\t0\t0\t\n";
    CHECK(requests(columns_row + "一、本年新收政府信息公开申请数量\t\t35\t0\t0\t0\t0\t35\t\n" + whole,
                   "new_received") == "?");
    CHECK(requests(columns_row + whole + "三、本年度办理结果\t（一）予以公开\t12\t0\t0\t0\t0\t12\t\n",
                   "granted") == "?");
    CHECK(requests(
              columns_row +
                  "一、本年新收政府信息公开申请数量\t\t\t9\t8\t7\t6\t5\t4\n二、上年结转政府信息公开申请数量"
                  "\t\t\t1\t0\t0\t0\t0\t0\n",
              "new_received") == "?");
    const std::string dropped = columns_by_line +
                                "\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n\n"
                                "四、结转下年度继续办理\n3\n3\n2\n1\n4\n13\n\n";
    CHECK(requests(dropped, "carried_out") == "?");
    CHECK(requests(dropped, "carried_in") == "0 0 0 0 0 0 0");
}

TEST_CASE("a page number never completes a row, nor spoils one") {
    CHECK(requests(columns_line + "2.重复申请 1 2 3 0 0 0\n\n9\n\n3.要求提供公开出版物 0 0 0 0 0 0 0\n",
                   "refused_repeated") == "?");
    CHECK(requests(columns_line + "（七）总计 1 0 0 0 0 0 1\n四、结转下年度继续办理2 0 0 0 0 0 2\n\n9\n\n",
                   "carried_out") == "2 0 0 0 0 0 2");
    CHECK(disputes("行政复议 行政诉讼\n" + results + "未经复议直接起诉 复议后起诉\n" + results + results +
                       "1 0 0 1 2 0 3 0 0 3 0 0 4 0\n\n12\n\n",
                   "reconsideration") == "?");
}

TEST_CASE("columns in another order than the form's are not read as the form's") {
    CHECK(requests("申请人情况\n总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
                   "一、本年新收政府信息公开申请数量 9 4 5 0 0 0 0\n" +
                       more,
                   "new_received") == "?");
    const std::string swapped = "结果维持 结果纠正 尚未审结 其他结果 总计\n";
    CHECK(disputes("行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n" + swapped + swapped + swapped +
                       "1 2 3 0 6 1 1 1 1 4 0 0 0 0 0\n",
                   "reconsideration") == "?");
    CHECK(disputes("行政诉讼 行政复议\n未经复议直接起诉 复议后起诉\n" + results + results + results +
                       "1 2 0 3 6 1 1 1 1 4 0 0 0 0 0\n",
                   "reconsideration") == "?");
    // Table 2 names its measures in the header, so their order is the header's.
    const Report report =
        read(head +
             "第二十条第（一）项\n信息内容 现行有效件数 本年制发件数 本年废止件数\n规章 0 0 0\n"
             "行政规范性文件 79 22 7\n" +
             three + four + rest);
    REQUIRE(report.disclosure);
    CHECK(report.disclosure->cell("normative_documents", "in_force")->value == Decimal{79, 0});
    CHECK(report.disclosure->cell("normative_documents", "issued")->value == Decimal{22, 0});
}

TEST_CASE("a column that table 2 does not have shifts none of its values") {
    const std::string block = "第二十条第（一）项\n";
    const auto documents = [&](const std::string& header, const std::string& values) {
        return disclosure(block + header + "\n" + values + "\n", "normative_documents");
    };
    const std::string row = "规章\t0\t0\t0\t0\n行政规范性文件\t";
    CHECK(documents("信息内容\t本年制发件数\t上年制发件数\t本年废止件数\t现行有效件数",
                    row + "22\t20\t7\t") == "22 7 -");
    CHECK(documents("信息内容\t本年制发件数\t上年数\t本年废止件数\t现行有效件数", row + "22\t20\t7\t79") ==
          "22 7 79");
    CHECK(documents("信息内容\t上年数\t本年制发件数\t本年废止件数\t现行有效件数", row + "\t22\t7\t79") ==
          "22 7 79");
    CHECK(documents("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t备注", row + "22\t7\t79\t") ==
          "22 7 79");
    CHECK(documents("信息内容 本年制发件数 去年同期 本年废止件数 现行有效件数",
                    "规章 0 0 0 0\n行政规范性文件 22 20 7 79") == "22 7 79");
    CHECK(documents("信息内容 本年制发件数 去年同期 本年废止件数 现行有效件数",
                    "规章 0 0 0 0\n行政规范性文件 22 20 7") == "?");
    CHECK(documents("信息内容 本年制发件数（上年数） 本年废止件数 现行有效件数 上年 数",
                    "规章 0 0 0\n行政规范性文件 22 20 7") == "?");
    const std::string permits = "第二十条第（五）项\n信息内容\n本年处理决定数量\n上年数\n行政许可\n8\n";
    CHECK(disclosure(permits + "7\n第二十条第（六）项\n", "licensing") == "8");
    CHECK(disclosure(permits + "第二十条第（六）项\n", "licensing") == "?");
    const Report report =
        read(head + block +
             "信息内容\t本年制发件数\t上年数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t22\t20\t79\n" +
             three + four + rest);
    CHECK(::row(report, TableKind::disclosure, "normative_documents") == "22 - 79");
    CHECK(has_finding(report, "column_unknown"));
}

TEST_CASE("words of table 2's header go before their places, cut short and misprinted ones too") {
    const auto documents = [](const std::string& header, const std::string& values) {
        return disclosure("第二十条第（一）项\n信息内容\t" + header + "\n规章\t0\t0\t0\n行政规范性文件\t" +
                              values + "\n",
                          "normative_documents");
    };
    CHECK(documents("现行有效件数\t本年废止件数\t本年制发件数", "79\t7\t22") ==
          "79 7 22"); // as the header says
    CHECK(documents("本年制发件数\t本年废上件数\t现行有效件数", "22\t7\t79") == "22 7 79");
    CHECK(documents("现行有效件数\t本年刷发件数\t本年废止件数", "79\t22\t7") == "- 7 79");
    CHECK(documents("本年新\t本年新\t对外公开总数量", "22\t7\t79") == "22 7 79");
    CHECK(disclosure("第二十条第（一）项\n信息内容 现行有效件数 本年刷发件数 本年废止件数\n规章 0 0 0\n"
                     "行政规范性文件 79 22 7\n",
                     "normative_documents") == "?");
}

TEST_CASE("a row that only resembles one of the form is kept apart") {
    const std::string block =
        "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n";
    CHECK(disclosure(block + "党内规范性文件 901 902 903\n行政规范性文件 22 7 79\n", "normative_documents") ==
          "22 7 79");
    CHECK(disclosure("信息内容公开情况如下，行政许可 8\n第二十条第（五）项\n信息内容 "
                     "本年处理决定数量\n行政许可 3624\n",
                     "licensing") == "3624");
}

TEST_CASE("numbers glued to a label, with a unit apart, or broken by a blank") {
    const std::string block = "第二十条第（五）项\n信息内容 本年处理决定数量\n";
    CHECK(disclosure(block + "行政许可12\n", "licensing") == "12");
    CHECK(disclosure("第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 12.5 万元\n",
                     "fees") == "12.5");
    CHECK(disclosure("第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n1 234\n第二十条第（六）项\n",
                     "licensing") == "?");
    CHECK(disclosure("第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n5\xE2\x80\x8B"
                     "6\n第二十条第（六）项\n",
                     "licensing") == "56");
}

TEST_CASE("a mark glued to the label before it is its first value") {
    const std::string table = columns_line +
                              "（二）部分公开（区分处理的，只计这一情形，不计其他情形）/ / / 6 / / 6\n"
                              "5.要求行政机关确认或重新出具已获取信息- - - - - - -\n（四）无\n法提供\n" +
                              more;
    CHECK(requests(table, "partially_granted") == "- - - 6 - - 6");
    CHECK(requests(table, "refused_confirmation") == "?");
}

TEST_CASE("notes with numbers are no rows, and two copies are not mixed") {
    CHECK(requests(columns_line + "其中：予以公开 2\n（一）予以公开 5 0 0 0 0 0 5\n" + more, "granted") ==
          "5 0 0 0 0 0 5");
    const std::string copies =
        columns_line + "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n（一）予以公开 5 0 0 0 0 0 5\n" +
        columns_line +
        "二、上年结转政府信息公开申请数量 2 0 0 0 0 0 2\n（一）予以公开 6 0 0 0 0 0 6\n"
        "（七）总计 6 0 0 0 0 0 6\n四、结转下年度继续办理 7 0 0 0 0 0 7\n";
    const Report report = read(head + three + copies + four + rest);
    CHECK(row(report, TableKind::requests, "granted") == "- 0 0 0 0 0 -"); // 5 or 6: what both print stays
    CHECK(row(report, TableKind::requests, "new_received") == "absent");
    CHECK(has_finding(report, "copies_differ"));
}

TEST_CASE("of three copies that disagree the last does not win where the first two were withheld") {
    const auto copy = [](const std::string& n) {
        return columns_line + "一、本年新收政府信息公开申请数量 " + n + " 0 0 0 0 0 " + n +
               "\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n";
    };
    const Report report = read(head + three + copy("5") + copy("6") + copy("7") + four + rest);
    CHECK(row(report, TableKind::requests, "new_received") == "- 0 0 0 0 0 -");
    CHECK(has_finding(report, "copies_differ"));
}

TEST_CASE("rows out of order, subtotals and rows of the body's own lose and replace nothing") {
    const std::string swapped = columns_line +
                                "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n2.重复申请 1 0 0 0 0 0 1\n"
                                "1.信访举报投诉类申请 2 0 0 0 0 0 2\n（七）总计 8 0 0 0 0 0 8\n" +
                                more;
    CHECK(requests(swapped, "refused_petition") == "2 0 0 0 0 0 2");
    CHECK(requests(swapped, "total_processed") == "8 0 0 0 0 0 8");
    const std::string group =
        columns_line +
        "5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1\n（六）其他处理 3 0 0 0 0 0 3\n"
        "3.其他 2 0 0 0 0 0 2\n（七）总计 4 0 0 0 0 0 4\n" +
        more;
    CHECK(requests(group, "refused_confirmation") == "1 0 0 0 0 0 1");
    CHECK(requests(group, "other_remaining") == "2 0 0 0 0 0 2");
    const std::string subtotal =
        columns_line + "（一）予以公开 5 0 0 0 0 0 5\n合计 1 0 0 0 0 0 1\n（七）总计 9 0 0 0 0 0 9\n" + more;
    CHECK(requests(subtotal, "total_processed") == "9 0 0 0 0 0 9");
    const std::string twice = columns_line + "3.其他 9 0 0 0 0 0 9\n3.其他 2 0 0 0 0 0 2\n" + more;
    CHECK(requests(twice, "other_remaining") == "- 0 0 0 0 0 -");
    CHECK(requests(columns_row + "一、本年新收政府信息公开申请数量\t12\t0\t0\t0\t0\t0\t12\n其中：本年新收网络"
                                 "申请数量\t9\t0\t0\t0\t0\t0\t9\n"
                                 "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n",
                   "new_received") == "12 0 0 0 0 0 12");
}

TEST_CASE("of last year's and this year's table neither is taken where they differ") {
    const std::string both = "2022年情况：\n" + columns_line +
                             "一、本年新收政府信息公开申请数量 7 0 0 0 0 0 7\n" + more + "2023年情况：\n" +
                             columns_line + "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n" + more;
    CHECK(requests(both, "new_received") == "- 0 0 0 0 0 -");
    const std::string header =
        "行政复议 行政诉讼\n" + results + "未经复议直接起诉 复议后起诉\n" + results + results;
    CHECK(disputes(header + "2022年 9 9 9 9 36 9 9 9 9 36 9 9 9 9 36\n2023年 1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n",
                   "reconsideration") == "?");
    CHECK(disputes(header + "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n行\n1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n",
                   "reconsideration") == "1 0 0 0 1");
    CHECK(disclosure("第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n行政许可 9\n",
                     "licensing") == "?");
}

TEST_CASE("of a table that lists bodies only the report's own row, or their sum, is its own") {
    const std::string header =
        "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n" + results + results + results;
    const std::string none = " 0 0 0 0 0 0 0 0 0 0\n";
    const std::string own = "青峰市水务局 1 0 0 0 1" + none;
    const std::string other = "柳荫乡人民政府 4 0 0 0 4" + none;
    const std::string third = "青峰市民政局 2 0 0 0 2" + none;
    CHECK(disputes(header + own, "reconsideration") == "1 0 0 0 1");
    CHECK(disputes(header + other, "reconsideration") == "?");
    CHECK(disputes(header + other + own + third, "reconsideration") == "1 0 0 0 1");
    CHECK(disputes(header + other + third, "reconsideration") == "?");
    CHECK(disputes(header + other + third + "合计 6 0 0 0 6" + none, "reconsideration") == "6 0 0 0 6");
    CHECK(disputes(header + own + other + "合计 5 0 0 0 5" + none, "reconsideration") == "?"); // whose?
    const std::string cells = "柳荫乡人民政府\t4\t0\t0\t0\t4\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n";
    CHECK(disputes(header + cells, "reconsideration") == "?");
}

TEST_CASE("a page number among the cells of one cell a line fills no blank") {
    const std::string row = "2.重复申请\n2\n12\n\n40\n5\n2\n61\n9\n";
    CHECK(requests(columns_by_line + "1.信访举报投诉类申请\n0\n0\n0\n0\n0\n0\n0\n" + row +
                       "3.要求提供公开出版物\n0\n0\n0\n0\n0\n0\n0\n",
                   "refused_repeated") == "?");
    CHECK(disclosure("第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n行政规范性文件"
                     "\n9 / 12\n9\n9\n80\n",
                     "normative_documents") == "9 9 80");
}

TEST_CASE("a bare page number in the place of a lost blank is no figure") {
    const std::string pages_before =
        title + "一、总体情况\n公开120条。\n1\n推进平台建设。\n二、主动公开政府信息情况\n";
    const std::string pages_behind =
        four + "五、存在的主要问题及改进情况\n公开不及时。\n4\n下一步改进。\n六、其他需要报告的事项\n无。\n";
    const auto of_three = [&](const std::string& table, std::string_view code) {
        const std::string whole = "3.要求提供公开出版物\n0\n0\n0\n0\n0\n0\n0\n";
        return row(read(pages_before + three + columns_by_line + table + whole + pages_behind),
                   TableKind::requests, code);
    };
    CHECK(of_three("2.重复申请\n5\n0\n0\n2\n0\n0\n5\n", "refused_repeated") == "?");
    CHECK(of_three("2.重复申请\n5\n0\n0\n2\n0\n0\n7\n", "refused_repeated") == "5 0 0 2 0 0 7");
    // 3 might be the page's number, and what it makes add up the blank total's neighbour.
    CHECK(of_three("2.重复申请\n3\n0\n0\n0\n0\n0\n3\n", "refused_repeated") == "?");
    CHECK(of_three("2.重复申请\n1\n0\n0\n2\n0\n0\n3\n", "refused_repeated") == "?");
    // Neither page 1 nor page 9 can stand here: the report itself does not add up.
    CHECK(of_three("2.重复申请\n5\n0\n0\n1\n0\n0\n5\n", "refused_repeated") == "5 0 0 1 0 0 5");
    CHECK(of_three("2.重复申请\n5\n0\n0\n9\n0\n0\n5\n", "refused_repeated") == "5 0 0 9 0 0 5");
    const Report report =
        read(pages_before +
             "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n2\n第二十条第（六）项\n信息"
             "内容\n本年处理决定数量\n行政处罚\n7\n行政强制\n6\n" +
             three + pages_behind);
    CHECK(row(report, TableKind::disclosure, "licensing") == "?");
    CHECK(has_finding(report, "row_not_determinable"));
    CHECK(row(report, TableKind::disclosure, "penalties") == "7");
    const std::string blocks = "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n";
    const std::string by_line = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
    CHECK(row(read(pages_before + three + four + blocks + by_line + by_line + by_line +
                   "1\n0\n0\n0\n1\n3\n0\n0\n0\n5\n0\n0\n0\n0\n0\n" + pages_behind.substr(four.size())),
              TableKind::disputes, "litigation_direct") == "?");
}

TEST_CASE("a number below an empty line is not the cell that the line is") {
    const std::string block = "信息内容\n\n本年处理决定数量\n\n";
    const std::string table = "第二十条第（五）项\n\n" + block +
                              "行政许可\n\n\n\n4\n\n第二十条第（六）项\n\n" + block +
                              "行政处罚\n\n5\n\n行政强制\n\n6\n\n";
    CHECK(disclosure(table, "licensing") == "?");
    CHECK(disclosure(table, "penalties") == "5");
}

TEST_CASE("a page number under an item without a value is not its value") {
    const std::string block = "信息内容 本年处理决定数量\n";
    const std::string table = "第二十条第（五）项\n" + block + "行政许可\n\n4\n\n第二十条第（六）项\n" +
                              block + "行政处罚 5\n行政强制\n6\n";
    CHECK(disclosure(table, "licensing") == "?");
    CHECK(disclosure(table, "penalties") == "5");
    CHECK(disclosure(table, "coercive_measures") == "6"); // on the very next line
}

TEST_CASE("of several years in a title the one next to 信息公开 is the report's, of a span none") {
    CHECK(read("2024年度青峰市水务局2023年政府信息公开工作年度报告\n" + head.substr(title.size()) + three +
               four + rest)
              .year == 2023);
    CHECK_FALSE(read("青峰市水务局2022-2023年政府信息公开工作年度报告\n" + head.substr(title.size()) + three +
                     four + rest)
                    .year);
}

TEST_CASE("a table that is not there takes nothing from another one") {
    const Report report =
        read(head + three + columns_line + "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n" + more);
    CHECK_FALSE(report.disputes);
    CHECK(has_finding(report, "table_missing"));
}

TEST_CASE("body and year come from the title alone, however it is broken or hung about") {
    const auto [text, body] = GENERATE(table<std::string, std::string>(
        {{"青峰市人民政府\n青峰市水务局2023年政府信息公开工作年度报告\n", "青峰市水务局"},
         {"今天是星期三\n青峰市水务局\n2023年政府信息公开工作年度报告\n", "青峰市水务局"},
         {"2024-01-20 青峰市水务局2023年政府信息公开工作年度报告\n", "青峰市水务局"},
         {"青峰市水务局2023\n年政府信息公开工作年度报告\n", "青峰市水务局"},
         {"青峰市水务\n局2023年政府信息公开工作年度报告\n", "青峰市水务局"},
         {"青峰市水务局2023年政府\n信息公开工作年度报告\n", "青峰市水务局"},
         {"青峰市12345政务服务热线中心2023年政府信息公开工作年度报告\n", "青峰市12345政务服务热线中心"},
         {"青峰市水务局关于2023年度政府信息公开工作情况的报告\n", "青峰市水务局"},
         {"青峰市水务局政府信息公开工作年度报告（2024年1月20日）\n统计期限自2023年1月1日起至2023年12月31日止"
          "。\n",
          "青峰市水务局"}}));
    const Report report = read(text + head.substr(title.size()) + three + four + rest);
    INFO(text);
    CHECK(report.body == body);
    CHECK(report.year == 2023);
}

TEST_CASE("a law in force since some January is not the period of the report") {
    const Report report =
        read("自2021年1月1日《民法典》施行以来，我局依法公开。\n" + head.substr(title.size()) +
             "2023年公开12条。\n" + three + four + rest + "青峰市水务局\n2024年1月15日\n");
    CHECK(report.year != 2021);
    CHECK(report.body == "青峰市水务局");
    CHECK(report.published_on == "2024-01-15");
}

TEST_CASE(
    "a preface that names the notice on the format, or a site's path, does not make the report a notice") {
    const std::string above = GENERATE("根据《关于印发〈政府\n信息公开工作年度报告格式〉的通知》（国办公开办"
                                       "函〔2021〕\n30号）要求，编制本报告。\n",
                                       "首页 > 信息公开 > 政策解读\n");
    CHECK(read(title + above + head.substr(title.size()) + three + four + rest).body == "青峰市水务局");
}

TEST_CASE("work that adds up figures is no roll-up, and one that adds up others' reports is") {
    CHECK(
        read(title + "我局对全年数据进行了认真汇总整理。\n" + head.substr(title.size()) + three + four + rest)
            .scope == "unknown");
    CHECK(read(title + "本报告由市政府办公室汇总全市各部门、各乡镇的年度报告编制。\n" +
               head.substr(title.size()) + three + four + rest)
              .scope == "roll_up");
}

TEST_CASE("a summary of other work with the same general headings is no report") {
    const std::string summary =
        "一、总体情况\n全年绩效任务全部完成，建议提案办理完毕。\n二、主要做法\n"
        "推动项目落地。\n三、存在的问题及改进措施\n进度不均衡。\n四、其他事项\n无。\n";
    const auto refused = parse_report(test::read_document(summary).value());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::not_a_report);
}

TEST_CASE("a heading that speaks of guides is no title of a guide") {
    const std::string text =
        "青峰市水务局\n（一）政府信息公开指南的更新情况\n已更新。\n一、总体情况\n公开120条。\n" + three +
        four + rest;
    CHECK(read(text).year == std::nullopt);
}
