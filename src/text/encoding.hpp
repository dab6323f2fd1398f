// Bytes to UTF-8: BOM, then what the bytes themselves prove, then GB18030. A label inside the document is not
// believed.
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace nianbao::text {

struct Decoded {
    std::string utf8;     ///< valid; line ends are \n; no BOM, no NUL
    std::string encoding; ///< "utf-8", "utf-16le", "utf-16be", "gb18030"

    bool operator==(const Decoded&) const = default;
};

/// Errors: not_readable (no text in any of these encodings), unsupported_type (binary).
Result<Decoded> decode(std::string_view bytes);

} // namespace nianbao::text
