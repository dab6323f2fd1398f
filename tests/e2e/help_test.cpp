// What the help promises: its examples are run, as they stand, by a shell.
#include "e2e/program.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::test;

namespace {

/// The lines of a help's examples, without those of meaning.
std::vector<std::string> examples_of(const std::string& help) {
    std::vector<std::string> examples;
    bool inside = false;
    for (const std::string& line : lines_of(help)) {
        if (!line.starts_with(' ')) inside = line == "Examples:";
        if (inside && line.starts_with("  nianbao ")) examples.push_back(line.substr(2));
    }
    return examples;
}

} // namespace

TEST_CASE("every example of the help works") {
    const std::filesystem::path fixtures = std::filesystem::path(NIANBAO_SOURCE_DIR) / "fixtures";
    const auto files = files_of(fixtures, ".txt");
    if (files.empty()) {
        WARN("no fixtures: skipped");
        return;
    }
    const TempFolder folder;
    std::filesystem::create_directory_symlink(fixtures, folder.path() / "fixtures");
    folder.write("report.txt", bytes_of(files.front()));
    folder.write("reports/one.txt", bytes_of(files.back()));
    folder.write("question.sql", "select * from summary");
    const Environment environment{
        {"NIANBAO_DB", (folder.path() / "nianbao.db").string()},
        {"PATH", std::filesystem::path(NIANBAO_PROGRAM).parent_path().string() + ":/bin"}};
    const auto shell = [&](const std::string& line) {
        return run_process({"/bin/sh", "-c", "cd '" + folder.path().string() + "' && " + line}, "",
                           environment);
    };
    REQUIRE(shell("nianbao ingest fixtures/*.txt").status == 0);
    std::size_t run = 0;
    for (const char* topic :
         {"", " ingest", " parse", " list", " show", " query", " search", " sql", " status", " help"}) {
        for (const std::string& example : examples_of(shell("nianbao help" + std::string(topic)).out)) {
            const Finished outcome = shell(example);
            INFO(example << "\n" << outcome.err);
            CHECK(outcome.status == 0);
            ++run;
        }
    }
    CHECK(run >= 20);
}
