#include "document/reader.hpp"
#include "report/body_name.hpp"
#include "report/identity.hpp"
#include "report/parse.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::report;

TEST_CASE("of titles of several bodies none is taken unless the text names its body") {
    const std::string links =
        "柳荫县水利局2023年政府信息公开工作年度报告\n青峰市民政局2023年政府信息公开工作年度报告\n";
    const std::string sections = "一、总体情况\n2023年公开120条信息。\n二、主动公开政府信息情况\n三、收到和处"
                                 "理政府信息公开申请情况\n无。\n"
                                 "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况"
                                 "\n无。\n六、其他需要报告的事项\n无。\n";
    const auto body_of = [](const std::string& text) {
        return parse_report(nianbao::document::read_text(text)).value().body.value_or("");
    };
    CHECK(body_of("相关阅读\n" + links + sections).empty());
    CHECK(body_of(sections + "相关阅读\n" + links).empty());
    CHECK(body_of(links + sections + "青峰市民政局\n2024年1月9日\n") == "青峰市民政局");
    CHECK(body_of(links + "根据要求，由青峰市民政局编制本报告。\n" + sections) == "青峰市民政局");
}

TEST_CASE("the body is what a title names before its last 信息公开, without the year") {
    const auto [title, body] = GENERATE(table<std::string, std::string>(
        {{"清溪县自然资源局2023年政府信息公开工作年度报告", "清溪县自然资源局"},
         {"清溪县自然资源局 2023 年政府信息公开工作年度报告", "清溪县自然资源局"},
         {"2022年上海市政府信息公开工作年度报告", "上海市"},
         {"2023年度武昌区政府信息公开工作年度报告", "武昌区"},
         {"桐乡市公安局2022年度政府信息公开工作年度报告", "桐乡市公安局"},
         {"清溪县人民政府2023年政府信息公开工作年度报告", "清溪县人民政府"},
         {"清溪县人民政府信息公开工作年度报告", "清溪县人民政府"},
         {"清溪县人民政府政府信息公开工作年度报告", "清溪县人民政府"},
         {"西工区人民政府办公室2024年政府信息公开工作年度报告", "西工区人民政府办公室"},
         {"西藏自治区政府国资委2020政府信息公开年度报告", "西藏自治区政府国资委"},
         {"舒兰市市场监督管理局2016年政务信息公开年度报告", "舒兰市市场监督管理局"},
         {"左贡县2021年度信息公开年度报告", "左贡县"},
         {"海曙区二〇二一年政府信息公开工作年度报告", "海曙区"},
         {"标题：清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局"},
         {"关于清溪县水务局2023年政府信息公开工作的年度报告", "清溪县水务局"},
         {"2008上海市杨浦区民政局政府信息公开年度报告", "上海市杨浦区民政局"}}));
    INFO(title);
    CHECK(body_in_title(title) == body);
}

TEST_CASE("a title without a body names none") {
    const auto title = GENERATE("2023年政府信息公开工作年度报告", "政府信息公开工作年度报告",
                                "2023年度政府信息公开工作报告", "年度报告");
    INFO(title);
    CHECK_FALSE(body_in_title(title));
}

TEST_CASE("the year is the first that a report can cover, in any spelling") {
    const auto [text, year] = GENERATE(table<std::string, int>({{"2023年", 2023},
                                                                {"2023 年", 2023},
                                                                {"２０２３年度", 2023},
                                                                {"二〇二三年", 2023},
                                                                {"二○二一年度", 2021},
                                                                {"（国办公开办函〔2021〕30号）2023年", 2023},
                                                                {"国务院令第711号，2022年", 2022}}));
    INFO(text);
    CHECK(year_in(text) == year);
}

TEST_CASE("numbers that are no year give none") {
    const auto text =
        GENERATE("711号", "12345年", "〔2021〕30号", "函202130", "20211231", "一二年", "0851-26300002");
    INFO(text);
    CHECK_FALSE(year_in(text));
}

TEST_CASE("a period that lost digits or signs on the way gives no year") {
    const auto period = GENERATE("统计期限自202311日起至20231231日止", "统计期限自20231月1日起至12月31日止");
    const auto report = parse_report(nianbao::document::read_text(
        "政府信息公开工作年度报告\n" + std::string(period) +
        "。\n一、总体情况\n公开1条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
        "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n人手少。\n"));
    REQUIRE(report);
    CHECK_FALSE(report->year);
}

TEST_CASE("a date is read in every form that pages print") {
    const auto [text, date] =
        GENERATE(table<std::string, std::string>({{"发布时间: 2024-01-30 22:06 字体", "2024-01-30"},
                                                  {"发布时间:2024-1-26 | 杂志分类", "2024-01-26"},
                                                  {"2024 年 1 月 18 日", "2024-01-18"},
                                                  {"（2023年1月9日）", "2023-01-09"},
                                                  {"二〇二四年一月二十五日", "2024-01-25"},
                                                  {"二〇二四年十月十日", "2024-10-10"},
                                                  {"2024.01.05", "2024-01-05"},
                                                  {"2024/2/29", "2024-02-29"}}));
    INFO(text);
    CHECK(date_in(text) == date);
}

TEST_CASE("what is no complete date gives none") {
    const auto text = GENERATE("2017年3月", "2023年2月29日", "2024-13-01", "1月18日", "20240118");
    INFO(text);
    CHECK_FALSE(date_in(text));
}

TEST_CASE("a line is taken for a body only if it is nothing else") {
    CHECK(looks_like_body("清溪县自然资源局"));
    CHECK(looks_like_body("绥阳县小关乡人民政府"));
    CHECK_FALSE(looks_like_body("请与我局联系，电话"));
    CHECK_FALSE(looks_like_body("2024年1月"));
    CHECK_FALSE(looks_like_body("局"));
    CHECK_FALSE(looks_like_body("特此报告"));
}
