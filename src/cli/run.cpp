// The dispatcher: words to a command, its outcome to a message and an exit status.
#include "cli/arguments.hpp"
#include "cli/help.hpp"

#include <exception>

namespace nianbao::cli {

namespace {

std::string variable(const Invocation& invocation, const std::string& name) {
    const auto found = invocation.environment.find(name);
    return found == invocation.environment.end() ? std::string() : found->second;
}

/// --lang, else the first of LC_ALL, LC_MESSAGES and LANG that is set.
Language language_of(const Invocation& invocation) {
    if (const auto asked = language_asked_for(invocation.arguments)) return *asked;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string locale = variable(invocation, name);
        if (!locale.empty()) return locale.starts_with("zh") ? Language::zh : Language::en;
    }
    return Language::en;
}

bool wants_color(const Invocation& invocation, Color choice) {
    if (choice != Color::automatic) return choice == Color::always;
    return invocation.out_terminal && variable(invocation, "NO_COLOR").empty() &&
           variable(invocation, "TERM") != "dumb";
}

Result<ExitStatus> dispatch(const Invocation& invocation, const CommandLine& line, const Console& console) {
    if (line.options.version) {
        console.out << "nianbao " << version() << '\n';
        return ExitStatus::done;
    }
    const bool asks_of_query =
        line.command != nullptr && line.command->run == run_query && !line.options.arguments.empty();
    if (line.options.help && !asks_of_query) {
        if (line.command == nullptr) {
            print_help(console.out, console.language);
        } else {
            print_command_help(console.out, console.language, *line.command);
        }
        return ExitStatus::done;
    }
    if (line.command == nullptr) {
        print_short_help(console.err, console.language);
        return ExitStatus::usage;
    }
    return line.command->run({invocation, *line.command, line.options, console});
}

int run_or_throw(const Invocation& invocation) {
    Console console{invocation.out, invocation.err};
    console.language = language_of(invocation);
    console.out_terminal = invocation.out_terminal;
    console.err_terminal = invocation.err_terminal;
    console.columns = invocation.columns;
    const auto line = read_command_line(invocation.arguments);
    if (!line) {
        console.complain(line.error());
        return static_cast<int>(status_of(line.error().code));
    }
    console.color = wants_color(invocation, line->options.color);
    console.quiet = line->options.quiet;
    console.verbose = line->options.verbose;
    const auto status = dispatch(invocation, *line, console);
    if (!status) {
        console.complain(status.error());
        return static_cast<int>(status_of(status.error().code));
    }
    return static_cast<int>(*status);
}

} // namespace

Result<ExitStatus> run_help(const Context& context) {
    const auto& words = context.options.arguments;
    if (words.empty()) {
        print_help(context.console.out, context.console.language);
        return ExitStatus::done;
    }
    const Command* command = find_command(words.front());
    if (command == nullptr) return unknown_command(words.front());
    print_command_help(context.console.out, context.console.language, *command);
    return ExitStatus::done;
}

int run(const Invocation& invocation) {
    try {
        return run_or_throw(invocation);
    } catch (const std::exception& trouble) { // out of memory, or a fault of ours: never a bare abort
        invocation.err << "nianbao: internal error: " << trouble.what() << std::endl;
        return static_cast<int>(ExitStatus::archive_unusable);
    }
}

} // namespace nianbao::cli
