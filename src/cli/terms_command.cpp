// `terms`: what a year, a body or a section speaks of more than the rest; with --repeated, what is said again
// from year to year.
#include "cli/people_view.hpp"
#include "cli/row_output.hpp"
#include "cli/titles.hpp"

namespace nianbao::cli {

namespace {

archive::TermsRequest request_of(const Options& options) {
    archive::TermsRequest request;
    request.scope.sections = options.sections;
    if (options.year) request.scope.years = {{*options.year, *options.year}};
    if (!options.body.empty()) request.scope.bodies = {{options.body}};
    request.limit = options.limit.value_or(request.limit);
    if (!options.sections.empty()) return request;
    if (options.repeated) {
        request.scope.sections = {report::SectionKind::improvements};
        return request;
    }
    for (const report::SectionKind kind : report::all_sections) { // a preface names its own year and body
        if (kind != report::SectionKind::preface) request.scope.sections.push_back(kind);
    }
    return request;
}

Error set_apart_what() {
    return {
        ErrorCode::usage,
        {"把什么与其余的相比？", "what is to be set apart from the rest?"},
        {"用 --year 或 --body 指定，如：nianbao terms --year 2023；各年重复的话：nianbao terms --repeated",
         "say --year or --body, as in: nianbao terms --year 2023; what is said again: nianbao terms "
         "--repeated"},
        "terms"};
}

} // namespace

Result<ExitStatus> run_terms(const Context& context) {
    const Options& options = context.options;
    if (!options.arguments.empty()) {
        return Error{ErrorCode::usage,
                     {"多出来的词 '" + options.arguments.front() + "'",
                      "unexpected '" + options.arguments.front() + "'"},
                     {"机关写作 --body 名称", "a body is named by --body NAME"},
                     "terms"};
    }
    if (!options.repeated && !options.year && options.body.empty()) return set_apart_what();
    if (const auto format = choose_row_format(context); !format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const archive::TermsRequest request = request_of(options);
    const auto printed =
        print_rows(context, titles_of_commands(context.console.language), [&](archive::RowSink& sink) {
            return options.repeated ? archive->repeated(request, sink) : archive->terms(request, sink);
        });
    if (!printed) return printed.error();
    if (*printed == 0) {
        context.console.note({"没有这样的词：范围内的报告太少，或与其余的没有差别",
                              "no such terms: too few reports there, or none differs from the rest"});
    }
    return ExitStatus::done;
}

} // namespace nianbao::cli
