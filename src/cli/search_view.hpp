// How the answers of `search` are shown: rows for machines, headed snippets for people.
#pragma once

#include "archive/search.hpp"
#include "cli/command.hpp"

namespace nianbao::cli {

/// A headed snippet, hits in colour or brackets.
void print_hit(const Context& context, const archive::SearchHit& hit);

/// report, body, year, section, snippet, rank, line, source; with --fold also repeats.
std::vector<std::string> columns_of_hits(bool folded);
std::vector<archive::Value> row_of_hit(const archive::SearchHit& hit, bool folded);

/// Rows (part, value): how what was typed is understood.
void explanation_as_rows(const archive::SearchExplanation& explanation, Language language,
                         archive::RowSink& sink);

} // namespace nianbao::cli
