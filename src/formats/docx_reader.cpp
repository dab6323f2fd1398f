// DOCX: WordprocessingML (ECMA-376) in a ZIP. The text is word/document.xml; numbers of lists and headings
// come from numbering.xml and styles.xml. Headers, footers, notes, comments and text boxes are no part of the
// flow.
#include "document/media_type.hpp"
#include "formats/docx_blocks.hpp"
#include "formats/docx_package.hpp"
#include "formats/docx_text.hpp"
#include "formats/docx_xml.hpp"
#include "formats/formats.hpp"
#include "text/encoding.hpp"
#include "text/fold.hpp"

#include <utility>

namespace nianbao::formats {

namespace {

constexpr std::string_view media_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

Error damaged_text() {
    return {
        ErrorCode::damaged,
        {"DOCX 正文的 XML 不完整", "the XML of the DOCX's text is not whole"},
        {"请重新下载，或在 Word、WPS 里打开后另存", "download it again, or open and save it in Word or WPS"},
        ""};
}

/// A part that may be missing; one that is broken counts as missing. `bytes` must outlive the document.
pugi::xml_node root_of(std::string& bytes, pugi::xml_document& document) {
    if (bytes.empty() || !parse_xml(bytes, document)) return {};
    return document.document_element();
}

std::string title_of(std::string& properties) {
    pugi::xml_document document;
    const pugi::xml_node title = child_of(root_of(properties, document), "title");
    const std::string clean = clean_text(title.text().get());
    return std::string(text::trim(clean));
}

/// The text of a document that is laid out in text boxes alone.
ReadFlow text_boxes(pugi::xml_node body, const Styles& styles, Numbering& numbering) {
    ReadFlow all;
    for (pugi::xml_node node = body; node;) {
        const std::string_view name = local_name(node);
        const bool box = name == "txbxContent";
        if (box) {
            ReadFlow flow = read_flow(node, styles, numbering);
            for (FlowItem& item : flow.items) all.items.push_back(std::move(item));
            all.incomplete = all.incomplete || flow.incomplete;
        }
        const bool leave = box || name == "Fallback" || name == "del" || name == "moveFrom";
        node = next_in_order(node, body, !leave);
    }
    return all;
}

/// Some web sites send their page as it is, wrapped into a DOCX.
Result<document::Document> read_embedded(const std::string& page) {
    const auto decoded = text::decode(page, {});
    if (!decoded) return decoded.error();
    const bool mhtml = document::media_type_of_text(decoded->utf8) == document::MediaType::mhtml;
    return mhtml ? read_mhtml(page) : read_html(decoded->utf8);
}

} // namespace

Result<document::Document> read_docx(std::string_view bytes) {
    auto parts = read_docx_parts(bytes);
    if (!parts) return parts.error();
    pugi::xml_document text;
    pugi::xml_document styles_xml;
    pugi::xml_document numbering_xml;
    if (!parse_xml(parts->text, text)) return damaged_text();
    const pugi::xml_node body = child_of(text.document_element(), "body");
    if (!body) return damaged_text();
    const Styles styles(root_of(parts->styles, styles_xml));
    Numbering numbering(root_of(parts->numbering, numbering_xml), styles);

    ReadFlow flow = read_flow(body, styles, numbering);
    if (!has_text(flow.items) && !parts->embedded.empty()) {
        auto page = read_embedded(parts->embedded);
        if (page) page->media_type = media_type;
        return page;
    }
    if (!has_text(flow.items)) {
        ReadFlow boxes = text_boxes(body, styles, numbering);
        if (has_text(boxes.items)) flow = std::move(boxes);
    }
    document::Document document;
    document.media_type = media_type;
    document.metadata.title = title_of(parts->properties);
    document.degraded = flow.incomplete;
    append_blocks(flow.items, document);
    return document;
}

} // namespace nianbao::formats
