// The query language in SQL, for whoever searches an archive without the program: the loadable extension and
// `nianbao sql` have both.
//
//     nianbao_match(query, column…)        the MATCH expression; no column: any
//     nianbao_mark(text, query, open, close)  the text with its hits between two marks ('[' and ']')
#pragma once

struct sqlite3;

namespace nianbao::fts {

/// SQLITE_OK or SQLite's error code.
int register_sql_functions(sqlite3* connection);

} // namespace nianbao::fts
