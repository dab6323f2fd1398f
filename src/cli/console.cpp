#include "cli/console.hpp"

#include "cli/layout.hpp"

namespace nianbao::cli {

void Console::note(const Message& message) const {
    if (!quiet) err << printable(message.in(language)) << std::endl;
}

void Console::detail(const Message& message) const {
    if (verbose && !quiet) err << printable(message.in(language)) << std::endl;
}

void Console::complain(const Error& error) const {
    const std::string_view colon = language == Language::zh ? "：" : ": ";
    err << "nianbao" << colon;
    if (!error.where.empty()) err << one_line(error.where) << colon;
    err << one_line(error.message.in(language)) << '\n';
    const std::string hint = one_line(error.hint.in(language));
    constexpr int whole = 1'000'000; // not on a terminal a hint is one line, however long
    for (const std::string& line : wrap(hint, err_terminal ? columns - 2 : whole)) {
        if (!hint.empty()) err << "  " << line << '\n';
    }
    err.flush();
}

void Console::complain_of_input(const Error& error) const {
    const bool chinese = language == Language::zh;
    err << one_line(error.where) << (chinese ? "：" : ": ") << one_line(error.message.in(language));
    if (!error.hint.empty()) {
        err << (chinese ? "（" : " (") << one_line(error.hint.in(language)) << (chinese ? "）" : ")");
    }
    err << std::endl;
}

} // namespace nianbao::cli
