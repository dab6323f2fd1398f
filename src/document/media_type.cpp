// A ZIP is what its list of members (the central directory at its end) says; where that is cut off, what the
// headers of the members themselves say.
#include "document/media_type.hpp"

#include "text/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <optional>
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

constexpr KnownType word_file{"word/", MediaType::docx,
                              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};

/// What the members of a ZIP begin with (after / the rest is the producer's choice: word/document2.xml) or
/// are.
constexpr auto zip_types = std::to_array<KnownType>({
    word_file,
    {"xl/", MediaType::unsupported, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/", MediaType::unsupported,
     "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"OFD.xml", MediaType::unsupported, "application/ofd"},
});

/// What a ZIP says of itself in its first member, which is stored and named "mimetype".
constexpr auto declared_types = std::to_array<KnownType>({
    {"application/vnd.oasis.opendocument.text", MediaType::office, "application/vnd.oasis.opendocument.text"},
    {"application/vnd.oasis.opendocument.spreadsheet", MediaType::unsupported,
     "application/vnd.oasis.opendocument.spreadsheet"},
    {"application/vnd.oasis.opendocument.presentation", MediaType::unsupported,
     "application/vnd.oasis.opendocument.presentation"},
    {"application/epub+zip", MediaType::unsupported, "application/epub+zip"},
});

constexpr KnownType plain_zip{"PK", MediaType::zip, "application/zip"};
constexpr KnownType plain_tar{"ustar", MediaType::tar, "application/x-tar"};
constexpr KnownType word_xml{"", MediaType::office, "application/vnd.ms-word+xml"};
constexpr KnownType plain_text{"", MediaType::text, "text/plain"};

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

constexpr std::string_view local_mark = "PK\x03\x04";
constexpr std::size_t local_bytes = 30;
constexpr std::string_view package_list = "[Content_Types].xml";

/// What the names of a ZIP's members say. A package of the office kind has its list of types, or it is just
/// an archive with a folder of that name; a Word file without it is one whose rest was cut off.
class ZipNames {
public:
    void add(std::string_view name) {
        package_ = package_ || name == package_list;
        for (const KnownType& type : zip_types) {
            const bool folder = type.magic.ends_with('/');
            if (found_ == nullptr && (folder ? name.starts_with(type.magic) : name == type.magic))
                found_ = &type;
            if (name == "word/document.xml") text_ = true;
        }
    }
    const KnownType* type(bool whole) const {
        if (found_ != nullptr && found_->type != MediaType::docx && (package_ || found_->magic == "OFD.xml"))
            return found_;
        if (text_ || (package_ && (found_ != nullptr || !whole))) return &word_file;
        return nullptr;
    }

private:
    const KnownType* found_ = nullptr;
    bool package_ = false;
    bool text_ = false;
};

/// Members in the central directory, at most this many: an office file has some twenty.
constexpr int most_members = 4096;

/// nullopt where there is no central directory, or none that can be found.
std::optional<ZipNames> listed_names(std::string_view bytes) {
    constexpr std::string_view end_mark = "PK\x05\x06";
    constexpr std::string_view entry_mark = "PK\x01\x02";
    constexpr std::size_t entry_bytes = 46;
    const std::size_t end = bytes.rfind(end_mark);
    if (end == std::string_view::npos || end + 22 > bytes.size()) return std::nullopt;
    std::size_t at = little_endian(bytes, end + 16, 4);
    if (at > end || (at != end && !bytes.substr(at).starts_with(entry_mark))) return std::nullopt;
    ZipNames names;
    for (int i = 0; i < most_members && at < bytes.size() && bytes.size() - at >= entry_bytes; ++i) {
        if (!bytes.substr(at).starts_with(entry_mark)) break;
        const std::size_t name = little_endian(bytes, at + 28, 2);
        names.add(bytes.substr(at + entry_bytes, name));
        at += entry_bytes + name + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
    }
    return names;
}

/// The names in the members' own headers, from the first on.
ZipNames names_before_cut(std::string_view bytes) {
    ZipNames names;
    std::size_t at = 0;
    for (int i = 0; i < most_members && at < bytes.size() && bytes.size() - at > local_bytes; ++i) {
        if (!bytes.substr(at).starts_with(local_mark)) break;
        const std::size_t name = little_endian(bytes, at + 26, 2);
        names.add(bytes.substr(at + local_bytes, name));
        const bool size_follows = (little_endian(bytes, at + 6, 2) & 8) != 0;
        const std::size_t size = size_follows ? 0 : little_endian(bytes, at + 18, 4);
        at += local_bytes + name + little_endian(bytes, at + 28, 2) + size;
        if (size_follows) at = bytes.find(local_mark, at);
    }
    return names;
}

const KnownType* declared_type(std::string_view bytes) {
    constexpr std::string_view name = "mimetype";
    if (bytes.size() < local_bytes || little_endian(bytes, 26, 2) != name.size()) return nullptr;
    if (bytes.substr(local_bytes, name.size()) != name) return nullptr;
    const std::size_t begin = local_bytes + name.size() + little_endian(bytes, 28, 2);
    if (begin > bytes.size()) return nullptr;
    const std::string_view declared = bytes.substr(begin, little_endian(bytes, 22, 4));
    for (const KnownType& type : declared_types) {
        const bool same =
            declared == type.magic || bytes.substr(begin).starts_with(std::string(type.magic) + "PK");
        if (same) return &type;
    }
    return nullptr;
}

const KnownType& zip_type(std::string_view bytes) {
    if (const KnownType* declared = declared_type(bytes)) return *declared;
    const auto listed = listed_names(bytes);
    const ZipNames names = listed ? *listed : names_before_cut(bytes);
    const KnownType* type = names.type(listed.has_value());
    return type != nullptr ? *type : plain_zip;
}

/// Word 2003's own XML, in one file.
bool is_word_xml(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    return head.find("<?mso-application progid=\"Word.Document\"?>") != std::string_view::npos &&
           head.find("<w:wordDocument") != std::string_view::npos;
}

const KnownType& known_type(std::string_view bytes) {
    for (const KnownType& type : known_types) {
        if (bytes.starts_with(type.magic)) return type;
    }
    // A PDF may have some bytes before its mark; readers look for it in the first kilobyte.
    if (bytes.substr(0, 1024).find("%PDF-1.") != std::string_view::npos) return known_types.front();
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return zip_type(bytes);
    if (bytes.size() > 262 && bytes.substr(257).starts_with("ustar")) return plain_tar;
    if (is_word_xml(bytes)) return word_xml;
    return plain_text;
}

constexpr std::size_t head_bytes = 4096;

} // namespace

MediaType media_type_of(std::string_view bytes) {
    return known_type(bytes).type;
}

std::string_view media_type_name(std::string_view bytes) {
    return known_type(bytes).name;
}

namespace {

/// The head of a message that is a page: with its pictures, or, saved without any, of one part. In lower
/// case.
bool is_head_of_mhtml(std::string_view head) {
    if (head.find("mime-version:") == std::string_view::npos) return false;
    if (head.find("multipart/related") != std::string_view::npos) return true;
    constexpr std::string_view field = "content-type:";
    for (std::size_t at = head.find(field); at != std::string_view::npos; at = head.find(field, at + 1)) {
        if (at > 0 && head[at - 1] != '\n') continue;
        const std::string_view value = head.substr(at + field.size());
        return value.substr(std::min(value.find_first_not_of(" \t"), value.size())).starts_with("text/html");
    }
    return false;
}

} // namespace

MediaType media_type_of_text(std::string_view utf8) {
    const std::string head = text::ascii_lower(text::trim(utf8.substr(0, head_bytes)));
    if (is_head_of_mhtml(head)) return MediaType::mhtml;
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
