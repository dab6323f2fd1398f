// Whose report stands at which place. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "archive/search/section_id.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao::archive {

struct PlacedReport {
    ReportPlace place;
    std::int64_t body_id = 0; ///< 0 where the report does not say
    std::string body;         ///< empty where it does not
};

/// All current reports in the order of their places. Throws SQLite::Exception.
std::vector<PlacedReport> placed_reports(Connection& connection);

/// The one at a place; nullptr where there is none.
const PlacedReport* report_at(const std::vector<PlacedReport>& reports, ReportPlace place);

} // namespace nianbao::archive
