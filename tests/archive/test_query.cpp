// Named queries: their files, their parameters, and the help for names that were mistyped.
#include "archive/query.hpp"
#include "support/archives.hpp"

using namespace nianbao;
using namespace nianbao::archive;
using test::take;

namespace {

constexpr const char* sample = "-- zh: 标题\n"
                               "-- en: Title\n"
                               "-- param: year integer = 2023 | 年度 | year\n"
                               "-- param: status text {fail, uncertain} | 性质 | status\n"
                               "-- column: body | 机关 | body\n"
                               "select body -- inner\nfrom reports;\n"
                               "-- when empty:\n"
                               "select '无', 'none';\n";

} // namespace

TEST_CASE("a query file is read") {
    const auto query = take(parse_query_file("sample", sample));
    CHECK(query.title == Message{"标题", "Title"});
    REQUIRE(query.parameters.size() == 2);
    CHECK(query.parameters[0].name == "year");
    CHECK(query.parameters[0].type == ParameterType::integer);
    CHECK(query.parameters[0].fallback == "2023");
    CHECK(query.parameters[0].description.en == "year");
    CHECK(query.parameters[1].allowed == std::vector<std::string>{"fail", "uncertain"});
    CHECK(query.columns[0].title.zh == "机关");
    CHECK(query.sql == "select body -- inner\nfrom reports;");
    CHECK(query.when_empty_sql == "select '无', 'none';");
}

TEST_CASE("a query file says what its header lacks") {
    const char* text =
        GENERATE("select 1", "-- zh: 一\n-- en: one\nselect 1", "-- zh: 一\n-- column: a | b | c\nselect 1",
                 "-- zh: 一\n-- en: one\n-- column: a | b | c\n",
                 "-- zh: 一\n-- en: one\n-- colum: a | b | c\nselect 1",
                 "-- zh: 一\n-- en: one\n-- param: a number | b | c\n-- column: a | b | c\nselect 1");
    INFO(text);
    auto query = parse_query_file("bad", text);
    REQUIRE_FALSE(query);
    CHECK(query.error().code == ErrorCode::usage);
    CHECK(query.error().message.en.find("bad.sql") != std::string::npos);
}

TEST_CASE("typed parameters become values") {
    const auto query = take(parse_query_file("sample", sample));
    CHECK(take(read_parameters(query, {})) == Parameters{{"year", std::int64_t{2023}}});
    CHECK(take(read_parameters(query, {{"year", "2020"}, {"status", "fail"}})) ==
          Parameters{{"year", std::int64_t{2020}}, {"status", std::string("fail")}});
}

TEST_CASE("wrong parameters are usage errors that name what is allowed") {
    const auto query = take(parse_query_file("sample", sample));
    const auto [name, value, told] =
        GENERATE(table<std::string, std::string, std::string>({{"yaer", "2020", "did you mean year"},
                                                               {"year", "20x", "integer"},
                                                               {"year", "", "integer"},
                                                               {"year", "2020 ", "integer"},
                                                               {"status", "ok", "cannot be"},
                                                               {"zzzzzzzz", "1", "no parameter"}}));
    auto parameters = read_parameters(query, {{name, value}});
    REQUIRE_FALSE(parameters);
    CHECK(parameters.error().code == ErrorCode::usage);
    CHECK(parameters.error().message.en.find(told) != std::string::npos);
    CHECK_FALSE(parameters.error().hint.empty());
}

TEST_CASE("a mistyped query names the nearest, and all of them") {
    auto query = find_query("litigations");
    REQUIRE_FALSE(query);
    CHECK(query.error().message.en.find("did you mean litigation?") != std::string::npos);
    CHECK(query.error().hint.en.find("all-zero") != std::string::npos);
    CHECK(take(find_query("litigation"))->name == "litigation");
}
