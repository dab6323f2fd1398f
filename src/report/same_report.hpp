// Whether two documents of one body name, year and scope are versions of one report, or reports of two bodies
// that have the same name: there are fifty 太平镇 in the country, and a title often names no place
// (docs/decisions/0004).
#pragma once

#include "report/report.hpp"

namespace nianbao::report {

/// False only where the documents show it: both have sentences (short texts: clauses) enough in 总体情况
/// and 改进, hardly any is common to both, and their figures differ or are all zero.
bool may_be_same_report(const Report& a, const Report& b);

/// True where a copy lacks a table or a section that the other has, or more than half of its numbers: cut
/// off, or badly converted. Such a copy does not take the other's place.
bool is_less_complete(const Report& copy, const Report& than);

} // namespace nianbao::report
