#include "cli/layout.hpp"

#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::cli;
using Lines = std::vector<std::string>;

TEST_CASE("text is padded by its width on a terminal") {
    const auto [text, columns, align, padded] = GENERATE(table<std::string, int, Align, std::string>({
        {"申请", 6, Align::left, "申请  "},
        {"申请", 6, Align::right, "  申请"},
        {"ab", 4, Align::left, "ab  "},
        {"太长的字", 4, Align::left, "太长的字"},
        {"", 2, Align::right, "  "},
    }));
    CHECK(pad(text, columns, align) == padded);
}

TEST_CASE("text that is too wide is shortened between characters") {
    const auto [text, columns, shortened] = GENERATE(table<std::string, int, std::string>({
        {"政府信息公开", 12, "政府信息公开"},
        {"政府信息公开", 11, "政府信息公…"},
        {"政府信息公开", 10, "政府信息…"},
        {"abcdef", 4, "abc…"},
        {"", 4, ""},
    }));
    CHECK(shorten(text, columns) == shortened);
    CHECK(text::width(shorten(text, columns)) <= columns);
}

TEST_CASE(
    "text is wrapped between characters, at spaces where there are some, and not before a closing mark") {
    const auto [text, columns, lines] = GENERATE(table<std::string, int, Lines>({
        {"", 10, {""}},
        {"社会公益组织", 8, {"社会公益", "组织"}},
        {"natural persons here", 10, {"natural", "persons", "here"}},
        {"一二三四，五", 8, {"一二三", "四，五"}},
        {"甲\n乙", 8, {"甲", "乙"}},
        {"甲\n\n乙", 8, {"甲", "", "乙"}},
        {"超", 1, {"超"}},
        {"abcdefghij", 4, {"abcd", "efgh", "ij"}},
        {"one two", 3, {"one", "two"}},
        {"可用：overview", 12, {"可用：", "overview"}},
        {"共 2024 年", 6, {"共", "2024", "年"}},
    }));
    CHECK(wrap(text, columns) == lines);
}

TEST_CASE("what would move the cursor never reaches the terminal") {
    CHECK(one_line("a\tb\nc") == "a b⏎c");
    CHECK(one_line("\x1b[31m红") == "\uFFFD[31m红");
    CHECK(one_line("\xff坏") == "\uFFFD坏");
    CHECK(printable("一\n二\r") == "一\n二\uFFFD");
}
