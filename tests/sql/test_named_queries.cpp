// Every file of sql/queries: it reads, prepares, delivers the columns that it documents, and explains an
// empty answer.
#include "archive/embedded_sql.hpp"
#include "support/archives.hpp"
#include "support/random_report.hpp"

#include <set>

using namespace nianbao;
using namespace nianbao::archive;
using test::take;
using test::TestArchive;

namespace {

RowTable run(TestArchive& archive, const NamedQuery& query,
             const std::map<std::string, std::string>& typed = {}) {
    RowTable rows;
    test::check_ok(archive->run(query, take(read_parameters(query, typed)), rows));
    return rows;
}

std::vector<std::string> documented_columns(const NamedQuery& query) {
    std::vector<std::string> names;
    for (const QueryColumn& column : query.columns) names.push_back(column.name);
    return names;
}

void fill(TestArchive& archive) {
    test::ReportTraits traits;
    traits.odd_cells = 10;
    test::RandomReports reports(11, traits);
    std::vector<report::Report> all;
    for (int i = 0; i < 40; ++i) all.push_back(reports.next());
    for (int i = 0; i < 10; ++i) { // another text of the same report: a revision
        auto changed = all[static_cast<std::size_t>(i)];
        changed.title += "（更正）";
        all.push_back(changed);
    }
    archive.put_all(all);
}

} // namespace

TEST_CASE("every query file is read, and the promised ones are there") {
    std::set<std::string> names;
    for (const EmbeddedSql& file : embedded_queries()) {
        auto query = parse_query_file(file.name, file.text);
        INFO(file.name);
        if (!query) FAIL(query.error().message.en);
        names.insert(query->name);
        CHECK_FALSE(query->when_empty_sql.empty());
    }
    CHECK(names.size() == named_queries().size());
    for (const char* name : {"disputes", "litigation", "reconsiderations-corrected", "requests", "outcomes",
                             "refusal-grounds", "carried-over", "normative-documents", "all-zero",
                             "requests-by-applicant", "inconsistent", "coverage", "fees"}) {
        CHECK(names.count(name) == 1);
    }
}

TEST_CASE("every query has --year and --body, and titles in both languages") {
    for (const NamedQuery& query : named_queries()) {
        INFO(query.name);
        REQUIRE(query.parameters.size() >= 2);
        CHECK(query.parameters[0].name == "year");
        CHECK(query.parameters[0].type == ParameterType::integer);
        CHECK(query.parameters[1].name == "body");
        for (const QueryColumn& column : query.columns) {
            CHECK_FALSE(column.title.zh.empty());
            CHECK_FALSE(column.title.en.empty());
        }
    }
}

TEST_CASE("every query delivers its documented columns, from an empty archive and from a filled one") {
    const bool filled = GENERATE(false, true);
    TestArchive archive;
    if (filled) fill(archive);
    for (const NamedQuery& query : named_queries()) {
        INFO(query.name);
        const RowTable rows = run(archive, query);
        CHECK(rows.columns == documented_columns(query));
        if (!filled) CHECK(rows.rows.empty());
        if (filled) CHECK(rows.rows.empty() == (query.name == "all-zero"));
        CHECK(run(archive, query, {{"year", "1999"}, {"body", "无此机关"}}).rows.empty());
    }
}

TEST_CASE("every query is held to the year and the body that were asked for") {
    TestArchive archive;
    fill(archive);
    for (const NamedQuery& query : named_queries()) {
        const auto columns = documented_columns(query);
        const auto year = std::find(columns.begin(), columns.end(), "year");
        if (year == columns.end()) continue;
        const auto at = static_cast<std::size_t>(year - columns.begin());
        const auto body_at =
            static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "body") - columns.begin());
        INFO(query.name);
        for (const auto& row : run(archive, query, {{"year", "2023"}, {"body", "教育局"}}).rows) {
            CHECK(row[at] == Value{std::int64_t{2023}});
            CHECK(std::get<std::string>(row[body_at]).find("教育局") != std::string::npos);
        }
    }
}

TEST_CASE("every query explains why it is empty, in both languages and with its coverage") {
    const bool filled = GENERATE(false, true);
    TestArchive archive;
    if (filled) fill(archive);
    for (const NamedQuery& query : named_queries()) {
        for (const auto& typed :
             std::vector<std::map<std::string, std::string>>{{}, {{"year", "1999"}}, {{"body", "局"}}}) {
            INFO(query.name);
            const Message why = take(archive->when_empty(query, take(read_parameters(query, typed))));
            CHECK_FALSE(why.zh.empty());
            CHECK_FALSE(why.en.empty());
            CHECK(why.en.find("%") == std::string::npos);
        }
    }
}

TEST_CASE("every query answers twice the same") {
    TestArchive archive;
    fill(archive);
    for (const NamedQuery& query : named_queries()) {
        INFO(query.name);
        CHECK(run(archive, query).rows == run(archive, query).rows);
        CHECK(query.sql.find("order by") != std::string::npos);
        CHECK(query.sql.find("select *") == std::string::npos);
    }
}
