// What goes through the pipe arrives as it was, and bytes that are no whole document are refused, never
// believed.
#include "document/codec.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace nianbao;
using namespace nianbao::document;

namespace {

std::string random_text(std::mt19937& random) {
    const std::string characters[] = {"行", "政", "复", "议", " ", "\n", "0", "7", "|", "𠀀"};
    std::string text;
    for (auto length = random() % 12; length > 0; --length) text += characters[random() % 10];
    return text;
}

Place random_place(std::mt19937& random) {
    const auto number = [&] { return static_cast<int>(random() % 100000); };
    return {number(), number(), number(), number()};
}

Document random_document(std::mt19937& random) {
    Document document;
    document.media_type = "text/html";
    document.encoding = random_text(random);
    document.metadata = {random_text(random), random_text(random), random_text(random)};
    document.degraded = random() % 2 == 0;
    for (auto blocks = random() % 6; blocks > 0; --blocks) {
        if (random() % 2 == 0) {
            document.blocks.emplace_back(Line{random_text(random), random_place(random)});
            continue;
        }
        Table table;
        table.aligned = random() % 2 == 0;
        for (auto rows = random() % 4; rows > 0; --rows) {
            Row& row = table.rows.emplace_back();
            for (auto cells = random() % 5; cells > 0; --cells)
                row.push_back(
                    {random_text(random), random_place(random), 1 + static_cast<int>(random() % 9), 1});
        }
        document.blocks.emplace_back(std::move(table));
    }
    return document;
}

} // namespace

TEST_CASE("a document arrives as it was sent") {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        const Document document = random_document(random);
        const auto arrived = decode_document(encode(document));
        REQUIRE(arrived);
        CHECK(*arrived == document);
    }
}

TEST_CASE("a document cut anywhere is refused") {
    std::mt19937 random(8);
    for (int i = 0; i < 20; ++i) {
        const std::string bytes = encode(random_document(random));
        for (std::size_t length = 0; length < bytes.size(); ++length)
            CHECK_FALSE(decode_document(std::string_view(bytes).substr(0, length)));
        CHECK_FALSE(decode_document(bytes + "x"));
    }
}

TEST_CASE("mutated bytes give a document in valid UTF-8 or none") {
    std::mt19937 random(9);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = encode(random_document(random));
        for (auto changes = 1 + random() % 4; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (const auto arrived = decode_document(bytes)) CHECK(decode_document(encode(*arrived)) == arrived);
    }
}

TEST_CASE("spans of nothing, places beyond any document and unknown codes are refused") {
    Document document;
    document.blocks.emplace_back(Table{{{Cell{"0", {1, 0, 1, 1}, 1, 1}}}, true});
    REQUIRE(decode_document(encode(document)));
    Cell& cell = std::get<Table>(document.blocks[0]).rows[0][0];
    cell.column_span = 0;
    CHECK_FALSE(decode_document(encode(document)));
    cell.column_span = 1;
    cell.place.column = 0x7FFFFFFF;
    CHECK_FALSE(decode_document(encode(document)));
    std::string error = encode(Error{ErrorCode::damaged, {"", ""}, {}, ""});
    error.replace(0, 4, "\xFF\xFF\xFF\xFF");
    CHECK_FALSE(decode_error(error));
}

TEST_CASE("an error arrives with its code, its words and its hint") {
    const Error error{
        ErrorCode::encrypted, {"需要密码", "asks for a password"}, {"解密后再试", "decrypt it"}, "a.pdf"};
    CHECK(decode_error(encode(error)) == error);
    Error of_the_archive = error;
    of_the_archive.code = ErrorCode::archive_corrupt; // no reader can know of it
    CHECK_FALSE(decode_error(encode(of_the_archive)));
    CHECK_FALSE(decode_error("nothing"));
}
