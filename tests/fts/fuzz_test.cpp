// Bytes of any kind through the tokenizer, the query language and MATCH. NIANBAO_FUZZ_ROUNDS=100000 runs
// more; the sanitizers' build of the tests is where it counts.
#include "fts/query.hpp"
#include "fts/tokenizer.hpp"
#include "memory_table.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace nianbao::fts;
using nianbao::fts::test::MemoryTable;

namespace {

int rounds() {
    const char* given = std::getenv("NIANBAO_FUZZ_ROUNDS");
    return given == nullptr ? 4'000 : std::atoi(given);
}

/// Pieces that mean something, bytes that mean nothing, and pieces cut anywhere.
class AnyBytes {
public:
    explicit AnyBytes(unsigned seed) : random_(seed) {}

    std::string next() {
        static const std::vector<std::string> pieces{
            "公开",   "申",         "2023", "年", "a4",       "Ａ",    "𠀀",  "😀",     "㍿", "ﷺ",
            "\u0301", "\U000E0100", "ß",    "ǅ",  "OR",       "AND",   "NOT", "NEAR(", "-",  "*",
            "\"",     "“",          "”",    "「", "section:", "year:", ":",   "：",    "|",  " ",
            "\u3000", "\n",         "(",    ")",  "{",        "}",     "^",   "+",     "'"};
        std::string bytes;
        for (std::size_t count = random_() % 12; count > 0; --count) {
            std::string piece = pieces[random_() % pieces.size()];
            if (random_() % 4 == 0) piece.resize(random_() % (piece.size() + 1));
            if (random_() % 6 == 0) piece += static_cast<char>(random_() % 256);
            if (random_() % 40 == 0)
                piece = std::string(random_() % 3000, static_cast<char>(random_() % 256));
            bytes += piece;
        }
        return bytes;
    }
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_()) % limit; }

private:
    std::mt19937 random_;
};

} // namespace

TEST_CASE("tokens of any bytes lie within them, in order, and none is empty") {
    AnyBytes bytes(21);
    for (int i = 0; i < rounds(); ++i) {
        const std::string text = bytes.next();
        const Purpose purpose = i % 2 == 0 ? Purpose::document : Purpose::query;
        std::size_t last = 0;
        tokenize(text, purpose, [&](std::string_view token, std::size_t begin, std::size_t end) {
            REQUIRE_FALSE(token.empty());
            REQUIRE(begin >= last);
            REQUIRE(begin < end);
            REQUIRE(end <= text.size());
            last = begin;
            return true;
        });
    }
}

TEST_CASE("any bytes are a query that MATCH takes, and that finds what its hits say") {
    AnyBytes bytes(22);
    for (int i = 0; i < rounds() / 4; ++i) {
        const std::string text = bytes.next();
        const Query query = parse_query(bytes.next(), [&](const Field&) { return i % 3 == 0; });
        for (const auto& [begin, end] : find_hits(text, query.wanted())) {
            REQUIRE(begin < end);
            REQUIRE(end <= text.size());
        }
        if (query.all.empty()) continue;
        bool holds = find_hits(text, query.none).empty();
        for (const AnyOf& any : query.all) holds = holds && !find_hits(text, any).empty();
        const MemoryTable table({text});
        CAPTURE(i, match_expression(query, {}));
        REQUIRE(table.matching(match_expression(query, {})).empty() == !holds);
    }
}
