// Where and how a search looks: fields, orders, groups, folding, and random archives against a plain scan.
#include "archive/search/repeated_text.hpp"
#include "support/archives.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace nianbao;
using namespace nianbao::archive;
using report::SectionKind;
using test::take;
using test::TestArchive;

namespace {

struct Written {
    std::string body; ///< empty: not said
    int year = 0;     ///< 0: not said
    SectionKind kind = SectionKind::overview;
    std::string text;
};

report::Report report_of(const std::vector<Written>& sections) {
    report::Report report;
    report.scope = "own";
    if (!sections.front().body.empty()) report.body = sections.front().body;
    if (sections.front().year > 0) report.year = sections.front().year;
    int line = 10;
    for (const Written& one : sections)
        report.sections.push_back({one.kind, std::string(label_of(one.kind)), one.text, line += 10});
    return report;
}

SearchRequest asking(const std::string& text) {
    SearchRequest request;
    request.text = text;
    return request;
}

/// Body and year of each hit, in order.
std::vector<std::string> found(TestArchive& archive, const SearchRequest& request) {
    std::vector<std::string> all;
    for (const SearchHit& hit : take(archive->search(request)).hits)
        all.push_back(hit.body + (hit.year ? std::to_string(*hit.year) : ""));
    return all;
}

std::vector<std::string> found(TestArchive& archive, const std::string& text) {
    auto names = found(archive, asking(text));
    std::ranges::sort(names);
    return names;
}

using Names = std::vector<std::string>;

void fill(TestArchive& archive) {
    archive.put_all(
        {report_of({{"甲县教育局", 2023, SectionKind::overview, "开展业务培训，公开信息12条。"},
                    {"甲县教育局", 2023, SectionKind::improvements, "培训不够。"}}),
         report_of({{"甲县教育局", 2021, SectionKind::improvements, "信息公开考核偏少。"}}),
         report_of({{"乙县水务局", 2022, SectionKind::improvements, "培训和考核不够，预算公开慢。"}}),
         report_of({{"", 2022, SectionKind::overview, "培训"}}),
         report_of({{"丙县民政局", 0, SectionKind::overview, "没有培训"}})});
}

} // namespace

TEST_CASE("fields hold a search to sections, years and bodies, or keep it from them") {
    TestArchive archive;
    fill(archive);
    CHECK(found(archive, "培训") ==
          Names{"2022", "丙县民政局", "乙县水务局2022", "甲县教育局2023", "甲县教育局2023"});
    CHECK(found(archive, "培训 section:改进") == Names{"乙县水务局2022", "甲县教育局2023"});
    CHECK(found(archive, "培训 section:overview") == Names{"2022", "丙县民政局", "甲县教育局2023"});
    CHECK(found(archive, "培训 -section:总体") == Names{"乙县水务局2022", "甲县教育局2023"});
    CHECK(found(archive, "培训 year:2022") == Names{"2022", "乙县水务局2022"});
    CHECK(found(archive, "培训 OR 考核 年度：2021-2022") ==
          Names{"2022", "乙县水务局2022", "甲县教育局2021"});
    CHECK(found(archive, "培训 -year:2022") == Names{"丙县民政局", "甲县教育局2023", "甲县教育局2023"});
    CHECK(found(archive, "培训 OR 考核 year:-2021,2023年") ==
          Names{"甲县教育局2021", "甲县教育局2023", "甲县教育局2023"});
    for (const char* years : {"year:2021-2022", "year:2021..2022", "YEAR:2021~2022", "年:2021至2022年",
                              "年度：2021年度—2022年度"})
        CHECK(found(archive, "培训 OR 考核 " + std::string(years)).size() == 3);
    for (const char* section :
         {"section:五", "section:五、", "Section:Improve", "章节:存在的主要问题及改进情况"})
        CHECK(found(archive, "培训 " + std::string(section)).size() == 2);
    CHECK(found(archive, "培训 部门:水务局") == Names{"乙县水务局2022"});
    CHECK(found(archive, "培训 body:水务局,民政局") == Names{"丙县民政局", "乙县水务局2022"});
    CHECK(found(archive, "培训 -body:教育局 -body:水务") == Names{"2022", "丙县民政局"});
    CHECK(found(archive, "培训 body:县 body:教育") == found(archive, "培训 -body:无 机关:县"));
    CHECK(found(archive, "-培训") == Names{"甲县教育局2021"});
    CHECK(found(archive, "-公开 section:改进") == Names{"甲县教育局2023"});
}

TEST_CASE("limits of the request and fields of the text must both hold") {
    TestArchive archive;
    fill(archive);
    auto request = asking("培训 body:县 year:2021-2023");
    request.scope.bodies = {{"教育局"}};
    CHECK(found(archive, request).size() == 2);
    request.scope.years = {{2022, 2022}};
    CHECK(found(archive, request).empty());
    request = asking("培训 section:改进");
    request.scope.sections = {SectionKind::overview};
    CHECK(found(archive, request).empty());
    CHECK(Archive::explain(request).scope.is_nothing);
    CHECK(found(archive, asking("培训 -section:改进 section:改进")).empty());
    request = asking("培训 year:2021");
    request.scope.years = {{2023, 2023}};
    CHECK(found(archive, request).empty());
}

TEST_CASE("a field that cannot be meant is text, and that is said") {
    const char* typed = GENERATE("培训 section:无此", "培训 year:二月", "培训 region:湛河区", "培训 year:23");
    INFO(typed);
    const auto explanation = Archive::explain(asking(typed));
    CHECK(explanation.notes.size() == 1);
    CHECK(explanation.all.size() == 2);
    CHECK(explanation.scope.is_everything());
}

TEST_CASE("an explanation says each part and the MATCH expression") {
    const auto explanation = Archive::explain(asking("培训 OR 考核 公 -预算 section:改进 year:2021-2023"));
    CHECK(explanation.all == std::vector<Names>{{"培训", "考核"}, {"公*"}});
    CHECK(explanation.none == Names{"预算"});
    CHECK(explanation.scope.sections == std::vector{SectionKind::improvements});
    CHECK(explanation.scope.years == std::vector<YearRange>{{2021, 2023}});
    CHECK(explanation.match == R"({"improvements"} : ((("培训" OR "考核") AND "公" *) NOT "预算"))");
    CHECK(Archive::explain(asking("-预算")).without == "\"预算\"");
}

TEST_CASE("sections come by year from the newest, or by body") {
    TestArchive archive;
    fill(archive);
    auto request = asking("培训 OR 考核");
    request.order = SearchOrder::year;
    CHECK(found(archive, request) == Names{"甲县教育局2023", "甲县教育局2023", "2022", "乙县水务局2022",
                                           "甲县教育局2021", "丙县民政局"});
    request.order = SearchOrder::body;
    CHECK(found(archive, request) == Names{"丙县民政局", "乙县水务局2022", "甲县教育局2023", "甲县教育局2023",
                                           "甲县教育局2021", "2022"});
    request.limit = 2;
    request.offset = 1;
    CHECK(found(archive, request) == Names{"乙县水务局2022", "甲县教育局2023"});
    CHECK_FALSE(take(archive->search(request)).hits[0].rank);
}

TEST_CASE("a hit names its document and the line where the section begins") {
    TestArchive archive;
    fill(archive);
    const auto hit = take(archive->search(asking("培训 section:改进 year:2023"))).hits.at(0);
    CHECK(hit.source == "reports/1.html");
    CHECK(hit.line == 30);
    CHECK(hit.report_id == 1);
}

TEST_CASE("groups say how many sections and reports match, out of how many") {
    TestArchive archive;
    fill(archive);
    const auto rows = [&](const std::string& text, SearchGroup group) {
        RowTable table;
        auto request = asking(text);
        request.limit = 0;
        test::check_ok(archive->group(request, group, table));
        return table.rows;
    };
    using Row = std::vector<Value>;
    const auto n = [](std::int64_t number) { return Value(number); };
    CHECK(rows("培训", SearchGroup::year) ==
          std::vector<Row>{{n(2023), n(2), n(1), n(1)}, {n(2022), n(2), n(2), n(2)}, {{}, n(1), n(1), n(1)}});
    CHECK(rows("培训", SearchGroup::section) ==
          std::vector<Row>{{std::string("overview"), n(3), n(3), n(3)},
                           {std::string("improvements"), n(2), n(2), n(3)}});
    CHECK(rows("考核 section:改进", SearchGroup::body) ==
          std::vector<Row>{{std::string("甲县教育局"), n(1), n(1), n(2)},
                           {std::string("乙县水务局"), n(1), n(1), n(1)}});
}

TEST_CASE("above so many matches the newest come first, and ranking can still be had") {
    TestArchive archive;
    std::vector<report::Report> reports;
    for (int i = 0; i < 800; ++i) {
        std::vector<Written> sections;
        for (const SectionKind kind : report::all_sections)
            sections.push_back({"第" + std::to_string(i) + "局", 2015 + i % 9, kind,
                                "公开" + std::string(i == 7 ? "公开公开" : "")});
        reports.push_back(report_of(sections));
    }
    archive.put_all(reports);
    const auto result = take(archive->search(asking("公开")));
    CHECK(result.is_more);
    CHECK(result.order == SearchOrder::year);
    CHECK(result.hits.front().year == 2023);
    auto request = asking("公开");
    request.order = SearchOrder::rank;
    const auto ranked = take(archive->search(request));
    CHECK_FALSE(ranked.is_more);
    CHECK(ranked.count.sections == 5600);
    CHECK(ranked.hits.front().body == "第7局");
    CHECK(take(archive->count(asking("公开"))).reports == 800);
    CHECK_FALSE(take(archive->search(asking("公开 section:改进"))).is_more);
}

TEST_CASE("what a body repeats from year to year is folded into its first hit") {
    TestArchive archive;
    const std::string plan = "一是加强业务培训，二是完善公开目录，三是更新网站栏目，全年公开";
    for (int year = 2020; year <= 2023; ++year) {
        const std::string text = plan + std::to_string(year * 3) + "条。";
        archive.put(
            report_of({{"甲局", year, SectionKind::improvements, year == 2021 ? "培训另有安排。" : text}}));
        archive.put(report_of({{"乙局", year, SectionKind::improvements,
                                year == 2022 ? text : std::to_string(year) + "培训"}}));
    }
    auto request = asking("培训 body:甲局");
    request.order = SearchOrder::year;
    request.fold = true;
    const auto result = take(archive->search(request));
    REQUIRE(result.hits.size() == 2);
    CHECK(result.hits[0].year == 2023);
    CHECK(result.hits[0].repeats == std::vector<int>{2022, 2020});
    CHECK(result.hits[1].year == 2021);
    CHECK(result.hits[1].repeats.empty());
    request.offset = 1;
    CHECK(take(archive->search(request)).hits.at(0).year == 2021);
    request.text = "培训 year:2022-2023";
    request.offset = 0;
    const auto later = take(archive->search(request));
    REQUIRE(later.hits.size() == 3);
    const auto of_first = std::ranges::find(later.hits, "甲局", &SearchHit::body);
    REQUIRE(of_first != later.hits.end());
    CHECK(of_first->repeats == std::vector<int>{2022}); // 2020 is no match
    CHECK(later.folded == 1);
}

TEST_CASE("two reports of one name and year are not folded into each other") {
    TestArchive archive;
    auto report =
        report_of({{"甲局", 2023, SectionKind::improvements, "加强业务培训，完善公开目录，更新网站栏目。"}});
    archive.put(report);
    report.scope = "roll_up";
    archive.put(report);
    auto request = asking("培训");
    request.fold = true;
    const auto result = take(archive->search(request));
    CHECK(result.hits.size() == 2);
    CHECK(result.folded == 0);
}

TEST_CASE("texts are the same by nine tenths of their pairs of characters, figures and punctuation aside") {
    const auto share = [](const std::string& a, const std::string& b) {
        return CharacterPairs(a).share_with(CharacterPairs(b));
    };
    CHECK(share("公开12条，办结3件。", "公开9条；办结15件") == 1.0);
    CHECK(share("公开条办结件", "信息不多") == 0.0);
    CHECK(share("", "") == 1.0);
    CHECK(share("公开", "") == 0.0);
    std::string plan;
    for (const char* word : {"加强", "业务", "培训", "完善", "目录", "更新", "栏目", "考核", "通报", "整改"})
        plan += std::string(word) + "工作机制建设水平提升，";
    std::string edited = plan;
    edited.replace(edited.find("业务"), 6, "专业"); // a word put right here and there
    edited.replace(edited.rfind("通报"), 6, "公示");
    CHECK(share(plan, edited) > same_text);
    CHECK(share(plan, plan.substr(0, plan.size() / 2)) < same_text);
}

TEST_CASE("clauses are the same whatever numbers an enumeration") {
    for (const char* text : {"一是工作人员多为兼职；", "3.工作人员多为兼职。", "（2）工作人员多为兼职",
                             "第十一，工作人员多为兼职", "１．工作人员多为兼职", "工作人员多为 兼职"}) {
        INFO(text);
        CHECK(clauses_of(text, 8) == std::vector<std::string>{"工作人员多为兼职"});
    }
    CHECK(clauses_of("一是短", 2).empty());
    CHECK(clauses_of("第三方评估机制还不健全", 8) == std::vector<std::string>{"第三方评估机制还不健全"});
}

TEST_CASE("simplified and traditional words find each other where that is asked for") {
    TestArchive archive;
    archive.put(report_of({{"甲局", 2023, SectionKind::overview, "開展業務培訓。"}}));
    archive.put(report_of({{"乙局", 2023, SectionKind::overview, "开展业务培训。"}}));
    auto request = asking("业务培训");
    CHECK(take(archive->search(request)).count.sections == 1);
    request.variants = true;
    CHECK(take(archive->search(request)).count.sections == 2);
    request.text = "業務培訓";
    const auto result = take(archive->search(request));
    CHECK(result.count.sections == 2);
    for (const auto& hit : result.hits) CHECK(hit.hits.size() == 1);
}

TEST_CASE("what was not found is answered with what does occur") {
    TestArchive archive;
    fill(archive);
    const auto why = [&](const std::string& text) { return take(archive->why_nothing(asking(text))).en; };
    CHECK_THAT(why("业务培训班"), Catch::Contains("'业务培训' occurs in 1"));
    CHECK_THAT(why("核考"), Catch::Contains("'考核' occurs in 2"));
    CHECK_THAT(why("业务 预算"), Catch::Contains("no section holds all") && Catch::Contains("OR"));
    CHECK_THAT(why("培训 year:2019"), Catch::Contains("5 sections without the limits"));
    CHECK_THAT(why("魑魅"), Catch::Contains("nothing in the archive holds '魑魅'"));
    CHECK_THAT(why("，"), Catch::Contains("no word to search for"));
    CHECK_THAT(why("培训 -培训"), Catch::Contains("5 sections, but all hold '培训'"));
    CHECK_THAT(why("培训 body:火星"), Catch::Contains("no body has '火星' in its name"));
    CHECK_THAT(why("培训 section:改进 -section:改进"), Catch::Contains("exclude each other"));
    CHECK_THAT(why("year:2022 OR year:2023"), Catch::Contains("parted by commas"));
    CHECK(why(std::string(30'000, 'x')).size() < 500);
}

TEST_CASE("counts of one word and of several, with limits and without, are those of a plain scan") {
    std::mt19937 random(23);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
    const Names pieces{"公开", "信息", "申请", "政", "，", "，12，"};
    TestArchive archive;
    std::vector<Written> all;
    const auto put_some = [&] {
        std::vector<report::Report> reports;
        for (int i = 0; i < 60; ++i) {
            std::vector<Written> sections;
            const std::string body = "第" + std::to_string(all.size()) + "局";
            const int year = 2020 + static_cast<int>(below(3));
            for (const SectionKind kind : report::all_sections) {
                if (kind != SectionKind::overview && below(2) == 0) continue;
                std::string text = pieces[below(4)]; // a section without a word is nobody's answer
                for (std::size_t left = below(6); left > 0; --left) text += pieces[below(pieces.size())];
                sections.push_back({body, year, kind, text});
            }
            reports.push_back(report_of(sections));
            all.insert(all.end(), sections.begin(), sections.end());
        }
        archive.put_all(reports);
    };
    const auto check = [&](const std::string& typed, const std::function<bool(const Written&)>& is_meant) {
        CAPTURE(typed);
        std::int64_t sections = 0;
        std::set<std::string> bodies;
        for (const Written& one : all) {
            if (!is_meant(one)) continue;
            ++sections;
            bodies.insert(one.body);
        }
        const auto count = take(archive->count(asking(typed)));
        CHECK(count.sections == sections);
        CHECK(count.reports == static_cast<std::int64_t>(bodies.size()));
    };
    const auto holds = [](const Written& one, const std::string& word) {
        return one.text.find(word) != std::string::npos;
    };
    for (int batch = 0; batch < 3; ++batch) { // each a segment of the index
        put_some();
        for (const std::string word : {"公开", "政", "公开信息", "息申", "12", "没有"}) {
            check(word, [&](const Written& one) { return holds(one, word); });
            check(word + " section:改进,overview", [&](const Written& one) {
                const bool kind = one.kind == SectionKind::improvements || one.kind == SectionKind::overview;
                return kind && holds(one, word);
            });
            check(word + " -year:2021",
                  [&](const Written& one) { return one.year != 2021 && holds(one, word); });
            check(word + " year:2021",
                  [&](const Written& one) { return one.year == 2021 && holds(one, word); });
            check(word + " -body:1", [&](const Written& one) {
                return one.body.find('1') == std::string::npos && holds(one, word);
            });
            check(word + " 申请", [&](const Written& one) { return holds(one, "申请") && holds(one, word); });
            check(word + " OR 申请",
                  [&](const Written& one) { return holds(one, "申请") || holds(one, word); });
            check(word + " -申请",
                  [&](const Written& one) { return holds(one, word) && !holds(one, "申请"); });
            check("-" + word, [&](const Written& one) { return !holds(one, word); });
        }
    }
}

TEST_CASE("random archives are searched, counted, grouped and paged as a plain scan has it") {
    std::mt19937 random(17);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
    const Names pieces{"公开", "信息", "申请", "培", "训", "，", "。", "12",
                       "年",   "a4",   "Ａ",   "𠀀", "😀",  "\n", "政"};
    const auto text_of = [&](std::size_t count) {
        std::string text;
        while (count-- > 0) text += pieces[below(pieces.size())];
        return text;
    };
    for (int round = 0; round < 20; ++round) {
        TestArchive archive;
        std::vector<std::vector<Written>> reports;
        std::vector<report::Report> given;
        for (std::size_t i = 0; i < 30; ++i) {
            std::vector<Written> sections;
            for (const SectionKind kind : report::all_sections) {
                if (below(3) > 0)
                    sections.push_back({"第" + std::to_string(i) + "局", 2019 + static_cast<int>(below(4)),
                                        kind, text_of(1 + below(12))});
            }
            if (sections.empty()) continue;
            for (Written& one : sections) one.year = sections.front().year;
            given.push_back(report_of(sections));
            reports.push_back(std::move(sections));
        }
        archive.put_all(given);
        for (int query = 0; query < 40; ++query) {
            const std::string word = pieces[below(5)] + (below(2) == 0 ? pieces[below(5)] : "");
            const int year = 2019 + static_cast<int>(below(4));
            CAPTURE(round, word, year);
            std::multiset<std::string> expected;
            std::set<std::string> bodies;
            for (const auto& sections : reports) {
                for (const Written& one : sections) {
                    if (one.year < year || one.text.find(word) == std::string::npos) continue;
                    expected.insert(one.body + std::string(name_of(one.kind)));
                    bodies.insert(one.body);
                }
            }
            auto request = asking(word + " year:" + std::to_string(year) + "-");
            request.limit = 0;
            const auto result = take(archive->search(request));
            std::multiset<std::string> got;
            for (const SearchHit& hit : result.hits) {
                got.insert(hit.body + std::string(name_of(hit.section)));
                REQUIRE_FALSE(hit.hits.empty());
            }
            REQUIRE(got == expected);
            const auto count = take(archive->count(request));
            REQUIRE(count.sections == static_cast<std::int64_t>(expected.size()));
            REQUIRE(count.reports == static_cast<std::int64_t>(bodies.size()));
            for (const SearchGroup group : {SearchGroup::body, SearchGroup::year, SearchGroup::section}) {
                RowTable rows;
                test::check_ok(archive->group(request, group, rows));
                std::int64_t sum = 0;
                for (const auto& row : rows.rows) sum += std::get<std::int64_t>(row[1]);
                REQUIRE(sum == count.sections);
            }
            for (const SearchOrder order : {SearchOrder::rank, SearchOrder::year, SearchOrder::body}) {
                request.order = order;
                const Names all = found(archive, request);
                request.limit = 3;
                request.offset = 2;
                const Names page = found(archive, request);
                REQUIRE(
                    page ==
                    Names(all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, all.size())),
                          all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, all.size()))));
                request.limit = 0;
                request.offset = 0;
            }
        }
    }
}
