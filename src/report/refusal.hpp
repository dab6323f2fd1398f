// Whether a document is a report at all. What looks like one is named and refused: explanations, notices,
// samples to be copied, empty forms, list pages, summaries of other work.
#pragma once

#include "core/result.hpp"
#include "report/identity.hpp"
#include "report/report.hpp"
#include "report/sections.hpp"
#include "report/strips.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace nianbao::report {

/// A document whose tables are read.
struct Candidate {
    const std::vector<Strip>& strips;
    const std::vector<SectionPart>& parts; ///< the first is what stands above all headings
    const std::optional<Title>& title;
    const Report& report;
    std::function<bool(std::size_t)> is_prose; ///< by strip: neither table nor the site's
};

/// Why the document is no report (not_a_report); nullopt where it is one.
std::optional<Error> refusal(const Candidate& candidate);

/// blank_form for the form itself: labels without any value, and no body that filled it in.
std::optional<Error> refusal_of_blank_form(const Report& report);

} // namespace nianbao::report
