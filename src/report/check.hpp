// The identities of the form (勾稽关系) inside one report. Checks see the values as printed and change none
// of them.
#pragma once

#include "report/report.hpp"

#include <vector>

namespace nianbao::report {

/// I1: r1 + r2 = r3.7 + r4, each column. I2: the outcomes add up to r3.7, each column. I3: the six applicant
/// columns add up to the total, each row. I4: the four results add up to the total, each route. A failed
/// identity is a finding of its own; those of one rule that cannot be assessed, because a cell holds no
/// number, are one finding together.
std::vector<Finding> check_identities(const Report& report);

} // namespace nianbao::report
