#include "core/decimal.hpp"

#include <catch2/catch.hpp>
#include <random>

using nianbao::Decimal;

TEST_CASE("a decimal keeps the digits that were printed") {
    const auto [text, shown] =
        GENERATE(table<std::string, std::string>({{"0", "0"},
                                                  {"35", "35"},
                                                  {"-8", "-8"},
                                                  {"+19", "19"},
                                                  {"96171.6", "96171.6"},
                                                  {"12.50", "12.50"},
                                                  {"0.05", "0.05"},
                                                  {"-0.5", "-0.5"},
                                                  {"103.3879", "103.3879"},
                                                  {"999999999999999", "999999999999999"}}));
    REQUIRE(Decimal::parse(text));
    CHECK(Decimal::parse(text)->to_string() == shown);
}

TEST_CASE("what is not one plain number is no decimal") {
    const auto text = GENERATE("", "-", "+", ".", "1.", ".5", "1.2.3", "1,234", "12件", " 1", "--253", "1e5",
                               "１", "1234567890123456", "0x10");
    CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("a fraction of zeros is an integer and any other is not") {
    CHECK(Decimal::parse("3.00")->as_integer() == 3);
    CHECK(Decimal::parse("-8")->as_integer() == -8);
    CHECK_FALSE(Decimal::parse("3.01")->as_integer());
}

TEST_CASE("the double of a decimal is the nearest one, as strtod gives it") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 20000; ++i) {
        const std::string text =
            std::to_string(random() % 1000000000) + "." + std::to_string(random() % 1000000);
        const auto decimal = Decimal::parse(text);
        if (!decimal) continue; // more digits than are kept
        INFO(text);
        REQUIRE(decimal->to_double() == std::strtod(text.c_str(), nullptr));
    }
}
