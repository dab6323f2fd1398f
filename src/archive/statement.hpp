// Rows of any statement into a RowSink. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "archive/query.hpp"
#include "archive/rows.hpp"

struct sqlite3_stmt;

namespace nianbao::archive {

Value value_at(sqlite3_stmt* statement, int column);
void bind_value(sqlite3_stmt* statement, int index, const Value& value);

/// Binds by name what the statement asks for; what is not given is NULL. For named queries and our own
/// statements.
void bind_parameters(sqlite3_stmt* statement, const Parameters& parameters);

/// Steps to the end, or until the sink has enough. SQLITE_DONE, or SQLite's error code.
int pour(sqlite3_stmt* statement, RowSink& sink);

/// A statement of our own into a sink. Throws SQLite::Exception.
void run_into(Connection& connection, const std::string& sql, const Parameters& parameters, RowSink& sink);

} // namespace nianbao::archive
