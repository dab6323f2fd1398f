// Search as a person types it, and the same archive searched with other programs.
#include "e2e/three_reports.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::test;

namespace {

using Archive = ThreeReports;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true; // nothing else can load a sanitized extension
#else
constexpr bool sanitized = false;
#endif

std::string extension() {
    return (std::filesystem::path(NIANBAO_PROGRAM).parent_path() / "nianbao_fts5").string();
}

bool can_run(const std::string& program) {
    if (sanitized || run_process({"/bin/sh", "-c", "command -v " + program}).status != 0) {
        WARN("skipped: no " + program + ", or a sanitized extension");
        return false;
    }
    return true;
}

} // namespace

TEST_CASE("words, OR, exclusions and fields narrow a search, from the command line and in the text") {
    const Archive archive;
    const auto count = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "search");
        words.emplace_back("--count");
        return archive.json(words)[0]["sections"].get<int>();
    };
    const int all = count({"培训"});
    REQUIRE(all >= 3);
    CHECK(count({"培训 year:2022"}) == count({"培训", "--year", "2022"}));
    CHECK(count({"培训", "body:教育局"}) == count({"培训", "--body", "教育局"}));
    CHECK(count({"培训 section:改进"}) == count({"培训", "--section", "improvements"}));
    CHECK(count({"培训 year:2022"}) + count({"培训 -year:2022"}) == all);
    CHECK(count({"培训 -body:民政"}) + count({"培训 body:民政"}) == all);
    CHECK(count({"培训 OR 火星"}) == all);
    CHECK(count({"培训", "-火星"}) == all);
    CHECK(archive.run({"search", "培训", "-培训"}).status == 1);
    CHECK(count({"-section:总体", "培训"}) == count({"培训 -section:总体"}));
    CHECK(count({"火星", "OR", "-火星", "培训"}) == 0); // in the order typed: both 火星 and OR are wanted
    CHECK(count({"-2020", "培训"}) == count({"培训 -2020"}));
    CHECK(count({"year:2022"}) == count({"-火星 year:2022"}));
}

TEST_CASE("an explanation needs no archive and says how a text is understood") {
    const Workplace place;
    const Finished explained =
        place.run({"search", "培训 OR 考核 -预算 section:改进", "--explain", "-f", "json"});
    CHECK(explained.status == 0);
    CHECK_FALSE(place.has_archive());
    CHECK(Json::parse(explained.out)[0] == Json::parse(R"({"part":"wanted","value":"培训 | 考核"})"));
    CHECK(explained.out.find("MATCH") == std::string::npos);
    CHECK(place.run({"search", "培训 section:无此", "--explain"}).err.find("no section '无此'") !=
          std::string::npos);
}

TEST_CASE(
    "groups, orders and folding are asked for by name, and a wrong name is answered with the right ones") {
    const Archive archive;
    const Json years = archive.json({"search", "培训", "--group-by", "year"});
    REQUIRE(years.size() == 2);
    CHECK(years[0]["year"] == 2023);
    CHECK(years[0]["of_reports"] == 2);
    CHECK(archive.json({"search", "培训", "--sort", "year"})[0]["year"] == 2023);
    CHECK(archive.json({"search", "培训", "--fold"})[0].contains("repeats"));
    const Finished wrong = archive.run({"search", "培训", "--sort", "date"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("rank, year, body") != std::string::npos);
}

TEST_CASE("the sqlite3 shell searches an archive in the program's language") {
    if (!can_run("sqlite3")) return;
    const Archive archive;
    const std::string sql =
        "select count(*) from section_fts where section_fts match nianbao_match('培训 OR 火星 -木星');"
        "select nianbao_mark('业务培训，培训计划', '培训 计划', '<', '>');"
        "select count(*) from section_fts where section_fts match 'improvements : 培训';"
        "select nianbao_mark(null, 'x') is null, nianbao_mark('C#', '(');";
    const Finished shell =
        run_process({"/bin/sh", "-c", "sqlite3 -cmd '.load " + extension() + "' " + archive.archive}, sql);
    INFO(shell.err);
    const auto lines = lines_of(shell.out);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == std::to_string(archive.json({"search", "培训", "--count"})[0]["sections"].get<int>()));
    CHECK(lines[1] == "业务<培训>，<培训><计划>");
    CHECK(lines[2] ==
          std::to_string(archive.json({"search", "培训 section:改进", "--count"})[0]["sections"].get<int>()));
    CHECK(lines[3] == "1|C#");
}

TEST_CASE("Python searches an archive in the program's language") {
    if (!can_run("/usr/bin/python3")) return;
    const Archive archive;
    const std::string script = "import sqlite3, sys\n"
                               "db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)\n"
                               "db.enable_load_extension(True)\n"
                               "db.load_extension(sys.argv[2])\n"
                               "print(db.execute('select count(*) from section_fts where section_fts match "
                               "nianbao_match(?)', ['培训']).fetchone()[0])\n";
    const Finished python = run_process({"/usr/bin/python3", "-c", script, archive.archive, extension()});
    INFO(python.err);
    CHECK(python.out ==
          std::to_string(archive.json({"search", "培训", "--count"})[0]["sections"].get<int>()) + "\n");
}

TEST_CASE("terms are asked for by year or body, and what is said again by --repeated") {
    const Archive archive;
    CHECK(archive.run({"terms"}).status == 2);
    const Json terms = archive.json({"terms", "--body", "民政局"});
    for (const Json& term : terms) CHECK(term["score"].get<double>() >= 3.84);
    CHECK(archive.run({"terms", "--year", "2023"}).status == 0);
    const Json repeated = archive.json({"terms", "--repeated"});
    REQUIRE_FALSE(repeated.empty());
    CHECK(repeated[0]["bodies"] == 1);
    CHECK(repeated[0]["first_year"] == 2022);
}

TEST_CASE("verify makes an index anew that another tokenizer made") {
    if (!can_run("sqlite3")) return;
    const Archive archive;
    run_process({"/bin/sh", "-c", "sqlite3 " + archive.archive},
                "update meta set value = '0' where key = 'tokenizer_version';");
    const Finished refused = archive.run({"search", "培训"});
    CHECK(refused.status == 4);
    CHECK(refused.err.find("verify --rebuild") != std::string::npos);
    CHECK(archive.run({"verify", "--rebuild"}).status == 0);
    CHECK(archive.run({"search", "培训"}).status == 0);
}
