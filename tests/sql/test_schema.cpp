// The schema as a plain SQLite shell sees it: strict tables, indexes that are used, and the documents that
// describe it.
#include "support/archives.hpp"
#include "support/random_report.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace nianbao;
using namespace nianbao::archive;
using test::TestArchive;

namespace {

std::string plan_of(TestArchive& archive, const std::string& sql) {
    std::string plan;
    for (const auto& row : archive.sql("explain query plan " + sql).rows)
        plan += std::get<std::string>(row[3]) + "\n";
    return plan;
}

std::string document_text(const char* name) {
    std::ifstream file(std::string(NIANBAO_SOURCE_DIR) + "/docs/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Words in `backquotes` of a line.
std::vector<std::string> backquoted(const std::string& line) {
    std::vector<std::string> words;
    for (std::size_t at = line.find('`'); at != std::string::npos; at = line.find('`', at + 1)) {
        const std::size_t end = line.find('`', at + 1);
        if (end == std::string::npos) break;
        words.push_back(line.substr(at + 1, end - at - 1));
        at = end;
    }
    return words;
}

using Columns = std::map<std::string, std::set<std::string>>;

/// docs/schema.md: `### name` opens a table or view, every `| `column` |` row below it is one of its columns.
Columns documented() {
    Columns columns;
    std::string current;
    std::istringstream lines(document_text("schema.md"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) current = line.starts_with("### ") ? backquoted(line).at(0) : "";
        if (!current.empty()) columns[current];
        if (!current.empty() && line.starts_with("| `")) columns[current].insert(backquoted(line).at(0));
    }
    return columns;
}

Columns real(TestArchive& archive) {
    Columns columns;
    for (const auto& row :
         archive
             .sql("select m.name, c.name from sqlite_master as m join pragma_table_xinfo(m.name) as c"
                  " where m.type in ('table', 'view') and m.name not like 'section_fts%'")
             .rows) {
        columns[std::get<std::string>(row[0])].insert(std::get<std::string>(row[1]));
    }
    return columns;
}

} // namespace

TEST_CASE("the documented schema is the schema") {
    TestArchive archive;
    const Columns described = documented();
    const Columns stored = real(archive);
    for (const auto& [table, columns] : stored) {
        INFO(table);
        REQUIRE(described.count(table) == 1);
        CHECK(described.at(table) == columns);
    }
    for (const auto& [table, columns] : described) {
        INFO(table);
        CHECK((stored.count(table) == 1 || table == "section_fts"));
    }
}

TEST_CASE("the documented queries are the queries") {
    std::set<std::string> described;
    std::istringstream lines(document_text("queries.md"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        const auto words = backquoted(line);
        described.insert(words.at(0));
        INFO(line);
        CHECK(words.back().starts_with("nianbao query " + words.at(0)));
    }
    std::set<std::string> names;
    for (const NamedQuery& query : named_queries()) names.insert(query.name);
    CHECK(described == names);
}

TEST_CASE("every table is strict") {
    TestArchive archive;
    CHECK(
        archive
            .sql("select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main'"
                 " and name not like 'sqlite_%' and name not like 'section_fts%'")
            .rows.empty());
}

TEST_CASE("the views of the contract have its columns") {
    TestArchive archive;
    const char* statement = GENERATE(
        "select report_id, body, year, generation, scope, title, published_on, source, revision from reports",
        "select report_id, body, year, outcome, natural_person, business, research_institution, "
        "social_organization,"
        " legal_service, other_organization, total from requests",
        "select report_id, body, year, route, upheld, corrected, other, pending, total from disputes",
        "select report_id, body, year, item, measure, value, unit from disclosure",
        "select report_id, body, year, new_received, carried_in, granted, partially_granted, denied, "
        "unavailable, refused,"
        " other_processed, total_processed, carried_out, reconsiderations, reconsiderations_corrected, "
        "litigations,"
        " litigations_corrected from summary",
        "select report_id, body, year, kind, heading, text from sections",
        "select report_id, body, year, table_name, row_name, column_name, value, raw, state, unit, line, "
        "page from figures",
        "select report_id, body, year, rule, status, message, cells from findings");
    CHECK(archive.sql(statement).rows.empty());
}

TEST_CASE("who was taken to court is answered from the index of the few rows that are not zero") {
    TestArchive archive;
    const char* year = GENERATE("", " and year = 2023");
    const std::string plan = plan_of(
        archive,
        std::string("select body, year, total from disputes where route like 'litigation%' and total > 0") +
            year);
    INFO(plan);
    CHECK(plan.find("d USING INDEX dispute_row_any") != std::string::npos);
    CHECK(plan.find("SEARCH r USING INTEGER PRIMARY KEY") != std::string::npos);
    CHECK(plan.find("SCAN d\n") == std::string::npos);
    CHECK(plan.find("SCAN r") == std::string::npos);
}

TEST_CASE("the queries about disputes use that index too") {
    TestArchive archive;
    const char* name = GENERATE("disputes", "litigation");
    const NamedQuery& query = *test::take(find_query(name));
    SQLite::Database plain(archive.path(), SQLite::OPEN_READONLY);
    SQLite::Statement explain(plain, "explain query plan " + query.sql);
    std::string plan;
    while (explain.executeStep()) plan += explain.getColumn(3).getString() + "\n";
    INFO(plan);
    CHECK(plan.find("dispute_row_any") != std::string::npos);
    CHECK(plan.find("SCAN d\n") == std::string::npos);
}

TEST_CASE("figures of one report, one year or one body are found by an index") {
    TestArchive archive;
    const auto [where, index] = GENERATE(table<std::string, std::string>({
        {"report_id = 5", "SEARCH r USING INTEGER PRIMARY KEY"},
        {"year = 2023 and row_name = 'granted'", "report_year"},
        {"body = '甲局'", "report_body"},
    }));
    const std::string plan = plan_of(archive, "select value from figures where " + where);
    INFO(plan);
    CHECK(plan.find(index) != std::string::npos);
    for (const char* scan : {"SCAN q", "SCAN d", "SCAN c", "SCAN r", "MATERIALIZE"}) {
        CHECK(plan.find(scan) == std::string::npos);
    }
}

TEST_CASE("views that are joined to each other still read only what they are asked for") {
    TestArchive archive;
    const std::string plan = plan_of(
        archive,
        "select r.title, q.total, s.denied, d.total, f.value from reports as r"
        " join requests as q on q.report_id = r.report_id join summary as s on s.report_id = r.report_id"
        " join disputes as d on d.report_id = r.report_id join figures as f on f.report_id = r.report_id"
        " where r.year = 2023");
    INFO(plan);
    CHECK(plan.find("MATERIALIZE") == std::string::npos);
}

TEST_CASE("a filtered summary reads only the reports it is asked for") {
    TestArchive archive;
    const std::string plan =
        plan_of(archive, "select body, denied, litigations from summary where year = 2023");
    INFO(plan);
    CHECK(plan.find("report_year (year=?)") != std::string::npos);
    CHECK(plan.find("SCAN q") == std::string::npos);
}

TEST_CASE("facts can be read without the tokenizer, and the schema is trusted with nothing") {
    TestArchive archive;
    test::RandomReports reports(2);
    archive.put(reports.next());
    SQLite::Database plain(archive.path(), SQLite::OPEN_READONLY);
    plain.exec("pragma trusted_schema = off");
    for (const char* view :
         {"reports", "requests", "disputes", "disclosure", "summary", "sections", "figures", "findings"}) {
        INFO(view);
        CHECK_NOTHROW(plain.execAndGet(std::string("select count(*) from ") + view));
    }
    CHECK(plain.execAndGet("pragma integrity_check").getString() == "ok");
    CHECK(plain.execAndGet("select count(*) from pragma_foreign_key_check").getInt() == 0);
}

TEST_CASE("the full-text index is in step after revisions") {
    TestArchive archive;
    test::RandomReports reports(4);
    for (int i = 0; i < 10; ++i) {
        auto report = reports.next();
        archive.put(report);
        report.title += "（更正）";
        if (!report.sections.empty()) report.sections[0].text += "更正。";
        archive.put(report);
    }
    REQUIRE(archive->finish_writing());
    RowTable checks;
    CHECK(test::take(archive->verify(checks)));
}
