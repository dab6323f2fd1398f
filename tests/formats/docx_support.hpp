// Packages made in the test: ZIPs through libarchive, and the XML of a DOCX around a body.
#pragma once

#include "formats/formats.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::test {

struct Packed {
    std::string name; ///< as bytes, in any encoding
    std::string bytes;
};

enum class Pack { zip, tar, tar_gz, gz };

/// `reserve`: room for the packed bytes.
inline std::string pack(const std::vector<Packed>& members, Pack kind = Pack::zip,
                        const char* options = nullptr) {
    std::size_t room = 1 << 16;
    for (const Packed& member : members) room += member.bytes.size() + 4096;
    std::string out(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    if (kind == Pack::zip) archive_write_set_format_zip(writer);
    if (kind == Pack::tar || kind == Pack::tar_gz) archive_write_set_format_gnutar(writer);
    if (kind == Pack::gz) archive_write_set_format_raw(writer);
    if (kind == Pack::gz || kind == Pack::tar_gz) archive_write_add_filter_gzip(writer);
    if (options != nullptr) archive_write_set_options(writer, options);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    for (const Packed& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.c_str());
        archive_entry_set_filetype(entry, member.name.ends_with("/") ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
        REQUIRE(archive_write_header(writer, entry) >= ARCHIVE_WARN);
        archive_write_data(writer, member.bytes.data(), member.bytes.size());
        archive_entry_free(entry);
    }
    REQUIRE(archive_write_close(writer) == ARCHIVE_OK);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

inline std::string document_xml(const std::string& body) {
    return R"(<?xml version="1.0" encoding="UTF-8"?><w:document)"
           R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
           R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
           R"( xmlns:v="urn:schemas-microsoft-com:vml")"
           R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>)" +
           body + "<w:sectPr/></w:body></w:document>";
}

/// `more`: further parts, e.g. {"word/numbering.xml", …}.
inline std::string docx_of_xml(const std::string& xml, std::vector<Packed> more = {}) {
    more.insert(more.begin(), {"[Content_Types].xml", "<Types/>"});
    more.push_back({"word/document.xml", xml});
    return pack(more);
}

inline std::string docx(const std::string& body, std::vector<Packed> more = {}) {
    return docx_of_xml(document_xml(body), std::move(more));
}

inline std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r></w:p>";
}

inline std::string cell(const std::string& content, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}

inline std::string row(const std::vector<std::string>& texts, const std::string& properties = "") {
    std::string out = "<w:tr><w:trPr>" + properties + "</w:trPr>";
    for (const std::string& text : texts) out += cell(paragraph(text));
    return out + "</w:tr>";
}

inline std::string table(const std::string& rows) {
    return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>";
}

/// A document printed: a line of text as it is, a row as "[a|b]", a cell that spans as "a<columns,rows>".
inline std::vector<std::string> printed(const document::Document& document) {
    std::vector<std::string> out;
    for (const document::Block& block : document.blocks) {
        if (const auto* line = std::get_if<document::Line>(&block)) {
            out.push_back(line->text);
            continue;
        }
        for (const document::Row& row : std::get<document::Table>(block).rows) {
            std::string text;
            for (const document::Cell& one : row) {
                text += (text.empty() ? "[" : "|") + one.text;
                if (one.column_span != 1 || one.row_span != 1)
                    text += "<" + std::to_string(one.column_span) + "," + std::to_string(one.row_span) + ">";
            }
            out.push_back(text + "]");
        }
    }
    return out;
}

inline std::vector<std::string> read_body(const std::string& body, std::vector<Packed> more = {}) {
    const auto document = formats::read_docx(docx(body, std::move(more)));
    REQUIRE(document);
    return printed(*document);
}

using Lines = std::vector<std::string>;

} // namespace nianbao::test
