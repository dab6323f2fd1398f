#include "text/character_set.hpp"
#include "text/contains.hpp"
#include "text/word_finder.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace nianbao::text;

namespace {

/// Few characters, so that words and beginnings of words occur often.
std::string random_text(std::mt19937& random, std::size_t characters) {
    constexpr std::string_view some[] = {"公", "开", "信", "息", "a", "é", "，"};
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += some[random() % std::size(some)];
    return text;
}

} // namespace

TEST_CASE("a word is found where string_view finds it") {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = random_text(random, random() % 20);
        const std::string word = random_text(random, random() % 4);
        const std::size_t from = random() % 12;
        CAPTURE(text, word, from);
        REQUIRE(find_word(text, word, from) == text.find(word, from));
    }
}

TEST_CASE("a finder finds every place of every word, in order") {
    static constexpr std::string_view words[] = {"公开", "公", "信息公开", "开信", "息，"};
    const WordFinder finder(words);
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        const std::string text = random_text(random, random() % 30);
        std::vector<std::pair<std::size_t, std::size_t>> found, expected;
        finder.for_each(text, [&](WordFinder::Hit hit) {
            found.emplace_back(hit.begin, hit.word);
            return true;
        });
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (std::size_t word = 0; word < std::size(words); ++word) {
                if (text.compare(at, words[word].size(), words[word]) == 0) expected.emplace_back(at, word);
            }
        }
        CAPTURE(text);
        REQUIRE(found == expected);
        CHECK(finder.any_in(text) == !expected.empty());
        CHECK(finder.begins(text) == (!expected.empty() && expected.front().first == 0));
    }
}

TEST_CASE("a finder stops where it is told to, and begins where it is told to") {
    static constexpr std::string_view words[] = {"公开"};
    const WordFinder finder(words);
    int seen = 0;
    finder.for_each("公开公开公开", [&](WordFinder::Hit) { return ++seen < 2; });
    CHECK(seen == 2);
    std::size_t begin = 0;
    finder.for_each(
        "公开公开",
        [&](WordFinder::Hit hit) {
            begin = hit.begin;
            return false;
        },
        3);
    CHECK(begin == 6);
}

TEST_CASE("a set of characters holds what was added and nothing beyond U+FFFF") {
    const CharacterSet set("公开a𠮷");
    CHECK(set.holds_all_of("开a公"));
    CHECK(set.holds_all_of(""));
    CHECK_FALSE(set.holds_all_of("公开b"));
    CHECK_FALSE(set.holds_all_of("公𠮷"));
    CHECK(set.holds_first_of("a，"));
    CHECK_FALSE(set.holds_first_of("，a"));
    CHECK_FALSE(set.holds_first_of(""));
}
