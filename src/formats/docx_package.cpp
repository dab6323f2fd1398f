#include "formats/docx_package.hpp"

#include "formats/docx_xml.hpp"
#include "formats/unpack_stream.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace nianbao::formats {

namespace {

constexpr int most_members = 4096;
constexpr std::uint64_t most_bytes = max_document_bytes; ///< of all parts that are read

Error too_large() {
    return {ErrorCode::too_large,
            {"解压后的文档超过 64 MiB 或 4096 个部件",
             "the document unpacked is over 64 MiB or has over 4,096 parts"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

Error damaged(const std::string& zh, const std::string& en) {
    return {ErrorCode::damaged,
            {zh, en},
            {"请重新下载，或另存为 DOCX", "download it again, or save it as DOCX"},
            ""};
}

Error cut_off() {
    return damaged("DOCX 文件已损坏或不完整", "the DOCX file is damaged or cut off");
}

/// Names of parts are compared without regard to case, and some producers begin them with a slash.
std::string key_of(std::string_view name) {
    while (name.starts_with("/")) name.remove_prefix(1);
    std::string key = text::ascii_lower(name);
    std::replace(key.begin(), key.end(), '\\', '/');
    return key;
}

using Parts = std::map<std::string, std::string>;

/// The wanted members, by key. The whole list is gone through, so that a file that is cut off shows.
Result<Parts> read_members(std::string_view bytes, const std::set<std::string>& wanted) {
    ArchiveStream stream(bytes, ArchiveKind::zip);
    Parts parts;
    std::uint64_t left = most_bytes;
    for (int members = 0;; ++members) {
        const ArchiveStream::Step step = stream.next();
        if (step == ArchiveStream::Step::end) return parts;
        if (step == ArchiveStream::Step::damaged) return cut_off();
        if (members == most_members) return too_large();
        std::string key = key_of(stream.name());
        if (!wanted.contains(key)) continue;
        if (parts.contains(key))
            return damaged("DOCX 文件里有两个同名部件", "the DOCX file has two parts of one name");
        auto part = stream.read({left, 0});
        if (!part) return part.error().code == ErrorCode::damaged ? cut_off() : part.error();
        left -= part->size();
        parts.emplace(std::move(key), *std::move(part));
    }
}

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// A relationship's target as a key: relative to the folder of its source, `..` resolved.
std::string resolve(const std::string& folder, std::string_view target) {
    std::string path = target.starts_with("/") ? key_of(target) : folder + key_of(target);
    for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
        const std::size_t parent = up < 2 ? std::string::npos : path.rfind('/', up - 2);
        const std::size_t begin = parent == std::string::npos ? 0 : parent + 1;
        path.erase(begin, up + 3 - begin);
    }
    return path;
}

struct Relationships {
    std::map<std::string, std::string, std::less<>> by_type; ///< last word of the type → part
    std::map<std::string, std::string, std::less<>> by_id;

    std::string of_type(std::string_view type) const {
        const auto found = by_type.find(type);
        return found == by_type.end() ? "" : found->second;
    }
};

Relationships relationships(std::string& xml, const std::string& folder) {
    Relationships all;
    pugi::xml_document document;
    if (xml.empty() || !parse_xml(xml, document)) return all;
    for (const pugi::xml_node one : document.document_element().children()) {
        if (local_name(one) != "Relationship" || attribute_of(one, "TargetMode") == "External") continue;
        const std::string_view type = attribute_of(one, "Type");
        const std::string part = resolve(folder, attribute_of(one, "Target"));
        all.by_type.emplace(type.substr(type.rfind('/') + 1), part);
        all.by_id.emplace(attribute_of(one, "Id"), part);
    }
    return all;
}

/// The first altChunk's part: a page of HTML that some web sites wrap into a DOCX.
std::string embedded_part(const std::string& xml, const Relationships& related) {
    if (xml.find("altChunk") == std::string::npos) return {};
    std::string copy = xml;
    pugi::xml_document document;
    if (!parse_xml(copy, document)) return {};
    const pugi::xml_node chunk = find_element(document.document_element(), "altChunk");
    const auto found = related.by_id.find(attribute_of(chunk, "id"));
    return found == related.by_id.end() ? "" : found->second;
}

std::string take(Parts& parts, const std::string& key) {
    const auto found = parts.find(key);
    return found == parts.end() ? std::string() : std::move(found->second);
}

std::string or_else(std::string part, std::string usual) {
    return part.empty() ? std::move(usual) : std::move(part);
}

std::string relationships_of(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

Result<Relationships> package_relationships(std::string_view bytes) {
    const std::string name = relationships_of("");
    auto parts = read_members(bytes, {name});
    if (!parts) return parts.error();
    std::string xml = take(*parts, name);
    return relationships(xml, "");
}

} // namespace

Result<DocxParts> read_docx_parts(std::string_view bytes) {
    const auto package = package_relationships(bytes);
    if (!package) return package.error();
    const std::string text = or_else(package->of_type("officeDocument"), "word/document.xml");
    const std::string properties = or_else(package->of_type("core-properties"), "docprops/core.xml");
    auto main = read_members(bytes, {text, relationships_of(text), properties});
    if (!main) return main.error();
    DocxParts parts;
    parts.text = take(*main, text);
    parts.properties = take(*main, properties);
    if (parts.text.empty()) return damaged("DOCX 文件里没有正文", "the DOCX file has no text inside");

    const std::string folder = folder_of(text);
    std::string xml = take(*main, relationships_of(text));
    const Relationships related = relationships(xml, folder);
    const std::string styles = or_else(related.of_type("styles"), folder + "styles.xml");
    const std::string numbering = or_else(related.of_type("numbering"), folder + "numbering.xml");
    const std::string embedded = embedded_part(parts.text, related);
    auto others = read_members(bytes, {styles, numbering, embedded});
    if (!others) return others.error();
    parts.styles = take(*others, styles);
    parts.numbering = take(*others, numbering);
    parts.embedded = take(*others, embedded);
    return parts;
}

} // namespace nianbao::formats
