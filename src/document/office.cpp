#include "document/office.hpp"

namespace nianbao::document {

Result<std::string> convert_to_docx(std::string_view) {
    return Error{ErrorCode::unsupported_type,
                 {"没有可用的转换程序", "no converter is installed"},
                 {"请安装 LibreOffice（apt-get install libreoffice-writer-nogui），或另存为 DOCX",
                  "install LibreOffice (apt-get install libreoffice-writer-nogui), or save it as DOCX"},
                 ""};
}

} // namespace nianbao::document
