// A ZIP is what its list of members (the central directory at its end) says; where that is cut off, what its
// first member is.
#include "document/media_type.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string>

namespace nianbao::document {

namespace {

struct KnownType {
    std::string_view magic;
    MediaType type;
    std::string_view name;
};

constexpr auto known_types = std::to_array<KnownType>({
    {"%PDF-", MediaType::pdf, "application/pdf"},
    {"\xD0\xCF\x11\xE0", MediaType::office, "application/msword"},
    {"{\\rtf", MediaType::office, "application/rtf"},
    {"\x1F\x8B", MediaType::gzip, "application/gzip"},
    {"Rar!", MediaType::unsupported, "application/vnd.rar"},
    {"7z\xBC\xAF", MediaType::unsupported, "application/x-7z-compressed"},
    {"\x89PNG", MediaType::unsupported, "image/png"},
    {"\xFF\xD8\xFF", MediaType::unsupported, "image/jpeg"},
    {"GIF8", MediaType::unsupported, "image/gif"},
    {"SQLite format 3", MediaType::unsupported, "application/vnd.sqlite3"},
});

/// A member of a ZIP that says what the whole is.
constexpr auto zip_types = std::to_array<KnownType>({
    {"word/document.xml", MediaType::docx,
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xl/workbook.xml", MediaType::unsupported,
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/presentation.xml", MediaType::unsupported,
     "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"OFD.xml", MediaType::unsupported, "application/ofd"},
    {"content.xml", MediaType::office, "application/vnd.oasis.opendocument.text"},
});

constexpr KnownType plain_zip{"PK", MediaType::zip, "application/zip"};
constexpr KnownType plain_tar{"ustar", MediaType::tar, "application/x-tar"};
constexpr KnownType plain_text{"", MediaType::text, "text/plain"};

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

const KnownType* zip_type_of_member(std::string_view name) {
    for (const KnownType& type : zip_types) {
        if (name == type.magic) return &type;
    }
    return nullptr;
}

/// Members in the central directory, at most this many: an office file has some twenty.
constexpr int most_members = 4096;

const KnownType& zip_type(std::string_view bytes) {
    constexpr std::string_view end_mark = "PK\x05\x06";
    constexpr std::string_view entry_mark = "PK\x01\x02";
    constexpr std::size_t entry_bytes = 46;
    const std::size_t end = bytes.rfind(end_mark);
    std::size_t at = end != std::string_view::npos && end + 22 <= bytes.size()
                         ? little_endian(bytes, end + 16, 4)
                         : bytes.size();
    for (int i = 0; i < most_members && at < bytes.size() && bytes.size() - at >= entry_bytes; ++i) {
        if (!bytes.substr(at).starts_with(entry_mark)) break;
        const std::size_t name = little_endian(bytes, at + 28, 2);
        if (const KnownType* type = zip_type_of_member(bytes.substr(at + entry_bytes, name))) return *type;
        at += entry_bytes + name + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
    }
    if (end == std::string_view::npos && bytes.size() > 30) { // cut off: the first member's own header
        const std::string_view first = bytes.substr(30, little_endian(bytes, 26, 2));
        if (const KnownType* type = zip_type_of_member(first)) return *type;
        if (first == "[Content_Types].xml") return zip_types.front();
    }
    return plain_zip;
}

const KnownType& known_type(std::string_view bytes) {
    for (const KnownType& type : known_types) {
        if (bytes.starts_with(type.magic)) return type;
    }
    // A PDF may have some bytes before its mark; readers look for it in the first kilobyte.
    if (bytes.substr(0, 1024).find("%PDF-1.") != std::string_view::npos) return known_types.front();
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return zip_type(bytes);
    if (bytes.size() > 262 && bytes.substr(257).starts_with("ustar")) return plain_tar;
    return plain_text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

constexpr std::size_t head_bytes = 4096;

} // namespace

MediaType media_type_of(std::string_view bytes) {
    return known_type(bytes).type;
}

std::string_view media_type_name(std::string_view bytes) {
    return known_type(bytes).name;
}

MediaType media_type_of_text(std::string_view utf8) {
    const std::string head = lower(text::trim(utf8.substr(0, head_bytes)));
    if (head.find("mime-version:") != std::string::npos &&
        head.find("multipart/related") != std::string::npos)
        return MediaType::mhtml;
    for (
        const std::string_view begin :
        {"<!doctype html", "<html", "<head",   "<?xml",   "<body", "<div",   "<table", "<p>",      "<p ",
         "<span",          "<meta", "<script", "<style",  "<!--",  "<tbody", "<tr",    "<section", "<article",
         "<title",         "<h1",   "<h2",     "<center", "<font", "<link",  "<ul"}) {
        if (head.starts_with(begin)) return MediaType::html;
    }
    // A fragment with some text above: many closing tags are no accident.
    std::size_t closing = 0;
    for (const std::string_view tag : {"</td>", "</p>", "</div>", "</tr>", "</span>", "</TD>", "</P>"}) {
        for (std::size_t at = utf8.find(tag); at != std::string_view::npos && closing < 8;
             at = utf8.find(tag, at + tag.size()))
            ++closing;
    }
    return closing >= 8 ? MediaType::html : MediaType::text;
}

} // namespace nianbao::document
