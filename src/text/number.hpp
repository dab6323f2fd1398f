// Numbers as printed in a cell.
#pragma once

#include "core/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::text {

struct PrintedNumber {
    Decimal value;
    std::string
        unit; ///< behind the digits: 元, 万元, 亿元, 件, 项, 条, 个, 次, 份, 宗, 起, 篇; empty where none

    bool operator==(const PrintedNumber&) const = default;
};

/// A whole cell that is one number: sign, digits of any width, thousands separators in their right places, a
/// fraction, a unit. nullopt for everything else; a number with other text around it is no number.
std::optional<PrintedNumber> parse_number(std::string_view cell);
bool is_number(std::string_view cell); ///< parse_number would read it

} // namespace nianbao::text
