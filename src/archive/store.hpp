// Writing one report or one failure; the caller holds the transaction. Internal to this floor.
#pragma once

#include "archive/archive.hpp"
#include "archive/connection.hpp"
#include "archive/index_queue.hpp"
#include "archive/vocabulary.hpp"

namespace nianbao::archive {

/// The report of these bytes, as an unchanged one. Throws SQLite::Exception, as all of these do.
std::optional<Stored> find_stored(Connection& connection, std::string_view sha256);

/// `index` gets what is to be indexed before the transaction is committed.
Stored store_report(Connection& connection, const Vocabulary& vocabulary, IndexQueue& index,
                    const Source& source, const report::Report& report);
void store_failure(Connection& connection, const Source& source, const Error& error);
/// Failures of these bytes, or of this path, whatever it held.
bool has_failure(Connection& connection, const Source& source);
void forget_failure(Connection& connection, const Source& source);
void store_run(Connection& connection, const Archive::Run& run);

/// Only for store_report(): the three tables of a report that has its row already.
void store_figures(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id,
                   const report::Report& report);

} // namespace nianbao::archive
