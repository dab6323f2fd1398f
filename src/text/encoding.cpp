// How the encoding is found: BOM; zero bytes for UTF-16; strictly valid UTF-8; else GB18030, of which
// GBK and GB2312 are parts. glibc's iconv converts; its "GB18030" knows the four-byte forms.
#include "text/encoding.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <iconv.h>
#include <optional>
#include <utility>

namespace nianbao::text {

namespace {

constexpr std::size_t sniffed_bytes = 1 << 16;

Error binary() {
    return {ErrorCode::unsupported_type,
            {"不是文本文件", "not a text file"},
            {"目前读取纯文本（UTF-8、GB18030、UTF-16）", "plain text is read (UTF-8, GB18030, UTF-16)"},
            ""};
}

Error undecodable() {
    return {ErrorCode::not_readable,
            {"不是任何已知编码的文本", "no text in any known encoding"},
            {"请重新下载，或另存为 UTF-8", "download it again, or save it as UTF-8"},
            ""};
}

class Converter {
public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Converter() {
        if (valid()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool valid() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// False at the first byte that the encoding does not have.
    bool convert(std::string_view bytes, std::string& utf8) {
        std::string input(bytes);
        char* in = input.data();
        std::size_t in_left = input.size();
        char block[1 << 14];
        while (in_left > 0) {
            char* out = block;
            std::size_t out_left = sizeof block;
            const std::size_t done = iconv(handle_, &in, &in_left, &out, &out_left);
            utf8.append(block, sizeof block - out_left);
            // EINVAL: the file is cut within its last character.
            if (done == static_cast<std::size_t>(-1) && errno == EINVAL) return true;
            if (done == static_cast<std::size_t>(-1) && errno != E2BIG) return false;
        }
        return true;
    }

private:
    iconv_t handle_;
};

/// Text has no NUL and next to no control characters.
bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, sniffed_bytes);
    if (head.find('\0') != std::string_view::npos) return true;
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    return static_cast<std::size_t>(controls) * 20 > head.size();
}

/// Bytes of a character that nobody sees and that would part a word or a number: BOM, zero-width space and
/// joiners.
std::size_t invisible_at(std::string_view utf8, std::size_t at) {
    if (utf8[at] != '\xEF' && utf8[at] != '\xE2') return 0;
    const CodePoint point = decode_at(utf8, at);
    const bool invisible =
        point.value == 0xFEFF || (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0x2060;
    return invisible ? point.length : 0;
}

/// \r\n and \r become \n; form feed (a page of pdftotext) too; NUL and the BOM go.
std::string tidy(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\r') {
            if (i + 1 < utf8.size() && utf8[i + 1] == '\n') continue;
            out += '\n';
        } else if (c == '\f') {
            out += '\n';
        } else if (const std::size_t nothing = invisible_at(utf8, i)) {
            i += nothing - 1;
        } else if (c != '\0') {
            out += c;
        }
    }
    return out;
}

/// A file cut in the middle of its last character is still text.
std::string_view without_cut_tail(std::string_view utf8) {
    for (std::size_t cut = 0; cut <= 3 && cut <= utf8.size(); ++cut) {
        const std::string_view shorter = utf8.substr(0, utf8.size() - cut);
        if (shorter.empty() || decode_before(shorter, shorter.size()).value != 0xFFFD) return shorter;
    }
    return utf8;
}

Result<Decoded> convert(std::string_view bytes, const char* from, const char* name) {
    Converter converter(from);
    std::string utf8;
    if (!converter.valid() || !converter.convert(bytes, utf8)) return undecodable();
    return Decoded{tidy(utf8), name};
}

/// Share of the characters beyond ASCII that Chinese prose is made of: bytes read in a wrong encoding become
/// rare ones.
double share_of_common(std::string_view utf8) {
    std::size_t common = 0;
    std::size_t other = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        i += point.length;
        if (point.value < 0x80) continue;
        const bool punctuation = (point.value >= 0x2010 && point.value <= 0x203B) ||
                                 (point.value >= 0x3000 && point.value <= 0x301F) ||
                                 (point.value >= 0xFF00 && point.value <= 0xFF5E);
        (is_han(point.value) || punctuation ? common : other) += 1;
    }
    return common + other == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(common + other);
}

constexpr double plausible = 0.9;

/// UTF-16 without a mark. Zero bytes show that it is UTF-16 (digits, line ends), but not which: 开 is U+5F00.
/// The order of bytes that gives Chinese is the right one.
std::optional<Decoded> utf16_without_mark(std::string_view bytes) {
    if (bytes.size() % 2 != 0 || bytes.substr(0, sniffed_bytes).find('\0') == std::string_view::npos)
        return std::nullopt;
    std::optional<Decoded> best;
    double best_share = plausible;
    for (const auto& [from, name] : {std::pair("UTF-16LE", "utf-16le"), std::pair("UTF-16BE", "utf-16be")}) {
        Result<Decoded> decoded = convert(bytes, from, name);
        if (!decoded || looks_binary(decoded->utf8)) continue;
        const double share = share_of_common(decoded->utf8);
        if (share <= best_share) continue;
        best_share = share;
        best = std::move(*decoded);
    }
    return best;
}

} // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view encoding) {
    (void)encoding;
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        if (!is_valid(without_cut_tail(bytes))) return undecodable();
        return Decoded{tidy(without_cut_tail(bytes)), "utf-8"};
    }
    if (bytes.substr(0, 2) == "\xFF\xFE") return convert(bytes.substr(2), "UTF-16LE", "utf-16le");
    if (bytes.substr(0, 2) == "\xFE\xFF") return convert(bytes.substr(2), "UTF-16BE", "utf-16be");
    if (std::optional<Decoded> utf16 = utf16_without_mark(bytes)) return *std::move(utf16);
    if (looks_binary(bytes)) return binary();
    const std::string_view whole = without_cut_tail(bytes);
    if (is_valid(whole)) return Decoded{tidy(whole), "utf-8"};
    Result<Decoded> decoded = convert(bytes, "GB18030", "gb18030");
    if (decoded && share_of_common(decoded->utf8) < plausible) return undecodable();
    return decoded;
}

} // namespace nianbao::text
