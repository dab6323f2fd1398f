#include "document/reader.hpp"

#include "document/media_type.hpp"
#include "document/office.hpp"
#include "text/encoding.hpp"

#include <system_error>

namespace nianbao::document {

namespace {

Error unsupported(std::string_view type) {
    const std::string name(type);
    return {ErrorCode::unsupported_type,
            {"不读取这种文件（" + name + "）", name + " is not read"},
            {"请转换为 PDF、DOCX、HTML 或纯文本", "convert it to PDF, DOCX, HTML or plain text"},
            ""};
}

} // namespace

std::filesystem::path program_folder() {
    std::error_code failure;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failure);
    return failure ? std::filesystem::path(".") : program.parent_path();
}

Readers::Readers(const std::filesystem::path& programs)
    : programs_(programs), formats_(programs / "nianbao-reader"), pdf_(programs / "nianbao-pdf") {}

Result<Document> Readers::read_decoded(std::string_view bytes, const ReadOptions& options) {
    Result<text::Decoded> decoded = text::decode(bytes, options.encoding);
    if (!decoded) return decoded.error();
    switch (media_type_of_text(decoded->utf8)) {
    case MediaType::mhtml:
        return formats_.read(FrameKind::read_mhtml, bytes);
    case MediaType::html: {
        Result<Document> page = formats_.read(FrameKind::read_html, decoded->utf8);
        if (page) page->encoding = decoded->encoding;
        return page;
    }
    default:
        break;
    }
    Document document = read_text(decoded->utf8);
    document.encoding = decoded->encoding;
    return document;
}

Result<Document> Readers::read(std::string_view bytes, const ReadOptions& options) {
    switch (media_type_of(bytes)) {
    case MediaType::docx:
        return formats_.read(FrameKind::read_docx, bytes);
    case MediaType::pdf:
        return pdf_.read(FrameKind::read_pdf, bytes);
    case MediaType::office: {
        const Result<std::string> converted = convert_to_docx(bytes);
        if (!converted) return converted.error();
        Result<Document> document = formats_.read(FrameKind::read_docx, *converted);
        if (document) document->media_type = media_type_name(bytes);
        return document;
    }
    case MediaType::zip:
    case MediaType::gzip:
    case MediaType::tar:
    case MediaType::unsupported:
        return unsupported(media_type_name(bytes));
    case MediaType::text:
    case MediaType::html:
    case MediaType::mhtml:
        break;
    }
    return read_decoded(bytes, options);
}

Result<void> Readers::unpack(std::string_view bytes, const TakeMember& take) {
    // A process of its own: members are read, and may be archives, while it unpacks.
    return ReaderProcess(programs_ / "nianbao-reader").unpack(bytes, take);
}

} // namespace nianbao::document
