// The document cut at its section headings.
#pragma once

#include "report/form.hpp"
#include "report/strips.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::report {

/// What stands from one heading to the next. A kind may have several parts: headings are printed twice, and a
/// table of contents or an abstract repeats them.
struct SectionPart {
    SectionKind kind = SectionKind::preface;
    std::string heading;     ///< as printed; empty for the preface
    std::string inline_text; ///< what follows the heading on its own line
    std::size_t begin = 0;   ///< first strip behind the heading
    std::size_t end = 0;
    int line = 0;
    int page = 0;
    bool free_form = false; ///< only reports of the years before 2019 have it
};

/// Parts in the order of the document; the first is the preface, empty or not.
std::vector<SectionPart> split_sections(const std::vector<Strip>& strips);

} // namespace nianbao::report
