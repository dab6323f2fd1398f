// Reading one report back, equal to what was stored. Internal to this floor.
#pragma once

#include "archive/archive.hpp"
#include "archive/connection.hpp"
#include "archive/vocabulary.hpp"

namespace nianbao::archive {

/// nullopt where there is no such report. Throws SQLite::Exception.
std::optional<StoredReport> load_report(Connection& connection, const Vocabulary& vocabulary,
                                        std::int64_t id);

/// Only for load_report(): fills the three tables.
void load_figures(Connection& connection, const Vocabulary& vocabulary, std::int64_t id,
                  report::Report& report);

} // namespace nianbao::archive
