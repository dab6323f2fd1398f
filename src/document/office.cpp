// LibreOffice reads these formats exactly; no library does. It runs as a foreign program
// with a profile of its own, in which macros and links to elsewhere are off, in a temporary folder that is
// gone afterwards.
#include "document/office.hpp"

#include "core/file.hpp"
#include "document/media_type.hpp"
#include "document/office_ole.hpp"
#include "document/office_process.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace fs = std::filesystem;

namespace nianbao::document {

namespace {

constexpr std::uint64_t most_bytes = max_document_bytes;

constexpr std::string_view settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";

Error not_installed() {
    return {ErrorCode::unsupported_type,
            {"没有可用的转换程序", "no converter is installed"},
            {"请安装 LibreOffice（apt-get install libreoffice-writer-nogui），或另存为 DOCX",
             "install LibreOffice (apt-get install libreoffice-writer-nogui), or save it as DOCX"},
            ""};
}

Error no_text_document(const std::string& zh, const std::string& en) {
    return {ErrorCode::unsupported_type,
            {"不读取" + zh, en + " is not read"},
            {"请转换为 PDF、DOCX、HTML 或纯文本", "convert it to PDF, DOCX, HTML or plain text"},
            ""};
}

Error encrypted() {
    return {ErrorCode::encrypted,
            {"文件已加密，需要密码", "it is encrypted and asks for a password"},
            {"请在 Word 或 WPS 里去除密码后另存", "remove the password in Word or WPS and save it again"},
            ""};
}

Error damaged() {
    return {ErrorCode::damaged,
            {"转换程序无法读出这个文件", "the converter can make nothing of the file"},
            {"请在 Word 或 WPS 里打开并另存为 DOCX", "open it in Word or WPS and save it as DOCX"},
            ""};
}

Error late() {
    return {ErrorCode::too_large,
            {"转换超过了时间上限（120 秒）", "converting it takes more than the limit of 120 seconds"},
            {"请在 Word 或 WPS 里打开并另存为 DOCX", "open it in Word or WPS and save it as DOCX"},
            ""};
}

Error no_temporary_folder() {
    return {ErrorCode::not_readable,
            {"无法建立临时文件夹", "no temporary folder can be made"},
            {"请检查 TMPDIR 与磁盘空间", "look at TMPDIR and the room on the disk"},
            ""};
}

/// Gone with everything in it when this ends.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::error_code failure;
        std::string name = (fs::temp_directory_path(failure) / "nianbao-office-XXXXXX").string();
        if (!failure && ::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return path_; } ///< empty: there is none

private:
    fs::path path_;
};

bool write(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    return out.flush().good();
}

/// $NIANBAO_SOFFICE where it is set, and nothing else then.
fs::path converter() {
    const char* named = std::getenv("NIANBAO_SOFFICE");
    if (named == nullptr || *named == '\0') return find_program({"soffice", "libreoffice"});
    return is_program(named) ? fs::path(named) : fs::path();
}

std::string suffix_of(std::string_view media_type) {
    if (media_type == "application/rtf") return ".rtf";
    if (media_type == "application/vnd.oasis.opendocument.text") return ".odt";
    if (media_type == "application/vnd.ms-word+xml") return ".xml";
    return ".doc";
}

/// Why an OLE file need not be given to the converter.
std::optional<Error> refusal(std::string_view bytes) {
    if (suffix_of(media_type_name(bytes)) != ".doc") return std::nullopt;
    switch (ole_kind_of(bytes)) {
    case OleKind::encrypted:
    case OleKind::locked_word:
        return encrypted();
    case OleKind::spreadsheet:
        return no_text_document("电子表格（XLS）", "a spreadsheet (XLS)");
    case OleKind::presentation:
        return no_text_document("演示文稿（PPT）", "a presentation (PPT)");
    case OleKind::broken:
        return damaged();
    case OleKind::word:
    case OleKind::unknown:
        break;
    }
    return std::nullopt;
}

Result<std::string> convert(const fs::path& program, std::string_view bytes, const fs::path& folder) {
    const fs::path input = folder / ("document" + suffix_of(media_type_name(bytes)));
    const fs::path profile = folder / "profile";
    if (!write(input, bytes) || !write(profile / "user" / "registrymodifications.xcu", settings))
        return no_temporary_folder();
    const ProgramEnd end =
        run_program({program.string(), "-env:UserInstallation=file://" + profile.string(), "--headless",
                     "--invisible", "--nologo", "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
                     "docx:MS Word 2007 XML", "--outdir", (folder / "out").string(), input.string()},
                    folder, {});
    if (end == ProgramEnd::not_started) return not_installed();
    if (end == ProgramEnd::late) return late();
    const fs::path output = folder / "out" / "document.docx";
    std::error_code failure;
    if (!fs::is_regular_file(fs::symlink_status(output, failure))) return damaged();
    return read_file(output, most_bytes);
}

} // namespace

Result<std::string> convert_to_docx(std::string_view bytes) {
    if (const auto error = refusal(bytes)) return *error;
    const fs::path program = converter();
    if (program.empty()) return not_installed();
    const TemporaryFolder folder;
    if (folder.path().empty()) return no_temporary_folder();
    return convert(program, bytes, folder.path());
}

} // namespace nianbao::document
