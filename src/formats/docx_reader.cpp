#include "formats/formats.hpp"

namespace nianbao::formats {

Result<document::Document> read_docx(std::string_view) {
    return Error{ErrorCode::unsupported_type, {"", ""}, {}, ""};
}

} // namespace nianbao::formats
