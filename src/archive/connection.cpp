#include "archive/connection.hpp"

#include "archive/migrate.hpp"
#include "fts/phrase_rows.hpp"
#include "fts/sql_functions.hpp"
#include "fts/sqlite_tokenizer.hpp"

#include <sqlite3.h>

#include <filesystem>

namespace nianbao::archive {

namespace {

std::string seconds_text(std::chrono::milliseconds wait) {
    const auto count = wait.count();
    std::string text = std::to_string(count / 1000);
    if (count % 1000 != 0) text += "." + std::to_string(1000 + count % 1000).substr(1);
    return text;
}

Error locked(const std::string& path, std::chrono::milliseconds wait) {
    const std::string seconds = seconds_text(wait);
    return {ErrorCode::archive_locked,
            {"档案库正被另一进程写入，等了 " + seconds + " 秒仍未释放",
             "another process is writing to the archive; it was still locked after " + seconds + " s"},
            {"等那个进程结束后再试", "try again when that process has finished"},
            path};
}

Error missing(const std::string& path) {
    return {ErrorCode::archive_missing,
            {"没有这个档案库", "there is no such archive"},
            {"先用 nianbao ingest 建立，或用 --db 指明文件",
             "make it with `nianbao ingest`, or name the file with --db"},
            path};
}

Error not_a_file(const std::string& path) {
    return {ErrorCode::archive_missing,
            {"这是文件夹或设备，不是档案库文件", "this is a folder or a device, not the file of an archive"},
            {"用 --db 指明一个文件", "name a file with --db"},
            path};
}

std::optional<Error> check_path(const std::string& path, Access access) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    if (!std::filesystem::exists(status)) {
        if (access != Access::create) return missing(path);
        const auto folder = std::filesystem::path(path).parent_path();
        if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return std::nullopt;
        return Error{ErrorCode::archive_missing,
                     {"要放档案库的文件夹不存在", "the folder for the archive does not exist"},
                     {"先建立这个文件夹", "make that folder first"},
                     path};
    }
    if (!std::filesystem::is_regular_file(status)) return not_a_file(path);
    return std::nullopt;
}

int open_flags(Access access) {
    switch (access) {
    case Access::read_only:
        return SQLite::OPEN_READONLY;
    case Access::read_write:
        return SQLite::OPEN_READWRITE;
    case Access::create:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    }
    return SQLite::OPEN_READONLY;
}

Error unreadable(const std::string& path, const std::string& reason) {
    return {ErrorCode::archive_missing,
            {"打不开档案库：" + reason, "the archive cannot be opened: " + reason},
            {"检查文件及其文件夹的权限", "check the permissions of the file and its folder"},
            path};
}

} // namespace

Error error_of(const SQLite::Exception& exception, const std::string& path, std::chrono::milliseconds wait) {
    const std::string reason = exception.what();
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return locked(path, wait);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return unreadable(path, reason);
    case SQLITE_READONLY:
        return {ErrorCode::archive_unwritable,
                {"档案库是只读的：" + reason, "the archive is read-only: " + reason},
                {"检查文件及其文件夹的写权限", "check that the file and its folder may be written"},
                path};
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return {ErrorCode::archive_unwritable,
                {"写不进或读不出档案库：" + reason, "the archive cannot be written or read: " + reason},
                {"检查磁盘空间", "check the space on the disk"},
                path};
    case SQLITE_INTERRUPT:
        return {ErrorCode::interrupted, {"已中断", "interrupted"}, {}, path};
    default:
        return {
            ErrorCode::archive_corrupt,
            {"档案库不完整，或不是档案库：" + reason, "this is no archive, or not a whole one: " + reason},
            {"原始文件都在的话，重新 ingest 到新的档案库",
             "the documents can be ingested into a new archive"},
            path};
    }
}

Prepared::~Prepared() {
    statement_.tryReset();
    try {
        statement_.clearBindings();
    } catch (
        const SQLite::Exception&) { // a statement that cannot be cleared is bound anew before its next use
    }
}

Prepared& Prepared::add(std::int64_t value) {
    statement_.bind(next_++, value);
    return *this;
}

Prepared& Prepared::add(std::string_view value) {
    statement_.bind(next_++, std::string(value));
    return *this;
}

Prepared& Prepared::add(std::nullptr_t) {
    statement_.bind(next_++);
    return *this;
}

void Prepared::run() {
    while (statement_.executeStep()) {
    }
}

std::optional<std::int64_t> Prepared::maybe_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Prepared::maybe_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

Connection::Connection(const std::string& path, int flags, std::chrono::milliseconds wait)
    : path_(path), wait_(wait),
      // One thread at a time: without SQLite's lock around every row a count takes a tenth less time.
      database_(path, flags | SQLite::OPEN_NOMUTEX, static_cast<int>(wait.count())) {
    sqlite3_extended_result_codes(handle(), 1);
    int status = fts::register_tokenizer(handle());
    if (status != SQLITE_OK) throw SQLite::Exception("this SQLite has no FTS5", status);
    status = fts::register_sql_functions(handle());
    if (status == SQLITE_OK) status = fts::register_phrase_rows(handle());
    if (status != SQLITE_OK) {
        throw SQLite::Exception("the functions of search cannot be registered", status);
    }
    database_.exec("pragma foreign_keys = on");
    database_.exec("pragma trusted_schema = off"); // an archive may come from anybody
    database_.exec("pragma synchronous = full");
}

Prepared Connection::prepare(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
    return Prepared(*statement);
}

Result<std::unique_ptr<Connection>> connect(const std::string& path, Access access,
                                            std::chrono::milliseconds wait) {
    if (auto error = check_path(path, access)) return *error;
    try {
        auto connection = std::make_unique<Connection>(path, open_flags(access), wait);
        if (auto ready = prepare_schema(*connection, access); !ready) return ready.error();
        return connection;
    } catch (const SQLite::Exception& exception) {
        return error_of(exception, path, wait);
    }
}

} // namespace nianbao::archive
