// An FTS5 table in memory with our tokenizer: what the tests of this floor ask SQLite.
#pragma once

#include "fts/sqlite_tokenizer.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::fts::test {

class MemoryDatabase {
public:
    MemoryDatabase() { check(sqlite3_open(":memory:", &connection_)); }
    ~MemoryDatabase() { sqlite3_close(connection_); }
    MemoryDatabase(const MemoryDatabase&) = delete;
    MemoryDatabase& operator=(const MemoryDatabase&) = delete;

    sqlite3* connection() const { return connection_; }

    /// Every row's columns as text, joined by `|`. Throws with SQLite's message.
    std::vector<std::string> ask(const std::string& sql, const std::vector<std::string>& values = {}) const {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr));
        for (std::size_t i = 0; i < values.size(); ++i)
            sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].data(),
                              static_cast<int>(values[i].size()),
                              nullptr); // null: the text outlives the statement
        std::vector<std::string> rows;
        while (sqlite3_step(statement) == SQLITE_ROW) rows.push_back(row_of(statement));
        check(sqlite3_finalize(statement));
        return rows;
    }

private:
    void check(int status) const {
        if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(connection_));
    }

    static std::string row_of(sqlite3_stmt* statement) {
        std::string row;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const void* bytes = sqlite3_column_blob(statement, i);
            if (i > 0) row += '|';
            if (bytes != nullptr)
                row.append(static_cast<const char*>(bytes),
                           static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
        }
        return row;
    }

    sqlite3* connection_ = nullptr;
};

/// `create virtual table t using fts5(x, tokenize='nianbao')` and its rows, numbered from 1.
class MemoryTable : public MemoryDatabase {
public:
    explicit MemoryTable(const std::vector<std::string>& texts = {}) {
        if (register_tokenizer(connection()) != SQLITE_OK) throw std::runtime_error("no tokenizer");
        ask("create virtual table t using fts5(x, tokenize='nianbao')");
        for (const std::string& text : texts) ask("insert into t(x) values (?1)", {text});
    }

    /// Numbers of the rows that an expression matches.
    std::vector<int> matching(const std::string& expression) const {
        std::vector<int> numbers;
        for (const std::string& row :
             ask("select rowid from t where t match ?1 order by rowid", {expression}))
            numbers.push_back(std::stoi(row));
        return numbers;
    }
};

} // namespace nianbao::fts::test
