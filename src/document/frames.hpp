// What goes through the socket between the program and a reader program: frames of a kind and bytes. A
// request is one frame; its answer is any number of member frames and one frame that ends it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::document {

enum class FrameKind : std::uint8_t {
    read_html = 'h',  ///< request: a page, in UTF-8
    read_mhtml = 'm', ///< request: a page saved with its pictures (MIME), as it is
    read_docx = 'w',  ///< request
    read_pdf = 'p',   ///< request
    unpack = 'u',     ///< request: .zip, .tar.gz, .tar, .gz
    member = 'f',     ///< answer: name of a member, NUL, its bytes
    refused = 'r',    ///< answer: name of a member, NUL, the encoded Error why it is not given
    document = 'D',   ///< answer, the last: an encoded Document
    error = 'E',      ///< answer, the last: an encoded Error
    done = 'Z',       ///< answer, the last: no more members
};

struct Frame {
    FrameKind kind = FrameKind::done;
    std::string bytes;
};

using Deadline = std::optional<std::chrono::steady_clock::time_point>; ///< nullopt: none

/// Why a frame did not come.
enum class FrameTrouble { closed, late, too_large };

/// False where the other side is gone or the deadline has passed.
bool write_frame(int socket, FrameKind kind, std::string_view bytes, Deadline deadline = {});
/// nullopt, and `trouble` says why. `limit` in bytes.
std::optional<Frame> read_frame(int socket, std::uint64_t limit, FrameTrouble& trouble,
                                Deadline deadline = {});

} // namespace nianbao::document
