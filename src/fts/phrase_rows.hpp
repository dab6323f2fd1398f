// The rows of a phrase from FTS5 itself. A row that goes through a statement costs SQLite several times what
// finding it costs FTS5, and a common word has hundreds of thousands (docs/decisions/0007). Not in the
// loadable extension.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

struct sqlite3;

namespace nianbao::fts {

/// Makes for_each_row() possible on this connection: SQLITE_OK or SQLite's error code.
int register_phrase_rows(sqlite3* connection);

/// False: enough.
using TakeRow = std::function<bool(std::int64_t row)>;

/// Calls `take` for the rows that `match` finds in an FTS5 table, in ascending order: what `select rowid …
/// order by rowid` gives. `match` is an expression of one phrase, held to columns or not; another is
/// SQLITE_MISUSE. SQLITE_OK or SQLite's error code; lets through what `take` throws.
int for_each_row(sqlite3* connection, const std::string& table, const std::string& match,
                 const TakeRow& take);

} // namespace nianbao::fts
