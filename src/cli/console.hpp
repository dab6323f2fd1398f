// Where a command speaks: rows to `out`, everything said to a person to `err`, in the chosen language.
#pragma once

#include "core/result.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace nianbao::cli {

struct Console {
    std::ostream& out;
    std::ostream& err;
    Language language = Language::en;
    bool out_terminal = false;
    bool err_terminal = false;
    bool color = false; ///< of `out`
    bool quiet = false;
    bool verbose = false;
    int columns = 80;

    /// Progress, summaries and explanations: silent with -q.
    void note(const Message& message) const;
    /// Only with -v.
    void detail(const Message& message) const;
    /// Never silent: `nianbao: where: message`, then the hint on a line of its own.
    void complain(const Error& error) const;
    /// One line for one of many inputs: `where: message (hint)`.
    void complain_of_input(const Error& error) const;

    std::string say(const Message& message) const { return message.in(language); }
};

} // namespace nianbao::cli
