#include "cli/exit_status.hpp"

namespace nianbao::cli {

ExitStatus status_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::usage:
    case ErrorCode::output:
        return ExitStatus::usage;
    case ErrorCode::not_a_report:
    case ErrorCode::blank_form:
    case ErrorCode::no_text_layer:
    case ErrorCode::encrypted:
    case ErrorCode::damaged:
    case ErrorCode::unsupported_type:
    case ErrorCode::too_large:
    case ErrorCode::not_readable:
        return ExitStatus::inputs_failed;
    case ErrorCode::archive_missing:
    case ErrorCode::archive_locked:
    case ErrorCode::archive_newer:
    case ErrorCode::archive_corrupt:
    case ErrorCode::archive_unwritable:
        return ExitStatus::archive_unusable;
    case ErrorCode::interrupted:
        return ExitStatus::interrupted;
    }
    return ExitStatus::usage;
}

} // namespace nianbao::cli
