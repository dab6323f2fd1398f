// The door to all readers: the content, not the file's name, chooses.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"
#include "document/reader_process.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace nianbao::document {

struct ReadOptions {
    std::string encoding; ///< of text and HTML, see text::decode; empty: found by content
};

/// Plain text in valid UTF-8: lines, and runs of lines with tabs or pipes as tables. Never fails.
Document read_text(std::string_view utf8);

/// The folder of the running program: its readers stand beside it.
std::filesystem::path program_folder();

/// Reads anything. Plain text is read here; HTML, DOCX, PDF and archives by reader programs that are started
/// when they are first needed and end with this object.
class Readers {
public:
    explicit Readers(const std::filesystem::path& programs = program_folder());

    /// Errors: unsupported_type (an archive among others), damaged, encrypted, no_text_layer, too_large,
    /// not_readable.
    Result<Document> read(std::string_view bytes, const ReadOptions& options = {});

    /// Members of an archive (media_type.hpp), one by one, each within the limit of a document; a member that
    /// cannot be had is an error in its place. Errors: damaged, encrypted, too_large.
    Result<void> unpack(std::string_view bytes, const TakeMember& take);

private:
    Result<Document> read_decoded(std::string_view bytes, const ReadOptions& options);

    std::filesystem::path programs_;
    ReaderProcess formats_;
    ReaderProcess pdf_;
};

} // namespace nianbao::document
