// The line that moves while files are read: only on a terminal, never with -q, and gone when the work is
// done.
#pragma once

#include "archive/archive.hpp"
#include "cli/console.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace nianbao::cli {

class Progress {
public:
    Progress(const Console& console, std::size_t total);
    void step(const archive::Archive::Run& counts); ///< one more file; drawn at most ten times a second
    void one_more();                                ///< an archive has another document
    void clear();                                   ///< before anything else is written

private:
    const Console& console_;
    std::size_t total_;
    std::size_t done_ = 0;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_{};
};

/// ISO 8601, UTC, seconds: 2024-01-31T08:00:00Z.
std::string iso_time(std::chrono::system_clock::time_point time);
/// With one digit behind the point.
std::string tenths(double number);

} // namespace nianbao::cli
