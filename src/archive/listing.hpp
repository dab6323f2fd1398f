// Lists, counts and checks of a whole archive. Internal to this floor.
#pragma once

#include "archive/archive.hpp"
#include "archive/connection.hpp"

namespace nianbao::archive {

// All of these throw SQLite::Exception.
void list_rows(Connection& connection, Archive::ListKind kind, const Archive::ListFilter& filter,
               RowSink& sink);
std::vector<std::int64_t> find_current_reports(Connection& connection, std::string_view body,
                                               std::optional<int> year);
void status_rows(Connection& connection, RowSink& sink);
bool verify_rows(Connection& connection, RowSink& sink);

} // namespace nianbao::archive
