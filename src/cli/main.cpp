// The process as an Invocation: words, streams, terminals, environment, signals. Nothing is decided here.
#include "cli/invocation.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

extern char** environ;

namespace {

volatile std::sig_atomic_t signal_came = 0;

extern "C" void remember_signal(int) {
    signal_came = 1;
}

class ProcessInterrupts final : public nianbao::cli::Interrupts {
public:
    void arm() override {
        struct sigaction action {};
        action.sa_handler = remember_signal;
        // The second signal ends the process; no SA_RESTART would make SQLite's calls fail halfway.
        action.sa_flags =
            static_cast<int>(static_cast<unsigned>(SA_RESETHAND) | static_cast<unsigned>(SA_RESTART));
        sigaction(SIGINT, &action, nullptr);
    }
    bool raised() const override { return signal_came != 0; }
};

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos) variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return variables;
}

int terminal_columns() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_DFL); // a reader that has seen enough ends us without a word
    std::ios::sync_with_stdio(false);
    ProcessInterrupts interrupts;
    nianbao::cli::Invocation invocation{{}, std::cin, std::cout, std::cerr};
    if (argc > 1) invocation.arguments.assign(argv + 1, argv + argc);
    invocation.out_terminal = isatty(STDOUT_FILENO) != 0;
    invocation.err_terminal = isatty(STDERR_FILENO) != 0;
    invocation.columns = terminal_columns();
    invocation.environment = environment();
    invocation.interrupts = &interrupts;
    const int status = nianbao::cli::run(invocation);
    std::cout.flush();
    return status;
}
