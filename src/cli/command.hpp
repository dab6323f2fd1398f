// The commands: one table that the dispatcher, the parser of options and the help all read.
#pragma once

#include "archive/archive.hpp"
#include "cli/console.hpp"
#include "cli/exit_status.hpp"
#include "cli/invocation.hpp"
#include "cli/options.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::cli {

struct Command;

/// All that a command sees of the world.
struct Context {
    const Invocation& invocation;
    const Command& command;
    const Options& options;
    const Console& console;

    bool interrupted() const { return invocation.interrupts != nullptr && invocation.interrupts->raised(); }
};

/// What a command needs of the archive.
enum class Need { nothing, read, write };

struct Example {
    std::string_view line; ///< behind "nianbao "
    Text meaning;
};

struct Command {
    std::string_view name;
    std::string_view arguments; ///< as the usage line has them
    Text summary;
    Text details; ///< paragraphs of the help; may be empty
    Need need = Need::nothing;
    bool prints_rows = false;
    std::vector<std::string_view> options; ///< names for special_option()
    std::vector<Example> examples;
    Result<ExitStatus> (*run)(const Context& context);

    /// Its own options, then those of rows, then the global ones.
    std::vector<const OptionSpec*> all_options() const;
};

std::span<const Command> commands();
const Command* find_command(std::string_view name); ///< nullptr where there is none
/// An error that names the nearest command.
Error unknown_command(std::string_view name);

/// The archive's file: -d, else NIANBAO_DB, else nianbao.db.
std::string archive_path(const Context& context);
/// Opens it as the command's `need` says; -v says which file that is.
Result<archive::Archive> open_archive(const Context& context);

Result<ExitStatus> run_ingest(const Context& context);
Result<ExitStatus> run_parse(const Context& context);
Result<ExitStatus> run_list(const Context& context);
Result<ExitStatus> run_show(const Context& context);
Result<ExitStatus> run_status(const Context& context);
Result<ExitStatus> run_verify(const Context& context);
Result<ExitStatus> run_query(const Context& context);
Result<ExitStatus> run_search(const Context& context);
Result<ExitStatus> run_terms(const Context& context);
Result<ExitStatus> run_sql(const Context& context);
Result<ExitStatus> run_help(const Context& context);

} // namespace nianbao::cli
