// The exit statuses that scripts rely on (docs/formats.md), and the one place that maps an error to its
// status.
#pragma once

#include "core/result.hpp"

namespace nianbao::cli {

enum class ExitStatus {
    done = 0,
    nothing_found = 1,
    usage = 2,
    inputs_failed = 3,
    archive_unusable = 4,
    interrupted = 130,
};

ExitStatus status_of(ErrorCode code);

} // namespace nianbao::cli
