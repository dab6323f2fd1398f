// Where FTS5 gives its interface to those who extend it.
#pragma once

struct sqlite3;
struct fts5_api;

namespace nianbao::fts {

/// SQLITE_OK or SQLite's error code (SQLITE_ERROR where this SQLite has no FTS5).
int find_fts5(sqlite3* connection, fts5_api** api);

} // namespace nianbao::fts
