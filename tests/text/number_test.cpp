#include "text/number.hpp"

#include <catch2/catch.hpp>

using nianbao::text::parse_number;

TEST_CASE("a printed number is read with its unit, whatever the width of its digits") {
    const auto [cell, value, unit] =
        GENERATE(table<std::string, std::string, std::string>({{"0", "0", ""},
                                                               {" 12 ", "12", ""},
                                                               {"１２", "12", ""},
                                                               {"１，２３４", "1234", ""},
                                                               {"344,972", "344972", ""},
                                                               {"1,234,567.8", "1234567.8", ""},
                                                               {"+19", "19", ""},
                                                               {"-8", "-8", ""},
                                                               {"－8", "-8", ""},
                                                               {"−8", "-8", ""},
                                                               {"96171.6", "96171.6", ""},
                                                               {"251000元", "251000", "元"},
                                                               {"160.5964万元", "160.5964", "万元"},
                                                               {"160.5964 万元", "160.5964", "万元"},
                                                               {"0件", "0", "件"},
                                                               {"　3　", "3", ""}}));
    INFO(cell);
    REQUIRE(parse_number(cell));
    CHECK(parse_number(cell)->value.to_string() == value);
    CHECK(parse_number(cell)->unit == unit);
}

TEST_CASE("what only looks like a number is none") {
    const auto cell =
        GENERATE("", " ", "/", "-", "—", "无", "--253", "1 2", "1,23", "12,34", "1,2345", ",123", "3、4",
                 "12件次", "约12", "12%", "①", "²", "2023年", "1.", "O", "元", "一");
    INFO(cell);
    CHECK_FALSE(parse_number(cell));
}
