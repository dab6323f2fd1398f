// `sql`: one read-only statement, from the command line, a file or standard input.
#include "cli/row_output.hpp"
#include "core/file.hpp"
#include "text/utf8.hpp"

#include <charconv>
#include <filesystem>
#include <istream>

namespace nianbao::cli {

namespace {

template<class Number>
std::optional<Number> whole(const std::string& text) {
    Number number{};
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A number only where its digits come back the same: 0371 is a code, not 371.
archive::Value typed_value(const std::string& text) {
    if (text.empty()) return {};
    if (const auto integer = whole<std::int64_t>(text); integer && std::to_string(*integer) == text)
        return *integer;
    const bool decimal =
        text.find('.') != std::string::npos && text.find_first_not_of("-0123456789.") == std::string::npos;
    if (const auto real = decimal ? whole<double>(text) : std::nullopt) return *real;
    return text;
}

bool names_sql_file(const std::string& word) {
    std::error_code ignored;
    if (word.ends_with(".sql")) return true;
    return !format_named(word, row_formats) && std::filesystem::is_regular_file(word, ignored);
}

/// -f is the SQL file where it names one, else the format of rows. Both may be given.
Options with_f_resolved(const Options& given) {
    Options options = given;
    options.format.clear();
    for (const std::string& word : given.formats) {
        if (options.file.empty() && names_sql_file(word)) {
            options.file = word;
        } else {
            options.format = word;
        }
    }
    return options;
}

Error usage(Message message, Message hint) {
    return {ErrorCode::usage, std::move(message), std::move(hint), "sql"};
}

Result<std::string> read_statement(const Context& context) {
    const auto& words = context.options.arguments;
    const std::string& file = context.options.file;
    if (words.size() + (file.empty() ? 0 : 1) > 1) {
        return usage({"只能有一条语句", "one statement only"},
                     {"请用引号把整条语句括起来", "quote the whole statement"});
    }
    if (words.empty() && file.empty()) {
        return usage({"没有语句", "no statement"},
                     {"例如：nianbao sql \"select * from summary\"，或 --file FILE，或 - 表示标准输入",
                      "as in: nianbao sql \"select * from summary\", or --file FILE, or - for standard "
                      "input"});
    }
    const bool from_stream = file == "-" || (!words.empty() && words.front() == "-");
    if (!from_stream && file.empty()) return words.front();
    auto text = from_stream ? read_stream(context.invocation.in) : read_file(file);
    if (!text) {
        Error error = text.error();
        error.code = ErrorCode::usage; // no input of the archive was refused: the question could not be read
        return error;
    }
    if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
    return text;
}

} // namespace

Result<ExitStatus> run_sql(const Context& given) {
    const Options options = with_f_resolved(given.options);
    const Context context{given.invocation, given.command, options, given.console};
    const auto statement = read_statement(context);
    if (!statement) return statement.error();
    if (!text::is_valid(*statement)) {
        return usage({"语句不是 UTF-8", "the statement is not UTF-8"},
                     {"请另存为 UTF-8", "save it as UTF-8"});
    }
    if (const auto format = choose_row_format(context); !format) return format.error();
    archive::Parameters parameters;
    for (const auto& [name, value] : options.bindings) parameters[name] = typed_value(value);
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const auto printed = print_rows(
        context, {}, [&](archive::RowSink& sink) { return archive->sql(*statement, parameters, sink); });
    if (!printed) {
        Error error = printed.error();
        if (error.where.empty()) error.where = "sql";
        return error;
    }
    return ExitStatus::done;
}

} // namespace nianbao::cli
