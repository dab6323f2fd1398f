// `search`: sections that hold the words. Its answers are shown by search_view.
#include "cli/row_output.hpp"
#include "cli/search_view.hpp"
#include "cli/titles.hpp"

namespace nianbao::cli {

namespace {

using archive::SearchCount;
using archive::SearchRequest;
using archive::SearchSummary;

SearchRequest request_of(const Options& options) {
    SearchRequest request;
    for (const std::string& word : options.arguments)
        request.text += (request.text.empty() ? "" : " ") + word;
    request.scope.sections = options.sections;
    if (options.year) request.scope.years = {{*options.year, *options.year}};
    if (!options.body.empty()) request.scope.bodies = {{options.body}};
    request.order = options.sort;
    request.limit = options.limit.value_or(options.group_by ? 0 : request.limit);
    request.offset = options.offset;
    request.context = options.context;
    request.variants = options.variants;
    request.fold = options.fold;
    return request;
}

/// Prints rows by a question that cannot fail but in printing.
Result<void> print(const Context& context, const Question& question) {
    const auto printed = print_rows(context, titles_of_commands(context.console.language), question);
    if (!printed) return printed.error();
    return {};
}

void say_all(const Context& context, const std::vector<Message>& notes) {
    for (const Message& note : notes) context.console.note(note);
}

void say_how_many(const Context& context, const SearchSummary& result, std::size_t hits) {
    const std::string shown = std::to_string(hits);
    if (result.is_more) {
        const std::string most = std::to_string(archive::most_ranked);
        context.console.note({"显示 " + shown + " 处，由新到旧；命中超过 " + most +
                                  " 处：--sort rank 按相关度排列，--count 数清，--limit 0 显示全部",
                              shown + " shown, newest first, of more than " + most +
                                  " sections: --sort rank ranks, --count counts, --limit 0 shows all"});
        return;
    }
    const std::string all = std::to_string(result.count.sections);
    const std::string reports = std::to_string(result.count.reports);
    if (static_cast<std::size_t>(result.count.sections) == hits) return;
    const std::string folded = std::to_string(result.folded);
    Message message{"显示 " + shown + " 处，共 " + all + " 处（" + reports + " 份报告）",
                    shown + " of " + all + " sections in " + reports + " reports"};
    if (context.options.fold) {
        message.zh += "，" + folded + " 处雷同已合并";
        message.en += ", " + folded + " folded";
    }
    const auto passed = static_cast<std::int64_t>(context.options.offset + hits) + result.folded;
    if (passed < result.count.sections) {
        message.zh += "；--limit 0 显示全部";
        message.en += "; --limit 0 shows all";
    }
    context.console.note(message);
}

Result<ExitStatus> say_nothing_found(const Context& context, archive::Archive& archive,
                                     const SearchRequest& request) {
    const auto reason = archive.why_nothing(request);
    if (!reason) return reason.error();
    if (!reason->empty()) context.console.note(*reason);
    return ExitStatus::nothing_found;
}

Result<ExitStatus> explain(const Context& context, const SearchRequest& request) {
    const auto explanation = archive::Archive::explain(request);
    say_all(context, explanation.notes);
    auto printed = print(context, [&](archive::RowSink& sink) -> Result<void> {
        explanation_as_rows(explanation, context.console.language, sink);
        return {};
    });
    if (!printed) return printed.error();
    return ExitStatus::done;
}

Result<ExitStatus> count(const Context& context, archive::Archive& archive, const SearchRequest& request) {
    const auto counted = archive.count(request);
    if (!counted) return counted.error();
    auto printed = print(context, [&](archive::RowSink& sink) -> Result<void> {
        sink.begin({"sections", "reports"});
        sink.row({counted->sections, counted->reports});
        sink.end();
        return {};
    });
    if (!printed) return printed.error();
    return counted->sections > 0 ? Result<ExitStatus>(ExitStatus::done)
                                 : say_nothing_found(context, archive, request);
}

Result<ExitStatus> group(const Context& context, archive::Archive& archive, const SearchRequest& request) {
    const auto printed =
        print_rows(context, titles_of_commands(context.console.language), [&](archive::RowSink& sink) {
            return archive.group(request, *context.options.group_by, sink);
        });
    if (!printed) return printed.error();
    return *printed > 0 ? Result<ExitStatus>(ExitStatus::done) : say_nothing_found(context, archive, request);
}

/// Prints each hit as it comes: there may be hundreds of thousands.
Result<SearchSummary> print_hits(const Context& context, archive::Archive& archive,
                                 const SearchRequest& request, Format format, std::size_t& hits) {
    const bool people =
        format == Format::table && context.console.out_terminal && context.options.output.empty();
    if (people) {
        return archive.search(request, [&](archive::SearchHit&& hit) {
            ++hits;
            print_hit(context, hit);
            return !context.interrupted();
        });
    }
    SearchSummary summary;
    auto printed = print(context, [&](archive::RowSink& sink) -> Result<void> {
        sink.begin(columns_of_hits(context.options.fold));
        auto searched = archive.search(request, [&](archive::SearchHit&& hit) {
            ++hits;
            return sink.row(row_of_hit(hit, context.options.fold));
        });
        if (!searched) return searched.error();
        summary = std::move(*searched);
        sink.end();
        return {};
    });
    if (!printed) return printed.error();
    return summary;
}

Result<ExitStatus> find(const Context& context, archive::Archive& archive, const SearchRequest& request,
                        Format format) {
    std::size_t hits = 0;
    const auto summary = print_hits(context, archive, request, format, hits);
    if (!summary) return summary.error();
    say_all(context, summary->notes);
    if (summary->count.sections == 0) return say_nothing_found(context, archive, request);
    say_how_many(context, *summary, hits);
    return ExitStatus::done;
}

} // namespace

Result<ExitStatus> run_search(const Context& context) {
    if (context.options.arguments.empty()) {
        return Error{ErrorCode::usage,
                     {"要查什么？", "search for what?"},
                     {"例如：nianbao search 依申请公开", "as in: nianbao search 依申请公开"},
                     "search"};
    }
    const auto format = choose_row_format(context);
    if (!format) return format.error();
    const SearchRequest request = request_of(context.options);
    if (context.options.explain) return explain(context, request);
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    if (context.options.fold && (context.options.group_by || context.options.count)) {
        context.console.note(
            {"--fold 只影响显示，不影响计数", "--fold changes what is shown, not what is counted"});
    }
    if (context.options.group_by || context.options.count) {
        say_all(context, archive::Archive::explain(request).notes);
    }
    if (context.options.group_by) return group(context, *archive, request);
    if (context.options.count) return count(context, *archive, request);
    return find(context, *archive, request, *format);
}

} // namespace nianbao::cli
