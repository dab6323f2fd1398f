// Renders the three tables in the layouts of converted text, as converters leave them: the independent way by
// which the parser is tested. Nothing of the parser is used here but the codes and official labels of the
// form.
#pragma once

#include "report/report.hpp"

#include <random>
#include <string>
#include <vector>

namespace nianbao::test {

enum class Layout { tsv, tsv_shifted, one_cell_a_line, one_cell_a_line_spaced, flow, flow_paged };
inline constexpr Layout all_layouts[] = {
    Layout::tsv,  Layout::tsv_shifted, Layout::one_cell_a_line, Layout::one_cell_a_line_spaced,
    Layout::flow, Layout::flow_paged};

/// How a figure is printed.
struct Print {
    std::string zero = "0"; ///< what stands for nought: 0, /, -, 无, or nothing at all
    bool thousands = false;
    bool full_width = false;
    bool padded = false; ///< blanks behind
};

/// Random figures of one report in the given form; raw and place are left empty. Where zero is not "0" the
/// cells that would be 0 hold no number.
report::Report random_report(std::mt19937& random, report::Generation generation, const Print& print);

/// The whole document: title, headings, prose, tables.
std::string render(const report::Report& report, Layout layout, const Print& print, std::mt19937& random);

} // namespace nianbao::test
