// What every benchmark shares: the CPU time of a piece of work, the best of several runs, and the files it is
// done on.
#pragma once

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace nianbao::bench {

/// CPU seconds of this thread: a busy machine changes them little.
inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The least of `runs` times that `work` takes.
template<class Work>
double best_of(int runs, const Work& work) {
    double best = 0;
    for (int i = 0; i < runs; ++i) {
        const double begin = cpu_seconds();
        work();
        const double taken = cpu_seconds() - begin;
        best = i == 0 ? taken : std::min(best, taken);
    }
    return best;
}

/// The bytes of all files of a folder whose name ends in one of the suffixes, in order.
inline std::vector<std::string> files_of(const std::filesystem::path& folder,
                                         const std::vector<std::string>& suffixes) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string suffix = entry.path().extension().string();
        if (std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end())
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return files;
}

inline double megabytes(const std::vector<std::string>& files) {
    double bytes = 0;
    for (const std::string& file : files) bytes += static_cast<double>(file.size());
    return bytes / 1e6;
}

} // namespace nianbao::bench
