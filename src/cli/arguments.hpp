// From the words of a command line to a command and its options. Global options may stand before and behind
// the command; the options of named queries are their parameters.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace nianbao::cli {

struct CommandLine {
    const Command* command = nullptr; ///< none was named
    Options options;
};

/// Errors: usage, in one line that names the word and what was probably meant.
Result<CommandLine> read_command_line(const std::vector<std::string>& words);

/// The language that --lang asks for, even where the rest of the line is wrong; nullopt where it does not.
std::optional<Language> language_asked_for(const std::vector<std::string>& words);

} // namespace nianbao::cli
