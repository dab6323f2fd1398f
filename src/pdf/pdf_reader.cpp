#include "pdf/pdf.hpp"

namespace nianbao::pdf {

Result<document::Document> read_pdf(std::string_view) {
    return Error{ErrorCode::unsupported_type, {"", ""}, {}, ""};
}

} // namespace nianbao::pdf
