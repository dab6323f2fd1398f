// Readers of formats that need a third party's parser. They run in nianbao-reader, a program of its own
// (document/reader_process.hpp), and may therefore be killed by what they read; the limits here keep that
// rare.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"

#include <functional>
#include <string_view>

namespace nianbao::formats {

/// A page in valid UTF-8, whatever its own charset label says. Beyond the limits of nesting the page becomes
/// lines of text (degraded). Error: too_large.
Result<document::Document> read_html(std::string_view utf8);

/// A page saved with its pictures (MIME multipart): its first text/html part. Error: damaged.
Result<document::Document> read_mhtml(std::string_view bytes);

/// Errors: damaged, encrypted, too_large.
Result<document::Document> read_docx(std::string_view bytes);

/// The regular files of a .zip, .tar, .tar.gz or .gz, in its order, with names in UTF-8. `give` gets a
/// member's bytes or why there are none. Errors: damaged, encrypted, too_large (members, total or ratio over
/// a limit).
using GiveMember = std::function<void(std::string_view name, Result<std::string_view> bytes)>;
Result<void> unpack(std::string_view bytes, const GiveMember& give);

} // namespace nianbao::formats
