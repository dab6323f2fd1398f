// The fixtures of the project, and the real reports that may stand beside it.
#include "e2e/program.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::test;

namespace {

const std::filesystem::path source_folder = NIANBAO_SOURCE_DIR;

/// Every key of `expected` is in `actual` with the same value; lists are compared whole.
void check_within(const Json& expected, const Json& actual, const std::string& where) {
    INFO(where);
    if (!expected.is_object()) {
        CHECK(actual == expected);
        return;
    }
    REQUIRE(actual.is_object());
    for (const auto& [key, value] : expected.items()) {
        REQUIRE(actual.contains(key));
        check_within(value, actual.at(key), where + "." + key);
    }
}

} // namespace

TEST_CASE("every fixture goes in, and comes out as its file of expected values says") {
    const Workplace place;
    const auto files = files_of(source_folder / "fixtures", ".txt");
    if (files.empty()) {
        WARN("no fixtures: skipped");
        return;
    }
    for (const auto& file : files) {
        INFO(file.string());
        const Finished taken = place.run({"ingest", file.string()});
        CHECK(taken.status == 0);
        const auto expected_file = std::filesystem::path(file).replace_extension(".expected.json");
        if (!std::filesystem::exists(expected_file)) continue;
        // What the prose and the findings must be is the matter of tests/report: here figures and facts go
        // the whole way, through the program and through the archive.
        const Json expected = Json::parse(bytes_of(expected_file));
        const auto parsed = objects_of(run_nianbao({"parse", file.string()}).out);
        REQUIRE(parsed.size() == 1);
        for (const char* key : {"body", "year", "generation", "disclosure", "requests", "disputes"}) {
            if (expected.contains(key)) check_within(expected[key], parsed[0].value(key, Json()), key);
        }
    }
    const Json stored = Json::parse(place.run({"list", "sources", "-f", "json"}).out);
    CHECK(stored.size() == files.size());
    for (const Json& source : stored) {
        Json shown = Json::parse(place.run({"show", source.at("report_id").dump(), "-f", "json"}).out);
        for (const char* key : {"id", "revision", "current"}) shown.erase(key);
        CHECK(shown == objects_of(run_nianbao({"parse", source.at("path").get<std::string>()}).out).at(0));
    }
    std::vector<std::string> words{"ingest"};
    for (const auto& file : files) words.push_back(file.string());
    const Finished again = place.run(words);
    CHECK(again.status == 0);
    CHECK(again.err.starts_with("0 added, 0 revised, " + std::to_string(files.size()) +
                                " unchanged, 0 failed"));
}

TEST_CASE("every broken fixture is refused with a reason, and nothing of it is stored") {
    const auto broken = files_of(source_folder / "fixtures" / "broken", "");
    if (broken.empty()) {
        WARN("no broken fixtures: skipped");
        return;
    }
    const Workplace place;
    for (const auto& file : broken) {
        INFO(file.string());
        const Finished taken = place.run({"ingest", file.string()});
        CHECK(taken.status == 3);
        CHECK(taken.out.empty());
        CHECK(lines_of(taken.err).size() == 2);
        const auto parsed = objects_of(run_nianbao({"parse", file.string()}).out);
        REQUIRE(parsed.size() == 1);
        CHECK_FALSE(parsed[0].at("error").at("message").get<std::string>().empty());
    }
    CHECK(place.run({"list", "-f", "json"}).out == "[]\n");
}

TEST_CASE("the five real reports answer the questions that the archive is made for") {
    const auto seeds = source_folder.parent_path() / "shared" / "seeds";
    const auto files = files_of(seeds, ".txt");
    if (files.empty()) {
        WARN("no seeds beside the source: skipped");
        return;
    }
    const Workplace place;
    std::vector<std::string> words{"ingest"};
    for (const auto& file : files) words.push_back(file.string());
    const Finished taken = place.run(words);
    CHECK(taken.status == 0);
    CHECK(taken.err.starts_with("5 added, 0 revised, 0 unchanged, 0 failed"));

    const Finished litigation = place.run({"query", "litigation", "-f", "json"});
    CHECK(litigation.out == "[]\n");
    CHECK_FALSE(litigation.err.empty());

    const Json disputes = Json::parse(place.run({"query", "disputes", "-f", "json"}).out);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].at("body") == "西工区人民政府办公室");
    CHECK(disputes[0].at("route") == "reconsideration");
    CHECK(disputes[0].at("upheld") == 1);
    CHECK(disputes[0].at("corrected") == 1);
    CHECK(disputes[0].at("total") == 2);

    const Json sql = Json::parse(
        place
            .run({"sql",
                  "select body, year, total from disputes where route like 'litigation%' and total > 0", "-f",
                  "json"})
            .out);
    CHECK(sql.empty());
    CHECK(place.run({"search", "依申请公开"}).status == 0);
}
