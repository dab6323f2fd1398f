// Rows of a phrase straight from FTS5, against those of a plain statement.
#include "fts/phrase_rows.hpp"
#include "fts/query.hpp"
#include "memory_table.hpp"
#include "random_text.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace nianbao::fts;
using nianbao::fts::test::MemoryTable;
using nianbao::fts::test::RandomText;

namespace {

class TwoColumns : public MemoryTable {
public:
    TwoColumns() {
        if (register_phrase_rows(connection()) != SQLITE_OK)
            throw std::runtime_error("no auxiliary function");
        ask("drop table t");
        ask("create virtual table t using fts5(x, y, tokenize='nianbao')");
        ask("insert into t(t, rank) values ('pgsz', 64)"); // lists of rows run over many pages
    }
};

struct Rows {
    int status = SQLITE_OK;
    std::vector<int> ids;
    bool operator==(const Rows&) const = default;
};

Rows walked(const MemoryTable& table, const std::string& match, std::size_t most = 1'000'000) {
    Rows rows;
    rows.status = for_each_row(table.connection(), "t", match, [&](std::int64_t id) {
        rows.ids.push_back(static_cast<int>(id));
        return rows.ids.size() < most;
    });
    return rows;
}

void fill(const MemoryTable& table, RandomText& random, int count) {
    for (int i = 0; i < count; ++i)
        table.ask("insert into t(x, y) values (?1, ?2)", {random.document(20), random.document(4)});
}

} // namespace

TEST_CASE("a phrase walked through FTS5 has the rows of a statement, through writing and deleting") {
    RandomText random(31);
    TwoColumns table;
    const auto same = [&](int queries) {
        std::size_t found = 0;
        for (int i = 0; i < queries; ++i) {
            const std::string typed = random.below(6) == 0 ? "2023" : random.han(1 + random.below(4));
            const auto query = parse_query(typed);
            for (const auto& columns :
                 {std::vector<std::string_view>{}, {"x"}, {"y"}, {"y", "x"}, {"x", "y", "x"}}) {
                const std::string match = match_expression(query, columns);
                CAPTURE(match);
                const Rows expected{SQLITE_OK, table.matching(match)};
                REQUIRE(walked(table, match) == expected);
                found += expected.ids.size();
            }
        }
        return found;
    };
    CHECK(same(5) == 0); // an empty table
    for (int round = 0; round < 4; ++round) {
        table.ask("begin");
        fill(table, random, 200);
        CHECK(same(30) > 1000); // not yet written out
        table.ask("delete from t where rowid % 7 = ?1", {std::to_string(round)});
        same(30);
        table.ask(round == 2 ? "rollback" : "commit"); // a segment more each time
        CHECK(same(30) > 1000);
    }
    table.ask("insert into t(t) values ('optimize')");
    CHECK(same(60) > 1000);
}

TEST_CASE("a walk ends where enough is had, and lets exceptions through") {
    TwoColumns table;
    for (int i = 0; i < 50; ++i) table.ask("insert into t(x) values ('公开')");
    CHECK(walked(table, "\"公开\"", 3) == Rows{SQLITE_OK, {1, 2, 3}});
    const auto throws = [](std::int64_t id) -> bool {
        throw std::runtime_error("at row " + std::to_string(id));
    };
    CHECK_THROWS_WITH(for_each_row(table.connection(), "t", "\"公开\"", throws), "at row 1");
    CHECK(walked(table, "\"公开\"").ids.size() == 50); // and the next one is whole again
}

TEST_CASE("a walk is for one phrase, and for the program alone") {
    TwoColumns table;
    table.ask("insert into t(x) values ('公开信息')");
    CHECK(walked(table, R"("公开" AND "信息")") == Rows{SQLITE_MISUSE, {}});
    CHECK(walked(table, R"("公开" OR "没有")") == Rows{SQLITE_MISUSE, {}});
    CHECK(walked(table, "\"没有").status == SQLITE_ERROR); // no expression
    CHECK_THROWS_WITH(table.ask("select nianbao_rows(t, 1) from t where t match '\"公开\"'"),
                      Catch::Contains("nianbao alone"));
    CHECK_THROWS(table.ask("select nianbao_rows(t) from t where t match '\"公开\"'"));
}
