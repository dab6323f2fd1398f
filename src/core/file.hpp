// Files and folders as bytes and names: the only place that touches the file system for input.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace nianbao {

/// The largest document that is read, in bytes. A report of a province with all its annexes is well under 1
/// MiB of text.
inline constexpr std::uint64_t max_document_bytes = 64ULL << 20;

/// All bytes of a regular file. Errors: not_readable (missing, no permission, a folder or device), too_large.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit = max_document_bytes);

/// All bytes until the end of a stream. Error: too_large.
Result<std::string> read_stream(std::istream& in, std::uint64_t limit = max_document_bytes);

/// The regular files at or below a path, sorted bytewise; links to folders are not followed. Below a folder,
/// what cannot be a document is passed over: hidden files and folders (a leading dot), and what downloaders
/// and programs leave beside documents, known by its suffix (.json .ndjson .css .js .db .log …). A file that
/// is named itself is always listed. What cannot be listed becomes an error beside the files, not instead of
/// them.
struct Listing {
    std::vector<std::filesystem::path> files;
    std::vector<Error> errors;
};
Listing list_files(const std::filesystem::path& path);

/// False for the name of what lies beside documents and is none: hidden, or known by its suffix (see
/// list_files).
bool may_be_document(const std::filesystem::path& name);

} // namespace nianbao
