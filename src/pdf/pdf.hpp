// The reader of PDF, a program of its own: poppler is GPL and aborts when memory ends, and a PDF can be
// hostile. Nothing of nianbao links this library but nianbao-pdf and its tests.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"

#include <string_view>

namespace nianbao::pdf {

/// Errors: damaged, encrypted, no_text_layer (a scan), too_large (pages).
Result<document::Document> read_pdf(std::string_view bytes);

} // namespace nianbao::pdf
