#include "document/office_process.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace nianbao::document {

namespace {

std::string variable(const char* name, const std::string& otherwise) {
    const char* value = std::getenv(name);
    return std::string(name) + "=" + (value == nullptr ? otherwise : value);
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

pid_t spawn(std::vector<std::string>& words, std::vector<std::string>& environment) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t no_signal;
    sigemptyset(&no_signal);
    posix_spawnattr_setsigmask(&attributes, &no_signal);
    std::vector<char*> argv = pointers(words);
    std::vector<char*> envp = pointers(environment);
    pid_t child = -1;
    const int failure = ::posix_spawn(&child, argv[0], &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? child : -1;
}

void limit(pid_t child, __rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    (void)::prlimit(child, resource, &both, nullptr);
}

void set_limits(pid_t child, const ProgramLimits& limits) {
    limit(child, RLIMIT_CORE, 0);
    limit(child, RLIMIT_FSIZE, limits.file_bytes);
    limit(child, RLIMIT_CPU, static_cast<rlim_t>(limits.wall.count()));
    limit(child, RLIMIT_AS, limits.memory_bytes);
}

/// False where the time was over first.
bool wait_for(pid_t child, std::chrono::seconds wall) {
    const auto deadline = std::chrono::steady_clock::now() + wall;
    while (std::chrono::steady_clock::now() < deadline) {
        const pid_t ended = ::waitpid(child, nullptr, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace

ProgramEnd run_program(std::vector<std::string> words, const std::filesystem::path& folder,
                       const ProgramLimits& limits) {
    std::vector<std::string> environment{"HOME=" + folder.string(), "TMPDIR=" + folder.string(),
                                         variable("PATH", "/usr/bin:/bin"), "LC_ALL=C.UTF-8"};
    const pid_t child = spawn(words, environment);
    if (child < 0) return ProgramEnd::not_started;
    set_limits(child, limits);
    const bool done = wait_for(child, limits.wall);
    ::kill(-child, SIGKILL); // what it has started, and itself where it is late
    if (!done) {
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    return done ? ProgramEnd::done : ProgramEnd::late;
}

bool is_program(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::is_regular_file(path, failure) && ::access(path.c_str(), X_OK) == 0;
}

std::filesystem::path find_program(std::initializer_list<const char*> names) {
    const char* variable_of_folders = std::getenv("PATH");
    std::string_view folders = variable_of_folders == nullptr ? "" : variable_of_folders;
    while (!folders.empty()) {
        const std::size_t end = folders.find(':');
        const std::filesystem::path folder = folders.substr(0, end);
        for (const char* name : names) {
            // A relative folder would let a file beside the documents be run.
            if (folder.is_absolute() && is_program(folder / name)) return folder / name;
        }
        folders.remove_prefix(end == std::string_view::npos ? folders.size() : end + 1);
    }
    return {};
}

} // namespace nianbao::document
