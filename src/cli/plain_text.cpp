#include "cli/writers.hpp"

#include <charconv>
#include <cmath>

namespace nianbao::cli {

namespace {

std::string real_text(double number) {
    char digits[64];
    const double size = std::fabs(number);
    // to_chars alone would write 100000 as 1e+05.
    const bool plain = size == 0 || (size >= 1e-5 && size < 1e15);
    const auto written = plain
                             ? std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed)
                             : std::to_chars(digits, digits + sizeof digits, number);
    std::string text(digits, written.ptr);
    if (std::isfinite(number) && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

} // namespace

std::string plain_text(const archive::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value)) return real_text(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

} // namespace nianbao::cli
