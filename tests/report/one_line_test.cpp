// Text whose line ends were lost, and words that must not be taken for what they resemble there.
#include "report/reading.hpp"

using namespace nianbao;
using namespace nianbao::report;
using test::read;

namespace {

const std::string six_sections =
    "一、总体情况\n全年公开信息12条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n解读形式单一。\n六、其他需要报告的"
    "事项\n无。\n";

std::string text_of(const Report& report, SectionKind kind) {
    const Section* section = report.section(kind);
    return section ? section->text : "absent";
}

} // namespace

TEST_CASE("a report in one line is cut at its headings, and the blanks of its wraps go") {
    const Report report = read("2021 年白沙县水利局政府信息公开工作年度报告 一、总体情况 2021 "
                               "年，我局认真做好公 开工作，更新栏目 8 个。 "
                               "二、主动公开政府信息情况 信息内容 本年制发件数 本年废止件数 现行有效件数 "
                               "规章 0 0 0 行政规范性文件 3 1 20 "
                               "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 96， 513 "
                               "三、收到和处理政府信息公开申请情况 全年收到申请 "
                               "5 件，均按时答复，没有超期。 四、政府信息公开行政复议、行政诉讼情况 "
                               "全年没有行政复议和行政诉讼案件发生，情况良好。 "
                               "五、存在的主要问题及改进情况 解读形 "
                               "式单一，下一步增加图解。今后还将加强培训工作。 六、其他需要报告的事项 无。 "
                               "白沙县水利局 2022 年 1 月 18 日");
    CHECK(report.body == "白沙县水利局");
    CHECK(report.year == 2021);
    CHECK(report.published_on == "2022-01-18");
    CHECK(text_of(report, SectionKind::overview) == "2021 年，我局认真做好公开工作，更新栏目 8 个。");
    CHECK(text_of(report, SectionKind::improvements) ==
          "解读形式单一，下一步增加图解。今后还将加强培训工作。");
    REQUIRE(report.disclosure);
    CHECK(report.disclosure->cell("normative_documents", "in_force")->value == Decimal{20, 0});
    CHECK(report.disclosure->cell("licensing", "decisions")->value == Decimal{96513, 0});
}

TEST_CASE("a list of the sections' names in a long sentence opens none") {
    const std::string list =
        "本报告由白沙县水利局编制，全文包括六个部分：一、总体情况，二、主动公开政府信息情况，三、收到和"
        "处理政府信息公开申请情况，四、政府信息公开行政复议、行政诉讼情况，五、存在的主要问题及改进情况，"
        "六、其他需要报告的事项。\n";
    const Report report = read("白沙县水利局2022年政府信息公开工作年度报告\n" + list + six_sections);
    CHECK(report.sections.size() == 7); // the preface, which holds the list, and six
    CHECK(text_of(report, SectionKind::overview) == "全年公开信息12条。");
}

TEST_CASE("a sentence that names several rows of the form is no table in one line") {
    const std::string sentence =
        "2022年新收政府信息公开申请74件，上年结转2件；予以公开30件，部分公开6件，结转"
        "下年度继续办理1件。";
    std::string text = six_sections;
    text.insert(text.find("四、"), sentence + "\n");
    const Report report = read("白沙县水利局2022年政府信息公开工作年度报告\n" + text);
    CHECK(text_of(report, SectionKind::requests) == sentence);
    CHECK_FALSE(report.requests);
}

TEST_CASE("digits of an instruction within a label are no values") {
    const Report report = read(
        "白沙县水利局2020年政府信息公开工作年度报告\n" + six_sections.substr(0, six_sections.find("三、")) +
        "第二十条第（五）项 信息内容 上一年项目数量（指 2019 年事项数） 本年增/减（减用负值表示，如 -8 ） "
        "处理决定数量 "
        "行政许可 12 -3 40 其他对外管理服务事项 5 +1 6 第二十条第（六）项 信息内容 上一年项目数量 本年增/减 "
        "处理决定数量 行政处罚 7 0 9 规章 0 0 0\n" +
        six_sections.substr(six_sections.find("三、")));
    REQUIRE(report.disclosure);
    CHECK(report.disclosure->cell("licensing", "previous_items")->value == Decimal{12, 0});
    CHECK(report.disclosure->cell("licensing", "change")->value == Decimal{-3, 0});
    CHECK(report.disclosure->cell("licensing", "decisions")->value == Decimal{40, 0});
}

TEST_CASE(
    "values printed above their labels are theirs only where every item has as many as it has measures") {
    const std::string before =
        "白沙县水利局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n"
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n"
        "现行有效件数\n";
    const std::string behind = six_sections.substr(six_sections.find("三、"));
    const Report whole = read(before + "0\n0\n7\n规章\n4\n1\n30\n行政规范性文件\n" + behind);
    REQUIRE(whole.disclosure);
    CHECK(whole.disclosure->cell("regulations", "in_force")->value == Decimal{7, 0});
    CHECK(whole.disclosure->cell("normative_documents", "in_force")->value == Decimal{30, 0});
    CHECK(whole.disclosure->cell("regulations", "in_force")->how == Attachment::positional);
    const Report lost = read(before + "0\n7\n规章\n4\n1\n30\n行政规范性文件\n" + behind);
    REQUIRE(lost.disclosure);
    for (const FigureRow& row : lost.disclosure->rows) {
        for (const Figure& figure : row.cells) CHECK_FALSE(figure.value);
    }
}

TEST_CASE("a long line of blanks or brackets in a table costs no square") {
    const std::string table =
        "二、主动公开政府信息情况 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 信息内容 ";
    for (const std::string& filler : {std::string(300000, ' '), std::string(300000, '(')})
        (void)parse_report(test::read_document(table + filler + " 行政许可 1\n").value()); // ends
}

TEST_CASE("links to other bodies' reports and trails of links are no preface") {
    const Report report = read("首页>政务公开>政府信息公开年报\n青峰县教育局2021年政府信息公开工作年度报告\n"
                               "白沙县水利局2022年政府信息公开工作年度报告\n本报告由白沙县水利局编制。\n" +
                               six_sections);
    CHECK(report.body == "白沙县水利局");
    CHECK(text_of(report, SectionKind::preface) == "本报告由白沙县水利局编制。");
}

TEST_CASE("a table of another section's is not taken for the one that is missing") {
    const std::string other =
        "附：2021年度情况\n\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
        "一、本年新收政府信息公开申请数量\t\t9\t0\t0\t0\t0\t0\t9\n"
        "二、上年结转政府信息公开申请数量\t\t0\t0\t0\t0\t0\t0\t0\n";
    CHECK_FALSE(read("白沙县水利局2022年政府信息公开工作年度报告\n" + six_sections + other).requests);
}

TEST_CASE("half years, quarters and news of a report are refused") {
    const std::string title =
        GENERATE("白沙县水利局2023年上半年政府信息公开工作报告", "白沙县水利局2023年第三季度政府信息公开报告",
                 "白沙县公布2023年政府信息公开工作年度报告");
    CHECK_FALSE(parse_report(test::read_document(title + "\n" + six_sections).value()));
}

TEST_CASE("a wrapped line of the preface is no title, and a number is a year only before its sign") {
    const Report report = read("根据《条例》要求，\n由白沙县水利局编制2022年度政府信息公开工作年度报告\n。\n"
                               "一、总体情况\n开展保密审查2023次，2022年公开信息12条。\n" +
                               six_sections.substr(six_sections.find("二、")));
    CHECK(report.body == "白沙县水利局");
    CHECK(report.year == 2022);
}

TEST_CASE("a year in brackets behind the title is the year covered, a month there is not") {
    CHECK(read("白沙县水利局政府信息公开工作年度报告（2023年）\n" + six_sections).year == 2023);
    CHECK(read("白沙县水利局2022年政府信息公开工作年度报告（2023年1月）\n" + six_sections).year == 2022);
}

TEST_CASE("the free form before 2019 keeps its sections and has no figures, whatever its annex counts") {
    const Report report =
        read("白沙县水利局2015年度政府信息公开工作年度报告\n一、概述\n2015年公开工作平稳推进。\n"
             "二、主动公开政府信息情况\n主动公开217条。\n三、依申请公开政府信息情况\n受理12件。\n"
             "四、政府信息公开的收费及减免情况\n未收费。\n五、因政府信息公开申请行政复议、提起行政诉讼的情况"
             "\n无。\n"
             "六、存在的主要问题和改进措施\n解读形式单一。\n附表\n统计指标\t单位\t统计数\n"
             "涉及国家秘密\t件\t1\n信访举报数量\t件\t4\n行政复议数\t件\t2\n");
    CHECK(report.generation == Generation::g0);
    for (const TableKind table : all_tables) CHECK_FALSE(report.table(table));
    CHECK(text_of(report, SectionKind::requests) == "受理12件。");
    CHECK(text_of(report, SectionKind::other_matters).find("未收费。") == 0);
    CHECK(text_of(report, SectionKind::other_matters).find("涉及国家秘密 件 1") != std::string::npos);
}

TEST_CASE("the stroke of a wrapped 本年增/ 减 is no value") {
    const Report report = read(
        "2019 年白沙县水利局政府信息公开工作年度报告 一、总体情况 2019 年，我局认真做好公开工作，更新栏目 8 "
        "个。 "
        "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年新制作数量 本年新公开数量 对外公开总数量 "
        "规章 0 0 0 规范性文件 7 0 9 第二十条第（五）项 信息内容 上一年项 目数量 本年增/ 减 处理决定数量 "
        "行政许可 0 0 22 其他对外管理服务事项 25 0 0 三、收到和处理政府信息公开申请情况 全年收到申请 5 "
        "件，均按时答复，没有超期。 四、政府信息公开行政复议、行政诉讼情况 "
        "全年没有行政复议和行政诉讼案件发生，情况良好。 "
        "五、存在的主要问题及改进情况 解读形式单一，下一步增加图解。今后还将加强培训工作。 "
        "六、其他需要报告的事项 无。 "
        "白沙县水利局 2020 年 1 月 18 日");
    REQUIRE(report.disclosure);
    CHECK(report.disclosure->cell("normative_documents", "created")->value == Decimal{7, 0});
    CHECK(report.disclosure->cell("licensing", "decisions")->value == Decimal{22, 0});
    CHECK(report.disclosure->cell("other_services", "previous_items")->value == Decimal{25, 0});
}
