// DOC, RTF and ODT through LibreOffice, where there is one; what needs none is always tested.
#include "document/office.hpp"
#include "support/files.hpp"
#include "support/readers.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <optional>

using namespace nianbao;

namespace {

/// A variable of the environment, as it was again at the end.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() {
        if (before_) {
            ::setenv(name_, before_->c_str(), 1);
        } else {
            ::unsetenv(name_);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

std::string fixture(const std::string& name) {
    return test::read_bytes(test::source_dir() / "fixtures" / "docx" / name);
}

ErrorCode code_of(const Result<std::string>& converted) {
    REQUIRE_FALSE(converted);
    CHECK_FALSE(converted.error().hint.empty());
    return converted.error().code;
}

std::vector<std::string> cells_of(const document::Document& document) {
    std::vector<std::string> cells;
    for (const document::Block& block : document.blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        if (table == nullptr) continue;
        for (const document::Row& row : table->rows) {
            for (const document::Cell& cell : row)
                cells.push_back(cell.text + "@" + std::to_string(cell.place.row) + "," +
                                std::to_string(cell.row_span));
        }
    }
    return cells;
}

/// A compound file of one sector of directory, whose root has one stream of this name.
std::string ole(const std::string& stream, bool locked = false) {
    std::string bytes(512 * 4, '\0');
    const auto put = [&](std::size_t at, std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xFF);
    };
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(30, 9, 2); // sectors of 512 bytes
    put(48, 1, 4); // the directory is in sector 1
    put(76, 0, 4); // the allocation table in sector 0
    put(512 + 4, 0xFFFFFFFE, 4);
    const auto entry = [&](std::size_t at, const std::string& name, std::uint32_t child) {
        for (std::size_t i = 0; i < name.size(); ++i) bytes[at + 2 * i] = name[i];
        put(at + 64, static_cast<std::uint32_t>(2 * name.size() + 2), 2);
        put(at + 68, 0xFFFFFFFF, 4);
        put(at + 72, 0xFFFFFFFF, 4);
        put(at + 76, child, 4);
        put(at + 116, 2, 4);
    };
    entry(1024, "Root Entry", 1);
    entry(1024 + 128, stream, 0xFFFFFFFF);
    bytes.replace(1536, 2, "\xEC\xA5");
    if (locked) bytes[1536 + 11] = 1;
    return bytes;
}

/// A program that stands for LibreOffice.
std::string script(const test::TempFolder& folder, const std::string& lines) {
    const auto path = folder.write("soffice", "#!/bin/sh\n" + lines);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path.string();
}

std::size_t left_behind() {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path())) {
        if (entry.path().filename().string().starts_with("nianbao-office-")) ++count;
    }
    return count;
}

bool soffice_is_there() {
    if (code_of(document::convert_to_docx("{\\rtf1 \\broken")) != ErrorCode::unsupported_type) return true;
    WARN("LibreOffice is not installed: its conversions are not tested");
    return false;
}

} // namespace

TEST_CASE("without LibreOffice a Word file says what to install") {
    const test::TempFolder empty;
    const Variable path("PATH", empty.path().string());
    SECTION("nowhere in PATH") {
        const Variable named("NIANBAO_SOFFICE", "");
        const auto converted = document::convert_to_docx(fixture("libreoffice_2023.doc"));
        CHECK(code_of(converted) == ErrorCode::unsupported_type);
        CHECK(converted.error().hint.en.find("libreoffice-writer") != std::string::npos);
    }
    SECTION("named, but not there") {
        const Variable named("NIANBAO_SOFFICE", "/nowhere/soffice");
        CHECK(code_of(document::convert_to_docx(fixture("libreoffice_2023.rtf"))) ==
              ErrorCode::unsupported_type);
    }
}

TEST_CASE("OLE files that are no Word files are not converted") {
    const test::TempFolder folder;
    const Variable named("NIANBAO_SOFFICE", script(folder, "exit 0\n"));
    CHECK(code_of(document::convert_to_docx(ole("Workbook"))) == ErrorCode::unsupported_type);
    CHECK(code_of(document::convert_to_docx(ole("Book"))) == ErrorCode::unsupported_type);
    CHECK(code_of(document::convert_to_docx(ole("PowerPoint Document"))) == ErrorCode::unsupported_type);
    CHECK(code_of(document::convert_to_docx(ole("EncryptedPackage"))) == ErrorCode::encrypted);
    CHECK(code_of(document::convert_to_docx(ole("WordDocument", true))) == ErrorCode::encrypted);
    CHECK(code_of(document::convert_to_docx("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 junk")) == ErrorCode::damaged);
}

TEST_CASE("a converter that makes nothing leaves the file damaged and nothing behind") {
    const test::TempFolder folder;
    const Variable named("NIANBAO_SOFFICE", script(folder, "exit 1\n"));
    const Variable own("TMPDIR", folder.path().string()); // other tests convert at the same time
    const std::size_t before = left_behind();
    CHECK(code_of(document::convert_to_docx(ole("WordDocument"))) == ErrorCode::damaged);
    CHECK(left_behind() == before);
}

TEST_CASE("what a converter writes is read, and its children end with it") {
    const test::TempFolder folder;
    const std::string mark = (folder.path() / "late").string();
    const Variable named("NIANBAO_SOFFICE",
                         script(folder, "(sleep 1; touch " + mark +
                                            ") &\n"
                                            "while [ \"$1\" != --outdir ]; do shift; done\n"
                                            "mkdir -p \"$2\"; cp \"$3\" \"$2/document.docx\"\n"));
    const auto converted = document::convert_to_docx("{\\rtf1 x}");
    REQUIRE(converted);
    CHECK(*converted == "{\\rtf1 x}");
    CHECK_FALSE(std::filesystem::exists(mark));
}

TEST_CASE("a link in the place of the converter's document is not followed") {
    const test::TempFolder folder;
    const Variable named("NIANBAO_SOFFICE",
                         script(folder, "while [ \"$1\" != --outdir ]; do shift; done\n"
                                        "mkdir -p \"$2\"; ln -s /etc/passwd \"$2/document.docx\"\n"));
    CHECK(code_of(document::convert_to_docx("{\\rtf1 x}")) == ErrorCode::damaged);
}

TEST_CASE("DOC, RTF and ODT are read as the DOCX they were made from", "[slow]") {
    if (!soffice_is_there()) return;
    const auto [name, type] = GENERATE(table<std::string, std::string>({
        {"libreoffice_2023.doc", "application/msword"},
        {"libreoffice_2023.rtf", "application/rtf"},
        {"libreoffice_2023.odt", "application/vnd.oasis.opendocument.text"},
    }));
    INFO(name);
    const auto docx = test::read_document(fixture("libreoffice_2023.docx"));
    const auto converted = test::read_document(fixture(name));
    REQUIRE(docx);
    REQUIRE(converted);
    CHECK(converted->media_type == type);
    CHECK(cells_of(*converted) == cells_of(*docx));
}

TEST_CASE("a Word file that is cut off is damaged", "[slow]") {
    if (!soffice_is_there()) return;
    const std::string whole = fixture("libreoffice_2023.doc");
    const auto converted = document::convert_to_docx(std::string_view(whole).substr(0, 3000));
    CHECK(code_of(converted) == ErrorCode::damaged);
}
