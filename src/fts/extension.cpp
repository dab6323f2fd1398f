// The tokenizer and the query language as a loadable extension, so that other programs can search an archive
// too:
//     sqlite3 -cmd '.load ./nianbao_fts5' archive.db
// SQLite makes the entry point's name from the letters of the file name, without digits and underscores.
#include "fts/sql_functions.hpp"
#include "fts/sqlite_tokenizer.hpp"

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

extern "C" [[gnu::visibility("default")]] int
sqlite3_nianbaofts_init(sqlite3* connection, char** error_message, const sqlite3_api_routines* routines) {
    SQLITE_EXTENSION_INIT2(routines)
    // The table of pointers of an older SQLite ends before sqlite3_bind_pointer.
    constexpr int first_with_bind_pointer = 3'020'000;
    if (sqlite3_libversion_number() < first_with_bind_pointer) {
        *error_message =
            sqlite3_mprintf("nianbao_fts5 needs SQLite 3.20 or later, this is %s", sqlite3_libversion());
        return SQLITE_ERROR;
    }
    int status = nianbao::fts::register_tokenizer(connection);
    if (status != SQLITE_OK) *error_message = sqlite3_mprintf("nianbao_fts5 needs an SQLite that has FTS5");
    if (status == SQLITE_OK) status = nianbao::fts::register_sql_functions(connection);
    return status;
}
