#include "formats/formats.hpp"

namespace nianbao::formats {

Result<document::Document> read_mhtml(std::string_view) {
    return Error{ErrorCode::unsupported_type, {"", ""}, {}, ""};
}

} // namespace nianbao::formats
