// The README's examples are run as they are printed, in a folder that has fixtures/, and must print what the
// README says.
#include "e2e/program.hpp"
#include "support/files.hpp"

#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

using namespace nianbao;

namespace {

struct Example {
    std::string command;
    std::string output; ///< standard output, then standard error
};

/// The ```console blocks: a line `$ command`, then what it prints.
std::vector<Example> examples(const std::string& markdown) {
    std::vector<Example> found;
    bool inside = false;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        if (line == "```console") {
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside && line.starts_with("$ ")) {
            found.push_back({line.substr(2), ""});
        } else if (inside && !found.empty()) {
            found.back().output += line + "\n";
        }
    }
    return found;
}

/// Blanks at line ends and the seconds that a run took are not compared.
std::string comparable(const std::string& output) {
    const std::string timed = std::regex_replace(output, std::regex("\\([0-9]+\\.[0-9] s\\)"), "(0.0 s)");
    return std::regex_replace(timed, std::regex(" +\n"), "\n");
}

/// What a person sees on a terminal is a table.
std::string as_on_a_terminal(const std::string& command) {
    for (const char* verb :
         {"nianbao query", "nianbao search", "nianbao sql", "nianbao list", "nianbao status"}) {
        if (command.starts_with(verb)) return command + " --format table";
    }
    return command;
}

} // namespace

TEST_CASE("every example of the README prints what the README shows") {
    const test::TempFolder folder;
    std::filesystem::create_directory_symlink(test::source_dir() / "fixtures", folder.path() / "fixtures");
    const auto all = examples(test::read_bytes(test::source_dir() / "README.md"));
    REQUIRE(all.size() >= 7);
    for (const Example& example : all) {
        INFO(example.command);
        // A shell, because the examples are what a person types into one.
        const std::string script = "cd '" + folder.path().string() + "' && nianbao() { '" + NIANBAO_PROGRAM +
                                   "' \"$@\"; } && LC_ALL=C.UTF-8 && export LC_ALL && unset NIANBAO_DB && " +
                                   as_on_a_terminal(example.command);
        const auto finished = test::run_process({"/bin/bash", "-c", script});
        CHECK(comparable(finished.out + finished.err) == comparable(example.output));
    }
}
