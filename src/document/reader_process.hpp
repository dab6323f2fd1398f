// A reader program that runs beside this one, so that no document can stop or exhaust it: HTML, DOCX, PDF and
// archives are read there. The process serves many documents; one that kills it is an error of that document
// alone, and the next gets a new process.
#pragma once

#include "core/file.hpp"
#include "core/result.hpp"
#include "document/document.hpp"
#include "document/frames.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace nianbao::document {

struct ReaderLimits {
    std::uint64_t memory_bytes = 1ULL << 30; ///< address space of the process
    std::chrono::seconds cpu{20};            ///< for one document
    std::chrono::seconds wall{60};           ///< for one document, or between two members of an archive
    std::uint64_t answer_bytes = max_document_bytes;
};
inline constexpr ReaderLimits reader_limits;

/// One member of an archive.
struct Member {
    std::string name; ///< as the archive has it, valid UTF-8; never a path to write to
    Result<std::string> bytes;
};
/// False to end the unpacking.
using TakeMember = std::function<bool(Member)>;

class ReaderProcess {
public:
    /// Starts nothing yet.
    explicit ReaderProcess(std::filesystem::path program);
    ~ReaderProcess();
    ReaderProcess(ReaderProcess&& other) noexcept;
    ReaderProcess& operator=(ReaderProcess&&) = delete;

    /// Errors: those of the reader; damaged (it died), too_large (over a limit), not_readable (it cannot be
    /// started).
    Result<Document> read(FrameKind request, std::string_view bytes);
    Result<void> unpack(std::string_view bytes, const TakeMember& take);

private:
    Result<Frame> next_frame();
    Result<void> send(FrameKind request, std::string_view bytes);
    Result<void> start();
    /// Ends the process; the error that its death means.
    Error stop(FrameTrouble trouble);
    void end();

    std::filesystem::path program_;
    pid_t pid_ = -1;
    int socket_ = -1;
};

} // namespace nianbao::document
