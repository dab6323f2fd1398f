// Bad files, through the reader program, whose limits hold: each is refused or read quickly, and the same
// process then reads the next file.
#include "docx_support.hpp"

#include "document/reader_process.hpp"

#include <chrono>

using namespace nianbao;
using namespace nianbao::test;

namespace {

document::ReaderProcess& reader() {
    static document::ReaderProcess process(std::string(NIANBAO_PROGRAMS) + "/nianbao-reader");
    return process;
}

Result<document::Document> read(const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    auto document = reader().read(document::FrameKind::read_docx, bytes);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    const auto next = reader().read(document::FrameKind::read_docx, docx(paragraph("下一个")));
    REQUIRE(next);
    CHECK(printed(*next) == Lines{"下一个"});
    return document;
}

ErrorCode code_of(const std::string& bytes) {
    const auto document = read(bytes);
    REQUIRE_FALSE(document);
    return document.error().code;
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

} // namespace

TEST_CASE("a bomb of zeros is too large", "[slow]") {
    CHECK(code_of(docx_of_xml(std::string(600 << 20, '\0'))) == ErrorCode::too_large);
}

TEST_CASE("a package cut off anywhere is damaged, or read whole where only its list is cut") {
    std::mt19937 random(7);
    std::string noise;
    for (int i = 0; i < 500; ++i) noise += std::to_string(random());
    const std::string whole = docx(paragraph(noise));
    const std::size_t list = whole.find("PK\x01\x02");
    for (std::size_t kept = 0; kept < whole.size(); kept += 61) {
        const auto document = reader().read(document::FrameKind::read_docx, whole.substr(0, kept));
        INFO(kept << " of " << whole.size() << " bytes, the list begins at " << list);
        if (kept < list) {
            REQUIRE_FALSE(document);
            CHECK(document.error().code == ErrorCode::damaged);
        } else if (document) {
            CHECK(printed(*document) == Lines{noise});
        }
    }
}

TEST_CASE("a flipped bit is damage, not another number") {
    std::string bytes =
        pack({{"word/document.xml", document_xml(paragraph("12345"))}}, Pack::zip, "compression=store");
    bytes[bytes.find("12345") + 2] ^= 1;
    CHECK(code_of(bytes) == ErrorCode::damaged);
}

TEST_CASE("XML that is cut off is damaged") {
    const std::string xml = document_xml(table(row({"规章", "0"})) + paragraph("完"));
    CHECK(code_of(docx_of_xml(xml.substr(0, xml.size() - 20))) == ErrorCode::damaged);
    CHECK(code_of(docx_of_xml("")) == ErrorCode::damaged);
    CHECK(code_of(docx_of_xml("<html><p>x</p></html>")) == ErrorCode::damaged);
}

TEST_CASE("a package without a text or with two is damaged") {
    CHECK(code_of(pack({{"[Content_Types].xml", "<Types/>"}})) == ErrorCode::damaged);
    CHECK(code_of(docx(paragraph("1"), {{"word/document.xml", document_xml(paragraph("2"))}})) ==
          ErrorCode::damaged);
}

TEST_CASE("deep nesting is cut, not followed") {
    const auto [open, close] = GENERATE(table<std::string, std::string>({
        {"<w:sdt>", "</w:sdt>"},
        {"<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"},
        {"<w:p><w:r>", "</w:r></w:p>"},
        {"<w:txbxContent>", "</w:txbxContent>"},
    }));
    const int depth = 100'000;
    const auto document =
        read(docx(repeated(open, depth) + paragraph("底") + repeated(close, depth) + paragraph("后")));
    REQUIRE(document);
    CHECK(printed(*document).back() == "后");
    if (open != "<w:txbxContent>") CHECK(document->degraded);
}

TEST_CASE("spans beyond any sense are cut") {
    const auto [property, count] =
        GENERATE(table<std::string, std::string>({{"gridSpan", "999999999"},
                                                  {"gridSpan", "-4"},
                                                  {"gridSpan", "x"},
                                                  {"gridSpan", "99999999999999999999"}}));
    const auto document =
        read(docx(test::table("<w:tr><w:trPr><w:gridBefore w:val=\"" + count + "\"/></w:trPr>" +
                              cell(paragraph("甲"), "<w:" + property + " w:val=\"" + count + "\"/>") +
                              cell(paragraph("3")) + "</w:tr>")));
    REQUIRE(document);
    CHECK(printed(*document).back().find("3") != std::string::npos);
}

TEST_CASE("entities are not expanded") {
    std::string types = "<!DOCTYPE d [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'k'; ++c) {
        types += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) types += std::string("&") + static_cast<char>(c - 1) + ";";
        types += "\">";
    }
    const auto document =
        read(docx_of_xml(types + "]><document><body><p><r><t>&j;</t></r></p></body></document>"));
    REQUIRE(document);
    CHECK(printed(*document) == Lines{"&j;"});
}

TEST_CASE("a package of very many parts is too large") {
    std::vector<Packed> parts;
    for (int i = 0; i < 20'000; ++i) parts.push_back({"word/media/" + std::to_string(i) + ".png", ""});
    CHECK(code_of(docx(paragraph("甲"), parts)) == ErrorCode::too_large);
}

TEST_CASE("a package behind a password is encrypted") {
    const std::string bytes = pack({{"word/document.xml", document_xml(paragraph("甲"))}}, Pack::zip);
    std::string locked = bytes; // the flag of encryption in both headers
    locked[6] |= 1;
    locked[locked.find("PK\x01\x02") + 8] |= 1;
    CHECK(code_of(locked) == ErrorCode::encrypted);
}

TEST_CASE("circles of styles and lists end") {
    const std::string styles =
        "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>";
    const std::string numbering =
        "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"a\"/></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    const auto document =
        read(docx(paragraph("甲", "<w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>"),
                  {{"word/styles.xml", styles}, {"word/numbering.xml", numbering}}));
    REQUIRE(document);
    CHECK(printed(*document) == Lines{"甲"});
}

TEST_CASE("random damage never ends the reader", "[slow]") {
    const std::string whole = docx(paragraph("总体情况") + test::table(row({"规章", "0", "6"})),
                                   {{"word/numbering.xml", "<w:numbering/>"}});
    std::mt19937 random(11);
    for (int i = 0; i < 300; ++i) {
        std::string bytes = whole;
        for (int n = 0; n < 4; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto document = reader().read(document::FrameKind::read_docx, bytes);
        if (!document) CHECK(document.error().message.en.find("crash") == std::string::npos);
    }
}
