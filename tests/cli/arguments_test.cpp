#include "cli/arguments.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::cli;
using Words = std::vector<std::string>;

namespace {

std::string command_of(const Words& words) {
    const auto line = read_command_line(words);
    REQUIRE(line);
    return line->command == nullptr ? "" : std::string(line->command->name);
}

Options options_of(const Words& words) {
    const auto line = read_command_line(words);
    if (!line) FAIL(line.error().message.en);
    return line->options;
}

Error error_of(const Words& words) {
    const auto line = read_command_line(words);
    REQUIRE_FALSE(line);
    return line.error();
}

} // namespace

TEST_CASE("the command is found before, between and behind the options") {
    const auto words =
        GENERATE(Words{"list"}, Words{"-d", "x.db", "list"}, Words{"--db", "x.db", "-q", "list"},
                 Words{"--db=x.db", "list", "-q"}, Words{"-f", "json", "list"}, Words{"-qd", "x.db", "list"},
                 Words{"--year", "2023", "list"}, Words{"--", "list"});
    CHECK(command_of(words) == "list");
}

TEST_CASE("global options stand before or behind the command, in any order") {
    const auto words = GENERATE(Words{"-d", "x.db", "-q", "--lang", "zh", "status", "-f", "json"},
                                Words{"status", "-f", "json", "--lang=zh", "-q", "--db=x.db"},
                                Words{"--format=json", "-q", "status", "-dx.db", "--lang", "zh"},
                                Words{"-fjson", "status", "-qd", "x.db", "--lang", "zh"});
    const Options options = options_of(words);
    CHECK(options.database == "x.db");
    CHECK(options.quiet);
    CHECK(options.language == Language::zh);
    CHECK(options.format == "json");
    CHECK(options.arguments.empty());
}

TEST_CASE("values are taken as they stand: commas, dashes, slashes, line ends, nothing") {
    CHECK(options_of({"list", "--body", "甲,乙"}).body == "甲,乙");
    CHECK(options_of({"list", "-o/tmp/x-y.csv"}).output == "/tmp/x-y.csv");
    CHECK(options_of({"list", "--body=a\nb"}).body == "a\nb");
    CHECK(options_of({"list", "--body="}).body.empty());
    CHECK(options_of({"sql", "--param", "a=-1,2", "-pb=c=d", "select 1"}).bindings ==
          std::vector<std::pair<std::string, std::string>>{{"a", "-1,2"}, {"b", "c=d"}});
    CHECK(options_of({"sql", std::string(200'000, 'x')}).arguments.front().size() == 200'000);
}

TEST_CASE("two dashes end the options") {
    CHECK(options_of({"search", "--", "-5", "--year"}).arguments == Words{"-5", "--year"});
    CHECK(options_of({"parse", "-"}).arguments == Words{"-"});
    CHECK(options_of({"sql", "-- a comment\nselect 1", "-q"}).arguments == Words{"-- a comment\nselect 1"});
    CHECK(options_of({"parse", "a", "-q", "b", "--", "-c"}).arguments == Words{"a", "b", "-c"});
}

TEST_CASE("the last of two equal options counts, lists grow") {
    CHECK(options_of({"-d", "a", "list", "-d", "b"}).database == "b");
    CHECK(options_of({"search", "x", "--section", "overview", "--section", "improvements"}).sections.size() ==
          2);
}

TEST_CASE("a wrong word is named, with what was probably meant") {
    const auto [words, message] = GENERATE(table<Words, std::string>({
        {{"querry"}, "unknown command 'querry'. Did you mean 'query'?"},
        {{"xyzzy"}, "unknown command 'xyzzy'"},
        {{"list", "--yaer", "2023"}, "unknown option '--yaer'. Did you mean '--year'?"},
        {{"list", "--evidence"}, "unknown option '--evidence'"},
        {{"list", "-z"}, "unknown option '-z'"},
        {{"--bogus"}, "unknown option '--bogus'"},
        {{"list", "--year"}, "option '--year' needs a value"},
        {{"list", "-o"}, "option '-o' needs a value"},
        {{"list", "-qo"}, "option '-o' needs a value"},
        {{"list", "--year", "20x3"}, "--year '20x3': expected a year such as 2023"},
        {{"list", "--limit", "-1"}, "--limit '-1': expected a whole number, 0 or more"},
        {{"list", "--limit", "99999999999999999999"},
         "--limit '99999999999999999999': expected a whole number, 0 or more"},
        {{"--color", "sometimes", "list"}, "--color 'sometimes': use auto, always or never"},
        {{"search", "x", "--section", "overwiev"},
         "--section 'overwiev': no such section. Did you mean 'overview'?"},
        {{"sql", "-p", "x"}, "--param 'x': expected name=value, as in year=2023"},
    }));
    const Error error = error_of(words);
    CHECK(error.code == ErrorCode::usage);
    CHECK(error.message.en == message);
    CHECK_FALSE(error.message.zh.empty());
}

TEST_CASE("an option of another command is said to be one") {
    CHECK(error_of({"list", "--evidence"}).hint.en == "it is an option of: parse, show");
}

TEST_CASE("the language of messages is known even where the line is wrong") {
    CHECK(language_asked_for({"bogus", "--lang", "zh"}) == Language::zh);
    CHECK(language_asked_for({"--lang=en", "bogus"}) == Language::en);
    CHECK(language_asked_for({"--lang", "fr"}) == std::nullopt);
    CHECK(language_asked_for({"search", "--", "--lang", "zh"}) == std::nullopt);
}
