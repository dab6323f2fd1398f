#include "formats/formats.hpp"

namespace nianbao::formats {

Result<document::Document> read_html(std::string_view) {
    return Error{ErrorCode::unsupported_type, {"", ""}, {}, ""};
}

} // namespace nianbao::formats
