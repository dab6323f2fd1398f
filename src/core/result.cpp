#include "core/result.hpp"

namespace nianbao {

std::string_view name_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::not_a_report:
        return "not_a_report";
    case ErrorCode::blank_form:
        return "blank_form";
    case ErrorCode::no_text_layer:
        return "no_text_layer";
    case ErrorCode::encrypted:
        return "encrypted";
    case ErrorCode::damaged:
        return "damaged";
    case ErrorCode::unsupported_type:
        return "unsupported_type";
    case ErrorCode::too_large:
        return "too_large";
    case ErrorCode::not_readable:
        return "not_readable";
    case ErrorCode::usage:
        return "usage";
    case ErrorCode::archive_missing:
        return "archive_missing";
    case ErrorCode::archive_locked:
        return "archive_locked";
    case ErrorCode::archive_newer:
        return "archive_newer";
    case ErrorCode::archive_unwritable:
        return "archive_unwritable";
    case ErrorCode::archive_corrupt:
        return "archive_corrupt";
    case ErrorCode::output:
        return "output";
    case ErrorCode::interrupted:
        return "interrupted";
    }
    return "unknown";
}

} // namespace nianbao
