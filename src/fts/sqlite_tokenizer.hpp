// Makes the tokenizer known to SQLite's FTS5 under the name `nianbao`, for one connection.
#pragma once

struct sqlite3;

namespace nianbao::fts {

inline constexpr const char* tokenizer_name = "nianbao";

/// SQLITE_OK or SQLite's error code (SQLITE_ERROR where this SQLite has no FTS5).
int register_tokenizer(sqlite3* connection);

} // namespace nianbao::fts
