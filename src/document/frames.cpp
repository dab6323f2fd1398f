#include "document/frames.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

namespace nianbao::document {

namespace {

constexpr std::size_t header_bytes = 9; ///< kind, and the length in eight bytes, little-endian

int milliseconds_left(Deadline deadline) {
    if (!deadline) return -1;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
    return left.count() <= 0 ? 0 : static_cast<int>(std::min<std::int64_t>(left.count(), 1 << 30));
}

/// False where the deadline passed before anything moved.
bool wait_for(int socket, short events, Deadline deadline) {
    while (true) {
        pollfd waiting{socket, events, 0};
        const int ready = ::poll(&waiting, 1, milliseconds_left(deadline));
        if (ready > 0) return true;
        if (ready == 0) return false;
        if (errno != EINTR) return false;
    }
}

bool write_all(int socket, const char* bytes, std::size_t count, Deadline deadline) {
    while (count > 0) {
        if (!wait_for(socket, POLLOUT, deadline)) return false;
        // MSG_NOSIGNAL: a reader that died is an answer, not a signal.
        const ssize_t sent = ::send(socket, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent <= 0) return false;
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool read_all(int socket, char* bytes, std::size_t count, FrameTrouble& trouble, Deadline deadline) {
    while (count > 0) {
        if (!wait_for(socket, POLLIN, deadline)) {
            trouble = FrameTrouble::late;
            return false;
        }
        const ssize_t got = ::recv(socket, bytes, count, MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) {
            trouble = FrameTrouble::closed;
            return false;
        }
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

} // namespace

bool write_frame(int socket, FrameKind kind, std::string_view bytes, Deadline deadline) {
    std::array<char, header_bytes> header{static_cast<char>(kind)};
    for (std::size_t i = 1; i < header_bytes; ++i)
        header[i] = static_cast<char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * (i - 1)) & 0xFF);
    return write_all(socket, header.data(), header.size(), deadline) &&
           write_all(socket, bytes.data(), bytes.size(), deadline);
}

std::optional<Frame> read_frame(int socket, std::uint64_t limit, FrameTrouble& trouble, Deadline deadline) {
    std::array<char, header_bytes> header{};
    if (!read_all(socket, header.data(), header.size(), trouble, deadline)) return std::nullopt;
    std::uint64_t length = 0;
    for (std::size_t i = header_bytes; i-- > 1;) length = length << 8 | static_cast<unsigned char>(header[i]);
    if (length > limit) {
        trouble = FrameTrouble::too_large;
        return std::nullopt;
    }
    Frame frame;
    frame.kind = static_cast<FrameKind>(header[0]);
    frame.bytes.resize(length);
    if (!read_all(socket, frame.bytes.data(), frame.bytes.size(), trouble, deadline)) return std::nullopt;
    return frame;
}

} // namespace nianbao::document
