// A page saved with its pictures (RFC 2557) by a browser or an office program: the page is one part of a MIME
// message, and is read as any other page.
#include "formats/formats.hpp"
#include "formats/mhtml_part.hpp"
#include "text/encoding.hpp"

namespace nianbao::formats {

Result<document::Document> read_mhtml(std::string_view bytes) {
    const std::optional<std::string> page = mhtml::first_html_part(bytes);
    if (!page) {
        return Error{ErrorCode::damaged,
                     {"文件已损坏：其中没有网页", "the file is damaged: there is no page in it"},
                     {"请重新保存或下载", "save or download it again"},
                     ""};
    }
    const Result<text::Decoded> decoded = text::decode(*page); // by content: the label of the part may lie
    if (!decoded) return decoded.error();
    Result<document::Document> document = read_html(decoded->utf8);
    if (!document) return document;
    document->media_type = "multipart/related";
    document->encoding = decoded->encoding;
    return document;
}

} // namespace nianbao::formats
