// One run of the program as a value: its words, streams, terminals, environment and clock. main.cpp makes one
// of the process; tests make one of string streams, so that the whole program runs inside a test.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace nianbao::cli {

/// Ctrl-C, asked for by the work that can stop between two steps. Until it is armed the signal ends the
/// process.
class Interrupts {
public:
    virtual ~Interrupts() = default;
    virtual void arm() {} ///< from now on the first signal only raises; a second one ends
    virtual bool raised() const { return false; } ///< a signal came
};

struct Invocation {
    std::vector<std::string> arguments; ///< without the program's own name
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool out_terminal = false;
    bool err_terminal = false;
    int columns = 80; ///< width of the terminal
    std::map<std::string, std::string> environment = {};
    Interrupts* interrupts = nullptr; ///< none: nothing ever interrupts
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;
};

/// Runs one command to its end. Returns the exit status (exit_status.hpp); never throws.
int run(const Invocation& invocation);

} // namespace nianbao::cli
