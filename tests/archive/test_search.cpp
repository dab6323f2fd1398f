// Search: filters, counts, order, and snippets that hold their hits.
#include "archive/search/sections.hpp"
#include "support/archives.hpp"

using namespace nianbao;
using namespace nianbao::archive;
using report::SectionKind;
using test::take;
using test::TestArchive;

namespace {

report::Report report_of(const char* body, int year,
                         std::vector<std::pair<SectionKind, std::string>> sections) {
    report::Report report;
    if (*body != '\0') report.body = body;
    report.year = year;
    report.scope = "own";
    for (auto& [kind, text] : sections)
        report.sections.push_back({kind, std::string(label_of(kind)), text, 1});
    return report;
}

void fill(TestArchive& archive) {
    archive.put(report_of("甲县教育局", 2023,
                          {{SectionKind::overview, "推进政务新媒体建设，办理依申请公开12件。"},
                           {SectionKind::improvements, "政务新媒体更新不够及时。"}}));
    archive.put(report_of("乙县教育局", 2024, {{SectionKind::overview, "政务新媒体。智能问答上线。"}}));
    archive.put(report_of("", 2024, {{SectionKind::overview, "没有相关内容"}}));
}

SearchRequest asking(const char* text) {
    SearchRequest request;
    request.text = text;
    return request;
}

std::vector<std::string> marked(const SearchHit& hit) {
    std::vector<std::string> words;
    for (const auto& [begin, end] : hit.hits) words.push_back(hit.snippet.substr(begin, end - begin));
    return words;
}

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

} // namespace

TEST_CASE("search finds sections, and counts sections and reports") {
    TestArchive archive;
    fill(archive);
    const auto result = take(archive->search(asking("政务新媒体")));
    CHECK(result.count.sections == 3);
    CHECK(result.count.reports == 2);
    REQUIRE(result.hits.size() == 3);
    for (const auto& hit : result.hits) CHECK(marked(hit) == std::vector<std::string>{"政务新媒体"});
    REQUIRE((result.hits[0].rank && result.hits[1].rank));
    CHECK(*result.hits[0].rank <= *result.hits[1].rank);
    CHECK(take(archive->search(asking("新媒体 智能问答"))).count.sections == 1);
    CHECK(take(archive->search(asking("征地拆迁"))).count.sections == 0);
}

TEST_CASE("search is held to sections, a year and a part of a body's name") {
    TestArchive archive;
    fill(archive);
    auto request = asking("新媒体");
    request.scope.sections = {SectionKind::improvements};
    CHECK(take(archive->search(request)).count.sections == 1);
    request.scope.sections = {SectionKind::improvements, SectionKind::overview};
    CHECK(take(archive->search(request)).count.sections == 3);
    request.scope.years = {{2024, 2024}};
    CHECK(take(archive->search(request)).count.sections == 1);
    request.scope.years = {{2023, 2023}};
    request.scope.bodies = {{"乙县"}};
    CHECK(take(archive->search(request)).count.sections == 0);
    request.scope.bodies = {{"教育局"}};
    CHECK(take(archive->search(request)).count.sections == 2);
}

TEST_CASE("limit and offset page through the hits, and limit 0 is all of them") {
    TestArchive archive;
    for (int i = 0; i < 30; ++i) {
        archive.put(report_of(("第" + std::to_string(i) + "局").c_str(), 2023,
                              {{SectionKind::overview, "公开信息。"}}));
    }
    auto request = asking("公开");
    CHECK(take(archive->search(request)).hits.size() == 20);
    request.limit = 0;
    const auto all = take(archive->search(request));
    CHECK(all.hits.size() == 30);
    request.limit = 10;
    request.offset = 25;
    const auto page = take(archive->search(request));
    REQUIRE(page.hits.size() == 5);
    CHECK(page.hits[0].body == all.hits[25].body);
    CHECK(page.count.sections == 30);
}

TEST_CASE("what holds no word finds nothing, is no error, and the reason is said") {
    TestArchive archive;
    fill(archive);
    const char* text = GENERATE("", "   ", "，。", "\"\"", "(", "year:2011");
    INFO(text);
    CHECK(take(archive->search(asking(text))).hits.empty());
    CHECK(take(archive->count(asking(text))).sections == 0);
    CHECK_FALSE(take(archive->why_nothing(asking(text))).en.empty());
}

TEST_CASE("fields alone find every section with text there") {
    TestArchive archive;
    fill(archive);
    archive.put(report_of("丁县教育局", 2023, {{SectionKind::disclosure, ""}}));
    CHECK(take(archive->count(asking("year:2023"))).sections == 2);
    CHECK(take(archive->count(asking("year:2023 section:改进"))).sections == 1);
    CHECK(take(archive->search(asking("year:2023"))).hits.size() == 2);
    CHECK(take(archive->count(asking("-新媒体 year:2023"))).sections == 0);
}

TEST_CASE("whatever is typed, a search is no error") {
    TestArchive archive;
    fill(archive);
    const char* text =
        GENERATE("新媒体 AND", "C#", "park.", "(", "3-2", "preface:新", "^政务", "新媒体*", "NEAR(", "'");
    INFO(text);
    take(archive->search(asking(text)));
    take(archive->why_nothing(asking(text)));
}

TEST_CASE("a snippet keeps to its sentence where it is short enough") {
    const std::string text = "第一句在前。第二句有命中词语在中间；第三句在后。";
    const std::size_t at = text.find("命中");
    const auto snippet = make_snippet(text, Ranges{{at, at + 6}}, 10);
    CHECK(snippet.text == "…第二句有命中词语在中间；…");
    REQUIRE(snippet.hits.size() == 1);
    CHECK(snippet.text.substr(snippet.hits[0].first, 6) == "命中");
}

TEST_CASE("a snippet is cut between characters, and says so") {
    const std::string text = "一二三四五六七八九十命中一二三四五六七八九十";
    const std::size_t at = text.find("命中");
    const auto snippet = make_snippet(text, Ranges{{at, at + 6}}, 2);
    CHECK(snippet.text == "…九十命中一二…");
    CHECK(make_snippet(text, Ranges{{at, at + 6}}, 100).text == text);
    CHECK(make_snippet(text, Ranges{{at, at + 6}}, 0).text == "…命中…");
}

TEST_CASE("a snippet never cuts a hit, and marks every hit it shows") {
    const std::string text = "命中一二三四第二命中之后";
    const std::size_t second = text.rfind("命中");
    const auto snippet = make_snippet(text, Ranges{{0, 6}, {second, second + 6}}, 7);
    REQUIRE(snippet.hits.size() == 2);
    CHECK(snippet.text == "命中一二三四第二命中…");
    CHECK(snippet.text.substr(snippet.hits[1].first, 6) == "命中");
}

TEST_CASE("a snippet without hits is the beginning") {
    CHECK(make_snippet("一二三四五", {}, 2).text == "一二…");
    CHECK(make_snippet("", {}, 5).text.empty());
}
