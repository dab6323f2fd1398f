// DOC, WPS, RTF and ODT become DOCX by an external LibreOffice, where there is one.
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace nianbao::document {

/// Errors: unsupported_type (no LibreOffice is installed: the hint says what to install), damaged (it made
/// nothing of the file), too_large (it took longer than its limit), encrypted.
Result<std::string> convert_to_docx(std::string_view bytes);

} // namespace nianbao::document
