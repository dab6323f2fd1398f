// The checksum of a gzip, which libarchive reads over: a flipped bit in a report would be another figure.
#pragma once

#include <string_view>

namespace nianbao::formats {

/// True where everything unpacks and yet is not what was packed. A file that is cut off, is over a limit or
/// has several gzips one behind the other is none of these.
bool has_wrong_checksum(std::string_view gzip);

} // namespace nianbao::formats
