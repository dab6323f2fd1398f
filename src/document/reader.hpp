// The door to all readers: the content, not the file's name, chooses.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"

#include <string_view>

namespace nianbao::document {

/// Errors: unsupported_type, not_readable; readers of later formats add damaged, encrypted, no_text_layer, too_large.
Result<Document> read_document(std::string_view bytes);

/// Plain text in valid UTF-8: lines, and runs of tab-separated lines as tables.
Document read_text(std::string_view utf8);

} // namespace nianbao::document
