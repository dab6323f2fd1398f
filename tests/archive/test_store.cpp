// Storing: the same bytes, another text of the same report, failures, batches.
#include "support/archives.hpp"
#include "support/random_report.hpp"

using namespace nianbao;
using namespace nianbao::archive;
using test::source_of;
using test::take;
using test::TestArchive;

namespace {

report::Report report_of(const char* body, int year, const char* text = "全年收到申请。") {
    report::Report report;
    if (*body != '\0') report.body = body;
    if (year != 0) report.year = year;
    report.scope = "own";
    report.sections.push_back({report::SectionKind::overview, "一、总体情况", text, 1});
    return report;
}

Error some_error(const char* code) {
    return {ErrorCode::blank_form,
            {std::string("空白表") + code, std::string("blank ") + code},
            {"提示", "hint"},
            ""};
}

SearchResult search(TestArchive& archive, const char* text) {
    SearchRequest request;
    request.text = text;
    return take(archive->search(request));
}

} // namespace

TEST_CASE("the same bytes are stored once") {
    TestArchive archive;
    const auto first = take(archive->put(source_of(1), report_of("甲局", 2023)));
    CHECK(first.outcome == Outcome::added);
    const auto again = take(archive->put(source_of(1), report_of("甲局", 2023)));
    CHECK(again.outcome == Outcome::unchanged);
    CHECK(again.report_id == first.report_id);
    const auto found = take(archive->find_source(test::digest(1)));
    REQUIRE(found);
    CHECK(found->report_id == first.report_id);
    CHECK_FALSE(take(archive->find_source(test::digest(2))));
    CHECK(archive.integer("select count(*) from report") == 1);
}

TEST_CASE("another text of the same body, year and scope is a new revision, and the old one is kept") {
    TestArchive archive;
    const auto first =
        take(archive->put(source_of(1), report_of("甲局（本级）", 2023, "旧的文字：征地拆迁。")));
    const auto second =
        take(archive->put(source_of(2), report_of("甲局(本级)", 2023, "新的文字：棚户改造。")));
    CHECK(second.outcome == Outcome::revised);
    CHECK(second.revision == 2);
    CHECK(archive.integer("select count(*) from reports") == 1);
    CHECK(archive.integer("select revision from reports") == 2);
    CHECK_FALSE(take(archive->report(first.report_id)).current);
    CHECK(take(archive->report(second.report_id)).current);
    CHECK(search(archive, "征地拆迁").count.sections == 0);
    CHECK(search(archive, "棚户改造").count.sections == 1);
    CHECK(take(archive->put(source_of(1), report_of("甲局", 2023))).outcome == Outcome::unchanged);
}

TEST_CASE("reports of two bodies of one name are both kept, and the second names the first") {
    TestArchive archive;
    auto here = report_of("太平镇", 2023, "全镇公开惠农补贴发放名单四十二期。村务公开栏每季度更新一次内容。");
    auto there =
        report_of("太平镇", 2023, "镇政府网站发布旅游景区门票信息。古镇修缮工程招标结果全部上网公示。");
    const auto row = [](std::int64_t in_force) {
        report::Figure figure;
        figure.column = report::measures("regulations", report::Generation::g2)[2];
        figure.value = Decimal{in_force, 0};
        figure.state = report::CellState::number;
        return report::FigureRow{report::rows(report::TableKind::disclosure)[0].code, {figure}};
    };
    here.disclosure = report::FigureTable{{row(3)}};
    there.disclosure = report::FigureTable{{row(4)}};
    const auto first = take(archive->put(source_of(1), here));
    const auto second = take(archive->put(source_of(2), there));
    CHECK(second.outcome == Outcome::added);
    CHECK(second.namesake == first.report_id);
    CHECK(archive.integer("select count(*) from reports") == 2);

    there.sections[0].text += "另公开应急预案。";
    const auto third = take(archive->put(source_of(3), there));
    CHECK(third.outcome == Outcome::revised);
    CHECK(archive.integer("select count(*) from reports") == 2);
    CHECK(take(archive->report(first.report_id)).current);
}

TEST_CASE("short reports of zeros of two bodies of one name are both kept") {
    TestArchive archive;
    const auto first = take(archive->put(
        source_of(1), report_of("区统计局", 2023, "东湖区公开统计公报二期，发布经济普查方案。")));
    const auto second = take(
        archive->put(source_of(2), report_of("区统计局", 2023, "西山区培训乡镇统计员，更新人口抽样数据。")));
    CHECK(second.outcome == Outcome::added);
    CHECK(second.namesake == first.report_id);
}

TEST_CASE("a cut copy is kept as a revision but does not hide the whole one") {
    TestArchive archive;
    auto whole = report_of("甲局", 2023, "旧的文字：征地拆迁。");
    whole.sections.push_back(
        {report::SectionKind::improvements, "五、存在的主要问题及改进情况", "解读偏少。", 9});
    const auto first = take(archive->put(source_of(1), whole));
    const auto cut = take(archive->put(source_of(2), report_of("甲局", 2023, "新的文字：棚户改造。")));
    CHECK(cut.outcome == Outcome::revised);
    CHECK(cut.revises == first.report_id);
    CHECK_FALSE(cut.current);
    CHECK(archive.integer("select report_id from reports") == first.report_id);
    CHECK(search(archive, "征地拆迁").count.sections == 1);
    CHECK(search(archive, "棚户改造").count.sections == 0);

    whole.sections[0].text = "第三稿。";
    const auto third = take(archive->put(source_of(3), whole));
    CHECK(third.revision == 3);
    CHECK(third.current);
    CHECK(archive.integer("select count(*) from report where superseded_by = 3") == 2);
}

TEST_CASE("a path that was refused is forgotten once it holds bytes that are stored") {
    TestArchive archive;
    auto refused = source_of(1);
    refused.path = "a.txt";
    REQUIRE(archive->put_failure(refused, some_error("1")));
    auto stored = source_of(2);
    stored.path = "b.txt";
    take(archive->put(stored, report_of("甲局", 2023)));
    CHECK(archive.integer("select count(*) from failure") == 1);
    stored.path = "a.txt"; // the same bytes again, now under the path that was refused
    REQUIRE(archive->forget_failure(stored));
    CHECK(archive.integer("select count(*) from failure") == 0);
}

TEST_CASE("a report that does not say its body or year is never merged") {
    TestArchive archive;
    CHECK(take(archive->put(source_of(1), report_of("", 2023))).outcome == Outcome::added);
    CHECK(take(archive->put(source_of(2), report_of("", 2023))).outcome == Outcome::added);
    CHECK(take(archive->put(source_of(3), report_of("甲局", 0))).outcome == Outcome::added);
    CHECK(take(archive->put(source_of(4), report_of("甲局", 0))).outcome == Outcome::added);
    auto scopeless = report_of("甲局", 2022);
    scopeless.scope = "unknown";
    CHECK(take(archive->put(source_of(5), scopeless)).outcome == Outcome::added);
    CHECK(take(archive->put(source_of(6), scopeless)).outcome ==
          Outcome::revised); // neither says another scope
    auto roll_up = report_of("甲局", 2023);
    roll_up.scope = "roll_up";
    CHECK(take(archive->put(source_of(7), roll_up)).outcome == Outcome::added);
    CHECK(take(archive->put(source_of(8), report_of("甲局", 2023))).outcome == Outcome::added);
    CHECK(archive.integer("select count(*) from reports") == 7);
}

TEST_CASE("a batch that is not committed leaves nothing") {
    test::TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    {
        auto archive = take(Archive::open(path, Access::create));
        REQUIRE(archive.begin_batch());
        take(archive.put(source_of(1), report_of("甲局", 2023)));
        REQUIRE(archive.commit_batch());
        REQUIRE(archive.begin_batch());
        take(archive.put(source_of(2), report_of("乙局", 2023)));
        REQUIRE(archive.put_failure(source_of(3), some_error("")));
    }
    auto archive = take(Archive::open(path, Access::read_only));
    RowTable rows;
    REQUIRE(archive.list(Archive::ListKind::reports, {}, rows));
    CHECK(rows.rows.size() == 1);
    RowTable failures;
    REQUIRE(archive.list(Archive::ListKind::failures, {}, failures));
    CHECK(failures.rows.empty());
}

TEST_CASE("a put that fails inside a batch is undone alone") {
    TestArchive archive;
    auto broken = report_of("乙局", 2023);
    broken.requests.emplace();
    const auto code = report::find_row(report::TableKind::requests, "granted")->code;
    broken.requests->rows = {{code, {}}, {code, {}}}; // one row twice
    REQUIRE(archive->begin_batch());
    take(archive->put(source_of(1), report_of("甲局", 2023)));
    CHECK_FALSE(archive->put(source_of(2), broken));
    take(archive->put(source_of(3), report_of("丙局", 2023)));
    REQUIRE(archive->commit_batch());
    CHECK(archive.integer("select count(*) from reports") == 2);
    CHECK(archive.integer("select count(*) from source") == 2);
    RowTable checks;
    CHECK(take(archive->verify(checks)));
}

TEST_CASE("a failure is remembered once for the same bytes, and forgotten when they are stored") {
    TestArchive archive;
    REQUIRE(archive->put_failure(source_of(1), some_error("1")));
    REQUIRE(archive->put_failure(source_of(1), some_error("2")));
    CHECK(archive.integer("select count(*) from failure") == 1);
    CHECK(archive.integer("select attempts from failure") == 2);
    RowTable rows;
    REQUIRE(archive->list(Archive::ListKind::failures, {}, rows));
    CHECK(rows.rows[0][1] == Value{std::string("blank_form")});
    CHECK(rows.rows[0][2] == Value{std::string("空白表2")});
    take(archive->put(source_of(1), report_of("甲局", 2023)));
    CHECK(archive.integer("select count(*) from failure") == 0);
}

TEST_CASE("files that cannot be read fail by their path") {
    TestArchive archive;
    auto first = source_of(1);
    auto second = source_of(2);
    first.sha256.clear();
    second.sha256.clear();
    REQUIRE(archive->put_failure(first, some_error("")));
    REQUIRE(archive->put_failure(second, some_error("")));
    REQUIRE(archive->put_failure(first, some_error("")));
    CHECK(archive.integer("select count(*) from failure") == 2);
    REQUIRE(archive->put_failure(source_of(1), some_error(""))); // readable now, and still no report
    CHECK(archive.integer("select count(*) from failure") == 2);
}

TEST_CASE("reports are found by the exact name first, then by a part of it") {
    TestArchive archive;
    const auto office = archive.put(report_of("西工区人民政府办公室", 2024)).report_id;
    const auto district = archive.put(report_of("西工区人民政府", 2024)).report_id;
    const auto older = archive.put(report_of("西工区人民政府", 2023)).report_id;
    CHECK(take(archive->find_reports("西工区人民政府", std::nullopt)) == std::vector{older, district});
    CHECK(take(archive->find_reports("西工区人民政府", 2024)) == std::vector{district});
    CHECK(take(archive->find_reports("西工", 2024)) == std::vector{district, office});
    CHECK(take(archive->find_reports("办公室", std::nullopt)) == std::vector{office});
    CHECK(take(archive->find_reports("东营", std::nullopt)).empty());
}

TEST_CASE("a report that is not there is a usage error") {
    TestArchive archive;
    auto report = archive->report(7);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::usage);
}

TEST_CASE("lists, status and verify tell what the archive holds") {
    TestArchive archive;
    test::RandomReports reports(5);
    for (int i = 0; i < 12; ++i) archive.put(reports.next());
    REQUIRE(archive->put_run({"2025-01-02T00:00:00Z", "2025-01-02T00:00:09Z", 12, 0, 0, 0}));
    REQUIRE(archive->finish_writing());
    for (auto kind : {Archive::ListKind::reports, Archive::ListKind::bodies, Archive::ListKind::sources}) {
        RowTable rows;
        REQUIRE(archive->list(kind, {}, rows));
        CHECK_FALSE(rows.rows.empty());
        RowTable filtered;
        REQUIRE(archive->list(kind, {1999, "无此机关"}, filtered));
        CHECK(filtered.rows.empty());
        CHECK(filtered.columns == rows.columns);
    }
    RowTable status;
    REQUIRE(archive->status(status));
    CHECK(status.columns == std::vector<std::string>{"key", "value"});
    CHECK(status.rows[0] == std::vector<Value>{std::string("reports"), std::int64_t{12}});
    RowTable checks;
    CHECK(take(archive->verify(checks)));
    CHECK(checks.rows.size() == 5);
}
