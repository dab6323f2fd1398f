// `query`: the named questions, their parameters and their SQL.
#include "cli/help.hpp"
#include "cli/people_view.hpp"
#include "cli/row_output.hpp"
#include "cli/titles.hpp"

namespace nianbao::cli {

namespace {

Result<void> list_queries(archive::RowSink& sink) {
    sink.begin({"name", "zh", "en"});
    for (const archive::NamedQuery& query : archive::named_queries()) {
        if (!sink.row({query.name, query.title.zh, query.title.en})) break;
    }
    sink.end();
    return {};
}

/// Both languages; to a person on a terminal their own.
Result<ExitStatus> print_queries(const Context& context) {
    const auto format = choose_row_format(context);
    if (!format) return format.error();
    const Language language = context.console.language;
    const std::string other = language == Language::zh ? "en" : "zh";
    const auto printed = print_rows(context, titles_of_commands(language), [&](archive::RowSink& sink) {
        if (!for_people(context, *format)) return list_queries(sink);
        PeopleView view(sink, [&](const std::string& column) { return column != other; });
        return list_queries(view);
    });
    if (!printed) return printed.error();
    return ExitStatus::done;
}

bool is_for(const archive::NamedQuery& query, const std::string& column, Language language) {
    for (const archive::QueryColumn& one : query.columns) {
        if (one.name == column && one.only_for) return *one.only_for == language;
    }
    return true;
}

/// Prints to standard output or the file of --output.
Result<ExitStatus> print_text(const Context& context, const std::string& text) {
    Output output(context);
    if (auto opened = output.open(); !opened) return opened.error();
    output.stream() << text;
    if (auto closed = output.close(); !closed) return closed.error();
    return ExitStatus::done;
}

Result<ExitStatus> answer(const Context& context, const archive::NamedQuery& query) {
    const auto parameters = archive::read_parameters(query, context.options.parameters);
    if (!parameters) {
        Error error = parameters.error();
        error.where = "query " + query.name;
        return error;
    }
    const auto format = choose_row_format(context);
    if (!format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const auto printed =
        print_rows(context, titles_of_query(query, context.console.language), [&](archive::RowSink& sink) {
            if (!for_people(context, *format)) return archive->run(query, *parameters, sink);
            PeopleView view(sink, [&](const std::string& column) {
                return is_for(query, column, context.console.language);
            });
            return archive->run(query, *parameters, view);
        });
    if (!printed) return printed.error();
    if (*printed == 0) {
        const auto reason = archive->when_empty(query, *parameters);
        if (!reason) return reason.error();
        if (!reason->empty()) context.console.note(*reason);
    }
    return ExitStatus::done;
}

} // namespace

Result<ExitStatus> run_query(const Context& context) {
    const auto& words = context.options.arguments;
    if (words.empty()) return print_queries(context);
    if (words.size() > 1) {
        return Error{
            ErrorCode::usage,
            {"多出来的词 '" + words[1] + "'", "unexpected '" + words[1] + "'"},
            {"参数写作 --参数 值；见：nianbao query " + words[0] + " --help",
             "parameters are options: --PARAMETER VALUE; see: nianbao query " + words[0] + " --help"},
            "query " + words[0]};
    }
    const auto query = archive::find_query(words.front());
    if (!query) {
        Error error = query.error();
        error.where = "query";
        return error;
    }
    if (context.options.help) {
        print_query_help(context.console.out, context.console.language, **query);
        return ExitStatus::done;
    }
    if (context.options.print_sql) {
        const std::string& sql = (*query)->sql;
        return print_text(context, sql.ends_with('\n') ? sql : sql + "\n");
    }
    return answer(context, **query);
}

} // namespace nianbao::cli
