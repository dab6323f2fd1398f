// An auxiliary function of FTS5 is called with the first row that matches and asks FTS5 for all of them
// (xQueryPhrase), in a loop that runs inside FTS5.
#include "fts/phrase_rows.hpp"

#include "fts/fts5_interface.hpp"

#include <sqlite3.h>

#include <exception>
#include <memory>

namespace nianbao::fts {
namespace {

constexpr const char* function_name = "nianbao_rows";
constexpr const char* pointer_name = "nianbao::fts::Walk";

struct Walk {
    const TakeRow& take;
    std::exception_ptr thrown;
};

int take_row(const Fts5ExtensionApi* api, Fts5Context* row, void* pointer) {
    auto& walk = *static_cast<Walk*>(pointer);
    try {
        return walk.take(api->xRowid(row)) ? SQLITE_OK : SQLITE_DONE;
    } catch (...) { // no exception may cross SQLite's C frames
        walk.thrown = std::current_exception();
        return SQLITE_ABORT;
    }
}

void walk_rows(const Fts5ExtensionApi* api, Fts5Context* first, sqlite3_context* result, int count,
               sqlite3_value** values) {
    void* walk = count == 1 ? sqlite3_value_pointer(values[0], pointer_name) : nullptr;
    if (walk == nullptr) return sqlite3_result_error(result, "nianbao_rows is for nianbao alone", -1);
    const int status =
        api->xPhraseCount(first) == 1 ? api->xQueryPhrase(first, 0, walk, take_row) : SQLITE_MISUSE;
    if (status != SQLITE_OK) sqlite3_result_error_code(result, status);
}

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

} // namespace

int register_phrase_rows(sqlite3* connection) {
    fts5_api* api = nullptr;
    const int status = find_fts5(connection, &api);
    if (status != SQLITE_OK) return status;
    return api->xCreateFunction(api, function_name, nullptr, walk_rows, nullptr);
}

int for_each_row(sqlite3* connection, const std::string& table, const std::string& match,
                 const TakeRow& take) {
    const std::string sql = std::string("select ") + function_name + "(" + table + ", ?2) from " + table +
                            " where " + table + " match ?1 limit 1";
    sqlite3_stmt* raw = nullptr;
    const int prepared = sqlite3_prepare_v2(connection, sql.c_str(), -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalizer> statement(raw);
    if (prepared != SQLITE_OK) return prepared;
    Walk walk{take, nullptr};
    sqlite3_bind_text64(raw, 1, match.data(), match.size(), SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_pointer(raw, 2, &walk, pointer_name, nullptr);
    const int status = sqlite3_step(raw);
    if (walk.thrown) std::rethrow_exception(walk.thrown);
    return status == SQLITE_ROW || status == SQLITE_DONE ? SQLITE_OK : status;
}

} // namespace nianbao::fts
