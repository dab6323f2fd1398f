// What the program says of itself. All of it is read from the tables of commands and options.
#pragma once

#include "archive/query.hpp"
#include "cli/command.hpp"

#include <ostream>

namespace nianbao::cli {

void print_short_help(std::ostream& out, Language language); ///< for no arguments: three examples
void print_help(std::ostream& out,
                Language language); ///< all commands, global options, statuses, environment
void print_command_help(std::ostream& out, Language language, const Command& command);
void print_query_help(std::ostream& out, Language language, const archive::NamedQuery& query);
std::string_view version();

} // namespace nianbao::cli
