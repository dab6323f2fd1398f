#include "document/reader.hpp"

#include "text/encoding.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace nianbao::document {

namespace {

/// A type that people do download and that no reader reads yet, by the bytes it begins with.
struct KnownType {
    std::string_view magic;
    std::string_view name;
};

constexpr auto known_types = std::to_array<KnownType>({
    {"%PDF-", "PDF"},
    {"PK\x03\x04", "DOCX / ZIP"},
    {"\xD0\xCF\x11\xE0", "DOC / WPS / XLS (OLE)"},
    {"{\\rtf", "RTF"},
    {"\x1F\x8B", "gzip"},
    {"Rar!", "RAR"},
    {"7z\xBC\xAF", "7z"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"GIF8", "GIF"},
    {"SQLite format 3", "SQLite"},
});

Error unsupported(std::string_view name) {
    const std::string type(name);
    return {ErrorCode::unsupported_type,
            {"这一版不读取 " + type, type + " is not read by this version"},
            {"请先转换为纯文本（UTF-8 或 GB18030）", "convert it to plain text first (UTF-8 or GB18030)"},
            ""};
}

bool looks_like_html(std::string_view utf8) {
    std::string head(text::trim(utf8).substr(0, 200));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head") ||
           head.starts_with("<?xml") || head.starts_with("mime-version:");
}

} // namespace

Result<Document> read_document(std::string_view bytes) {
    for (const KnownType& type : known_types) {
        if (bytes.starts_with(type.magic)) return unsupported(type.name);
    }
    Result<text::Decoded> decoded = text::decode(bytes);
    if (!decoded) return decoded.error();
    if (looks_like_html(decoded->utf8)) return unsupported("HTML");
    Document document = read_text(decoded->utf8);
    document.encoding = decoded->encoding;
    return document;
}

} // namespace nianbao::document
