// A Document and an Error as bytes, for the pipe between the program and its readers. Both ends are of one
// build: the form has no version. What comes back from a reader is not trusted: decoding checks every length.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::document {

std::string encode(const Document& document);
std::string encode(const Error& error);

/// nullopt where the bytes are no whole Document, or hold text that is not valid UTF-8.
std::optional<Document> decode_document(std::string_view bytes);
std::optional<Error> decode_error(std::string_view bytes);

} // namespace nianbao::document
