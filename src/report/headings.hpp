// Which lines open a section of the form. The words decide, not the numeral: table 3 has rows that begin with
// 一、 to 四、, prefaces list the section names, and numerals are misprinted.
#pragma once

#include "report/form.hpp"
#include "report/numerals.hpp"

#include <optional>
#include <string_view>

namespace nianbao::report {

struct Heading {
    SectionKind kind;
    std::size_t length = 0; ///< bytes of the folded line that are the heading; text may follow behind
    Numeral numeral = {};
    bool common = false;    ///< words that sub-headings and sentences have as well
    bool free_form = false; ///< only in the years before 2019: 收费及减免, 咨询, 人员和收支, 附表
};

/// False for most lines: they begin with no numeral and with no character that a heading begins with.
bool may_begin_heading(std::string_view folded);

/// The heading that a folded line is, or begins with: its words behind 一、 or 第一部分, or alone; nullopt
/// where it is none.
std::optional<Heading> heading_of(std::string_view folded);

/// The same behind （一）, 1. or Ⅰ., which number sub-headings as well: the document tells which they are.
std::optional<Heading> counted_heading_of(std::string_view folded);

/// The numbered heading that a folded text begins with, whatever stands behind it: for text whose line ends
/// are lost. 一、总体情况 within a list of the sections' names is one too.
std::optional<Heading> heading_prefix(std::string_view folded);

} // namespace nianbao::report
