// Runs a program to its end, without a shell: words in, both outputs and the status out, each apart.
#pragma once

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace nianbao::test {

struct Finished {
    std::string out;
    std::string err;
    int status = -1; ///< exit status, or 128 + the signal
};

namespace process_detail {

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    void close_end(int end) {
        if (ends[end] >= 0) ::close(ends[end]);
        ends[end] = -1;
    }
};

inline std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

/// Reads what is there; closes the end at the end of the stream.
inline void drain(Pipe& pipe, std::string& into) {
    char block[1 << 14];
    const ssize_t got = ::read(pipe.ends[0], block, sizeof block);
    if (got > 0) {
        into.append(block, static_cast<std::size_t>(got));
    } else if (got == 0 || errno != EINTR) {
        pipe.close_end(0);
    }
}

/// Feeds standard input and collects both outputs at once, so that no pipe that is full stops the others.
inline void exchange(Pipe& in, Pipe& out, Pipe& err, const std::string& input, Finished& finished) {
    std::size_t fed = 0;
    if (input.empty()) in.close_end(1);
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        pollfd waiting[3] = {{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}, {in.ends[1], POLLOUT, 0}};
        if (::poll(waiting, 3, -1) < 0) continue;
        if (waiting[0].revents != 0) drain(out, finished.out);
        if (waiting[1].revents != 0) drain(err, finished.err);
        if (waiting[2].revents == 0) continue;
        const ssize_t wrote = ::write(in.ends[1], input.data() + fed, input.size() - fed);
        if (wrote > 0) fed += static_cast<std::size_t>(wrote);
        if (wrote < 0 || fed == input.size()) in.close_end(1);
    }
}

} // namespace process_detail

using Environment = std::map<std::string, std::string>;

/// words[0] is the program. Only `environment` is seen by it; the working folder is ours.
inline Finished run_process(std::vector<std::string> words, const std::string& input = "",
                            const Environment& environment = {}) {
    using namespace process_detail;
    std::signal(SIGPIPE, SIG_IGN); // a program that does not read its input must not end the test
    Pipe in;
    Pipe out;
    Pipe err;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
    std::vector<char*> argv = pointers(words);
    std::vector<char*> envp = pointers(variables);
    pid_t child = 0;
    const int failure = ::posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot start " + words[0]);
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    Finished finished;
    exchange(in, out, err, input, finished);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return finished;
}

} // namespace nianbao::test
