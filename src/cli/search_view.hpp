// How the answers of `search` are shown: rows for machines, headed snippets for people.
#pragma once

#include "archive/search.hpp"
#include "cli/command.hpp"

namespace nianbao::cli {

/// Headed snippets, hits in colour or brackets.
void print_hits(const Context& context, const archive::SearchResult& result);

/// Rows (report, body, year, section, snippet, rank, line, source), with --fold also repeats.
void hits_as_rows(const archive::SearchResult& result, bool folded, archive::RowSink& sink);

/// Rows (part, value): how what was typed is understood.
void explanation_as_rows(const archive::SearchExplanation& explanation, Language language,
                         archive::RowSink& sink);

} // namespace nianbao::cli
