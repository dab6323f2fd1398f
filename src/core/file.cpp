#include "core/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <istream>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

Error unreadable(const std::string& where, int error) {
    switch (error) {
    case ENOENT:
        return {ErrorCode::not_readable,
                {"没有这个文件或文件夹", "no such file or folder"},
                {"请检查路径的拼写", "check the spelling of the path"},
                where};
    case EACCES:
    case EPERM:
        return {ErrorCode::not_readable,
                {"没有读取权限", "permission denied"},
                {"请检查文件权限（ls -l）", "check its permissions (ls -l)"},
                where};
    default:
        return {ErrorCode::not_readable,
                {std::string("无法读取：") + std::strerror(error),
                 std::string("cannot be read: ") + std::strerror(error)},
                {},
                where};
    }
}

Error too_large(const std::string& where, std::uint64_t limit) {
    const std::string mebibytes = std::to_string(limit >> 20);
    return {ErrorCode::too_large,
            {"文件超过 " + mebibytes + " MiB 的上限", "larger than the limit of " + mebibytes + " MiB"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report is far smaller: is this the right file?"},
            where};
}

bool hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.size() > 1 && name.front() == '.' && name != "..";
}

bool beside_documents(const fs::path& path) {
    constexpr std::array<std::string_view, 12> suffixes = {".json", ".ndjson",  ".jsonl", ".css",
                                                           ".js",   ".map",     ".db",    ".sqlite",
                                                           ".log",  ".sqlite3", ".part",  ".tmp"};
    const std::string suffix = path.extension().string();
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

void list_into(const fs::path& folder, Listing& listing) {
    std::error_code failure;
    std::vector<fs::path> below;
    fs::directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
        below.push_back(entry->path());
    if (failure) {
        listing.errors.push_back(unreadable(folder.string(), failure.value()));
        return;
    }
    std::sort(below.begin(), below.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& path : below) {
        if (hidden(path)) continue;
        std::error_code ignored;
        const fs::file_status own = fs::symlink_status(path, ignored);
        if (fs::is_directory(own)) {
            list_into(path, listing);
        } else if (fs::is_regular_file(fs::status(path, ignored))) {
            if (!beside_documents(path)) listing.files.push_back(path);
        }
    }
}

} // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
    const std::string where = path.string();
    // O_NONBLOCK: opening a named pipe must not wait for a writer that never comes.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) return unreadable(where, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return unreadable(where, errno);
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorCode::not_readable, {"不是普通文件", "not a regular file"}, {}, where};
    }
    if (static_cast<std::uint64_t>(status.st_size) > limit) return too_large(where, limit);
    std::string bytes;
    bytes.resize(static_cast<std::size_t>(status.st_size));
    std::size_t got = 0;
    while (true) {
        if (got == bytes.size()) bytes.resize(bytes.size() + 4096); // the file may have grown meanwhile
        const ssize_t n = ::read(file.get(), bytes.data() + got, bytes.size() - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return unreadable(where, errno);
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
        if (got > limit) return too_large(where, limit);
    }
    bytes.resize(got);
    return bytes;
}

Result<std::string> read_stream(std::istream& in, std::uint64_t limit) {
    std::string bytes;
    char block[1 << 16];
    while (in.read(block, sizeof block) || in.gcount() > 0) {
        bytes.append(block, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit) return too_large("-", limit);
    }
    if (in.bad()) return unreadable("-", EIO);
    return bytes;
}

bool may_be_document(const fs::path& name) {
    return !hidden(name) && !beside_documents(name);
}

Listing list_files(const fs::path& path) {
    Listing listing;
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (!fs::exists(status)) {
        listing.errors.push_back(unreadable(path.string(), failure ? failure.value() : ENOENT));
    } else if (fs::is_directory(status)) {
        list_into(path, listing);
    } else {
        listing.files.push_back(path);
    }
    return listing;
}

} // namespace nianbao
