#include "fts/fts5_interface.hpp"

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3

namespace nianbao::fts {

/// FTS5 hands out its interface only through a pointer bound to this statement.
int find_fts5(sqlite3* connection, fts5_api** api) {
    *api = nullptr;
    sqlite3_stmt* statement = nullptr;
    const int prepared = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (prepared != SQLITE_OK) return prepared;
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    const int status = sqlite3_finalize(statement);
    if (status != SQLITE_OK) return status;
    return *api == nullptr || (*api)->iVersion < 2 ? SQLITE_ERROR : SQLITE_OK;
}

} // namespace nianbao::fts
