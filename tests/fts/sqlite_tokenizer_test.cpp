// The tokenizer inside FTS5: what MATCH finds, and that it and find_hits never disagree.
#include "fts/query.hpp"
#include "memory_table.hpp"
#include "random_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

using namespace nianbao::fts;
using nianbao::fts::test::MemoryTable;
using nianbao::fts::test::RandomText;
using namespace std::string_view_literals;

namespace {

using Range = std::pair<std::size_t, std::size_t>;

std::vector<int> found(const MemoryTable& table, std::string_view typed) {
    const Query query = parse_query(typed);
    return query.all.empty() ? std::vector<int>{} : table.matching(match_expression(query, {}));
}

/// The plain way: every place of the needle's bytes, overlapping ones joined.
std::vector<Range> scanned(std::string_view text, std::string_view needle) {
    std::vector<Range> ranges;
    for (auto at = text.find(needle); at != text.npos; at = text.find(needle, at + 1)) {
        if (!ranges.empty() && at < ranges.back().second)
            ranges.back().second = at + needle.size();
        else
            ranges.emplace_back(at, at + needle.size());
    }
    return ranges;
}

bool any_stands_in(std::string_view text, const std::vector<Phrase>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
        return !find_hits(text, std::vector<Phrase>{phrase}).empty();
    });
}

bool holds_for(std::string_view text, const Query& query) {
    const auto stands = [&](const AnyOf& any) { return any_stands_in(text, any); };
    return std::all_of(query.all.begin(), query.all.end(), stands) && !any_stands_in(text, query.none);
}

std::string with_marks(std::string text, const std::vector<Range>& hits) {
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        text.insert(hit->second, "\x02");
        text.insert(hit->first, "\x01");
    }
    return text;
}

std::string without_marks(std::string text) {
    std::erase_if(text, [](char c) { return c == '\x01' || c == '\x02'; });
    return text;
}

std::vector<std::string> documents(RandomText& random, std::size_t count, bool odd) {
    std::vector<std::string> texts;
    while (texts.size() < count)
        texts.push_back(odd ? random.odd_document(1 + random.below(8))
                            : random.document(1 + random.below(8)));
    return texts;
}

/// FTS5's own check: reads every document again and compares its tokens with the index.
void check_integrity(const MemoryTable& table) {
    CHECK_NOTHROW(table.ask("insert into t(t, rank) values ('integrity-check', 1)"));
}

/// The tokenizer as FTS5 itself gets it.
fts5_tokenizer registered_methods(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(connection, "select fts5(?1)", -1, &statement, nullptr) == SQLITE_OK);
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    fts5_tokenizer methods{};
    void* context = nullptr;
    REQUIRE(api->xFindTokenizer(api, tokenizer_name, &context, &methods) == SQLITE_OK);
    return methods;
}

} // namespace

TEST_CASE("Chinese words are found inside sentences, with numbers, and in any width") {
    const MemoryTable table(
        {"政府信息公开工作年度报告", "收到申请12345件", "2023 年", "2023年度", "Ａ级Ｈ５", "主动公"});
    using Numbers = std::vector<int>;
    CHECK(found(table, "信息公开") == Numbers{1});
    CHECK(found(table, "公") == Numbers{1, 6});
    CHECK(found(table, "请") == Numbers{2});
    CHECK(found(table, "2023年") == Numbers{3, 4});
    CHECK(found(table, "2023年度") == Numbers{4});
    CHECK(found(table, "1234") == Numbers{});
    CHECK(found(table, "a级h5") == Numbers{5});
    CHECK(found(table, "年度 报告") == Numbers{1});
    CHECK(found(table, "“报告 年度”") == Numbers{});
}

TEST_CASE("an expression typed in a plain shell works as FTS5 describes it") {
    const MemoryTable table({"政府信息公开", "申请公开", "2023年度"});
    using Numbers = std::vector<int>;
    CHECK(table.matching("政府 OR 申请") == Numbers{1, 2});
    CHECK(table.matching("公开 NOT 申请") == Numbers{1});
    CHECK(table.matching("^政府") == Numbers{1});
    CHECK(table.matching("x : 申请") == Numbers{2});
    CHECK(table.matching("申*") == Numbers{2});
    CHECK(table.matching("\"2023年\" *") == Numbers{3});
    CHECK(table.matching("申请 *") == Numbers{2});
}

TEST_CASE("highlight reads a document as it was indexed") {
    const MemoryTable table({"政府信息公开，公开"});
    CHECK(table.ask("select highlight(t, 0, '[', ']') from t where t match '公开'") ==
          std::vector<std::string>{"政府信息[公开]，[公开]"});
}

TEST_CASE("MATCH finds a Han needle exactly where a plain scan finds it") {
    RandomText random(1);
    const auto texts = documents(random, 200, false);
    const MemoryTable table(texts);
    std::size_t hits = 0;
    for (int i = 0; i < 1'500; ++i) {
        const std::string needle = random.han(1 + random.below(8));
        CAPTURE(needle);
        std::vector<int> expected;
        for (std::size_t n = 0; n < texts.size(); ++n) {
            const auto ranges = scanned(texts[n], needle);
            if (!ranges.empty()) expected.push_back(static_cast<int>(n + 1));
            if (i < 150) REQUIRE(find_hits(texts[n], parse_query(needle).wanted()) == ranges);
        }
        REQUIRE(found(table, needle) == expected);
        hits += expected.size();
    }
    CHECK(hits > 5'000); // the test would be worth nothing if needles were never there
    check_integrity(table);
}

TEST_CASE("MATCH finds a needle cut out of a long run of a document") {
    RandomText random(2);
    std::vector<std::string> texts;
    for (int i = 0; i < 200; ++i) texts.push_back(random.document(2) + random.han(40) + random.document(2));
    const MemoryTable table(texts);
    for (int i = 0; i < 300; ++i) {
        const std::string run = random.han(5 + random.below(4));
        const std::string text = random.document(2) + run + random.document(2);
        table.ask("insert into t(rowid, x) values (1000, ?1)", {text});
        const auto numbers = found(table, run);
        CAPTURE(text, run);
        REQUIRE(std::count(numbers.begin(), numbers.end(), 1000) == 1);
        table.ask("delete from t where rowid = 1000");
    }
}

TEST_CASE("whatever is typed, MATCH raises no error and agrees with find_hits") {
    RandomText random(3);
    const auto texts = documents(random, 100, true);
    const MemoryTable table(texts);
    std::size_t matches = 0;
    for (int i = 0; i < 1'000; ++i) {
        const std::string typed = random.query();
        const Query query = parse_query(typed);
        CAPTURE(i, typed);
        if (query.all.empty()) continue;
        std::vector<int> expected;
        for (std::size_t n = 0; n < texts.size(); ++n)
            if (holds_for(texts[n], query)) expected.push_back(static_cast<int>(n + 1));
        REQUIRE(found(table, typed) == expected);
        matches += expected.size();
    }
    CHECK(matches > 1'000);
    check_integrity(table);
}

TEST_CASE("a piece of a document, typed as a phrase, finds that document") {
    RandomText random(4);
    const auto texts = documents(random, 120, false);
    const MemoryTable table(texts);
    for (std::size_t n = 0; n < texts.size(); ++n) {
        std::string typed = texts[n];
        std::replace(typed.begin(), typed.end(), '"', ' ');
        if (parse_query("\"" + typed + "\"").empty()) continue;
        const auto numbers = found(table, "\"" + typed + "\"");
        CAPTURE(texts[n]);
        REQUIRE(std::count(numbers.begin(), numbers.end(), static_cast<int>(n + 1)) == 1);
    }
}

TEST_CASE("what FTS5 alone refuses is text to us") {
    const MemoryTable table({"C# 3-2 AND x:y"});
    const char* typed =
        GENERATE("C#", "park.", "3-2", "(", ")", "\"", "\"\"\"", "AND", "申请 OR", "OR", "NOT", "NOT x", "*",
                 "*x", "^x", "^", "a:b", "x:y", "{x}", "x + y", "-x", "NEAR(", "NEAR(a b, 2)", "'", ";", "--",
                 "\\", "“", "”", "「」", "a\"b", "\xFF", "公\xE5\x85", "%", "?1", "@x");
    CAPTURE(typed);
    CHECK_NOTHROW(found(table, typed));
}

TEST_CASE("a NUL that is typed does not cut the expression off") {
    const MemoryTable table({"公开 申请"});
    CHECK(found(table, "“公开\0申请”"sv) == std::vector<int>{1});
}

TEST_CASE("thousands of words and words of thousands of characters raise no error") {
    RandomText random(5);
    const MemoryTable table({"公开"});
    std::string words;
    for (int i = 0; i < 3'000; ++i) words += random.han(2) + " ";
    CHECK_NOTHROW(found(table, words));
    CHECK_NOTHROW(found(table, random.han(20'000)));
    CHECK_NOTHROW(found(table, std::string(100'000, 'x')));
}

TEST_CASE("a word longer than a token is found by itself") {
    const MemoryTable table({std::string(100'000, 'x'), "x"});
    CHECK(found(table, std::string(100'000, 'x')) == std::vector<int>{1});
}

TEST_CASE("hits are in order and apart, and marks put there come off again") {
    RandomText random(6);
    for (int i = 0; i < 1'500; ++i) {
        const std::string text = random.odd_document(1 + random.below(20));
        const auto hits =
            find_hits(text, parse_query(random.query() + " " + std::string(random.han_character())).wanted());
        std::size_t end = 0;
        for (const Range& hit : hits) {
            REQUIRE(hit.first >= end);
            REQUIRE(hit.first < hit.second);
            end = hit.second;
        }
        REQUIRE(end <= text.size());
        REQUIRE(without_marks(with_marks(text, hits)) == text);
    }
}

TEST_CASE("the tokenizer takes no options") {
    const MemoryTable table;
    CHECK_THROWS(table.ask("create virtual table u using fts5(x, tokenize='nianbao separators x')"));
}

TEST_CASE("registering twice on one connection changes nothing") {
    const MemoryTable table({"公开"});
    CHECK(register_tokenizer(table.connection()) == SQLITE_OK);
    CHECK(found(table, "公开") == std::vector<int>{1});
}

TEST_CASE("a callback that is not content is not called again, and its answer is passed on") {
    const MemoryTable table;
    const fts5_tokenizer methods = registered_methods(table.connection());
    Fts5Tokenizer* tokenizer = nullptr;
    REQUIRE(methods.xCreate(nullptr, nullptr, 0, &tokenizer) == SQLITE_OK);
    int calls = 0;
    const auto callback = [](void* context, int, const char*, int, int, int) -> int {
        return ++*static_cast<int*>(context) < 2 ? SQLITE_OK : SQLITE_FULL;
    };
    CHECK(methods.xTokenize(tokenizer, &calls, FTS5_TOKENIZE_DOCUMENT, "a b c d", 7, callback) ==
          SQLITE_FULL);
    CHECK(calls == 2);
    CHECK(methods.xTokenize(tokenizer, &calls, FTS5_TOKENIZE_DOCUMENT, nullptr, 0, callback) == SQLITE_OK);
    methods.xDelete(tokenizer);
}

TEST_CASE("an exception in the callback does not cross SQLite") {
    const MemoryTable table;
    const fts5_tokenizer methods = registered_methods(table.connection());
    const auto out_of_memory = [](void*, int, const char*, int, int, int) -> int { throw std::bad_alloc(); };
    const auto other = [](void*, int, const char*, int, int, int) -> int { throw 1; };
    CHECK(methods.xTokenize(nullptr, nullptr, FTS5_TOKENIZE_QUERY, "a", 1, out_of_memory) == SQLITE_NOMEM);
    CHECK(methods.xTokenize(nullptr, nullptr, FTS5_TOKENIZE_QUERY, "a", 1, other) == SQLITE_ERROR);
}
