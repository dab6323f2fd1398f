#include "support/layouts_docx.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <stdexcept>
#include <utility>

namespace nianbao::test {

namespace {

/// Word cuts runs anywhere, within a number too.
std::string runs(const std::string& text, std::mt19937& random) {
    std::string out;
    for (const std::string& piece : pieces(text, any_of(random, 1, 40)))
        out +=
            "<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr><w:t xml:space=\"preserve\">" + piece + "</w:t></w:r>";
    return out;
}

std::string paragraph(const std::string& text, std::mt19937& random) {
    if (text.empty()) return "<w:p/>";
    return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + runs(text, random) + "</w:p>";
}

/// A cell that is merged downwards is written in every row: the first restarts, the others go on.
std::string table_xml(const Grid& grid, std::mt19937& random) {
    std::string xml = "<w:tbl><w:tblPr/><w:tblGrid>";
    for (int column = 0; column < grid.columns; ++column) xml += "<w:gridCol w:w=\"800\"/>";
    xml += "</w:tblGrid>";
    std::map<std::pair<int, int>, int> below; // row and column of a cell that goes on: its columns
    for (int r = 0; r < static_cast<int>(grid.rows.size()); ++r) {
        xml += "<w:tr>";
        int column = 0;
        const auto add = [&](int columns, const std::string& merge, const std::string& content) {
            xml += "<w:tc><w:tcPr><w:tcW w:w=\"800\"/>";
            if (columns > 1) xml += "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
            xml += merge + "</w:tcPr>" + content + "</w:tc>";
            column += columns;
        };
        const auto go_on = [&] {
            for (auto at = below.find({r, column}); at != below.end(); at = below.find({r, column}))
                add(at->second, "<w:vMerge/>", "<w:p/>");
        };
        for (const GridCell& cell : grid.rows[static_cast<std::size_t>(r)].cells) {
            go_on();
            for (int down = 1; down < cell.rows; ++down) below[{r + down, column}] = cell.columns;
            add(cell.columns, cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "",
                paragraph(cell.text, random));
        }
        go_on();
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

std::string document_xml(const Sheet& sheet, std::mt19937& random) {
    std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document)"
                      R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
    for (const Part& part : sheet.parts)
        xml += part.kind == PartKind::table ? table_xml(part.grid, random) : paragraph(part.text, random);
    return xml + "<w:sectPr/></w:body></w:document>";
}

void add_member(archive* writer, const char* name, const std::string& bytes) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    const bool written = archive_write_header(writer, entry) == ARCHIVE_OK &&
                         archive_write_data(writer, bytes.data(), bytes.size()) >= 0;
    archive_entry_free(entry);
    if (!written) throw std::runtime_error("cannot write the ZIP of a test");
}

} // namespace

std::string render_docx(const Sheet& sheet, std::mt19937& random) {
    const std::string xml = document_xml(sheet, random);
    std::string zip(xml.size() + (1 << 14), '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_memory(writer, zip.data(), zip.size(), &used);
    add_member(
        writer, "[Content_Types].xml",
        R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-)"
        R"(officedocument.wordprocessingml.document.main+xml"/></Types>)");
    add_member(writer, "word/document.xml", xml);
    archive_write_close(writer);
    archive_write_free(writer);
    zip.resize(used);
    return zip;
}

} // namespace nianbao::test
