#include "core/decimal.hpp"

#include <algorithm>

namespace nianbao {

namespace {

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    Decimal result;
    int digits = 0;
    bool point = false;
    bool digit_last = false;
    for (char c : text) {
        if (c == '.') {
            if (point || !digit_last) return std::nullopt;
            point = true;
            digit_last = false;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (++digits > max_digits) return std::nullopt;
        result.mantissa = result.mantissa * 10 + (c - '0');
        result.scale += point ? 1 : 0;
        digit_last = true;
    }
    if (!digit_last) return std::nullopt;
    if (negative) result.mantissa = -result.mantissa;
    return result;
}

std::optional<std::int64_t> Decimal::as_integer() const {
    if (scale == 0) return mantissa; // nearly every count
    const std::int64_t power = power_of_ten(scale);
    if (mantissa % power != 0) return std::nullopt;
    return mantissa / power;
}

// Both operands are exact (15 digits at most), so IEEE division rounds once, and correctly.
double Decimal::to_double() const {
    return static_cast<double>(mantissa) / static_cast<double>(power_of_ten(scale));
}

std::string Decimal::to_string() const {
    std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
    if (scale > 0) {
        const auto places = static_cast<std::size_t>(scale);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return (mantissa < 0 ? "-" : "") + digits;
}

} // namespace nianbao
