// nianbao-reader: HTML, MHTML, DOCX and archives, read in a process of their own.
#include "document/serve.hpp"
#include "formats/formats.hpp"

using namespace nianbao;

namespace {

Error unknown_request() {
    return {ErrorCode::unsupported_type,
            {"读取程序不认识这个请求", "the reader does not know this request"},
            {"nianbao 与 nianbao-reader 应当来自同一次构建",
             "nianbao and nianbao-reader must be of the same build"},
            ""};
}

Result<document::Document> unpack(const document::Frame& request, document::MemberSink& members) {
    const auto give = [&](std::string_view name, const Result<std::string_view>& bytes) {
        if (bytes) {
            members.member(name, *bytes);
        } else {
            members.refused(name, bytes.error());
        }
    };
    if (auto unpacked = formats::unpack(request.bytes, give); !unpacked) return unpacked.error();
    return document::Document{};
}

Result<document::Document> answer(const document::Frame& request, document::MemberSink& members) {
    switch (request.kind) {
    case document::FrameKind::read_html:
        return formats::read_html(request.bytes);
    case document::FrameKind::read_mhtml:
        return formats::read_mhtml(request.bytes);
    case document::FrameKind::read_docx:
        return formats::read_docx(request.bytes);
    case document::FrameKind::unpack:
        return unpack(request, members);
    default:
        return unknown_request();
    }
}

} // namespace

int main() {
    return document::serve(answer);
}
