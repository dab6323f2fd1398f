// A foreign program run to its end within limits: in a process group of its own, so that nothing that it
// starts outlives it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nianbao::document {

struct ProgramLimits {
    std::chrono::seconds wall{120};
    std::uint64_t memory_bytes = 4ULL << 30; ///< address space of each of its processes
    std::uint64_t file_bytes = 256ULL << 20; ///< of any file that it writes
};

enum class ProgramEnd { done, late, not_started };

/// Runs words[0] without a terminal, in `folder`'s environment: that is its home and its place for temporary
/// files. `done` says nothing of its success.
ProgramEnd run_program(std::vector<std::string> words, const std::filesystem::path& folder,
                       const ProgramLimits& limits);

/// The first of these programs in the folders of $PATH; empty where there is none.
std::filesystem::path find_program(std::initializer_list<const char*> names);

/// True for a file that may be executed.
bool is_program(const std::filesystem::path& path);

} // namespace nianbao::document
