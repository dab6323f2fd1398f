// A report for people: facts, sections with their tables as the form has them, findings.
#pragma once

#include "archive/archive.hpp"
#include "core/result.hpp"
#include "report/report.hpp"

#include <ostream>

namespace nianbao::cli {

struct TextStyle {
    Language language = Language::en;
    int columns = 0; ///< width to wrap at; 0: lines are as long as they are
    bool evidence = false;
};

/// `stored` adds id and revision.
void print_report(std::ostream& out, const archive::StoredReport& report, bool stored,
                  const TextStyle& style);
/// One section: heading, prose, and the table that stands in it.
void print_section(std::ostream& out, const report::Report& report, report::SectionKind kind,
                   const TextStyle& style);

} // namespace nianbao::cli
