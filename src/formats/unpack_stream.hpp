// The members of a ZIP, TAR or gzip in memory, one after the other: the only place that knows libarchive.
// Only the named format is enabled, nothing is ever written to disk, and sizes are what was produced, never
// what a header says.
#pragma once

#include "core/file.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace nianbao::formats {

enum class ArchiveKind {
    zip,
    tar,
    gzip,      ///< a .tar.gz, or else one file (a member without a directory)
    gzip_file, ///< one file, even where it is a tar
};

/// How much one member may produce.
struct MemberLimits {
    std::uint64_t bytes = max_document_bytes;
    std::uint64_t ratio = 0; ///< produced to packed bytes, past the first MiB; 0: any
};

Error damaged_archive();
Error encrypted_archive();

class ArchiveStream {
public:
    /// `bytes` must outlive the stream.
    ArchiveStream(std::string_view bytes, ArchiveKind kind);
    ~ArchiveStream();
    ArchiveStream(const ArchiveStream&) = delete;
    ArchiveStream& operator=(const ArchiveStream&) = delete;

    enum class Step { member, end, damaged };
    Step next();

    /// Of the present member. Its name is UTF-8 where that is what its bytes are, else they are read as
    /// GB18030, else broken bytes become U+FFFD; empty for a gzip without a name.
    std::string name() const;
    bool is_file() const;      ///< no folder, no link, no device
    bool is_encrypted() const; ///< asks for a password
    /// Errors: damaged (cut off, wrong checksum), too_large, encrypted.
    Result<std::string> read(const MemberLimits& limits);
    /// Hands the present member on, block by block; false where it is damaged or larger than `most` bytes.
    bool pass(std::uint64_t most, const std::function<void(std::string_view)>& take);

private:
    archive* archive_;
    archive_entry* entry_ = nullptr;
    ArchiveKind kind_;
};

} // namespace nianbao::formats
