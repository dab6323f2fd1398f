// What sets a year or a body apart, and what is said again.
#include "support/archives.hpp"
#include "text/frequent_strings.hpp"

#include <algorithm>
#include <random>

using namespace nianbao;
using namespace nianbao::archive;
using report::SectionKind;
using test::TestArchive;

namespace {

report::Report report_of(const std::string& body, int year, const std::string& text) {
    report::Report report;
    report.scope = "own";
    report.body = body;
    report.year = year;
    report.sections.push_back({SectionKind::improvements, "h", text, 1});
    return report;
}

std::vector<std::string> first_column(const RowTable& table) {
    std::vector<std::string> all;
    for (const auto& row : table.rows) all.push_back(std::get<std::string>(row[0]));
    return all;
}

} // namespace

TEST_CASE("a word that one year has and others have not sets it apart, with exact counts") {
    TestArchive archive;
    std::vector<report::Report> reports;
    for (int i = 0; i < 60; ++i) {
        const int year = 2021 + i % 3;
        const std::string own = year == 2023 && i % 2 == 0 ? "推广智能问答知识库。" : "完善公开目录。";
        reports.push_back(report_of("第" + std::to_string(i) + "局", year, "加强业务培训，" + own));
    }
    archive.put_all(reports);
    TermsRequest request;
    request.scope.years = {{2023, 2023}};
    RowTable table;
    test::check_ok(archive->terms(request, table));
    REQUIRE_FALSE(table.rows.empty());
    CHECK(first_column(table).front() == "推广智能问答知识库");
    CHECK(table.rows[0][1] == Value{std::int64_t{10}});
    CHECK(table.rows[0][2] == Value{std::int64_t{20}});
    CHECK(table.rows[0][3] == Value{std::int64_t{0}});
    CHECK(table.rows[0][4] == Value{std::int64_t{40}});
    const auto terms = first_column(table);
    CHECK(std::ranges::find(terms, "业务培训") == terms.end()); // everybody has it
}

TEST_CASE("a body's own name does not set it apart") {
    TestArchive archive;
    for (int i = 0; i < 12; ++i) {
        archive.put(report_of("甲县教育局", 2010 + i, "甲县教育局，重视招生划片。"));
        archive.put(report_of("乙县水务局", 2010 + i, "乙县水务局，重视河湖治理。"));
    }
    TermsRequest request;
    request.scope.bodies = {{"甲县教育局"}};
    RowTable table;
    test::check_ok(archive->terms(request, table));
    const auto terms = first_column(table);
    REQUIRE(std::ranges::find(terms, "重视招生划片") != terms.end());
    for (const std::string& term : terms) CHECK(term.find("教育局") == std::string::npos);
}

TEST_CASE("clauses that bodies say in several years are listed with them, digits aside") {
    TestArchive archive;
    for (int year = 2020; year <= 2022; ++year) {
        archive.put(
            report_of("甲局", year, "下一步将继续加强业务培训" + std::to_string(year) + "次，更新慢。"));
        archive.put(
            report_of("乙局", year,
                      year == 2021 ? "另有安排" : "下一步将继续加强业务培训次；其他的安排都在上面列出了"));
        archive.put(report_of("丙局" + std::to_string(year), year, "下一步将继续加强业务培训次"));
    }
    RowTable table;
    test::check_ok(archive->repeated({}, table));
    REQUIRE(table.rows.size() == 2);
    const auto n = [](std::int64_t number) { return Value(number); };
    CHECK(table.rows[0] ==
          std::vector<Value>{std::string("下一步将继续加强业务培训次"), n(2), n(5), n(2020), n(2022)});
    CHECK(table.rows[1] ==
          std::vector<Value>{std::string("其他的安排都在上面列出了"), n(1), n(2), n(2020), n(2022)});
}

TEST_CASE("frequent strings are those a plain count finds, and none nearly always stands in a longer one") {
    std::mt19937 random(5);
    const std::vector<std::string> pieces{"公开", "目录", "培", "训", "，", "a", "公", "开"};
    for (int round = 0; round < 30; ++round) {
        std::vector<std::string> texts(12);
        text::FrequentStrings strings;
        for (std::string& text : texts) {
            for (int i = 0; i < 8; ++i) text += pieces[random() % pieces.size()];
            strings.add(text);
        }
        const auto found = strings.find(3);
        const auto plain = [&](const std::string& string) {
            return static_cast<std::size_t>(std::ranges::count_if(
                texts, [&](const std::string& text) { return text.find(string) != std::string::npos; }));
        };
        text::StringCounter counter(found);
        for (const std::string& text : texts) counter.add(text);
        for (std::size_t i = 0; i < found.size(); ++i) {
            CAPTURE(round, found[i].text);
            REQUIRE(found[i].texts == plain(found[i].text));
            REQUIRE(counter.texts()[i] == found[i].texts);
            REQUIRE(found[i].texts >= 3);
            for (const auto& longer : found) {
                if (longer.text.size() == found[i].text.size() + 3 &&
                    longer.text.find(found[i].text) != std::string::npos)
                    REQUIRE(longer.texts * 10 < found[i].texts * 8);
            }
        }
    }
}
