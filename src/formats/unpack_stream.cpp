// libarchive turns names into the charset of the locale. The program's own locale is "C", in which names
// marked as UTF-8 would be lost, so a UTF-8 locale is set for this thread while the archive is asked.
#include "formats/unpack_stream.hpp"

#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <clocale>
#include <new>

namespace nianbao::formats {

namespace {

class Utf8Locale {
public:
    Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (locale_ != nullptr) before_ = ::uselocale(locale_);
    }
    ~Utf8Locale() {
        if (locale_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(locale_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t locale_;
    locale_t before_ = nullptr;
};

constexpr std::uint64_t mebibyte = 1ULL << 20;

Error member_too_large() {
    return {ErrorCode::too_large,
            {"解压后的内容超过上限", "unpacked it is larger than the limit"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

bool is_over(std::uint64_t produced, std::uint64_t packed, const MemberLimits& limits) {
    if (produced > limits.bytes) return true;
    return limits.ratio != 0 && produced > mebibyte && produced / limits.ratio > packed;
}

std::string name_from(std::string_view bytes) {
    if (text::is_valid(bytes)) return std::string(bytes);
    const auto decoded = text::decode(bytes, "gb18030");
    if (decoded && text::is_valid(decoded->utf8)) return decoded->utf8;
    return text::with_broken_bytes_replaced(bytes);
}

void enable(archive* reader, ArchiveKind kind) {
    switch (kind) {
    case ArchiveKind::zip:
        archive_read_support_format_zip(reader);
        break;
    case ArchiveKind::gzip:
        archive_read_support_filter_gzip(reader);
        archive_read_support_format_tar(reader);
        archive_read_support_format_raw(reader);
        break;
    case ArchiveKind::gzip_file:
        archive_read_support_filter_gzip(reader);
        archive_read_support_format_raw(reader);
        break;
    case ArchiveKind::tar:
        archive_read_support_format_tar(reader);
        break;
    }
}

} // namespace

Error damaged_archive() {
    return {ErrorCode::damaged,
            {"压缩文件已损坏或不完整", "the archive is damaged or cut off"},
            {"请重新下载", "download it again"},
            ""};
}

Error encrypted_archive() {
    return {ErrorCode::encrypted,
            {"文件已加密，需要密码", "it is encrypted and asks for a password"},
            {"请先去除密码", "remove the password first"},
            ""};
}

ArchiveStream::ArchiveStream(std::string_view bytes, ArchiveKind kind)
    : archive_(archive_read_new()), kind_(kind) {
    if (archive_ == nullptr) throw std::bad_alloc();
    enable(archive_, kind);
    (void)archive_read_open_memory(archive_, bytes.data(), bytes.size()); // a failure shows in next()
}

ArchiveStream::~ArchiveStream() {
    archive_read_free(archive_);
}

ArchiveStream::Step ArchiveStream::next() {
    const Utf8Locale locale;
    constexpr int most_retries = 16;
    int status = ARCHIVE_RETRY;
    for (int i = 0; i < most_retries && status == ARCHIVE_RETRY; ++i)
        status = archive_read_next_header(archive_, &entry_);
    // The raw format takes anything, even what only begins like a gzip.
    const bool gzip = kind_ == ArchiveKind::gzip || kind_ == ArchiveKind::gzip_file;
    if (gzip && archive_filter_code(archive_, 0) != ARCHIVE_FILTER_GZIP) return Step::damaged;
    if (status == ARCHIVE_EOF) return Step::end;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN ? Step::member : Step::damaged;
}

std::string ArchiveStream::name() const {
    const Utf8Locale locale;
    const char* bytes = archive_entry_pathname(entry_);
    if (bytes == nullptr) bytes = archive_entry_pathname_utf8(entry_);
    std::string name = bytes == nullptr ? std::string() : name_from(bytes);
    const bool nameless = kind_ == ArchiveKind::gzip && archive_format(archive_) == ARCHIVE_FORMAT_RAW;
    return nameless && name == "data" ? std::string() : name;
}

bool ArchiveStream::is_file() const {
    return archive_entry_filetype(entry_) == AE_IFREG && archive_entry_hardlink(entry_) == nullptr &&
           archive_entry_symlink(entry_) == nullptr;
}

bool ArchiveStream::is_encrypted() const {
    return archive_entry_is_encrypted(entry_) != 0;
}

Result<std::string> ArchiveStream::read(const MemberLimits& limits) {
    if (is_encrypted()) return encrypted_archive();
    const Utf8Locale locale;
    const auto packed_before = archive_filter_bytes(archive_, -1);
    std::string bytes;
    std::array<char, 1 << 16> block{};
    while (true) {
        const la_ssize_t got = archive_read_data(archive_, block.data(), block.size());
        if (got == ARCHIVE_RETRY) continue;
        if (got < 0) return damaged_archive();
        if (got == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(got));
        const auto packed = archive_filter_bytes(archive_, -1) - packed_before;
        if (is_over(bytes.size(), static_cast<std::uint64_t>(std::max<la_int64_t>(packed, 0)), limits))
            return member_too_large();
    }
}

bool ArchiveStream::pass(std::uint64_t most, const std::function<void(std::string_view)>& take) {
    std::array<char, 1 << 16> block{};
    for (std::uint64_t size = 0; size <= most;) {
        const la_ssize_t got = archive_read_data(archive_, block.data(), block.size());
        if (got < 0) return false;
        if (got == 0) return true;
        size += static_cast<std::uint64_t>(got);
        take({block.data(), static_cast<std::size_t>(got)});
    }
    return false;
}

} // namespace nianbao::formats
