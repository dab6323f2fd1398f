// The floors: cli → archive → report → document → text → core; fts needs only text. No #include runs back up,
// each third-party header is included by one floor, and no file outgrows its room.
#include "support/files.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::set<std::string>> may_include = {
    {"core", {"core"}},
    {"text", {"core", "text"}},
    {"document", {"core", "text", "document"}},
    {"report", {"core", "text", "document", "report"}},
    {"fts", {"core", "text", "fts"}},
    {"archive", {"core", "text", "document", "report", "fts", "archive"}},
    {"cli", {"core", "text", "document", "report", "archive", "cli"}},
    {"formats", {"core", "text", "document", "formats"}},
    {"pdf", {"core", "text", "document", "pdf"}},
};

const std::map<std::string, std::set<std::string>> third_party = {
    {"sqlite3.h", {"fts", "archive"}},
    {"sqlite3ext.h", {"fts"}},
    {"SQLiteCpp/", {"archive"}},
    {"cxxopts.hpp", {"cli"}},
    {"nlohmann/", {"cli"}},
    {"utf8proc.h", {"text", "fts"}},
    {"sha2.h", {"core"}},
    {"iconv.h", {"text"}},
    {"gumbo.h", {"formats"}},
    {"archive.h", {"formats"}},
    {"pugixml.hpp", {"formats"}},
    {"poppler-", {"pdf"}},
    {"qpdf/", {"pdf"}},
};

std::vector<fs::path> sources() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(nianbao::test::source_dir() / "src")) {
        const std::string suffix = entry.path().extension().string();
        if (suffix == ".cpp" || suffix == ".hpp") files.push_back(entry.path());
    }
    return files;
}

/// The folder of src/; rooms within it are of its floor.
std::string floor_of(const fs::path& file) {
    return fs::relative(file, fs::path(NIANBAO_SOURCE_DIR) / "src").begin()->string();
}

} // namespace

TEST_CASE("no include runs back up the floors") {
    const std::regex include("#include \"([a-z]+)/[^\"]+\"");
    REQUIRE(sources().size() > 20);
    for (const fs::path& file : sources()) {
        const std::string text = nianbao::test::read_bytes(file);
        for (auto at = std::sregex_iterator(text.begin(), text.end(), include); at != std::sregex_iterator();
             ++at) {
            INFO(file.string() << " includes " << at->str());
            CHECK(may_include.at(floor_of(file)).count((*at)[1].str()) == 1);
        }
    }
}

TEST_CASE("each third-party header belongs to its floors") {
    REQUIRE(sources().size() > 20);
    for (const fs::path& file : sources()) {
        const std::string text = nianbao::test::read_bytes(file);
        for (const auto& [header, floors] : third_party) {
            if (text.find("#include <" + header) == std::string::npos) continue;
            INFO(file.string() << " includes " << header);
            CHECK(floors.count(floor_of(file)) == 1);
        }
    }
}

TEST_CASE("no source file passes 500 lines") {
    REQUIRE(sources().size() > 20);
    for (const fs::path& file : sources()) {
        const std::string text = nianbao::test::read_bytes(file);
        INFO(file.string());
        CHECK(std::count(text.begin(), text.end(), '\n') <= 500);
    }
}
