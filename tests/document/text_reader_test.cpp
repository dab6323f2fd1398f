#include "document/reader.hpp"
#include "support/readers.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::document;

TEST_CASE("lines keep their text and their number") {
    const Document document = read_text("一\n\n二\n");
    REQUIRE(document.blocks.size() == 3);
    CHECK(std::get<Line>(document.blocks[2]).text == "二");
    CHECK(std::get<Line>(document.blocks[2]).place.line == 3);
}

TEST_CASE("a run of lines with tabs is a table whose blank cells stay") {
    const Document document = read_text("头\n规章\t0\t\t3\n\t行政许可\t7\t\n尾\n");
    REQUIRE(document.blocks.size() == 3);
    const Table& table = std::get<Table>(document.blocks[1]);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].size() == 4);
    CHECK(table.rows[0][2].text.empty());
    CHECK(table.rows[1][1].text == "行政许可");
    CHECK(table.rows[1][2].place == Place{3, 0, 2, 3});
}

TEST_CASE("a line that is only indented by tabs is a line, and one with blank cells behind it a row") {
    CHECK(std::holds_alternative<Line>(read_text("\t\t全年公开信息12条。").blocks[0]));
    CHECK(std::holds_alternative<Table>(read_text("（二）部分公开\t\t\t").blocks[0]));
}

TEST_CASE("types that no reader reads are named") {
    const auto [bytes, name] = GENERATE(table<std::string, std::string>({
        {"\x89PNG\r\n", "image/png"},
        {"Rar!\x1A\x07", "application/vnd.rar"},
        {"7z\xBC\xAF\x27\x1C", "application/x-7z-compressed"},
        {"SQLite format 3", "application/vnd.sqlite3"},
    }));
    const auto read = test::read_document(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::unsupported_type);
    CHECK(read.error().message.en.find(name) != std::string::npos);
}
