// One connection to the archive's file: how it is opened, its statements, and the one place where SQLiteCpp's
// exceptions become errors. Internal to this floor: no other floor includes it.
#pragma once

#include "archive/archive.hpp"
#include "core/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::archive {

/// "NBAO": tells an archive from any other SQLite file (pragma application_id).
inline constexpr std::int32_t application_id = 0x4E42414F;

/// What an exception means to the user of the archive at `path`.
Error error_of(const SQLite::Exception& exception, const std::string& path, std::chrono::milliseconds wait);

/// A prepared statement that is given back, reset and unbound, when this goes out of scope.
class Prepared {
public:
    explicit Prepared(SQLite::Statement& statement) : statement_(statement) {}
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared();

    /// Binds the next parameters in their order.
    Prepared& add(std::int64_t value);
    Prepared& add(std::string_view value);
    Prepared& add(std::nullptr_t);
    template<class T>
    Prepared& add(const std::optional<T>& value) {
        return value ? add(*value) : add(nullptr);
    }
    Prepared& add(int value) { return add(std::int64_t{value}); }

    bool step() { return statement_.executeStep(); }
    void run(); ///< to the end, rows ignored
    std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    double real(int column) const { return statement_.getColumn(column).getDouble(); }
    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    bool is_null(int column) const { return statement_.isColumnNull(column); }
    std::optional<std::int64_t> maybe_integer(int column) const;
    std::optional<std::string> maybe_text(int column) const;

private:
    SQLite::Statement& statement_;
    int next_ = 1;
};

class Connection {
public:
    /// Throws SQLite::Exception.
    Connection(const std::string& path, int flags, std::chrono::milliseconds wait);

    SQLite::Database& database() { return database_; }
    sqlite3* handle() { return database_.getHandle(); }
    const std::string& path() const { return path_; }

    /// A statement of ours, prepared once. `sql` is a literal or lives as long.
    Prepared prepare(const char* sql);
    void execute(const char* sql) { database_.exec(sql); }
    std::int64_t last_id() const { return database_.getLastInsertRowid(); }

    /// Runs `work`, which returns a Result, and turns an exception of SQLiteCpp into its error.
    template<class F>
    auto guarded(F&& work) -> decltype(work()) {
        try {
            return work();
        } catch (const SQLite::Exception& exception) {
            return error_of(exception, path_, wait_);
        }
    }

private:
    std::string path_;
    std::chrono::milliseconds wait_;
    SQLite::Database database_;
    std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_; // gone before the database
};

/// Opens the file and proves that it is an archive of this version or, where writing is allowed, makes it
/// one.
Result<std::unique_ptr<Connection>> connect(const std::string& path, Access access,
                                            std::chrono::milliseconds wait);

} // namespace nianbao::archive
