// A day with an archive: reports in, the same again, a changed one, questions of every kind.
#include "e2e/three_reports.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::test;

namespace {

using Archive = ThreeReports;

} // namespace

TEST_CASE("a folder is taken in, the same again changes nothing") {
    const Archive archive;
    CHECK(archive.first.status == 0);
    CHECK(archive.first.out.empty());
    CHECK(archive.first.err.starts_with("3 added, 0 revised, 0 unchanged, 0 failed ("));
    const Finished second = archive.run({"ingest", archive.in()});
    CHECK(second.status == 0);
    CHECK(second.err.starts_with("0 added, 0 revised, 3 unchanged, 0 failed ("));
    CHECK(archive.run({"ingest", "-q", archive.in()}).err.empty());
}

TEST_CASE("a changed report of the same body and year is a new revision, and the old one is kept") {
    const Archive archive;
    archive.folder.write("in/b2.txt", small_report("河东区教育局", 2023, 6));
    const Finished again = archive.run({"ingest", archive.in()});
    CHECK(again.err.starts_with("0 added, 1 revised, 3 unchanged, 0 failed ("));
    const Json totals =
        Json::parse(archive
                        .run({"sql",
                              "select total from requests where outcome = 'new_received' and year = 2023 "
                              "and body = '河东区教育局'",
                              "-f", "json"})
                        .out);
    CHECK(totals == Json::parse(R"([{"total":6}])"));
    CHECK(Json::parse(archive.run({"list", "-f", "json"}).out).size() == 3);
}

TEST_CASE("a report from standard input has the name that it is given") {
    const Workplace place;
    const Finished taken =
        place.run({"ingest", "-", "--name", "来信.txt"}, small_report("河东区教育局", 2023));
    CHECK(taken.status == 0);
    CHECK(Json::parse(place.run({"list", "sources", "-f", "json"}).out)[0]["path"] == "来信.txt");
}

TEST_CASE("a dry run reads everything and makes no archive") {
    const Workplace place;
    const auto file = place.folder.write("a.txt", small_report("河东区教育局", 2023));
    const Finished dry = place.run({"ingest", "--dry-run", "-v", file.string()});
    CHECK(dry.status == 0);
    CHECK(dry.err.find("1 readable, 0 failed; nothing was stored") != std::string::npos);
    CHECK_FALSE(place.has_archive());
}

TEST_CASE("the archive that lies in the folder that is read is passed over") {
    const TempFolder folder;
    folder.write("a.txt", small_report("河东区教育局", 2023));
    const std::string archive = (folder.path() / "own.db").string();
    for (int round = 0; round < 2; ++round) {
        CHECK(run_nianbao({"ingest", folder.path().string(), "-d", archive}).status == 0);
    }
}

TEST_CASE("a refused file is named with the reason and a hint, and the others are stored") {
    const Archive archive;
    archive.folder.write("in/bad.txt", "今天天气很好。\n");
    archive.folder.write("in/d.txt", small_report("河北区财政局", 2023));
    const Finished again = archive.run({"ingest", archive.in()});
    CHECK(again.status == 3);
    const auto said = lines_of(again.err);
    REQUIRE(said.size() == 2);
    CHECK(said[0].starts_with(archive.in() + "/bad.txt: "));
    CHECK(said[1].starts_with("1 added, 0 revised, 3 unchanged, 1 failed ("));
    const Json failures = Json::parse(archive.run({"list", "failures", "-f", "json"}).out);
    REQUIRE(failures.size() == 1);
    CHECK(failures[0]["path"] == archive.in() + "/bad.txt");
}

TEST_CASE("lists are rows in every format, complete when they are piped") {
    const Archive archive;
    const auto tsv = lines_of(archive.run({"list"}).out);
    REQUIRE(tsv.size() == 4);
    CHECK(tsv[0].starts_with("report_id\tbody\tyear\t"));
    CHECK(lines_of(archive.run({"list", "--no-headers"}).out).size() == 3);
    CHECK(Json::parse(archive.run({"list", "bodies", "-f", "json"}).out).size() == 2);
    CHECK(objects_of(archive.run({"list", "-f", "ndjson", "--limit", "2"}).out).size() == 2);
    CHECK(Json::parse(archive.run({"list", "--year", "2022", "-f", "json"}).out).size() == 1);
    CHECK(Json::parse(archive.run({"list", "--body", "教育", "-f", "json"}).out).size() == 2);
    const Finished none = archive.run({"list", "failures", "-f", "json"});
    CHECK(none.out == "[]\n");
    CHECK(none.status == 0);
}

TEST_CASE("an output file has the format of its suffix, and the archive is never overwritten") {
    const Archive archive;
    const auto file = archive.folder.path() / "answer.json";
    const Finished written = archive.run({"list", "-o", file.string()});
    CHECK(written.status == 0);
    CHECK(written.out.empty());
    CHECK(Json::parse(bytes_of(file)).size() == 3);
    CHECK(archive.run({"list", "-f", "csv", "-o", archive.archive}).status == 2);
    CHECK(archive.run({"list"}).status == 0);
    const Finished nowhere = archive.run({"list", "-o", "/nowhere/x.csv"});
    CHECK(nowhere.status == 2);
    CHECK(nowhere.err.find("/nowhere/x.csv: cannot be written") != std::string::npos);
}

TEST_CASE("status says what the archive holds") {
    const Archive archive;
    const Json rows = Json::parse(archive.run({"status", "-f", "json"}).out);
    const auto value = [&](const std::string& key) {
        for (const Json& row : rows) {
            if (row["key"] == key) return row["value"];
        }
        return Json("no such key");
    };
    CHECK(value("reports") == 3);
    CHECK(value("bodies") == 2);
    CHECK(value("failures") == 0);
}

TEST_CASE("show finds a report by its id, by a part of the name, and asks where several match") {
    const Archive archive;
    const Json by_name = Json::parse(archive.run({"show", "民政局", "-f", "json"}).out);
    CHECK(by_name["schema"] == "nianbao.report/1");
    CHECK(by_name["body"]["name"] == "河西区民政局");
    CHECK(by_name["revision"] == 1);
    const std::string id = by_name["id"].dump();
    CHECK(Json::parse(archive.run({"show", id, "-f", "json"}).out) == by_name);
    CHECK(archive.run({"show", id}).out.find("河西区民政局") != std::string::npos);

    const Finished several = archive.run({"show", "河东区教育局"});
    CHECK(several.status == 2);
    CHECK(several.out.empty());
    CHECK(several.err.find("2022") != std::string::npos);
    CHECK(several.err.find("--year") != std::string::npos);
    CHECK(archive.run({"show", "河东区教育局", "--year", "2022"}).status == 0);
}

TEST_CASE("show prints what parse prints, and an id, a revision and current") {
    const Archive archive;
    const std::string file = archive.in() + "/a.txt";
    const auto options = GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--evidence"});
    auto parse = std::vector<std::string>{"parse", file};
    auto show = std::vector<std::string>{"show", "河东区教育局", "--year", "2022", "-f", "ndjson"};
    parse.insert(parse.end(), options.begin(), options.end());
    show.insert(show.end(), options.begin(), options.end());
    Json stored = Json::parse(archive.run(show).out);
    for (const char* key : {"id", "revision", "current"}) CHECK(stored.erase(key) == 1);
    CHECK(stored == Json::parse(archive.run(parse).out));
}

TEST_CASE("show prints one section alone, and says which there are where it has not that one") {
    const Archive archive;
    const Finished one = archive.run({"show", "民政局", "--section", "improvements"});
    CHECK(one.status == 0);
    CHECK(one.out.find("公开意识有待加强") != std::string::npos);
    CHECK(one.out.find("总体情况") == std::string::npos);
    std::string without = small_report("河北区财政局", 2023);
    without.erase(without.find("六、其他"));
    archive.folder.write("in/d.txt", without);
    archive.run({"ingest", archive.in()});
    const Finished none = archive.run({"show", "财政局", "--section", "other_matters"});
    CHECK(none.status == 2);
    CHECK(none.err.find("improvements") != std::string::npos);
}

TEST_CASE("search marks its hits, counts them, and says so where there is none") {
    const Archive archive;
    const Json hits = Json::parse(archive.run({"search", "业务培训", "-f", "json"}).out);
    REQUIRE(hits.size() == 3);
    CHECK(hits[0]["snippet"].get<std::string>().find("[业务培训]") != std::string::npos);
    CHECK(hits[0]["section"] == "overview");
    CHECK(Json::parse(archive.run({"search", "培训", "--count", "-f", "json"}).out) ==
          Json::parse(R"([{"sections":6,"reports":3}])"));
    CHECK(
        Json::parse(
            archive.run({"search", "培训", "--section", "improvements", "--year", "2022", "-f", "json"}).out)
            .size() == 1);
    const Finished none = archive.run({"search", "火星", "-f", "json"});
    CHECK(none.status == 1);
    CHECK(none.out == "[]\n");
    CHECK(lines_of(none.err).size() == 1);
}

TEST_CASE("no text that is searched for is an error of syntax") {
    const Archive archive;
    const std::string text = GENERATE(as<std::string>(), "C#", "a AND", "3-2", "NEAR(", "培训 \"", "park.",
                                      "NOT", "body:x", "培*训", "-培训");
    const Finished outcome = archive.run({"search", "--", text});
    INFO(text << " " << outcome.err);
    CHECK((outcome.status == 0 || outcome.status == 1));
}

TEST_CASE("text without a single letter, digit or character cannot be searched for, and that is said") {
    const Archive archive;
    const std::string text = GENERATE(as<std::string>(), "\"", "(", "*", "；，", " ");
    const Finished outcome = archive.run({"search", "--", text});
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("no word to search for") != std::string::npos);
    CHECK(lines_of(outcome.err).size() == 1);
}

TEST_CASE("sql takes its statement from the command line, a file or standard input, with parameters") {
    const Archive archive;
    const std::string statement = "select count(*) as n from reports where year = :year";
    const std::string file = archive.folder.write("question.sql", statement).string();
    const std::vector<std::vector<std::string>> ways{{statement}, {"--file", file}, {"-f", file}, {"-"}};
    auto all = ways[GENERATE(range(std::size_t{0}, std::size_t{4}))];
    all.insert(all.begin(), "sql");
    all.insert(all.end(), {"-p", "year=2023", "--format", "json"});
    CHECK(archive.run(all, statement).out == "[\n{\"n\":2}\n]\n");
}

TEST_CASE("a value of a parameter is a number where it looks like one, NULL where it is empty, else text") {
    const Archive archive;
    const auto [typed, type] = GENERATE(table<std::string, std::string>({
        {"7", "integer"},
        {"-7", "integer"},
        {"007", "text"},
        {"1.5", "real"},
        {"1.5.2", "text"},
        {"", "null"},
        {"七", "text"},
    }));
    CHECK(archive.run({"sql", "select typeof(:x) as t", "-p", "x=" + typed, "--no-headers"}).out ==
          type + "\n");
}

TEST_CASE("the named queries are listed, explained, printed and run") {
    const Archive archive;
    const Json queries = Json::parse(run_nianbao({"query", "-f", "json"}).out);
    REQUIRE(queries.size() >= 1);
    for (const Json& query : queries) {
        const std::string name = query["name"];
        INFO(name);
        CHECK(run_nianbao({"query", name, "--help"}).out.find(query["en"].get<std::string>()) !=
              std::string::npos);
        CHECK(run_nianbao({"query", name, "--sql"}).out.find("select") != std::string::npos);
        const Finished answer = archive.run({"query", name, "-f", "json"});
        CHECK(answer.status == 0);
        CHECK(Json::parse(answer.out).is_array());
    }
}

TEST_CASE("a query without an answer says why on the other stream") {
    const Archive archive;
    const Finished answer = archive.run({"query", "litigation", "-f", "json"});
    CHECK(answer.status == 0);
    CHECK(answer.out == "[]\n");
    CHECK(lines_of(answer.err).size() == 1);
    const Finished rows = archive.run({"query", "litigation", "-q"});
    CHECK(lines_of(rows.out).size() == 1);
    CHECK(rows.err.empty());
}
