# Every third-party package, found once. All come from Debian; nothing is downloaded at configure time.
find_package(PkgConfig REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp CONFIG REQUIRED)
find_package(cxxopts CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
# utf8proc's pkg-config file says 2.6.0 although the package is 2.8.0: no version demand.
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(libmd REQUIRED IMPORTED_TARGET libmd)
pkg_check_modules(opencc REQUIRED IMPORTED_TARGET opencc)           # simplified and traditional forms
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)             # HTML
find_package(LibArchive REQUIRED)                                   # zip, tar.gz, docx
find_package(pugixml CONFIG REQUIRED)                               # the XML of docx
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler-cpp)     # PDF: characters, in nianbao-pdf only (GPL)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)            # PDF: ruling lines
find_package(mimalloc 2 CONFIG REQUIRED)                            # memory (docs/decisions/0008)
if(NIANBAO_TESTS)
  find_package(Catch2 2 CONFIG REQUIRED)
endif()

# The archive is of no use without FTS5: say so now, not at the first search.
include(CheckCXXSourceRuns)
set(CMAKE_REQUIRED_LIBRARIES SQLite::SQLite3)
check_cxx_source_runs("
#include <sqlite3.h>
int main() {
    sqlite3* db = nullptr;
    if (sqlite3_open(\":memory:\", &db) != SQLITE_OK) return 1;
    int rc = sqlite3_exec(db, \"create virtual table t using fts5(x)\", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    return rc == SQLITE_OK ? 0 : 1;
}" NIANBAO_SQLITE_HAS_FTS5)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT NIANBAO_SQLITE_HAS_FTS5)
  message(FATAL_ERROR "This SQLite has no FTS5. Debian's libsqlite3-dev has it: apt-get install libsqlite3-dev")
endif()
