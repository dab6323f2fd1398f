// `search`: sections that hold the words, the best first. As rows for machines; as headed snippets on a
// terminal.
#include "cli/layout.hpp"
#include "cli/row_output.hpp"
#include "cli/titles.hpp"

#include <cmath>

namespace nianbao::cli {

namespace {

using archive::SearchHit;
using archive::SearchResult;

constexpr std::string_view hit_on = "\x1b[1;31m";
constexpr std::string_view off = "\x1b[0m";
constexpr std::string_view bold = "\x1b[1m";

std::string marked(const SearchHit& hit) {
    std::string text;
    std::size_t at = 0;
    for (const auto& [begin, end] : hit.hits) {
        text += hit.snippet.substr(at, begin - at) + "[" + hit.snippet.substr(begin, end - begin) + "]";
        at = end;
    }
    return text + hit.snippet.substr(at);
}

/// The brackets of marked text as colours. Done after wrapping, since colours take no room: a hit may run
/// over a line.
std::string colored(const std::string& line, bool& inside) {
    std::string text = inside ? std::string(hit_on) : "";
    for (const char c : line) {
        if (c == '\x02') {
            text += hit_on;
            inside = true;
        } else if (c == '\x03') {
            text += off;
            inside = false;
        } else {
            text += c;
        }
    }
    return inside ? text + std::string(off) : text;
}

/// Hits between two control characters, which have no width and cannot stand in the text itself.
std::string marked_for_color(const SearchHit& hit) {
    std::string text;
    std::size_t at = 0;
    for (const auto& [begin, end] : hit.hits) {
        text += one_line(hit.snippet.substr(at, begin - at)) + "\x02";
        text += one_line(hit.snippet.substr(begin, end - begin)) + "\x03";
        at = end;
    }
    return text + one_line(hit.snippet.substr(at));
}

void print_for_people(const Context& context, const SearchResult& result) {
    const Console& console = context.console;
    for (const SearchHit& hit : result.hits) {
        std::string heading =
            one_line(hit.body.empty() ? console.say({"（未写明机关）", "(body not said)"}) : hit.body);
        if (hit.year) heading += "  " + std::to_string(*hit.year);
        heading += "  " + std::string(console.language == Language::zh ? label_of(hit.section)
                                                                       : name_of(hit.section));
        heading += "  #" + std::to_string(hit.report_id);
        console.out << (console.color ? std::string(bold) + heading + std::string(off) : heading) << '\n';
        const std::string text = console.color ? marked_for_color(hit) : one_line(marked(hit));
        bool inside = false;
        for (const std::string& line : wrap(text, console.columns - 4)) {
            console.out << "    " << (console.color ? colored(line, inside) : line) << '\n';
        }
    }
}

Result<void> hits_as_rows(const SearchResult& result, archive::RowSink& sink) {
    sink.begin({"report", "body", "year", "section", "snippet", "rank"});
    for (const SearchHit& hit : result.hits) {
        archive::Value body;
        archive::Value year;
        if (!hit.body.empty()) body = hit.body;
        if (hit.year) year = std::int64_t{*hit.year};
        const bool more = sink.row({hit.report_id, body, year, std::string(name_of(hit.section)), marked(hit),
                                    std::round(hit.rank * 1e4) / 1e4});
        if (!more) break;
    }
    sink.end();
    return {};
}

Result<void> counts_as_row(const SearchResult& result, archive::RowSink& sink) {
    sink.begin({"sections", "reports"});
    sink.row({result.sections, result.reports});
    sink.end();
    return {};
}

archive::SearchRequest request_of(const Options& options) {
    archive::SearchRequest request;
    for (const std::string& word : options.arguments)
        request.text += (request.text.empty() ? "" : " ") + word;
    request.sections = options.sections;
    request.year = options.year;
    request.body = options.body;
    request.limit = options.count ? 1 : options.limit.value_or(request.limit);
    request.offset = options.offset;
    request.context = options.context;
    return request;
}

void say_how_many(const Context& context, const SearchResult& result) {
    const std::string shown = std::to_string(result.hits.size());
    const std::string all = std::to_string(result.sections);
    const std::string reports = std::to_string(result.reports);
    if (static_cast<std::size_t>(result.sections) == result.hits.size()) return;
    context.console.note(
        {"显示 " + shown + " 处，共 " + all + " 处（" + reports + " 份报告）；--limit 0 显示全部",
         shown + " of " + all + " sections in " + reports + " reports; --limit 0 shows all"});
}

Result<void> print(const Context& context, Format format, const SearchResult& result) {
    const bool people =
        format == Format::table && context.console.out_terminal && context.options.output.empty();
    if (people && !context.options.count) {
        print_for_people(context, result);
        return {};
    }
    const auto rows = context.options.count ? counts_as_row : hits_as_rows;
    const auto printed = print_rows(context, titles_of_commands(context.console.language),
                                    [&](archive::RowSink& sink) { return rows(result, sink); });
    if (!printed) return printed.error();
    return {};
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
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const archive::SearchRequest request = request_of(context.options);
    const auto result = archive->search(request);
    if (!result) return result.error();
    if (auto printed = print(context, *format, *result); !printed) return printed.error();
    if (result->sections == 0) {
        context.console.note(
            {"没有章节含有“" + request.text + "”；可减少词数，或去掉 --section、--year、--body",
             "no section holds '" + request.text +
                 "'; try fewer words, or without --section, --year, --body"});
        return ExitStatus::nothing_found;
    }
    if (!context.options.count) say_how_many(context, *result);
    return ExitStatus::done;
}

} // namespace nianbao::cli
