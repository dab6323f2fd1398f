// What a file is, by its content: archives of the office kind are told apart by what they hold.
#include "document/media_type.hpp"
#include "support/files.hpp"

#include <catch2/catch.hpp>
#include <cstdint>

using namespace nianbao;
using namespace nianbao::document;
using namespace std::string_literals;

namespace {

std::string little(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value & 0xFF);
        value >>= 8;
    }
    return out;
}

/// A ZIP of stored members (checksums left out: nothing reads them here).
std::string zip(const std::vector<std::pair<std::string, std::string>>& members, bool with_list = true) {
    std::string out;
    std::string list;
    for (const auto& [name, bytes] : members) {
        const std::string sizes = little(static_cast<unsigned>(bytes.size()), 4);
        const std::string head = little(20, 2) + little(0, 8) + little(0, 4) + sizes + sizes +
                                 little(static_cast<unsigned>(name.size()), 2) + little(0, 2);
        list += "PK\x01\x02" + little(20, 2) + head + little(0, 14 - 4) +
                little(static_cast<unsigned>(out.size()), 4) + name;
        out += "PK\x03\x04" + head + name + bytes;
    }
    if (!with_list) return out;
    const auto begin = static_cast<unsigned>(out.size());
    const auto count = static_cast<unsigned>(members.size());
    return out + list + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) +
           little(static_cast<unsigned>(list.size()), 4) + little(begin, 4) + little(0, 2);
}

const std::string types = "[Content_Types].xml";

} // namespace

TEST_CASE("a ZIP is what its members say") {
    const auto [names, wanted] = GENERATE(table<std::vector<std::string>, MediaType>({
        {{types, "word/document.xml"}, MediaType::docx},
        {{types, "word/document2.xml", "word/styles.xml"}, MediaType::docx},
        {{"word/document.xml"}, MediaType::docx},
        {{types, "xl/workbook.xml", "xl/worksheets/sheet1.xml"}, MediaType::unsupported},
        {{types, "ppt/presentation.xml"}, MediaType::unsupported},
        {{"OFD.xml", "Doc_0/Document.xml"}, MediaType::unsupported},
        {{"2023/a.docx", "2023/b.docx"}, MediaType::zip},
        {{"word/甲局.docx"}, MediaType::zip},
        {{"content.xml", "a.txt"}, MediaType::zip},
        {std::vector<std::string>(), MediaType::zip},
    }));
    std::vector<std::pair<std::string, std::string>> members;
    for (const std::string& name : names) members.emplace_back(name, "x");
    INFO((names.empty() ? "" : names.back()));
    CHECK(media_type_of(zip(members)) == wanted);
}

TEST_CASE("a ZIP without its list is known by its members' own headers") {
    CHECK(media_type_of(zip({{types, "x"}, {"word/document.xml", "x"}}, false)) == MediaType::docx);
    CHECK(media_type_of(zip({{types, "x"}}, false)) == MediaType::docx);
    CHECK(media_type_of(zip({{types, "x"}, {"xl/workbook.xml", "x"}}, false)) == MediaType::unsupported);
    CHECK(media_type_of(zip({{"a.txt", "x"}, {"b.docx", zip({{"word/document.xml", "x"}})}}, false)) ==
          MediaType::zip);
}

TEST_CASE("an OpenDocument file is what it declares") {
    const auto [declared, wanted] = GENERATE(table<std::string, MediaType>({
        {"application/vnd.oasis.opendocument.text", MediaType::office},
        {"application/vnd.oasis.opendocument.spreadsheet", MediaType::unsupported},
        {"application/vnd.oasis.opendocument.presentation", MediaType::unsupported},
    }));
    const std::string bytes = zip({{"mimetype", declared}, {"content.xml", "x"}});
    CHECK(media_type_of(bytes) == wanted);
    CHECK(media_type_name(bytes) == declared);
}

TEST_CASE("files are known by their first bytes") {
    const auto [bytes, wanted] = GENERATE(table<std::string, MediaType>({
        {"%PDF-1.7", MediaType::pdf},
        {"\xEF\xBB\xBF junk %PDF-1.4", MediaType::pdf},
        {"\xD0\xCF\x11\xE0 ...", MediaType::office},
        {"{\\rtf1\\ansi", MediaType::office},
        {"\x1F\x8B\x08", MediaType::gzip},
        {"Rar!", MediaType::unsupported},
        {std::string(257, 'a') + "ustar\0" + std::string(300, 'a'), MediaType::tar},
        {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>",
         MediaType::office},
        {"PK and more text", MediaType::text},
        {"一、总体情况", MediaType::text},
        {"", MediaType::text},
        {"PK\x03\x04", MediaType::zip},
        {"PK\x05\x06" + std::string(18, '\0'), MediaType::zip},
    }));
    CHECK(media_type_of(bytes) == wanted);
}

TEST_CASE("text is HTML where it begins with markup or is full of it") {
    const auto [text, wanted] = GENERATE(table<std::string, MediaType>({
        {"<!DOCTYPE html><html>", MediaType::html},
        {"  <TABLE><tr>", MediaType::html},
        {"标题\n<td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td><td>8</td>",
         MediaType::html},
        {"a < b, c > d", MediaType::text},
        {"From: <saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", MediaType::mhtml},
        {"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset=\"gbk\"\r\n\r\n<p>",
         MediaType::mhtml},
        {"MIME-Version: 1.0\nContent-Type: text/plain\n\n<p>", MediaType::text},
    }));
    CHECK(media_type_of_text(text) == wanted);
}

TEST_CASE("a page saved without pictures is a message whatever way its head is written") {
    for (const char* head : {"Content-Type: text/html; charset=gbk\r\nMIME-Version: 1.0\r\n\r\n",
                             "From: a\r\nMIME-Version: 1.0\r\nContent-Type:text/html\r\n\r\n",
                             "MIME-Version: 1.0\nCONTENT-TYPE:\ttext/html\n\n"}) {
        INFO(head);
        CHECK(media_type_of_text(head) == MediaType::mhtml);
    }
    CHECK(media_type_of_text("X-Content-Type: text/html\nMIME-Version: 1.0\n") != MediaType::mhtml);
}

TEST_CASE("no cut of a package sends the search out of its bytes") {
    const std::string whole = zip({{types, "x"}, {"word/document.xml", "x"}});
    for (std::size_t kept = 0; kept <= whole.size(); ++kept)
        (void)media_type_of(std::string_view(whole).substr(0, kept));
    for (std::size_t at = 4; at < whole.size(); ++at) {
        std::string bytes = whole;
        bytes[at] = '\xFF';
        (void)media_type_of(bytes);
    }
    SUCCEED();
}
