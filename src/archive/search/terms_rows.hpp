// The two answers of `terms` on one connection. Internal to this floor; both throw SQLite::Exception.
#pragma once

#include "archive/connection.hpp"
#include "archive/rows.hpp"
#include "archive/terms.hpp"

namespace nianbao::archive {

/// Rows (term, sections, of_sections, elsewhere, of_elsewhere, score): in how many sections of the scope a
/// term stands, in how many of the rest, and the log-likelihood of that difference; the largest first. All
/// counts are exact, whatever was read to find the terms.
void distinctive_terms(Connection& connection, const TermsRequest& request, RowSink& sink);

/// Rows (text, bodies, reports, first_year, last_year): clauses that bodies say in more than one year, digits
/// disregarded, those of most bodies first.
void repeated_clauses(Connection& connection, const TermsRequest& request, RowSink& sink);

} // namespace nianbao::archive
