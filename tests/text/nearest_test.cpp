#include "text/nearest.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::text;

TEST_CASE("the edit distance counts characters, and a swap of neighbours once") {
    const auto [a, b, distance] = GENERATE(table<std::string, std::string, int>({
        {"query", "query", 0},
        {"querry", "query", 1},
        {"qeury", "query", 1},
        {"申请表", "申请", 1},
        {"", "abc", 3},
    }));
    CHECK(edit_distance(a, b) == distance);
    CHECK(edit_distance(b, a) == distance);
}

TEST_CASE("the nearest word is suggested only when it is near") {
    const std::vector<std::string> names{"ingest", "parse",  "list", "show",
                                         "query",  "search", "sql",  "status"};
    const auto [word, suggestion] = GENERATE(table<std::string, std::optional<std::string>>({
        {"querry", "query"},
        {"serach", "search"},
        {"stat", "status"},
        {"ingset", "ingest"},
        {"xyzzy", std::nullopt},
        {"", std::nullopt},
    }));
    CHECK(nearest(word, names) == suggestion);
    CHECK(nearest(std::string(10'000, 'q'), names) == std::nullopt);
}
