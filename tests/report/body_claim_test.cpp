// Whose report it is, of which year and when it was published, where the page has no title (about a quarter
// of the pages) or says it among other things. Each row is a preface and what a reader takes from it; "" for
// nothing.
#include "document/reader.hpp"
#include "report/identity.hpp"
#include "report/inner_office.hpp"
#include "report/reading.hpp"

using namespace nianbao;
using namespace nianbao::report;
using test::read;

namespace {

const std::string sections = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
                             "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n"
                             "专栏更新不够及时。\n六、其他需要报告的事项\n无。\n";
const std::string period = "统计期限为2022年1月1日至2022年12月31日。";

std::string body(const std::string& text) {
    return read(text).body.value_or("");
}

std::string of_preface(const std::string& preface) {
    return body(preface + period + "\n一、总体情况\n公开120条。\n" + sections);
}

} // namespace

TEST_CASE("the sentence that publishes a report names its body") {
    const auto [preface, name] = GENERATE(table<std::string, std::string>(
        {{"现公布青峰市水务局2022年政府信息公开工作年度报告。", "青峰市水务局"},
         {"现公布将军路街道办事处2022年政府信息公开工作年度报告。", "将军路街道办事处"},
         {"根据条例，并将青峰市水务局2022年政府信息公开工作年度报告公布如下。", "青峰市水务局"},
         {"现发布《青峰市水务局2022年政府信息公开工作年度报告》，欢迎监督。", "青峰市水务局"},
         {"特编制青峰临港开发区2022年度政府信息公开工作报告，并向社会公布。", "青峰临港开发区"},
         {"现向社会公布2022年度青峰市柳河区审计局信息公开工作年度报告。", "青峰市柳河区审计局"},
         {"特向社会公布2022年度石桥镇政府（机关）信息公开年度报告。", "石桥镇政府(机关)"},
         {"现公开青峰市人社局（含市公务员局）2022年政府信息公开工作年度报告。", "青峰市人社局(含市公务员局)"},
         {"梳理编制青峰海关关区2022年政府信息公开工作年度报告。", "青峰海关关区"},
         {"特向社会公开青峰街2022年度政府信息公开年度报告。", "青峰街"},
         {"现公布青峰市气象部门2022年政府信息公开工作年度报告。", "青峰市气象部门"},
         {"现公布各部门2022年政府信息公开工作年度报告。", ""},
         {"现就青峰镇2022年政府信息公开工作情况报告如下：", "青峰镇"},
         {"现将青峰新区发展改革局（以下简称发改局）2022年度信息公开工作报告公布。", "青峰新区发展改革局"},
         {"现将青峰新区发展改革局(下称本局)2022年度信息公开工作报告公布。", "青峰新区发展改革局"},
         {"青峰县2022年政府信息公开工作年度报告（以下简称年报）根据条例编制。", "青峰县"},
         {"现公布中共青峰市委机构编制委员会办公室2022年政府信息公开工作年度报告。",
          "中共青峰市委机构编制委员会办公室"},
         // Other documents, other years, and nobody's name.
         {"根据《青峰市政府办公室关于做好2022年政府信息公开工作年度报告编制发布工作的通知》，编制本报告。",
          ""},
         {"参照《青峰市水务局2021年政府信息公开工作年度报告》的体例，编制本报告。", ""},
         {"特向社会公布2022年度我局政府信息公开工作年度报告。", ""},
         {"特向社会公布2022年度本级政府（机关）信息公开工作年度报告。", ""},
         {"按照青峰市政府信息公开工作年度报告制度，编制本报告。", ""}}));
    INFO(preface);
    CHECK(of_preface(preface) == name);
}

TEST_CASE("a sentence names who compiled the report") {
    const auto [preface, name] = GENERATE(table<std::string, std::string>(
        {{"本年报由青峰县气象局编制。", "青峰县气象局"},
         {"本报告由青峰市政府办公厅综合各区和市级部门的年度报告编制而成。", "青峰市政府办公厅"},
         {"按照要求，青峰市人民政府根据全市工作开展情况，编制本报告。", "青峰市人民政府"},
         {"青峰县教育局编制了县教育局2022年政府信息公开工作年度报告。", "青峰县教育局"},
         {"本报告由中国（青峰）自由贸易试验区管理委员会编制。", "中国(青峰)自由贸易试验区管理委员会"},
         {"由石桥镇人民政府党政办公室编制年度报告。", "石桥镇人民政府"},
         {"结合青峰市商务局2022年政府信息公开工作实际，编制发布本报告。", "青峰市商务局"},
         {"根据2022年青峰市司法局信息公开工作实际编制而成。", "青峰市司法局"},
         {"结合我局政府信息公开工作实际，编制本报告。", ""},
         {"根据青峰市水务局政府信息公开工作情况通报，现编制本报告。", ""},
         {"去年由青峰县水务局编制的《河湖名录》已经公开。", ""}}));
    INFO(preface);
    CHECK(of_preface(preface) == name);
}

TEST_CASE("whom to call is the body, not the office inside it") {
    const auto [preface, name] = GENERATE(table<std::string, std::string>(
        {{"如有疑问，请与青峰市水务局办公室联系（电话：0000-100200）。", "青峰市水务局"},
         {"如有疑问，请联系青峰市水务局。电话：0000-100200。", "青峰市水务局"},
         {"如有疑问，请联系：青峰市人民政府长桥街道办事处；电话：0000-100200。",
          "青峰市人民政府长桥街道办事处"},
         {"如有疑问，可与青峰市水务局办公室联系。", "青峰市水务局"},
         {"如有疑问，请与青峰市公安局（地址：红旗路3号）联系。", "青峰市公安局"},
         {"如有疑问，请与青峰市教育局信息公开领导小组办公室联系。", "青峰市教育局"},
         {"如有疑问，请与青峰市政府办公厅政务公开处联系。", "青峰市政府办公厅"},
         {"如有疑问，请与石桥镇党政综合办公室联系。", "石桥镇"},
         {"如有疑问，请与青峰市政务公开办公室联系。", ""},
         {"如有疑问，请与我局办公室联系。", ""}}));
    INFO(preface);
    CHECK(of_preface(preface) == name);
}

TEST_CASE("an office inside a body is told from a body that is an office") {
    const auto [name, head] = GENERATE(
        table<std::string, std::string>({{"青峰县人民政府办公室", "青峰县人民政府办公室"},
                                         {"青峰县人民政府办公室秘书科", "青峰县人民政府办公室"},
                                         {"青峰省政府新闻办公室", "青峰省政府新闻办公室"},
                                         {"青峰市政府办公室政府信息公开领导小组办公室", "青峰市政府办公室"},
                                         {"青峰市人民政府信息公开工作领导小组办公室", "青峰市人民政府"},
                                         {"石桥乡人民政府办公室", "石桥乡人民政府"},
                                         {"青峰县气象局综合管理科", "青峰县气象局"},
                                         {"青峰部政务(政府信息)公开工作领导小组办公室", "青峰部"},
                                         {"青峰市公安局交通管理处", "青峰市公安局交通管理处"},
                                         {"青峰县政务服务管理办公室", "青峰县政务服务管理办公室"},
                                         {"青峰经济开发区管理办公室", "青峰经济开发区管理办公室"}}));
    INFO(name);
    CHECK(without_inner_office(name, name) == head);
    const std::string office = "青峰市机构编制委员会办公室";
    CHECK(without_inner_office(office, office + "的年度报告由" + office + "发布") == office);
    const std::string inner = "青峰市卫生健康委员会办公室";
    CHECK(without_inner_office(inner, "结合青峰市卫生健康委员会的工作，请与" + inner + "联系") ==
          "青峰市卫生健康委员会");
}

TEST_CASE("without a period the sentence that publishes the report gives its year") {
    const std::string text = "现将青峰市水务局2011年度政府信息公开工作报告如下：\n一、概述\n"
                             "2010年以来，我局公开信息80条。\n" +
                             sections;
    const Report report = read(text);
    CHECK(report.year == 2011);
    CHECK(report.year_from == Evidence::preface);
}

TEST_CASE("the first paragraph of the first section stands for a preface that is missing") {
    const std::string text =
        "一、总体情况\n按照要求，现编制《长桥街道办事处2022年政府信息公开工作年度报告》。公开120条。\n" +
        sections;
    CHECK(body(text) == "长桥街道办事处");
    // Not where it speaks of other work.
    CHECK(body("一、总体情况\n2022年，由青峰县发展和改革局编制的权责清单已经公开。\n" + sections).empty());
}

TEST_CASE("the first sentence of the overview names a body that nothing else does") {
    const auto [sentence, name] = GENERATE(table<std::string, std::string>(
        {{"2022年，青峰市柳河区民政局坚持依法公开。", "青峰市柳河区民政局"},
         {"2022年，在区委、区政府的正确领导下，长桥街道办事处认真贯彻条例。", "长桥街道办事处"},
         {"2022年以来，青峰工业园区管委会按照部署推进公开。", "青峰工业园区管委会"},
         {"2022年，我局深入贯彻条例。", ""},
         {"2022年，市人民政府办公室认真贯彻条例。", ""}, // whose city?
         {"2022年，县委、县政府高度重视政府信息公开。", ""},
         {"2022年，在青峰市人民政府指导的各项工作中持续推进公开。", ""},
         {"2022年，国务院办公厅持续推进公开，我局随之跟进。", ""},
         {"公开120条。青峰市柳河区民政局坚持依法公开。", ""}}));
    INFO(sentence);
    CHECK(body("一、总体情况\n" + sentence + "\n" + sections) == name);
    CHECK(body("如有疑问，请与青峰市水务局联系。\n一、总体情况\n" + sentence + "\n" + sections) ==
          "青峰市水务局");
}

TEST_CASE("the date of publication is read wherever its label stands in a line about the page") {
    const auto [line, date] = GENERATE(table<std::string, std::string>(
        {{"信息来源：市气象局 发布时间：2023-01-16 10:31 浏览次数：12", "2023-01-16"},
         {"发布者:区教体局   发布日期:2023-01-19 14:36:15   浏览次数:19432", "2023-01-19"},
         {"来源：市科技局 日期：2023-01-20 字号：大 中 小", "2023-01-20"},
         {"时间：2023-01-29 18:55      来源：市教育局", "2023-01-29"},
         {"[ 成文日期 ] | 2023-01-02 | [ 发布日期 ] | 2023-01-28 |", "2023-01-28"},
         {"发布时间：2023年1月5日 来源：青峰市水务局", "2023-01-05"},
         {"来源：市科技局 更新日期：2023-01-20", ""},
         {"成文日期：2023-01-02 有效性：有效", ""},
         {"统计时间：2023-01-02", ""},
         {"会议时间安排见 2023-01-02 的通知", ""}}));
    INFO(line);
    const std::string text =
        "青峰市水务局2022年政府信息公开工作年度报告\n" + line + "\n一、总体情况\n公开120条。\n" + sections;
    CHECK(read(text).published_on.value_or("") == date);
}

TEST_CASE("a preface that opens with the year names year and body") {
    const Report report =
        read("2022年，青峰省科学技术厅深入学习条例，推进公开。\n一、总体情况\n公开120条。\n" + sections);
    CHECK(report.body == "青峰省科学技术厅");
    CHECK(report.year == 2022);
    CHECK_FALSE(read("2022年12月1日前，请报送。\n一、总体情况\n公开120条。\n" + sections).year);
}

TEST_CASE("a title broken around a line about the page is one title") {
    const Report report =
        read("青峰市科技局2022年度政府信息公开工作\n来源：青峰市科技局 日期：2023-01-20\n年度报告\n"
             "一、总体情况\n公开120条。\n" +
             sections);
    CHECK(report.title == "青峰市科技局2022年度政府信息公开工作年度报告");
    CHECK(report.body == "青峰市科技局");
    CHECK(report.published_on == "2023-01-20");
}

TEST_CASE("a page converted by the words of Taiwan is read like any other") {
    const Report report =
        read("特向社會公佈青峰海事局2022年政府資訊公開工作年度報告。\n一、總體情況\n公開資訊120條。\n"
             "二、主動公開政府資訊情況\n三、收到和處理政府資訊公開申請情況\n四、政府資訊公開行政復議、"
             "行政訴訟情況\n五、存在的主要問題及改進情況\n無。\n六、其他需要報告的事項\n無。\n");
    CHECK(report.body == "青峰海事局");
    CHECK(report.year == 2022);
    CHECK(report.sections.size() == 7); // the preface too
    CHECK(body_in_title("青峰海事局2022年政府資訊公開工作年度報告") == "青峰海事局");
}

TEST_CASE("what the information is of is no second name") {
    CHECK(body_in_title("青峰海关2010年海关信息公开工作年度报告") == "青峰海关");
    CHECK(body_in_title("• 中文名青峰海关2010年政府信息公开工作年度报告") == "青峰海关");
    CHECK(body_in_title("2021年青峰市政府政务公开工作年度报告") == "青峰市政府");
    CHECK(body_in_title("青峰市政府信息公开2021年度报告") == "青峰市");
    CHECK_FALSE(body_in_title("提笆薪逃?局2021年政府信息公开工作年度报告")); // bytes were lost
    CHECK(body_in_title("2010年度青峰海关信息公开工作年度报告") == "青峰海关");
}

TEST_CASE("a report that adds up a city's figures is a roll-up") {
    const std::string preface = "现公布青峰市人民政府2022年政府信息公开工作年度报告。报告汇总全市数据。";
    CHECK(read(preface + period + "\n一、总体情况\n公开120条。\n" + sections).scope == "roll_up");
}
