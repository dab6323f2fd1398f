// Opening: what is no archive, what is from the future, what somebody else holds.
#include "archive/archive.hpp"
#include "archive/connection.hpp"
#include "archive/embedded_sql.hpp"
#include "support/archives.hpp"
#include "support/random_report.hpp"

#include <sqlite3.h>

using namespace nianbao;
using namespace nianbao::archive;
using namespace std::chrono_literals;
using test::TempFolder;

namespace {

ErrorCode open_error(const std::string& path, Access access) {
    auto opened = Archive::open(path, access, 50ms);
    REQUIRE_FALSE(opened);
    CHECK_FALSE(opened.error().message.zh.empty());
    CHECK_FALSE(opened.error().message.en.empty());
    CHECK_FALSE(opened.error().hint.empty());
    CHECK(opened.error().where == path);
    return opened.error().code;
}

/// A connection of another program.
class Other {
public:
    explicit Other(const std::string& path) { REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK); }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;
    ~Other() { sqlite3_close(handle_); }
    void run(const char* sql) { REQUIRE(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

private:
    sqlite3* handle_ = nullptr;
};

} // namespace

TEST_CASE("only Access::create makes an archive") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_missing);
    CHECK(open_error(path, Access::read_write) == ErrorCode::archive_missing);
    CHECK_FALSE(std::filesystem::exists(path));
    REQUIRE(Archive::open(path, Access::create));
    CHECK(Archive::open(path, Access::read_only));
    CHECK(Archive::open(path, Access::read_write));
    CHECK(Archive::open(path, Access::create));
    CHECK_FALSE(std::filesystem::exists(path + "-journal"));
}

TEST_CASE("a missing archive names the command that makes one") {
    TempFolder folder;
    auto opened = Archive::open((folder.path() / "a.db").string(), Access::read_only);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().hint.en.find("nianbao ingest") != std::string::npos);
}

TEST_CASE("a folder is no archive") {
    TempFolder folder;
    CHECK(open_error(folder.path().string(), Access::create) == ErrorCode::archive_missing);
    CHECK(open_error((folder.path() / "none" / "a.db").string(), Access::create) ==
          ErrorCode::archive_missing);
}

TEST_CASE("a file that is no SQLite is refused and left alone") {
    TempFolder folder;
    const std::string text = std::string("年度报告") + std::string(5000, 'x');
    const std::string path = folder.write("a.db", text).string();
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_corrupt);
    CHECK(open_error(path, Access::create) == ErrorCode::archive_corrupt);
    CHECK(std::filesystem::file_size(path) == text.size());
}

TEST_CASE("an empty file becomes an archive only where one is made") {
    TempFolder folder;
    const std::string path = folder.write("a.db", "").string();
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_corrupt);
    CHECK(Archive::open(path, Access::create));
}

TEST_CASE("another program's database is refused and left alone") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    Other(path).run("create table photo (id integer)");
    CHECK(open_error(path, Access::create) == ErrorCode::archive_corrupt);
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_corrupt);
}

TEST_CASE("an archive of a later version is refused") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    REQUIRE(Archive::open(path, Access::create));
    Other(path).run("pragma user_version = 999");
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_newer);
    CHECK(open_error(path, Access::create) == ErrorCode::archive_newer);
    auto opened = Archive::open(path, Access::read_only);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().message.en.find("made by a later version") != std::string::npos);
}

TEST_CASE("an archive that another process writes to is locked for a second writer, not for readers") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    auto archive = test::take(Archive::open(path, Access::create, 50ms));
    Other other(path);
    other.run("begin immediate");
    auto batch = archive.begin_batch();
    REQUIRE_FALSE(batch);
    CHECK(batch.error().code == ErrorCode::archive_locked);
    CHECK(batch.error().message.en.find("0.050 s") != std::string::npos);
    CHECK(Archive::open(path, Access::read_only, 50ms));
    other.run("rollback");
    other.run("begin exclusive");
    CHECK(open_error(path, Access::read_only) == ErrorCode::archive_locked);
    other.run("rollback");
    CHECK(archive.begin_batch());
}

TEST_CASE("an archive cut short says that it is not whole") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    {
        auto archive = test::take(Archive::open(path, Access::create));
        test::RandomReports reports(3);
        for (int i = 1; i <= 20; ++i) test::take(archive.put(test::source_of(i), reports.next()));
    }
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 3);
    auto opened = Archive::open(path, Access::read_only);
    if (!opened) {
        CHECK(opened.error().code == ErrorCode::archive_corrupt);
        return;
    }
    RowTable rows;
    auto listed = opened->list(Archive::ListKind::reports, {}, rows);
    auto whole = opened->verify(rows);
    CHECK((!listed || !whole || !*whole));
}

TEST_CASE("an archive whose vocabulary lacks a label gets it when it is opened for writing") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    REQUIRE(Archive::open(path, Access::create));
    Other(path).run("update outcome set zh = 'old' where code = 'granted'");
    auto archive = test::take(Archive::open(path, Access::read_write));
    RowTable rows;
    REQUIRE(archive.sql("select id, zh from outcome where code = 'granted'", {}, rows));
    CHECK(rows.rows[0][0] == Value{std::int64_t{3}});
    CHECK(rows.rows[0][1] == Value{std::string("（一）予以公开")});
}

TEST_CASE("an index of another tokenizer is refused by search and rebuilt when opened for writing") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    {
        auto archive = test::take(Archive::open(path, Access::create));
        report::Report report;
        report.scope = "own";
        report.sections.push_back({report::SectionKind::overview, "一、总体情况", "推进政务新媒体建设。", 1});
        test::take(archive.put(test::source_of(1), report));
    }
    Other(path).run("update meta set value = '0' where key = 'tokenizer_version'");
    SearchRequest request;
    request.text = "新媒体";
    {
        auto archive = test::take(Archive::open(path, Access::read_only));
        auto result = archive.search(request);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::archive_corrupt);
    }
    auto archive = test::take(Archive::open(path, Access::read_write));
    CHECK(test::take(archive.search(request)).count.sections == 1);
}

TEST_CASE("an archive of the first schema is searched like a new one once it is opened for writing") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    {
        Connection old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, std::chrono::seconds(1));
        old.database().exec(std::string(embedded_schema()[0].text));
        old.execute(
            "pragma application_id = 1312964943; pragma user_version = 1;"
            "insert into section_kind values ('preface', 1, 'a'), ('overview', 2, 'b'), ('disclosure', 3, "
            "'c'),"
            " ('requests', 4, 'd'), ('disputes', 5, 'e'), ('improvements', 6, 'f'), ('other_matters', 7, "
            "'g');"
            "insert into meta values ('tokenizer_version', '1');"
            "insert into body values (1, '甲县教育局', '甲县教育局');"
            "insert into source (id, sha256, path, size, media_type, encoding, ingested_at)"
            " values (1, 'a', 'a.txt', 1, 't', 'e', 'd'), (2, 'b', 'b.txt', 1, 't', 'e', 'd'),"
            " (3, 'c', 'c.txt', 1, 't', 'e', 'd');"
            "insert into report (id, source_id, body_id, year, scope, title, revision, body_from, year_from,"
            " parser_version) values (1, 1, 1, 2022, 'own', 't', 1, 'title', 'title', 1),"
            " (2, 2, 1, null, 'own', 't', 1, 'title', 'none', 1),"
            " (3, 3, 1, 2022, 'own', 't', 1, 'title', 'title', 1);"
            "update report set superseded_by = 1 where id = 3;"
            "insert into section values (1, 1, 'overview', 'h', '推进政务新媒体', 3),"
            " (2, 1, 'improvements', 'h', '新媒体更新慢', 4), (3, 2, 'overview', 'h', '新媒体', 5),"
            " (4, 3, 'overview', 'h', '旧的新媒体', 5), (5, 1, 'preface', 'h', '序', 1),"
            " (6, 1, 'disclosure', 'h', '主', 5), (7, 1, 'requests', 'h', '收', 6),"
            " (8, 1, 'disputes', 'h', '诉', 7), (9, 1, 'other_matters', 'h', '事', 8),"
            " (10, 1, 'overview', 'h', '又一个', 9);");
    }
    CHECK_FALSE(Archive::open(path, Access::read_only));
    auto archive = test::take(Archive::open(path, Access::read_write));
    SearchRequest request;
    request.text = "新媒体";
    request.order = SearchOrder::year;
    const auto result = test::take(archive.search(request));
    CHECK(result.count.sections == 3);
    CHECK(result.count.reports == 2);
    REQUIRE(result.hits.size() == 3);
    CHECK(result.hits[0].section == report::SectionKind::improvements);
    CHECK(result.hits[1].year == 2022);
    CHECK(result.hits[2].year == std::nullopt);
    for (const auto& [text, kind] :
         {std::pair("序", report::SectionKind::preface), std::pair("主", report::SectionKind::disclosure),
          std::pair("收", report::SectionKind::requests), std::pair("诉", report::SectionKind::disputes),
          std::pair("事", report::SectionKind::other_matters)}) {
        SearchRequest one;
        one.text = text;
        const auto hits = test::take(archive.search(one)).hits;
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].section == kind);
        CHECK(hits[0].year == 2022);
    }
    report::Report next;
    next.year = 2022;
    next.scope = "own";
    next.sections.push_back({report::SectionKind::overview, "h", "新媒体", 1});
    test::take(archive.put(test::source_of(1), next));
    CHECK(test::take(archive.count(request)).reports == 3);
    RowTable checks;
    CHECK(test::take(archive.verify(checks)));
}

TEST_CASE("an index out of step is found by verify and mended by a rebuild") {
    TempFolder folder;
    const std::string path = (folder.path() / "a.db").string();
    auto archive = test::take(Archive::open(path, Access::create));
    report::Report report;
    report.scope = "own";
    report.sections.push_back({report::SectionKind::overview, "h", "推进政务新媒体建设。", 1});
    test::take(archive.put(test::source_of(1), report));
    Other(path).run("delete from section_fts_docsize");
    RowTable checks;
    CHECK_FALSE(test::take(archive.verify(checks)));
    test::check_ok(archive.rebuild_index());
    CHECK(test::take(archive.verify(checks)));
    SearchRequest request;
    request.text = "新媒体";
    CHECK(test::take(archive.count(request)).sections == 1);
}
