// The whole program inside the test: words in, both streams and the status out. No terminal, no archive.
#include "cli/command.hpp"
#include "cli/exit_status.hpp"
#include "cli/invocation.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace nianbao;
using namespace nianbao::cli;
using Words = std::vector<std::string>;

namespace {

struct Outcome {
    std::string out;
    std::string err;
    int status = -1;
};

Outcome run_with(const Words& words, const std::map<std::string, std::string>& environment = {},
                 const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Invocation invocation{words, in, out, err};
    invocation.environment = environment;
    const int status = run(invocation);
    return {out.str(), err.str(), status};
}

} // namespace

TEST_CASE("help is printed and is no failure, in the language of the reader") {
    const auto words = GENERATE(Words{"--help"}, Words{"-h"}, Words{"help"});
    const Outcome english = run_with(words);
    CHECK(english.status == 0);
    CHECK(english.err.empty());
    CHECK(english.out.find("Usage:") != std::string::npos);
    CHECK(run_with(words, {{"LANG", "zh_CN.UTF-8"}}).out.find("用法：") != std::string::npos);
}

TEST_CASE("every command has a help with its usage, two examples and the exit statuses") {
    for (const Command& command : commands()) {
        const std::string name(command.name);
        INFO(name);
        const Outcome help = run_with({name, "--help"});
        CHECK(help.status == 0);
        CHECK(help.out.find("nianbao " + name + " [options]") != std::string::npos);
        CHECK(help.out.find("Exit status:") != std::string::npos);
        CHECK(help.out.find("NIANBAO_DB") != std::string::npos);
        CHECK(command.examples.size() >= 2);
        CHECK(run_with({"help", name}).out == help.out);
        CHECK(run_with({"--lang", "zh", name, "-h"}).out.find("退出码") != std::string::npos);
    }
}

TEST_CASE("no words at all is a question without an answer: short help on stderr, status 2") {
    const Outcome outcome = run_with({});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("nianbao help") != std::string::npos);
}

TEST_CASE("the version is one line") {
    const Outcome outcome = run_with({"--version"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with("nianbao "));
}

TEST_CASE("the language comes from --lang, else LC_ALL, LC_MESSAGES, LANG in that order") {
    using Variables = std::map<std::string, std::string>;
    const auto [words, variables, chinese] = GENERATE(table<Words, Variables, bool>({
        {{"bogus"}, {}, false},
        {{"bogus"}, {{"LANG", "zh_CN.UTF-8"}}, true},
        {{"bogus"}, {{"LANG", "zh_CN.UTF-8"}, {"LC_MESSAGES", "C"}}, false},
        {{"bogus"}, {{"LC_MESSAGES", "zh_TW"}, {"LC_ALL", ""}}, true},
        {{"bogus"}, {{"LC_ALL", "de_DE"}, {"LANG", "zh_CN.UTF-8"}}, false},
        {{"bogus", "--lang", "en"}, {{"LC_ALL", "zh_CN"}}, false},
        {{"--lang=zh", "bogus"}, {}, true},
    }));
    const Outcome outcome = run_with(words, variables);
    CHECK(outcome.status == 2);
    CHECK((outcome.err.find("这个命令") != std::string::npos) == chinese);
}

TEST_CASE("an error is a line and a hint") {
    CHECK(run_with({"querry"}).err == "nianbao: unknown command 'querry'. Did you mean 'query'?\n"
                                      "  all commands: nianbao help\n");
    CHECK(run_with({"querry", "--lang", "zh"}).err == "nianbao：没有 'querry' 这个命令。是不是 'query'？\n"
                                                      "  全部命令见：nianbao help\n");
}

TEST_CASE("a format that does not exist is named before any archive is looked for") {
    const auto [words, message] = GENERATE(table<Words, std::string>({
        {{"list", "-f", "jsn"}, "unknown format 'jsn'. Did you mean 'json'?"},
        {{"status", "--format", "xlsx"}, "xlsx is not in this version"},
        {{"search", "x", "-o", "answer.xlsx"}, "xlsx is not in this version"},
        {{"query", "-o", "answer.doc"}, "cannot tell the format from 'answer.doc'"},
        {{"show", "1", "-f", "csv"}, "unknown format 'csv'"},
        {{"sql", "select 1", "-f", "tabel"}, "unknown format 'tabel'. Did you mean 'table'?"},
    }));
    const Outcome outcome = run_with(words);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(message) != std::string::npos);
}

TEST_CASE("a command that lacks its words says which") {
    const auto words =
        GENERATE(Words{"ingest"}, Words{"parse"}, Words{"show"}, Words{"search"}, Words{"sql"});
    const Outcome outcome = run_with(words);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("nianbao: " + words.front() + ": "));
}

TEST_CASE("parse answers for every input in its place, and the status says that one failed") {
    const test::TempFolder folder;
    folder.write("empty/.hidden", "x");
    const std::string missing = (folder.path() / "missing.txt").string();
    const std::string empty = (folder.path() / "empty").string();
    const Outcome outcome = run_with({"parse", missing, empty});
    CHECK(outcome.status == 3);
    std::istringstream lines(outcome.out);
    std::string line;
    REQUIRE(std::getline(lines, line));
    CHECK(nlohmann::json::parse(line)["path"] == missing);
    CHECK(nlohmann::json::parse(line)["error"]["code"] == "not_readable");
    REQUIRE(std::getline(lines, line));
    CHECK(nlohmann::json::parse(line)["path"] == empty);
    CHECK_FALSE(std::getline(lines, line));
    CHECK(outcome.err == "2 of 2 inputs could not be read\n");
    CHECK(run_with({"-q", "parse", missing}).err.empty());
}

TEST_CASE("parse as one json array is valid even where everything failed") {
    const Outcome outcome = run_with({"parse", "/nowhere/x", "-f", "json"});
    CHECK(outcome.status == 3);
    CHECK(nlohmann::json::parse(outcome.out).size() == 1);
}

TEST_CASE("every kind of trouble has its exit status") {
    const auto [code, status] = GENERATE(table<ErrorCode, ExitStatus>({
        {ErrorCode::usage, ExitStatus::usage},
        {ErrorCode::output, ExitStatus::usage},
        {ErrorCode::not_a_report, ExitStatus::inputs_failed},
        {ErrorCode::not_readable, ExitStatus::inputs_failed},
        {ErrorCode::archive_missing, ExitStatus::archive_unusable},
        {ErrorCode::archive_locked, ExitStatus::archive_unusable},
        {ErrorCode::archive_newer, ExitStatus::archive_unusable},
        {ErrorCode::archive_corrupt, ExitStatus::archive_unusable},
        {ErrorCode::interrupted, ExitStatus::interrupted},
    }));
    CHECK(status_of(code) == status);
}
