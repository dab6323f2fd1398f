// What an OLE file (a compound file, [MS-CFB]) is, by the streams of its root: DOC, XLS and PPT share their
// magic number, and so does an encrypted DOCX.
#pragma once

#include <string_view>

namespace nianbao::document {

enum class OleKind {
    word,        ///< DOC, WPS
    locked_word, ///< a DOC that asks for a password
    encrypted,   ///< an OOXML file behind a password
    spreadsheet,
    presentation,
    unknown, ///< none of these
    broken,  ///< its directory cannot be read
};

OleKind ole_kind_of(std::string_view bytes);

} // namespace nianbao::document
