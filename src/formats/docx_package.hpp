// The parts of a DOCX (ECMA-376 part 2, open packaging): which they are is found by their relationships,
// since not every producer calls the text word/document.xml.
#pragma once

#include "core/file.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace nianbao::formats {

/// The XML of each part; empty where the package has none.
struct DocxParts {
    std::string text;
    std::string styles;
    std::string numbering;
    std::string properties; ///< docProps/core.xml
    std::string embedded;   ///< a page of HTML or MHTML that stands for the text (altChunk)
};

/// Errors: damaged (cut off, no text inside), too_large (64 MiB unpacked or 4,096 members), encrypted.
Result<DocxParts> read_docx_parts(std::string_view bytes);

} // namespace nianbao::formats
