// Ad-hoc SQL that can only read. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "archive/query.hpp"
#include "archive/rows.hpp"

namespace nianbao::archive {

/// Runs one statement under an authorizer that refuses everything but reading. Errors: usage with SQLite's
/// message.
Result<void> run_guarded(Connection& connection, std::string_view statement, const Parameters& parameters,
                         RowSink& sink);

} // namespace nianbao::archive
