// What the prose of a report says about whose report it is, where no title does: the sentence that publishes
// it, who compiled it, whom to call.
#pragma once

#include "report/report.hpp"
#include "report/sections.hpp"
#include "report/strips.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nianbao::report {

struct BodyClaim {
    std::string name; ///< as printed; empty where nothing names a body
    Evidence from = Evidence::none;
};

/// The claim to trust most: preface, `signed_off`, contact line, the sentence that opens with the year, the
/// page's lines of metadata. A sentence that names a report of another year than `period` names another
/// report.
BodyClaim body_claim(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts,
                     const std::string& signed_off, std::optional<int> period);

/// The year that the sentence which publishes the report gives: 现公布某局2023年政府信息公开工作年度报告.
std::optional<int> year_claim(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts);

} // namespace nianbao::report
