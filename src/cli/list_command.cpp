// `list` and `status`: what the archive holds.
#include "cli/people_view.hpp"
#include "cli/row_output.hpp"
#include "cli/titles.hpp"
#include "text/nearest.hpp"

namespace nianbao::cli {

namespace {

using Kind = archive::Archive::ListKind;

struct KindName {
    std::string_view name;
    Kind kind;
};
constexpr KindName kinds[] = {{"reports", Kind::reports},
                              {"bodies", Kind::bodies},
                              {"sources", Kind::sources},
                              {"failures", Kind::failures}};

Result<Kind> kind_named(const std::string& typed) {
    std::vector<std::string> names;
    for (const KindName& kind : kinds) {
        if (kind.name == typed) return kind.kind;
        names.emplace_back(kind.name);
    }
    Error error{ErrorCode::usage,
                {"没有 '" + typed + "' 可列", "cannot list '" + typed + "'"},
                {"可用：reports、bodies、sources、failures", "one of: reports, bodies, sources, failures"},
                "list"};
    if (const auto near = text::nearest(typed, names)) {
        error.message.zh += "。是不是 '" + *near + "'？";
        error.message.en += ". Did you mean '" + *near + "'?";
    }
    return error;
}

Error too_many_words(std::string_view command, const std::string& word) {
    return {ErrorCode::usage,
            {"多出来的词 '" + word + "'", "unexpected '" + word + "'"},
            {"用法见：nianbao " + std::string(command) + " --help",
             "see: nianbao " + std::string(command) + " --help"},
            std::string(command)};
}

/// Where -q is not given, nothing is not left unsaid.
Message nothing_listed(Kind kind) {
    switch (kind) {
    case Kind::reports:
        return {"没有符合的报告", "no such report"};
    case Kind::bodies:
        return {"没有符合的机关", "no such body"};
    case Kind::sources:
        return {"没有来源文件", "no source file"};
    case Kind::failures:
        return {"没有失败的文件", "nothing was refused"};
    }
    return {};
}

/// The title repeats body and year, the digest says nothing to the eye, and one language is enough.
bool worth_seeing(const std::string& column, Language language) {
    for (const char* passed_over : {"title", "sha256", "first_seen", "is_current", "media_type", "size"}) {
        if (column == passed_over) return false;
    }
    return !column.ends_with(language == Language::zh ? "_en" : "_zh");
}

/// Of a time the day is enough.
archive::Value day_only(const std::string& column, const archive::Value& value) {
    const auto* time = std::get_if<std::string>(&value);
    const bool is_time = column.ends_with("_at") || column.ends_with("_seen");
    return is_time && time != nullptr ? archive::Value(time->substr(0, 10)) : value;
}

archive::Value status_value(const std::string& column, const archive::Value& value, Language language) {
    const auto* key = std::get_if<std::string>(&value);
    return column == "key" && key != nullptr ? archive::Value(status_label(*key, language)) : value;
}

/// Prints the rows of `question`, to a person through `view`.
Result<std::size_t> print_listing(const Context& context, const PeopleView::Keeps& keeps,
                                  const PeopleView::Shown& shown, const Question& question) {
    const auto format = choose_row_format(context);
    if (!format) return format.error();
    const TitleOf titles = titles_of_commands(context.console.language);
    if (!for_people(context, *format)) return print_rows(context, titles, question);
    return print_rows(context, titles, [&](archive::RowSink& sink) {
        PeopleView view(sink, keeps, shown);
        return question(view);
    });
}

} // namespace

Result<ExitStatus> run_list(const Context& context) {
    const auto& words = context.options.arguments;
    if (words.size() > 1) return too_many_words("list", words[1]);
    const auto kind = words.empty() ? Result<Kind>(Kind::reports) : kind_named(words.front());
    if (!kind) return kind.error();
    if (const auto format = choose_row_format(context); !format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const archive::Archive::ListFilter filter{context.options.year, context.options.body};
    const Language language = context.console.language;
    const auto printed = print_listing(
        context, [&](const std::string& column) { return worth_seeing(column, language); }, day_only,
        [&](archive::RowSink& sink) { return archive->list(*kind, filter, sink); });
    if (!printed) return printed.error();
    if (*printed == 0) context.console.note(nothing_listed(*kind));
    return ExitStatus::done;
}

Result<ExitStatus> run_status(const Context& context) {
    if (!context.options.arguments.empty())
        return too_many_words("status", context.options.arguments.front());
    if (const auto format = choose_row_format(context); !format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const Language language = context.console.language;
    const auto printed = print_listing(
        context, [](const std::string&) { return true; },
        [&](const std::string& column, const archive::Value& value) {
            return status_value(column, value, language);
        },
        [&](archive::RowSink& sink) { return archive->status(sink); });
    if (!printed) return printed.error();
    return ExitStatus::done;
}

} // namespace nianbao::cli
