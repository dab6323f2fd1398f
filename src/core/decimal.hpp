// An exact decimal number: amounts of money are printed with digits, and keep them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// mantissa × 10^-scale. At most 15 digits in all, so that the nearest double prints back as the same digits.
struct Decimal {
    static constexpr int max_digits = 15;

    std::int64_t mantissa = 0;
    int scale = 0; ///< digits behind the point, as printed: 12.50 has 2

    /// Reads `[+-]digits[.digits]`, ASCII only, nothing around it. nullopt for anything else or for more
    /// digits.
    static std::optional<Decimal> parse(std::string_view text);

    /// The value without a fraction where it has none but zeros (3.00 is 3); nullopt otherwise.
    std::optional<std::int64_t> as_integer() const;
    double to_double() const;      ///< correctly rounded
    std::string to_string() const; ///< with all printed digits of the fraction, without a plus sign

    bool operator==(const Decimal&) const = default;
};

} // namespace nianbao
