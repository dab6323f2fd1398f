// Renders the three tables into every layout that is read, as publishers and converters leave them: the
// independent way by which the readers and the parser are tested. Nothing of the parser is used here but the
// codes and official labels of the form.
#pragma once

#include "report/report.hpp"
#include "support/layouts_grid.hpp"

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::test {

/// How a figure is printed.
struct Print {
    std::string zero = "0"; ///< what stands for nought: 0, /, -, 无, or nothing at all
    bool thousands = false;
    bool full_width = false;
    bool padded = false;      ///< blanks behind
    bool child_totals = true; ///< false: 总计 is blank in the rows of the results, as in some reports of 2019
    int blank_zeros = 0;      ///< per cent of the noughts that are left blank
};

/// What becomes of the cells that hold nothing.
enum class Blanks {
    kept,    ///< every cell has its place
    shifted, ///< rows lost fields that are blank: a row with blanks is told by its total alone
    lost,    ///< they vanish: a row with blanks cannot be told
    any,     ///< numbers that are no figures stand among the figures: any row may be in doubt
};

/// One way in which a report comes to its reader.
struct Layout {
    std::string_view name;
    Blanks blanks = Blanks::kept;
    std::string (*render)(const Sheet&, std::mt19937&) = nullptr; ///< gives the file's bytes
    bool traditional = false;                                     ///< in traditional characters
};

/// domain.md §3.1: A–K with their variants, and the encodings.
std::span<const Layout> all_layouts();

/// Random figures of one report in the given form; raw and place are left empty. Where zero is not "0" the
/// cells that would be 0 hold no number.
report::Report random_report(std::mt19937& random, report::Generation generation, const Print& print);

/// The report as a publisher lays it out, before any converter: title, headings, prose, tables with spans.
Sheet sheet_of(const report::Report& report, const Print& print, std::mt19937& random);

/// The same in traditional characters; where several are in use for one, any of them.
Sheet traditional(const Sheet& simplified, std::mt19937& random);
std::string traditional(std::string_view simplified, std::mt19937& random);

/// Throws where the encoding lacks a character. Names are iconv's.
std::string encoded(std::string_view utf8, const char* encoding);

} // namespace nianbao::test
