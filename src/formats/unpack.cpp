#include "formats/formats.hpp"

namespace nianbao::formats {

Result<void> unpack(std::string_view, const GiveMember&) {
    return Error{ErrorCode::unsupported_type, {"", ""}, {}, ""};
}

} // namespace nianbao::formats
