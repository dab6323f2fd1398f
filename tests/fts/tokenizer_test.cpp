// Rows of text and the tokens it gives, written with a space between them.
#include "fts/tokenizer.hpp"

#include "random_text.hpp"

#include <catch2/catch.hpp>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

using namespace nianbao::fts;
using namespace std::string_view_literals;

namespace {

struct Seen {
    std::string token;
    std::size_t begin;
    std::size_t end;
};

std::vector<Seen> all_of(std::string_view text, Purpose purpose) {
    std::vector<Seen> seen;
    tokenize(text, purpose, [&](std::string_view token, std::size_t begin, std::size_t end) {
        seen.push_back({std::string(token), begin, end});
        return true;
    });
    return seen;
}

std::string tokens(std::string_view text, Purpose purpose = Purpose::document) {
    std::string joined;
    for (const Seen& seen : all_of(text, purpose)) joined += (joined.empty() ? "" : " ") + seen.token;
    return joined;
}

/// The bytes of the original that each token came from, between brackets.
std::string sources(std::string_view text) {
    std::string joined;
    for (const Seen& seen : all_of(text, Purpose::document))
        joined += "[" + std::string(text.substr(seen.begin, seen.end - seen.begin)) + "]";
    return joined;
}

struct Row {
    const char* text;
    const char* tokens;
};

} // namespace

TEST_CASE("a run of Han characters gives its overlapping pairs and its last character") {
    const Row row = GENERATE(values<Row>({
        {"", ""},
        {"公", "公"},
        {"公开", "公开 开"},
        {"政府信息公开", "政府 府信 信息 息公 公开 开"},
        {"公公公", "公公 公公 公"},
        {"〇々", "〇々 々"},
        {"𠀀公𠀁", "𠀀公 公𠀁 𠀁"},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("letters and digits of other scripts make whole words") {
    const Row row = GENERATE(values<Row>({
        {"H5 Page", "h5 page"},
        {"2023年度报告", "2023 年度 度报 报告 告"},
        {"A级公开b", "a 级公 公开 开 b"},
        {"96171.6", "96171 6"},
        {"C# 3-2 a_b", "c 3 2 a b"},
        {"Привет Ωμέγα", "привет ωμέγα"},
        {"ひらがな カタカナ", "ひらがな カタカナ"},
        {"한국어", "한국어"},
        {"हिन्दी", "हिन्दी"},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("white space and punctuation part runs and leave no gap") {
    const Row row = GENERATE(values<Row>({
        {"公开，申请", "公开 开 申请 请"},
        {"公 开", "公 开"},
        {"公\n开", "公 开"},
        {"公　开", "公 开"},
        {"（公开）“申请”", "公开 开 申请 请"},
        {"公😀开", "公 开"},
        {"，。 \t", ""},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("text is compared in its NFKC form with case folded") {
    const Row row = GENERATE(values<Row>({
        {"Ａ４", "a4"},
        {"Ａ级Ｈ５", "a 级 h5"},
        {"（㈠）", "一"},
        {"100㎡", "100m2"},
        {"①公开", "1 公开 开"},
        {"½", "1 2"},
        {"㋀", "1 月"},
        {"㍿公", "株式 式会 会社 社公 公"},
        {"⼀⼆", "一二 二"},
        {"\uF900公", "豈公 公"},
        {"STRASSE straße", "strasse strasse"},
        {"caf\u00E9 cafe\u0301", "caf\u00E9 caf\u00E9"},
        {"ｶﾞ", "ガ"},
        {"ﬁn", "fin"},
        {"e\u0323\u0307 e\u0307\u0323", "ẹ\u0307 ẹ\u0307"},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("what cannot be seen parts nothing") {
    const Row row = GENERATE(values<Row>({
        {"政\u200B府", "政府 府"},
        {"政\uFEFF府", "政府 府"},
        {"co\u00ADop", "coop"},
        {"葛\U000E0100城", "葛城 城"},
        {"公\u0301开", "公开 开"},
        {"\u0301", ""},
        {"\u3164", ""},
        {"\u200B\u0301a", "a"},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("a query gives up the last single character of its last run alone") {
    const Row row = GENERATE(values<Row>({
        {"公", "公"},
        {"公开", "公开"},
        {"公开，", "公开"},
        {"公开申请", "公开 开申 申请"},
        {"年度2023", "年度 度 2023"},
        {"2023年", "2023 年"},
        {"2023年度", "2023 年度"},
        {"公开，申请。", "公开 开 申请"},
        {"公开 申", "公开 开 申"},
        {"公开\u0301", "公开"},
    }));
    CAPTURE(row.text);
    CHECK(tokens(row.text, Purpose::query) == row.tokens);
}

TEST_CASE("a token knows the bytes it came from, marks and invisible characters included") {
    const Row row = GENERATE(values<Row>({
        {"x公开 Ａ４", "[x][公开][开][Ａ４]"},
        {"㍿公", "[㍿][㍿][㍿][㍿公][公]"},
        {"caf\u0065\u0301!", "[caf\u0065\u0301]"},
        {"公开\u0301申", "[公开\u0301][开\u0301申][申]"},
        {"政\u200B府", "[政\u200B府][府]"},
    }));
    CAPTURE(row.text);
    CHECK(sources(row.text) == row.tokens);
}

TEST_CASE("a broken byte parts tokens") {
    const Row row = GENERATE(values<Row>({
        {"公\x80开", "公 开"},
        {"\xE5\x85", ""},
        {"公\xE5\x85", "公"},
        {"a\xC0\xAFz", "a z"},
        {"\xED\xA0\x80公", "公"},
        {"\xF4\x90\x80\x80公", "公"},
    }));
    CHECK(tokens(row.text) == row.tokens);
}

TEST_CASE("nothing is read past the end, whatever the last byte announces") {
    const std::string text = "开公𠀀";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const auto exact = std::make_unique<char[]>(length); // the sanitizer sees the byte after it
        std::memcpy(exact.get(), text.data(), length);
        for (const Seen& seen : all_of({exact.get(), length}, Purpose::document)) CHECK(seen.end <= length);
    }
}

TEST_CASE("a NUL parts words like any control character") {
    CHECK(tokens("公\0开a\0b"sv) == "公 开 a b");
}

TEST_CASE("a sink that returns false is not called again") {
    int calls = 0;
    tokenize("公开申请 abc", Purpose::document,
             [&](std::string_view, std::size_t, std::size_t) { return ++calls < 2; });
    CHECK(calls == 2);
}

TEST_CASE("a word without end is known by its beginning") {
    const auto seen = all_of(std::string(100'000, 'x') + " y", Purpose::document);
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].token == std::string(max_token_bytes, 'x'));
    CHECK(seen[0].end == 100'000);
    CHECK(seen[1].token == "y");
}

TEST_CASE("tokens come in order, are never empty and lie inside the text") {
    test::RandomText random(20240131);
    for (int i = 0; i < 2'000; ++i) {
        const std::string text = random.odd_document(1 + random.below(20));
        std::size_t begin = 0;
        for (const Seen& seen : all_of(text, Purpose::document)) {
            REQUIRE_FALSE(seen.token.empty());
            REQUIRE(seen.begin >= begin);
            REQUIRE(seen.begin < seen.end);
            REQUIRE(seen.end <= text.size());
            begin = seen.begin;
        }
    }
}

TEST_CASE("a query's tokens are a document's tokens, but for one") {
    test::RandomText random(7);
    for (int i = 0; i < 2'000; ++i) {
        const std::string text = random.odd_document(1 + random.below(6));
        const std::string document = tokens(text);
        const std::string query = tokens(text, Purpose::query);
        REQUIRE(document.starts_with(query));
    }
}
