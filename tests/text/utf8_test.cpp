#include "text/utf8.hpp"

#include "text/fold.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace nianbao::text;

TEST_CASE("every code point is decoded as it was appended") {
    for (const char32_t c : {U'a', U'é', U'中', U'𠮷', U'\U0010FFFF'}) {
        std::string utf8 = "x";
        append(utf8, c);
        CHECK(decode_at(utf8, 1).value == c);
        CHECK(decode_before(utf8, utf8.size()).value == c);
        CHECK(is_valid(utf8));
    }
}

TEST_CASE("random bytes are never read past the end") {
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 12, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random());
        std::size_t at = 0;
        while (at < bytes.size()) {
            const CodePoint point = decode_at(bytes, at);
            REQUIRE(point.length >= 1);
            at += point.length;
        }
        CHECK(at == bytes.size());
    }
}

TEST_CASE("surrogates, overlong forms and cut characters are not valid") {
    const auto bytes =
        GENERATE("\xED\xA0\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xF5\x80\x80\x80", "\xE4\xB8", "\x80");
    CHECK_FALSE(is_valid(bytes));
}

TEST_CASE("a wide character takes two columns and is never cut") {
    CHECK(width("中a国") == 5);
    CHECK(width("é") == 1);
    CHECK(fit("中a国", 4) == "中a");
    CHECK(fit("中a国", 5) == "中a国");
    CHECK(fit("中", 1).empty());
}

TEST_CASE("labels that people print differently fold to the same bytes") {
    const auto [printed, same] =
        GENERATE(table<std::string, std::string>({{"（一） 予以公开", "(一)予以公开"},
                                                  {"３．危及“三安全一稳定”", "3.危及三安全一稳定"},
                                                  {"总　计", "总计"},
                                                  {"结果\n维持", "结果维持"},
                                                  {"㈠主动公开", "(一)主动公开"},
                                                  {"本年增／减", "本年增/减"},
                                                  {"予以\uFEFF公開", "予以公开"}}));
    CHECK(fold(printed) == fold(same));
}

TEST_CASE("every byte of a folded text is known to come from its character") {
    const FoldedText text = fold_with_origin("１、 予“以公開㈠x");
    CHECK(text.folded == fold("１、 予“以公開㈠x"));
    CHECK(text.folded == "1、予以公开(一)x");
    const std::vector<std::size_t> origin = {0,  3,  3,  3,  7,  7,  7,  13, 13, 13, 16,
                                             16, 16, 19, 19, 19, 22, 22, 22, 22, 22, 25};
    CHECK(text.origin == origin);
}

TEST_CASE("going back over a text meets the same code points as going forward") {
    std::mt19937 random(5);
    constexpr char32_t some[] = {U'0', U' ', U'é', U'一', U'鿿', U'ퟻ', U'，', U'𠮷'};
    std::string utf8;
    std::vector<char32_t> points;
    for (int i = 0; i < 500; ++i) {
        points.push_back(some[random() % std::size(some)]);
        append(utf8, points.back());
    }
    while (!points.empty()) {
        const CodePoint last = decode_before(utf8, utf8.size());
        REQUIRE(last.value == points.back());
        points.pop_back();
        utf8.resize(utf8.size() - last.length);
    }
    CHECK(utf8.empty());
}
