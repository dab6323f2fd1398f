// The identity of a source: SHA-256 of its bytes (FIPS 180-4), computed by libmd.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

} // namespace nianbao
