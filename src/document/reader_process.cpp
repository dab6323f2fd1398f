#include "document/reader_process.hpp"

#include "document/codec.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char** environ; // NOLINT: POSIX

namespace nianbao::document {

namespace {

Error cannot_start(const std::filesystem::path& program, int error) {
    const std::string why = std::strerror(error);
    return {ErrorCode::not_readable,
            {"无法启动读取程序 " + program.string() + "：" + why,
             "the reader " + program.string() + " cannot be started: " + why},
            {"它应当与 nianbao 在同一个文件夹里", "it belongs into the folder of nianbao itself"},
            ""};
}

Error died() {
    return {ErrorCode::damaged,
            {"文件已损坏：读取程序因它而中止", "the file is damaged: it made its reader crash"},
            {"请重新下载，或另存为纯文本", "download it again, or save it as plain text"},
            ""};
}

Error over_limit(const std::string& zh, const std::string& en) {
    return {ErrorCode::too_large,
            {"读取它超过了" + zh + "上限", "reading it takes more than the limit of " + en},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

Error unknown_answer() {
    return {ErrorCode::damaged,
            {"读取程序的回答无法理解", "the reader's answer is not understood"},
            {"nianbao 与读取程序应当来自同一次构建", "nianbao and its readers must be of the same build"},
            ""};
}

constexpr int not_found = 127; ///< status of a program whose libraries are missing

/// The status of a process that has closed its socket; one that lives on all the same is killed after a
/// second.
int wait_for_end(pid_t process) {
    int status = 0;
    for (int waited = 0; waited < 100; ++waited) {
        const pid_t ended = ::waitpid(process, &status, WNOHANG);
        if (ended == process || (ended < 0 && errno != EINTR)) return status;
        ::usleep(10'000);
    }
    ::kill(process, SIGKILL);
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

std::optional<Member> member_of(const Frame& frame) {
    const std::size_t end = frame.bytes.find('\0');
    if (end == std::string::npos) return std::nullopt;
    std::string name = frame.bytes.substr(0, end);
    if (!text::is_valid(name)) return std::nullopt;
    std::string rest = frame.bytes.substr(end + 1);
    if (frame.kind == FrameKind::member) return Member{std::move(name), std::move(rest)};
    auto error = decode_error(rest);
    if (!error) return std::nullopt;
    return Member{std::move(name), *std::move(error)};
}

} // namespace

ReaderProcess::ReaderProcess(std::filesystem::path program) : program_(std::move(program)) {}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : program_(std::move(other.program_)), pid_(std::exchange(other.pid_, -1)),
      socket_(std::exchange(other.socket_, -1)) {}

ReaderProcess::~ReaderProcess() {
    end();
}

Result<void> ReaderProcess::start() {
    if (pid_ > 0) return {};
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return cannot_start(program_, errno);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pair[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string name = program_.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    const int failure = ::posix_spawn(&pid_, program_.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pair[1]);
    if (failure != 0) {
        ::close(pair[0]);
        pid_ = -1;
        return cannot_start(program_, failure);
    }
    socket_ = pair[0];
    return {};
}

void ReaderProcess::end() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
}

Error ReaderProcess::stop(FrameTrouble trouble) {
    if (trouble != FrameTrouble::closed) {
        end();
        if (trouble == FrameTrouble::late) return over_limit("时间", "time");
        return over_limit("大小", "size");
    }
    const int status = wait_for_end(std::exchange(pid_, -1));
    ::close(std::exchange(socket_, -1));
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return over_limit("时间", "time");
    if (WIFEXITED(status) && WEXITSTATUS(status) == not_found) return cannot_start(program_, ENOEXEC);
    return died();
}

Result<void> ReaderProcess::send(FrameKind request, std::string_view bytes) {
    // The process may have died since its last answer (a limit, an administrator): one new one is tried.
    Error why = died();
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (auto started = start(); !started) return started;
        const Deadline deadline = std::chrono::steady_clock::now() + reader_limits.wall;
        if (write_frame(socket_, request, bytes, deadline)) return {};
        why = stop(FrameTrouble::closed);
    }
    return why;
}

Result<Frame> ReaderProcess::next_frame() {
    FrameTrouble trouble{};
    const Deadline deadline = std::chrono::steady_clock::now() + reader_limits.wall;
    auto frame = read_frame(socket_, reader_limits.answer_bytes + (1 << 16), trouble, deadline);
    if (!frame) return stop(trouble);
    return *std::move(frame);
}

Result<Document> ReaderProcess::read(FrameKind request, std::string_view bytes) {
    if (auto sent = send(request, bytes); !sent) return sent.error();
    const auto frame = next_frame();
    if (!frame) return frame.error();
    if (frame->kind == FrameKind::document) {
        if (auto document = decode_document(frame->bytes)) return *std::move(document);
    } else if (frame->kind == FrameKind::error) {
        if (auto error = decode_error(frame->bytes)) return *std::move(error);
    }
    end();
    return unknown_answer();
}

Result<void> ReaderProcess::unpack(std::string_view bytes, const TakeMember& take) {
    if (auto sent = send(FrameKind::unpack, bytes); !sent) return sent;
    while (true) {
        const auto frame = next_frame();
        if (!frame) return frame.error();
        if (frame->kind == FrameKind::done) return {};
        if (frame->kind == FrameKind::error) {
            if (auto error = decode_error(frame->bytes)) return *std::move(error);
        }
        const bool member = frame->kind == FrameKind::member || frame->kind == FrameKind::refused;
        auto taken = member ? member_of(*frame) : std::nullopt;
        if (!taken) {
            end();
            return unknown_answer();
        }
        if (!take(*std::move(taken))) {
            end(); // what it would still have sent is not wanted
            return {};
        }
    }
}

} // namespace nianbao::document
