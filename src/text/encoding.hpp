// Bytes to UTF-8: BOM, then what the bytes themselves prove, then GB18030. A label inside the document is not
// believed.
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace nianbao::text {

struct Decoded {
    std::string utf8;     ///< valid; line ends are \n; no BOM, no NUL
    std::string encoding; ///< "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"

    bool operator==(const Decoded&) const = default;
};

/// True for the names by which decode() can be told an encoding.
bool is_encoding(std::string_view name);

/// `encoding`: a name of those above, where the user knows better; empty: found by content.
/// Errors: not_readable (no text in any of these encodings, or not in the one that was named),
/// unsupported_type (binary), usage (an encoding of no known name).
Result<Decoded> decode(std::string_view bytes, std::string_view encoding = {});

} // namespace nianbao::text
