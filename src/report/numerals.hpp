// The numeral that a heading begins with, in any of the ways that occur. What the numerals of sections and
// of sub-headings have in common is settled by `sections`, not here.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::report {

enum class Numbering {
    none,
    chinese,   ///< 一、 二. 三： and 四 without a mark
    part,      ///< 第一部分 第二章
    bracketed, ///< （一） (1)
    arabic,    ///< 1. 2、 ３． and 4 without a mark
    roman,     ///< Ⅰ. II、
};

struct Numeral {
    Numbering style = Numbering::none;
    int value = 0;
    std::size_t length = 0; ///< bytes of the folded text, its mark among them
    bool marked = false;    ///< a mark or bracket parts it from the words behind it
};

/// The numeral at the beginning of a folded text, 1 to 19. 一是 is none.
Numeral numeral_at(std::string_view folded);

} // namespace nianbao::report
