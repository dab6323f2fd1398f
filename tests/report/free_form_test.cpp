// Reports of the years before 2019, which have few headings that are known, and pages that a converter
// spoilt: what makes one of them a report, and what does not.
#include "report/form.hpp"
#include "report/reading.hpp"

using namespace nianbao;
using namespace nianbao::report;
using test::read;

namespace {

const std::string overview =
    "一、概述\n2016年，我局把公开工作列入目标管理，明确专人负责，全年更新栏目二十余个，"
    "各项制度得到落实，没有发生泄密事件，群众反映良好，工作运行正常。\n";

const std::string disclosure = "二、主动公开信息情况\n全年公开政策文件、工作动态等各类信息九百余条。\n";

std::optional<ErrorCode> refusal(const std::string& text) {
    const auto report = parse_report(test::read_document(text).value());
    return report ? std::nullopt : std::optional(report.error().code);
}

} // namespace

TEST_CASE("a preface that presents its report makes two sections enough") {
    const auto preface = GENERATE(
        as<std::string>{},
        "现公布2016年度青峰市环保局政府信息公开工作报告。本报告由概述、主动公开情况等六部分组成。",
        "本年报由青峰县人民政府编制，所列政府信息公开数据的统计期限自2016年1月1日起至2016年12月31日止。",
        "根据条例编制2016年政府信息公开工作报告。报告中所列数据的统计期限为201611日至1231日。");
    INFO(preface);
    CHECK_FALSE(refusal(preface + "\n" + overview + disclosure));
}

TEST_CASE("without a preface that presents a report two sections are none") {
    const auto preface =
        GENERATE(as<std::string>{}, "", "青峰市环保局加强政府信息公开工作。",
                 "本表所列政府信息公开数据的统计期限自2016年1月1日起至2016年6月30日止，报送半年工作报告。",
                 "全市企业年报的统计期限自2016年1月1日起至2016年12月31日止。",
                 "各单位编制2016年政府信息公开工作年度报告的要求如下。");
    INFO(preface);
    CHECK(refusal(preface + "\n" + overview + disclosure) == ErrorCode::not_a_report);
}

TEST_CASE("explanations and reviews of reports with a section's heading are none") {
    const auto preface = GENERATE(
        as<std::string>{},
        "现将《青峰市水务局2016年政府信息公开工作年度报告》解读如下。本报告由六个部分组成，统计期限为2016年1"
        "月1日至12月31日。",
        "我中心评估了各部门2016年政府信息公开工作年度报告。本报告由评估结果和建议组成，数据统计截至2016年12月"
        "31日。",
        "政府信息公开工作年度报告另行公布，法治政府建设年度报告数据统计期限为2016年1月1日至12月31日。");
    INFO(preface);
    CHECK(refusal(preface + "\n" + overview) == ErrorCode::not_a_report);
    CHECK(refusal(preface + "\n" + overview + disclosure) == ErrorCode::not_a_report);
    CHECK(refusal(preface + "\n" + overview + "二、存在的问题及改进措施\n有待提高。\n") ==
          ErrorCode::not_a_report);
}

TEST_CASE("a sample that names no body is refused") {
    const std::string sections = "二、主动公开政府信息情况\nxx市水务局公开信息40条。\n"
                                 "三、依申请公开政府信息情况\n没有收到申请。\n"
                                 "四、存在的主要问题和改进措施\n加强学习。\n";
    CHECK(refusal("一、概述\nxx市水务局认真落实政府信息公开条例。\n" + sections) == ErrorCode::not_a_report);
    std::string named = sections;
    named.replace(named.find("xx"), 2, "青峰");
    CHECK_FALSE(refusal("一、概述\n青峰市水务局认真落实政府信息公开条例。\n" + named));
    CHECK(refusal("环保局年度信息公开工作报告\n一、概述\nxx市环境保护局认真落实条例。\n" + sections) ==
          ErrorCode::not_a_report);
    // A report that has a name may speak of others without theirs.
    CHECK_FALSE(refusal("青峰市水务局2016年政府信息公开工作年度报告\n一、概述\nxx市来访。\n" + sections));
}

TEST_CASE("who compiled the report is said in a sentence of its own") {
    CHECK(read("要求：由青峰县人民政府办公室编制。全文包括概述等七部分。如有疑问，请联系：青峰县电子政务办公"
               "室。\n"
               "一、概述\n2014年工作正常。\n二、主动公开政府信息情况\n公开9条。\n三、依申请公开政府信息情况\n"
               "没有。\n")
              .body == "青峰县人民政府办公室");
}

TEST_CASE("whom to call at a centre inside the office is the office") {
    CHECK(read("本报告数据统计至2017年12月31日。可直接与青峰市人民政府办公室政府信息公开中心联系。\n一、概述"
               "\n工作正常。\n"
               "二、主动公开政府信息情况\n公开9条。\n三、依申请公开政府信息情况\n没有。\n")
              .body == "青峰市人民政府办公室");
}

TEST_CASE("question marks for lost blanks end no title") {
    const Report report =
        read("青峰市环保局2016年度政府信息公开工作报告?\n??\n"
             "如有疑问，请与环保局办公室联系。\n一、政府信息公开工作的基本概况?\n工作正常。\n"
             "二、主动公开政府信息的情况?\n公开9条。\n三、依申请公开情况?\n没有。\n");
    CHECK(report.body == "青峰市环保局");
    CHECK(report.year == 2016);
}

TEST_CASE("readings behind the characters are the converter's") {
    const Report report =
        read("青峰鎮(zhèn)2015年度政府信息公開工作報(bào)告\n一、概述\n2015年，認(rèn)真落實(shí)條例。\n"
             "二、依申請(qǐng)公開政府信息情況\n無(wú)申請(qǐng)。\n三、依申請(qǐng)公開政府信息收費(fèi)"
             "情況\n沒有收費(fèi)。\n"
             "四、申請(qǐng)行政復(fù)議、提起行政訴訟情況\n沒有發(fā)生。\n"
             "五、政府信息公開工作存在的主要問題及改進(jìn)措施\n主動(dòng)公開不夠。\n");
    CHECK(report.body == "青峰鎮");
    std::string kinds;
    for (const Section& section : report.sections) kinds += std::string(name_of(section.kind)) + ' ';
    CHECK(kinds == "overview requests disputes improvements other_matters ");
    CHECK(report.sections.front().text == "2015年，認真落實條例。");
}

TEST_CASE("a reading that is always the same is its author's, too") {
    const auto report =
        read("埇(yǒng)桥区水务局2022年政府信息公开工作年度报告\n一、总体情况\n埇(yǒng)桥、埇(yǒng)桥、"
             "埇(yǒng)桥、埇(yǒng)桥。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
             "无。\n");
    CHECK(report.title == "埇(yǒng)桥区水务局2022年政府信息公开工作年度报告");
}

TEST_CASE("the reading of a rare character is its author's") {
    const Report report =
        read("青峰市埇(yǒng)桥区水务局2023年政府信息公开工作年度报告\n一、总体情况\n在埇(yǒng)桥公开9条。\n"
             "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n");
    CHECK(report.sections.front().text == "在埇(yǒng)桥公开9条。");
}

TEST_CASE("a form in one line that lost its tables keeps its sections") {
    const Report report = read(
        "一、总体情况 "
        "现公布2020年青峰市农业农村局政府信息公开工作年度报告，本报告由五个部分组成，统计期限为2020年1月1日至"
        "12月31日。 "
        "二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况 "
        "五、存在的主要问题及改进情况 在公开范围和时效方面仍有不足，今后加强管理。 六、其他需要报告的事项 "
        "没有其他事项。\n");
    CHECK(report.body == "青峰市农业农村局");
    CHECK(report.sections.size() == 6);
}

TEST_CASE("an office without the name of its body names none") {
    CHECK_FALSE(read("本报告数据统计至2017年12月31日。如有疑问，请与局办公室联系。\n一、概述\n工作正常。\n"
                     "二、主动公开政府信息情况\n公开9条。\n三、依申请公开政府信息情况\n没有。\n")
                    .body);
}

TEST_CASE("the verb before a name in the last sentence of a preface is no part of it") {
    const auto [name, body] = GENERATE(
        table<std::string, std::string>({{"将柳荫保税区", "柳荫保税区"}, {"将乐县水务局", "将乐县水务局"}}));
    CHECK(read("现结合实际，" + name +
               "2021年度政府信息公开年度报告公布如下：一、总体情况 "
               "2021年，落实政务公开考核，更新专栏，公开各类信息。\n"
               "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政"
               "诉讼情况\n"
               "五、存在的主要问题及改进情况\n公开不够及时。\n六、其他需要报告的事项\n无。\n")
              .body == body);
}

TEST_CASE("the first section may begin in the last line of the preface") {
    const Report report = read("现将水务局2021年度政府信息公开年度报告公布如下：一、总体情况 "
                               "2021年，落实政务公开考核，更新专栏，公开各类信息。\n"
                               "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n");
    const auto& sections = report.sections;
    REQUIRE(sections.size() == 4);
    CHECK(sections[1].kind == SectionKind::overview);
    CHECK(sections[1].text == "2021年，落实政务公开考核，更新专栏，公开各类信息。");
}

TEST_CASE("a report of the form's years is not of the free form, whatever its headings") {
    const std::string text =
        "一、总体情况\n公开1条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
        "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n人手少。\n"
        "六、其他需要报告的事项\n无。\n七、政府信息公开收费情况\n没有收费。\n";
    const auto now = read("青峰市水务局2022年政府信息公开工作年度报告\n" + text);
    CHECK(now.generation != Generation::g0);
    CHECK(std::any_of(now.findings.begin(), now.findings.end(),
                      [](const Finding& finding) { return finding.rule == "table_missing"; }));
    CHECK(read("青峰市水务局2014年政府信息公开工作年度报告\n" + text).generation == Generation::g0);
}

TEST_CASE("a title may speak of 政务公开") {
    const Report report =
        read("青峰生态园管理委员会2021年政务公开工作年度报告\n一、总体情况\n根据政府信息公开条例编制。\n"
             "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n");
    CHECK(report.body == "青峰生态园管理委员会");
    CHECK(report.year == 2021);
}

TEST_CASE("a table directly above the heading of its empty section is that section's") {
    const std::string table = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n"
                              "行政规范性文件 | 1 | 2 | 3\n信息内容 | 本年处理决定数量\n行政许可 | 4\n"
                              "信息内容 | 本年处理决定数量\n行政处罚 | 5\n行政强制 | 6\n"
                              "信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 7\n";
    const std::string title = "青峰县文旅局2023年政府信息公开工作年度报告\n一、总体情况\n2023年公开9条。\n";
    const std::string heading = "二、主动公开政府信息情况\n";
    const std::string rest = "三、收到和处理政府信息公开申请情况\n全年没有收到申请。\n";
    const Report report = read(title + table + heading + rest);
    REQUIRE(report.disclosure);
    CHECK(report.disclosure->cell("normative_documents", "in_force")->value == Decimal{3, 0});
    CHECK(report.disclosure->cell("fees", "amount")->value == Decimal{7, 0});
    CHECK(report.sections.front().text == "2023年公开9条。");
    // Text between them, or in the section, and it may be another year's.
    CHECK_FALSE(read(title + table + "以上为上年数据。\n" + heading + rest).disclosure);
    CHECK_FALSE(read(title + table + heading + "本年没有制发文件。\n" + rest).disclosure);
}

TEST_CASE("lines about the page before the text are no preface") {
    const Report report =
        read("关怀版 无障碍\n您当前的位置：\n• 发布日期：2024-01-12\n来自：本站 时间：2024-01-12\n文件编号： "
             "发布机构：市水务局\n"
             "市政府研究室2023年政府信息公开\n工作年度报告\n根据条例编制。\n"
             "一、总体情况\n公开9条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n");
    CHECK(report.sections.front().text == "根据条例编制。");
    CHECK(report.body == "市政府研究室");
}
