// Ad-hoc SQL reads everything and writes nothing, whatever the archive was opened for.
#include "support/archives.hpp"
#include "support/random_report.hpp"

using namespace nianbao;
using namespace nianbao::archive;
using test::take;
using test::TestArchive;

namespace {

Error error_of(Archive& archive, std::string_view statement, const Parameters& parameters = {}) {
    RowTable rows;
    auto result = archive.sql(statement, parameters, rows);
    if (result) return {ErrorCode::output, {"", "it ran"}, {}, ""};
    return result.error();
}

} // namespace

TEST_CASE("nothing but reading is allowed") {
    const std::string access = GENERATE("read_only", "read_write");
    TestArchive made;
    test::RandomReports reports(1);
    made.put(reports.next());
    auto archive =
        take(Archive::open(made.path(), access == "read_only" ? Access::read_only : Access::read_write));
    test::TempFolder folder;
    const std::string elsewhere = (folder.path() / "out.db").string();
    const std::vector<std::string> refused = {
        "vacuum into '" + elsewhere + "'",
        "vacuum",
        "attach '" + elsewhere + "' as x",
        "detach main",
        "insert into meta values ('a', 'b')",
        "update report set year = 1",
        "delete from report",
        "drop view reports",
        "create table t (a)",
        "create temp table t (a)",
        "create temp view v as select 1",
        "create virtual table v using fts5vocab (section_fts, row)",
        "insert into section_fts (section_fts) values ('rebuild')",
        "alter table report rename to x",
        "pragma user_version = 3",
        "pragma journal_mode = wal",
        "pragma writable_schema = on",
        "pragma query_only = off",
        "pragma trusted_schema = on",
        "pragma wal_checkpoint",
        "update sqlite_master set name = 'x'",
        "begin",
        "begin immediate",
        "savepoint s",
        "reindex",
        "analyze",
        "select load_extension('x')",
        "with t as (select 1) delete from report",
        "explain delete from report",
    };
    for (const std::string& statement : refused) {
        INFO(statement);
        CHECK(error_of(archive, statement).code == ErrorCode::usage);
    }
    CHECK_FALSE(std::filesystem::exists(elsewhere));
    RowTable rows;
    REQUIRE(archive.sql("select count(*) from reports", {}, rows));
    CHECK(rows.rows[0][0] == Value{std::int64_t{1}});
}

TEST_CASE("an archive opened for writing still writes after ad-hoc SQL") {
    TestArchive archive;
    test::RandomReports reports(1);
    CHECK(error_of(*archive, "delete from report").code == ErrorCode::usage);
    CHECK(archive.put(reports.next()).outcome == Outcome::added);
}

TEST_CASE("everything that reads is allowed") {
    TestArchive archive;
    test::RandomReports reports(1);
    archive.put(reports.next());
    const char* statement = GENERATE(
        "select * from figures", "explain query plan select * from summary", "pragma table_info(reports)",
        "select name from pragma_table_info('requests')", "select value from json_each('[1,2]')",
        "with recursive c(n) as (values (1) union all select n + 1 from c where n < 5) select sum(n) from c",
        "select count(*) from section_fts where section_fts match '\"公开\"'", "pragma user_version",
        "select 1 ; -- and a comment\n ;", "/* first */ select 1", "values (1), (2)");
    INFO(statement);
    CHECK_FALSE(archive.sql(statement).columns.empty());
}

TEST_CASE("one statement, and only one") {
    TestArchive archive;
    CHECK(error_of(*archive, "select 1; select 2").message.en.find("one statement") != std::string::npos);
    CHECK(error_of(*archive, "select 1; drop table report").code == ErrorCode::usage);
    CHECK(error_of(*archive, "select 1; nonsense").code == ErrorCode::usage);
    CHECK(error_of(*archive, "").message.en.find("no statement") != std::string::npos);
    CHECK(error_of(*archive, " -- nothing").code == ErrorCode::usage);
}

TEST_CASE("named parameters are bound, and all of them are wanted") {
    TestArchive archive;
    const Parameters parameters{{"a", std::int64_t{1}}, {"b", std::string("乙")}, {"c", 2.5}};
    const auto rows = archive.sql("select :a, $b, @c, :a", parameters).rows;
    CHECK(rows[0] == std::vector<Value>{std::int64_t{1}, std::string("乙"), 2.5, std::int64_t{1}});
    CHECK(error_of(*archive, "select :year").message.en.find("year") != std::string::npos);
    CHECK(error_of(*archive, "select 1", {{"year", std::int64_t{1}}}).message.en.find("year") !=
          std::string::npos);
    CHECK(error_of(*archive, "select ?").code == ErrorCode::usage);
}

TEST_CASE("NULL, 0, text and blobs stay apart") {
    TestArchive archive;
    CHECK(archive.sql("select null, 0, '', 0.0, x'00ff'").rows[0] ==
          std::vector<Value>{std::monostate{}, std::int64_t{0}, std::string(), 0.0, std::string("X'00FF'")});
}

TEST_CASE("bad SQL is answered with SQLite's message and the nearest name") {
    TestArchive archive;
    const auto table = error_of(*archive, "select * from dispute");
    CHECK(table.message.en.find("no such table: dispute") != std::string::npos);
    CHECK(table.hint.en.find("disputes") != std::string::npos);
    const auto column = error_of(*archive, "select r.yaer from reports as r");
    CHECK(column.hint.en.find("year") != std::string::npos);
    CHECK(error_of(*archive, "select * from zzzzzzzzz").hint.en.find("summary") != std::string::npos);
    CHECK(error_of(*archive, "selec 1").message.en.find("syntax error") != std::string::npos);
}

TEST_CASE("a sink that has enough stops the statement") {
    struct Two final : RowSink {
        int count = 0;
        bool ended = false;
        void begin(const std::vector<std::string>&) override {}
        bool row(const std::vector<Value>&) override { return ++count < 2; }
        void end() override { ended = true; }
    } sink;
    TestArchive archive;
    REQUIRE(archive->sql("values (1), (2), (3), (4)", {}, sink));
    CHECK(sink.count == 2);
    CHECK(sink.ended);
}
