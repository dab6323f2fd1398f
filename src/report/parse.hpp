// From a document to a report: the one entry of this floor. Pure: no file, no archive, no clock.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"
#include "report/report.hpp"

namespace nianbao::report {

/// Version of what the parser makes of a document; rises whenever the same bytes may be read otherwise.
inline constexpr int parser_version = 1;

/// Errors: not_a_report, blank_form.
Result<Report> parse_report(document::Document document);

} // namespace nianbao::report
