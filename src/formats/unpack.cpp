// Archives as they are sent around: a year's reports of a county in one ZIP. Members are given in the order
// of the archive; what no reader could want (folders, links, what macOS and Windows leave behind) is passed
// over.
#include "formats/formats.hpp"
#include "formats/unpack_gzip.hpp"
#include "formats/unpack_stream.hpp"

#include <algorithm>
#include <array>

namespace nianbao::formats {

namespace {

constexpr int most_members = 10'000;
constexpr std::uint64_t most_bytes = 2ULL << 30;
constexpr MemberLimits member_limits{max_document_bytes, 200};

Error too_large(const std::string& zh, const std::string& en) {
    return {ErrorCode::too_large,
            {"压缩文件超过上限：" + zh, "the archive is over a limit: " + en},
            {"请分开压缩，或解压后再读", "split it, or unpack it first"},
            ""};
}

ArchiveKind kind_of(std::string_view bytes) {
    if (bytes.starts_with("PK")) return ArchiveKind::zip;
    return bytes.starts_with("\x1F\x8B") ? ArchiveKind::gzip : ArchiveKind::tar;
}

bool is_left_behind(std::string_view part) {
    constexpr auto names = std::to_array<std::string_view>({"__MACOSX", "Thumbs.db", "desktop.ini"});
    if (part == "." || part == "..") return false;
    return part.starts_with(".") || part.starts_with("~$") ||
           std::find(names.begin(), names.end(), part) != names.end();
}

/// A part of the path is hidden or of the system's own making.
bool is_passed_over(std::string_view name) {
    while (!name.empty()) {
        const std::size_t end = name.find('/');
        if (is_left_behind(name.substr(0, end))) return true;
        name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
    }
    return false;
}

class Unpacking {
public:
    Unpacking(std::string_view bytes, const GiveMember& give)
        : bytes_(bytes), kind_(kind_of(bytes)), stream_(bytes, kind_), give_(give) {}

    Result<void> run() {
        if (kind_ == ArchiveKind::gzip && has_wrong_checksum(bytes_)) return damaged_archive();
        for (int members = 0;; ++members) {
            const ArchiveStream::Step step = stream_.next();
            if (step == ArchiveStream::Step::damaged) return damaged_archive();
            if (step == ArchiveStream::Step::end) return end();
            if (members == most_members) return too_large("文件多于 10000 个", "more than 10,000 members");
            if (!stream_.is_file()) continue;
            const std::string name = stream_.name();
            if (is_passed_over(name)) continue;
            if (auto given = member(name); !given) return given;
        }
    }

private:
    Result<void> member(const std::string& name) {
        if (stream_.is_encrypted()) {
            encrypted_.push_back(name);
            return {};
        }
        const Result<std::string> bytes = stream_.read(member_limits);
        if (!bytes) {
            give_(name, bytes.error());
            given_ = true;
            // What a stream has left can only be passed over by unpacking it.
            const bool bomb = bytes.error().code == ErrorCode::too_large && kind_ == ArchiveKind::gzip;
            return bomb ? Result<void>(bytes.error()) : Result<void>();
        }
        total_ += bytes->size();
        if (total_ > most_bytes) return too_large("解压后大于 2 GiB", "more than 2 GiB unpacked");
        give_(name, std::string_view(*bytes));
        given_ = true;
        return {};
    }

    Result<void> end() {
        if (!encrypted_.empty() && !given_) return encrypted_archive();
        for (const std::string& name : encrypted_) give_(name, encrypted_archive());
        return {};
    }

    std::string_view bytes_;
    ArchiveKind kind_;
    ArchiveStream stream_;
    const GiveMember& give_;
    std::vector<std::string> encrypted_;
    std::uint64_t total_ = 0;
    bool given_ = false;
};

} // namespace

Result<void> unpack(std::string_view bytes, const GiveMember& give) {
    return Unpacking(bytes, give).run();
}

} // namespace nianbao::formats
