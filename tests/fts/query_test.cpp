// The query language: the role of everything typed, and the MATCH expression it comes to.
#include "fts/query.hpp"

#include "memory_table.hpp"
#include "random_text.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace nianbao::fts;
using nianbao::fts::test::RandomText;

namespace {

std::string listed(const std::vector<Phrase>& phrases) {
    std::string all;
    for (const Phrase& phrase : phrases)
        all += (all.empty() ? "" : "|") + phrase.text + (phrase.prefix ? "…" : "");
    return all;
}

/// Clauses parted by blanks, a minus before what is left out, fields in braces.
std::string shown(std::string_view typed) {
    std::string fields;
    const Query query = parse_query(typed, [&](const Field& field) {
        if (field.name != "year" && field.name != "机关") return false;
        fields += std::string(fields.empty() ? "" : " ") + (field.excluded ? "-" : "") + "{" + field.name +
                  "=" + field.value + "}";
        return true;
    });
    std::string all;
    const auto add = [&](const std::string& part) { all += (all.empty() ? "" : " ") + part; };
    for (const AnyOf& any : query.all) add(listed(any));
    for (const Phrase& phrase : query.none) add("-" + listed({phrase}));
    if (!fields.empty()) add(fields);
    return all;
}

struct Row {
    const char* typed;
    const char* understood;
};

} // namespace

TEST_CASE("OR and a stroke join their two neighbours, before all else") {
    const Row row = GENERATE(values<Row>({
        {"培训 OR 考核", "培训|考核"},
        {"培训 | 考核", "培训|考核"},
        {"公开 培训 OR 考核 OR 通报 制度", "公开 培训|考核|通报 制度"},
        {"“业务 培训” OR “年度 考核”", "业务 培训|年度 考核"},
        {"培训 OR -考核", "培训 OR -考核"},
        {"-培训 OR 考核", "OR 考核 -培训"},
        {"OR 培训", "OR 培训"},
        {"培训 OR", "培训 OR"},
        {"培训 OR OR 考核", "培训|考核"},
        {"公开 制度 新媒体 公开 OR 考核", "公开 制度 新媒体 公开|考核"},
        {"培训 OR 考核 OR 培训", "培训|考核"},
        {"培训 培训 -预算 培训 -预算", "培训 -预算"},
        {"培训 | ， 考核", "培训 考核"},
        {"培训 or 考核", "培训 or 考核"},
        {"\"OR\" 培训", "OR 培训"},
        {"OR", "OR"},
        {"|", ""},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.understood);
}

TEST_CASE("a minus before a word, or NOT, leaves it out") {
    const Row row = GENERATE(values<Row>({
        {"培训 -预算", "培训 -预算"},
        {"-预算 培训", "培训 -预算"},
        {"培训 －预算", "培训 -预算"},
        {"培训 -“三公 经费”", "培训 -三公 经费"},
        {"培训 NOT 预算", "培训 -预算"},
        {"-预算", "-预算"},
        {"培训 NOT -预算", "培训 NOT -预算"},
        {"培训 NOT", "培训 NOT"},
        {"培训 - 预算", "培训 预算"},
        {"3-2", "3-2"},
        {"培训-预算", "培训-预算"},
        {"--预算", "-预算"},
        {"-", ""},
        {"-。", ""},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.understood);
}

TEST_CASE("AND between two words is what stands there anyway") {
    const Row row = GENERATE(values<Row>({
        {"培训 AND 考核", "培训 考核"},
        {"培训 AND 考核 OR 通报", "培训 考核|通报"},
        {"AND 培训", "AND 培训"},
        {"培训 AND", "培训 AND"},
        {"培训 and 考核", "培训 and 考核"},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.understood);
}

TEST_CASE("fields are the caller's, all others text") {
    const Row row = GENERATE(values<Row>({
        {"培训 year:2023", "培训 {year=2023}"},
        {"year:2021-2023 培训", "培训 {year=2021-2023}"},
        {"year：2023", "{year=2023}"},
        {"-year:2023", "-{year=2023}"},
        {"机关:“湛河区 工信局” 培训", "培训 {机关=湛河区 工信局}"},
        {"机关:\"甲\"乙", "乙… {机关=甲}"},
        {"year: 2023", "year 2023"},
        {"year:", "year"},
        {":2023", "2023"},
        {"other:2023", "other:2023"},
        {"时间：上午9:30", "时间：上午9:30"},
        {"培训 OR year:2023 考核", "培训 OR 考核 {year=2023}"},
        {"培训 year:2023 OR 考核", "培训 OR 考核 {year=2023}"},
        {"\"year:2023\"", "year:2023"},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.understood);
}

TEST_CASE("nothing else typed is syntax") {
    const Row row = GENERATE(values<Row>({
        {"NEAR(申请 公开)", "NEAR(申请 公开"},
        {"^申请", "申请"},
        {"(申请 公开)", "申请 公开"},
        {"C#", "C"},
        {"( ) * ^ : +", ""},
        {"，。😀", ""},
        {"'; drop table section; --", "drop table section"},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.understood);
}

TEST_CASE("a MATCH expression quotes every phrase and names its columns") {
    const auto expression = [](std::string_view typed, const std::vector<std::string_view>& columns = {}) {
        return match_expression(parse_query(typed), columns);
    };
    CHECK(expression("申请 2023年") == R"("申请" AND "2023年" *)");
    CHECK(expression("“申请\" 公开”") == R"("申请"" 公开")");
    CHECK(expression("申请 OR 复议 公开 -预算") == R"((("申请" OR "复议") AND "公开") NOT "预算")");
    CHECK(expression("申请 -预算 -决算") == R"(("申请") NOT ("预算" OR "决算"))");
    CHECK(expression("申请 公", {"title", "content"}) == R"({"title" "content"} : ("申请" AND "公" *))");
    CHECK(expression("a", {"odd \" name"}) == R"({"odd "" name"} : ("a"))");
    CHECK(match_any(parse_query("-甲乙 -丙丁").none, {}) == R"(("甲乙" OR "丙丁"))");
}

TEST_CASE("what is left out counts in the columns named, and only there") {
    test::MemoryDatabase database;
    REQUIRE(register_tokenizer(database.connection()) == SQLITE_OK);
    database.ask("create virtual table t using fts5(a, b, c, tokenize='nianbao')");
    database.ask("insert into t values ('公开', '申请', '诉讼')");
    const auto found = [&](std::string_view typed, const std::vector<std::string_view>& columns) {
        const std::string match = match_expression(parse_query(typed), columns);
        return !database.ask("select rowid from t where t match ?1", {match}).empty();
    };
    CHECK(found("公开 申请", {}));
    CHECK(found("公开 申请", {"a", "b"}));
    CHECK_FALSE(found("公开 诉讼", {"a", "b"}));
    CHECK_FALSE(found("诉", {"a"}));
    CHECK(found("公开 OR 诉讼", {"c"}));
    CHECK_FALSE(found("公开 -诉讼", {}));
    CHECK(found("公开 -诉讼", {"a", "b"}));
}

TEST_CASE("whatever is typed is understood, and understood the same when it is typed again") {
    RandomText random(11);
    for (int i = 0; i < 3'000; ++i) {
        const std::string typed = random.query() + (random.below(3) == 0 ? "\xE5\x85" : "") + random.query();
        CAPTURE(typed);
        const auto take = [&](const Field&) { return i % 2 == 0; };
        const Query query = parse_query(typed, take);
        REQUIRE(query == parse_query(typed, take));
        for (const AnyOf& any : query.all) {
            REQUIRE_FALSE(any.empty());
            for (const Phrase& phrase : any) REQUIRE_FALSE(phrase.tokens.empty());
        }
        for (const Phrase& phrase : query.none) REQUIRE_FALSE(phrase.tokens.empty());
    }
}
