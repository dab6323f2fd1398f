// How the encoding is found: BOM; zero bytes for UTF-16; strictly valid UTF-8; else GB18030, of which GBK and
// GB2312 are parts, or Big5, whichever gives the more common characters. glibc's iconv converts; its
// "GB18030" knows the four-byte forms, its "BIG5-HKSCS" those of Hong Kong.
#include "text/encoding.hpp"

#include "text/ascii.hpp"
#include "text/character_set.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <optional>
#include <utility>

namespace nianbao::text {

namespace {

constexpr std::size_t sniffed_bytes = 1 << 16;

Error binary() {
    return {ErrorCode::unsupported_type,
            {"不是文本文件", "not a text file"},
            {"支持文本（UTF-8、GB18030、UTF-16、Big5）、HTML、DOCX、PDF",
             "text (UTF-8, GB18030, UTF-16, Big5), HTML, DOCX and PDF are read"},
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
    constexpr std::uint32_t of_text = 1U << '\n' | 1U << '\r' | 1U << '\t' | 1U << '\f';
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && (of_text >> byte & 1U) == 0) ++controls;
    }
    return controls * 20 > head.size();
}

/// Line ends to be unified, what nobody sees and what would part a word or a number: BOM, zero-width space
/// and joiners.
bool is_untidy(char32_t c) {
    if (c < 0x200B) return c == '\r' || c == '\f' || c == '\0';
    return c <= 0x200F || c == 0x2060 || c == 0xFEFF;
}

/// \r\n and \r become \n; a form feed (a page of pdftotext) stays, first in its line; NUL and the BOM go.
std::string tidy(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t begin = 0; // of what is not copied yet
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (lead >= 0xE3 && lead <= 0xE9) { // Chinese: nothing untidy begins so
            i += 3;
            continue;
        }
        const CodePoint point = decode_at(utf8, i);
        if (is_untidy(point.value)) {
            out.append(utf8, begin, i - begin);
            const bool lone = point.value == '\r' && !utf8.substr(i + 1).starts_with('\n');
            if (lone) out += '\n';
            if (point.value == '\f') {
                if (!out.empty() && out.back() != '\n' && out.back() != '\f') out += '\n';
                out += '\f';
            }
            begin = i + point.length;
        }
        i += point.length;
    }
    return out.append(utf8, begin);
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

/// Share of the characters beyond ASCII of which `counts` holds; `none` where there is no such character.
template<class Counts>
double share_of(std::string_view utf8, double none, const Counts& counts) {
    std::size_t hits = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        i += point.length;
        if (point.value < 0x80) continue;
        ++all;
        if (counts(point.value)) ++hits;
    }
    return all == 0 ? none : static_cast<double>(hits) / static_cast<double>(all);
}

/// What Chinese prose is made of: bytes read in a wrong encoding become rare characters.
double share_of_common(std::string_view utf8) {
    return share_of(utf8, 1.0, [](char32_t c) {
        return is_han(c) || (c >= 0x2010 && c <= 0x203B) || (c >= 0x3000 && c <= 0x301F) ||
               (c >= 0xFF00 && c <= 0xFF5E);
    });
}

/// What every such text is full of, in either form.
double share_of_frequent(std::string_view utf8) {
    static const CharacterSet frequent(
        "的政府信息公开開年度报報告工作情况況一二三四五六、，。（）("
        "：；“”「」和在有为為不人中了主动動申请請行"
        "机機关關要求数數本及其他事项項理处處总總计計规規范範文件定部门門管单單位网網站务務市县縣区區局委"
        "国"
        "國是"
        "对對进進上下大会會加强強提高完善建设設制发發布以通过過民众眾社群依法到与與等个個方面月日");
    return share_of(utf8, 0.0, [](char32_t c) { return frequent.holds(c); });
}

constexpr double plausible = 0.9;

/// UTF-16 without a mark. Zero bytes show that it is UTF-16 (digits, line ends), but not which: 开 is
/// U+5F00. The order of bytes that gives Chinese is the right one.
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

/// Big5 is taken where it leads clearly: most of its bytes are GB18030 too, of rare characters.
Result<Decoded> double_byte(std::string_view bytes) {
    constexpr double clear_lead = 0.05;
    Result<Decoded> mainland = convert(bytes, "GB18030", "gb18030");
    const double common = mainland ? share_of_common(mainland->utf8) : 0;
    const double frequent = mainland ? share_of_frequent(mainland->utf8) : 0;
    if (common < plausible || frequent < 0.15) {
        Result<Decoded> big5 = convert(bytes, "BIG5-HKSCS", "big5");
        if (big5 && share_of_common(big5->utf8) >= plausible &&
            share_of_frequent(big5->utf8) > frequent + clear_lead)
            return big5;
    }
    if (!mainland || common < plausible) return undecodable();
    return mainland;
}

struct KnownEncoding {
    std::string_view name;
    const char* iconv;       ///< nullptr: UTF-8, which is not converted
    std::string_view stored; ///< the name under which it is recorded
};

constexpr auto known_encodings = std::to_array<KnownEncoding>({{"utf-8", nullptr, "utf-8"},
                                                               {"utf8", nullptr, "utf-8"},
                                                               {"gb18030", "GB18030", "gb18030"},
                                                               {"gbk", "GB18030", "gb18030"},
                                                               {"gb2312", "GB18030", "gb18030"},
                                                               {"big5", "BIG5-HKSCS", "big5"},
                                                               {"big5-hkscs", "BIG5-HKSCS", "big5"},
                                                               {"utf-16le", "UTF-16LE", "utf-16le"},
                                                               {"utf-16be", "UTF-16BE", "utf-16be"}});

const KnownEncoding* find_encoding(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const KnownEncoding& known : known_encodings) {
        if (known.name == lower) return &known;
    }
    return nullptr;
}

std::string_view without_mark(std::string_view bytes) {
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (bytes.starts_with(mark)) return bytes.substr(mark.size());
    }
    return bytes;
}

Result<Decoded> named(std::string_view bytes, std::string_view encoding) {
    const KnownEncoding* known = find_encoding(encoding);
    if (!known) {
        const std::string name(encoding);
        return Error{ErrorCode::usage,
                     {"不认识的编码 " + name, "unknown encoding " + name},
                     {"可用：utf-8、gb18030、big5、utf-16le、utf-16be",
                      "one of: utf-8, gb18030, big5, utf-16le, utf-16be"},
                     ""};
    }
    bytes = without_mark(bytes);
    const Error other{
        ErrorCode::not_readable,
        {"不是 " + std::string(known->stored) + " 编码的文本", "no text in " + std::string(known->stored)},
        {"请去掉 --encoding 再试", "try without --encoding"},
        ""};
    if (known->iconv) {
        Result<Decoded> decoded = convert(bytes, known->iconv, std::string(known->stored).c_str());
        return decoded && share_of_common(decoded->utf8) >= plausible ? std::move(decoded)
                                                                      : Result<Decoded>(other);
    }
    if (!is_valid(without_cut_tail(bytes))) return other;
    return Decoded{tidy(without_cut_tail(bytes)), "utf-8"};
}

} // namespace

bool is_encoding(std::string_view name) {
    return find_encoding(name) != nullptr;
}

Result<Decoded> decode(std::string_view bytes, std::string_view encoding) {
    if (!encoding.empty()) return named(bytes, encoding);
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
    return double_byte(bytes);
}

} // namespace nianbao::text
