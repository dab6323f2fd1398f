// Why an authorizer beside the read-only connection: SQLITE_OPEN_READONLY still lets VACUUM INTO and ATTACH
// write files.
#include "archive/sql_guard.hpp"

#include "archive/sql_hint.hpp"
#include "archive/statement.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace nianbao::archive {

namespace {

/// Pragmas that only tell; FTS5 itself asks for data_version.
constexpr auto reading_pragmas = std::to_array<std::string_view>(
    {"data_version", "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
     "foreign_key_list", "function_list", "pragma_list", "module_list", "collation_list", "database_list",
     "compile_options"});
/// These tell without an argument, and set with one.
constexpr auto asking_pragmas = std::to_array<std::string_view>(
    {"user_version", "application_id", "page_count", "page_size", "freelist_count", "encoding",
     "schema_version", "journal_mode", "query_only", "foreign_keys"});

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view one) {
        return one.size() == name.size() &&
               sqlite3_strnicmp(one.data(), name.data(), static_cast<int>(name.size())) == 0;
    });
}

bool allows_pragma(const char* name, const char* argument) {
    if (name == nullptr) return false;
    return contains(reading_pragmas, name) || (argument == nullptr && contains(asking_pragmas, name));
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
    bool allowed = false;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        allowed = true;
        break;
    case SQLITE_FUNCTION:
        allowed = second == nullptr || std::strcmp(second, "load_extension") != 0;
        break;
    case SQLITE_PRAGMA:
        allowed = allows_pragma(first, second);
        break;
    case SQLITE_UPDATE:
        // Asked while json_each() and the like declare their columns; a real update is no reading statement.
        allowed = first != nullptr && std::strcmp(first, "sqlite_master") == 0;
        break;
    default:
        break; // everything that writes, attaches, begins or analyses
    }
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

/// FTS5 reads its settings when its table is first touched, with statements that the authorizer would refuse.
void touch_full_text(Connection& connection) {
    connection.prepare("select rowid from section_fts where section_fts match '\"年报\"' limit 1").run();
}

class Guard {
public:
    explicit Guard(Connection& connection) : connection_(connection) {
        touch_full_text(connection);
        connection.execute("pragma query_only = on");
        sqlite3_set_authorizer(connection.handle(), authorize, nullptr);
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard() {
        sqlite3_set_authorizer(connection_.handle(), nullptr, nullptr);
        connection_.database().tryExec("pragma query_only = off");
    }

private:
    Connection& connection_;
};

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalizer>;

Error usage(Message message, Message hint) {
    return {ErrorCode::usage, std::move(message), std::move(hint), ""};
}

Error refused() {
    return usage({"只能读取：这条语句会写入、附加别的文件或改变设置",
                  "read-only: this statement would write, attach another file or change a setting"},
                 {"用 select 查询视图；nianbao ingest 是唯一写入档案库的命令",
                  "select from the views; only `nianbao ingest` writes to the archive"});
}

Error several() {
    return usage({"一次只能运行一条语句", "only one statement can be run at a time"},
                 {"去掉分号之后的部分", "remove what follows the semicolon"});
}

Error error_of_statement(Connection& connection, int status) {
    if ((status & 0xFF) == SQLITE_AUTH || (status & 0xFF) == SQLITE_READONLY) return refused();
    const std::string reason = sqlite3_errmsg(connection.handle());
    const int kind = status & 0xFF;
    if (kind != SQLITE_ERROR && kind != SQLITE_MISMATCH && kind != SQLITE_TOOBIG && kind != SQLITE_RANGE) {
        throw SQLite::Exception(connection.handle(), status); // the archive's trouble, not the statement's
    }
    return usage({"SQL 有误：" + reason, "bad SQL: " + reason}, {});
}

/// True where only white space, comments and semicolons follow.
bool holds_statement(Connection& connection, std::string_view rest) {
    while (!rest.empty()) {
        sqlite3_stmt* raw = nullptr;
        const char* tail = nullptr;
        const int status =
            sqlite3_prepare_v2(connection.handle(), rest.data(), static_cast<int>(rest.size()), &raw, &tail);
        const StatementHandle statement(raw);
        if (status != SQLITE_OK || statement) return true;
        const auto used = static_cast<std::size_t>(tail - rest.data());
        if (used == 0) return false;
        rest.remove_prefix(used);
    }
    return false;
}

std::optional<Error> bind_given(sqlite3_stmt* statement, const Parameters& parameters) {
    std::vector<std::string_view> asked;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement, i);
        if (name == nullptr || *name == '?') {
            return usage({"参数须有名字，如 :year", "parameters must be named, like :year"},
                         {"把 ? 换成 :名字，并用 -p 名字=值 给出",
                          "write :name for ? and give it with -p name=value"});
        }
        const std::string bare = name + 1;
        const auto found = parameters.find(bare);
        if (found == parameters.end()) {
            return usage({"没有给出参数 " + bare, "parameter " + bare + " is not given"},
                         {"加上 -p " + bare + "=值", "add -p " + bare + "=VALUE"});
        }
        bind_value(statement, i, found->second);
        asked.push_back(found->first);
    }
    for (const auto& [name, value] : parameters) {
        if (contains(asked, name)) continue;
        return usage({"语句里没有参数 " + name, "the statement has no parameter " + name},
                     {"在语句里写 :" + name, "write :" + name + " in the statement"});
    }
    return std::nullopt;
}

Result<void> prepare_and_run(Connection& connection, std::string_view text, const Parameters& parameters,
                             RowSink& sink) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int prepared =
        sqlite3_prepare_v2(connection.handle(), text.data(), static_cast<int>(text.size()), &raw, &tail);
    const StatementHandle statement(raw);
    if (prepared != SQLITE_OK) return error_of_statement(connection, prepared);
    if (!statement) {
        return usage({"没有语句", "there is no statement"},
                     {"例如 select body, year from reports", "for example: select body, year from reports"});
    }
    if (holds_statement(connection, text.substr(static_cast<std::size_t>(tail - text.data()))))
        return several();
    if (sqlite3_stmt_readonly(statement.get()) == 0) return refused();
    if (auto error = bind_given(statement.get(), parameters)) return *error;
    const int status = pour(statement.get(), sink);
    if (status != SQLITE_DONE) return error_of_statement(connection, status);
    return {};
}

} // namespace

Result<void> run_guarded(Connection& connection, std::string_view statement, const Parameters& parameters,
                         RowSink& sink) {
    const std::string text(statement.substr(0, statement.find('\0'))); // prepare() stops at a NUL anyway
    Result<void> result;
    {
        const Guard guard(connection);
        result = prepare_and_run(connection, text, parameters, sink);
    }
    if (!result && result.error().hint.empty())
        result.error().hint = sql_hint(connection, result.error().message.en);
    return result;
}

} // namespace nianbao::archive
