// The parts of a MIME message (RFC 2045 to 2049), as far as saved web pages need them: headers, nested
// multiparts, quoted-printable and base64. A message that was cut off gives what is there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::formats::mhtml {

/// The decoded body of the first text/html part, in the bytes of its own charset; nullopt where there is
/// none.
std::optional<std::string> first_html_part(std::string_view message);

/// Soft line ends removed; what is no valid escape stays as it stands.
std::string from_quoted_printable(std::string_view text);

/// Characters outside of the alphabet are passed over.
std::string from_base64(std::string_view text);

} // namespace nianbao::formats::mhtml
