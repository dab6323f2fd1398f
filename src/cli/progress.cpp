#include "cli/progress.hpp"

#include <cstdio>
#include <ctime>

namespace nianbao::cli {

namespace {

constexpr std::chrono::milliseconds between_drawings{100};

} // namespace

Progress::Progress(const Console& console, std::size_t total) : console_(console), total_(total) {}

void Progress::step(const archive::Archive::Run& counts) {
    ++done_;
    if (!console_.err_terminal || console_.quiet) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < between_drawings) return;
    last_ = now;
    drawn_ = true;
    const std::string failed = std::to_string(counts.failed);
    const std::string count = std::to_string(done_) + "/" + std::to_string(total_);
    console_.err << "\r\x1b[K" << count << console_.say({"，失败 " + failed, ", " + failed + " failed"})
                 << std::flush;
}

void Progress::one_more() {
    ++total_;
}

void Progress::clear() {
    if (drawn_) console_.err << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

std::string iso_time(std::chrono::system_clock::time_point time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string tenths(double number) {
    char text[64];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

} // namespace nianbao::cli
