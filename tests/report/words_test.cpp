#include "report/words.hpp"

#include <catch2/catch.hpp>

using namespace nianbao::report;

TEST_CASE("a unit that stands apart belongs to the number before it") {
    const auto words = words_of("行政事业性收费 12.5　万元 3 件", [](std::string_view) { return false; });
    REQUIRE(words.size() == 3);
    CHECK(words[0].printed() == "行政事业性收费");
    CHECK_FALSE(words[0].value);
    CHECK(words[1].printed() == "12.5万元");
    CHECK(words[1].value);
    CHECK(words[2].printed() == "3件");
    CHECK(words[2].value);
}

TEST_CASE("a unit behind a word or behind another unit is text") {
    const auto words = words_of("收费 元 0 项 项", [](std::string_view) { return false; });
    REQUIRE(words.size() == 4);
    CHECK(words[1].printed() == "元");
    CHECK_FALSE(words[1].value);
    CHECK(words[2].printed() == "0项");
    CHECK(words[3].printed() == "项");
    CHECK_FALSE(words[3].value);
}
