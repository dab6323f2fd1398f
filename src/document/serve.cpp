#include "document/serve.hpp"

#include "core/file.hpp"
#include "document/codec.hpp"
#include "document/reader_process.hpp"

#include <csignal>
#include <exception>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace nianbao::document {

namespace {

constexpr int socket_fd = STDIN_FILENO;

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    (void)::setrlimit(resource, &both);
}

void limit_process() {
    (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    std::signal(SIGINT, SIG_IGN); // Ctrl-C is for the program: it closes the socket when it is done
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
#ifndef NIANBAO_SANITIZED // AddressSanitizer maps terabytes
    limit(RLIMIT_AS, reader_limits.memory_bytes);
#endif
}

/// The limit counts the whole life of the process: what was used before this request does not count.
void limit_cpu_of_request() {
    rusage used{};
    (void)::getrusage(RUSAGE_SELF, &used);
    rlimit now{};
    (void)::getrlimit(RLIMIT_CPU, &now);
    now.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 +
                   static_cast<rlim_t>(reader_limits.cpu.count());
    (void)::setrlimit(RLIMIT_CPU, &now);
}

Error damaged(const char* what) {
    return {ErrorCode::damaged,
            {"文件已损坏", std::string("the file is damaged (") + what + ")"},
            {"请重新下载", "download it again"},
            ""};
}

Error out_of_memory() {
    return {ErrorCode::too_large,
            {"读取时超出内存上限", "reading it takes more memory than the limit"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

Result<Document> answer(const Handler& handler, const Frame& request, MemberSink& members) {
    try {
        return handler(request, members);
    } catch (const std::bad_alloc&) {
        return out_of_memory();
    } catch (const std::exception& trouble) {
        return damaged(trouble.what());
    }
}

} // namespace

void MemberSink::member(std::string_view name, std::string_view bytes) {
    std::string frame(name);
    frame += '\0';
    frame += bytes;
    (void)write_frame(socket_, FrameKind::member, frame);
}

void MemberSink::refused(std::string_view name, const Error& error) {
    std::string frame(name);
    frame += '\0';
    frame += encode(error);
    (void)write_frame(socket_, FrameKind::refused, frame);
}

int serve(const Handler& handler) {
    limit_process();
    FrameTrouble trouble{};
    while (const auto request = read_frame(socket_fd, max_document_bytes * 2, trouble)) {
        limit_cpu_of_request();
        MemberSink members(socket_fd);
        const Result<Document> document = answer(handler, *request, members);
        const bool written =
            request->kind == FrameKind::unpack && document
                ? write_frame(socket_fd, FrameKind::done, "")
                : (document ? write_frame(socket_fd, FrameKind::document, encode(*document))
                            : write_frame(socket_fd, FrameKind::error, encode(document.error())));
        if (!written) break;
    }
    return 0;
}

} // namespace nianbao::document
