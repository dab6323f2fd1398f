#include "cli/search_view.hpp"

#include "cli/layout.hpp"
#include "text/join.hpp"
#include "text/utf8.hpp"

#include <cmath>

namespace nianbao::cli {

namespace {

using archive::SearchHit;

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

/// path:line, or path p. 3 in what has no lines; only the end of the path, behind …, where all of it is too
/// wide.
std::string place_of(const SearchHit& hit, int columns) {
    const std::string at = hit.line != 0   ? ":" + std::to_string(hit.line)
                           : hit.page != 0 ? " p. " + std::to_string(hit.page)
                                           : "";
    const std::string path = one_line(hit.source) + at;
    std::string shown = path;
    for (std::size_t slash = path.find('/', 1); text::width(shown) > columns && slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        shown = "…" + path.substr(slash);
    }
    return "  " + shown;
}

std::string listed(const std::vector<int>& years, std::string_view separator) {
    std::string all;
    for (const int year : years) {
        if (!all.empty()) all += separator;
        all += year == 0 ? "?" : std::to_string(year);
    }
    return all;
}

} // namespace

void print_hit(const Context& context, const SearchHit& hit) {
    const Console& console = context.console;
    std::string heading =
        one_line(hit.body.empty() ? console.say({"（未写明机关）", "(body not said)"}) : hit.body);
    if (hit.year) heading += "  " + std::to_string(*hit.year);
    heading +=
        "  " + std::string(console.language == Language::zh ? label_of(hit.section) : name_of(hit.section));
    heading += "  #" + std::to_string(hit.report_id);
    const std::string place = place_of(hit, console.columns - text::width(heading) - 2);
    console.out << (console.color ? std::string(bold) + heading + std::string(off) : heading) << place
                << '\n';
    const std::string text = console.color ? marked_for_color(hit) : one_line(marked(hit));
    bool inside = false;
    for (const std::string& line : wrap(text, console.columns - 4)) {
        console.out << "    " << (console.color ? colored(line, inside) : line) << '\n';
    }
    if (!hit.repeats.empty()) {
        const std::string years = listed(hit.repeats, console.language == Language::zh ? "、" : ", ");
        console.out << "    " << console.say({"另有雷同：" + years, "the same in " + years}) << '\n';
    }
}

std::vector<std::string> columns_of_hits(bool folded) {
    std::vector<std::string> columns{"report", "body", "year",   "section", "snippet",
                                     "rank",   "line", "source", "page"};
    if (folded) columns.emplace_back("repeats");
    return columns;
}

std::vector<archive::Value> row_of_hit(const SearchHit& hit, bool folded) {
    archive::Value body;
    archive::Value year;
    archive::Value rank;
    if (!hit.body.empty()) body = hit.body;
    if (hit.year) year = std::int64_t{*hit.year};
    archive::Value line;
    archive::Value page;
    if (hit.line != 0) line = std::int64_t{hit.line};
    if (hit.page != 0) page = std::int64_t{hit.page};
    if (hit.rank) rank = std::round(*hit.rank * 1e4) / 1e4;
    std::vector<archive::Value> row{hit.report_id, body, year, std::string(name_of(hit.section)),
                                    marked(hit),   rank, line, hit.source,
                                    page};
    if (folded) row.emplace_back(listed(hit.repeats, " "));
    return row;
}

namespace {

std::string named(const std::vector<archive::YearRange>& ranges) {
    std::string all;
    for (const auto& range : ranges) {
        all += (all.empty() ? "" : ", ") + std::to_string(range.first);
        if (range.last != range.first) all += "-" + std::to_string(range.last);
    }
    return all;
}

} // namespace

void explanation_as_rows(const archive::SearchExplanation& explanation, Language language,
                         archive::RowSink& sink) {
    const auto say = [&](Text part, const std::string& value) {
        if (!value.empty()) sink.row({std::string(part.in(language)), value});
    };
    sink.begin({"part", "value"});
    for (const auto& any : explanation.all) say({"须有", "wanted"}, text::join(any, " | "));
    for (const std::string& word : explanation.none) say({"不含", "left out"}, word);
    const archive::SearchScope& scope = explanation.scope;
    say({"章节", "sections"}, text::join(report::names_of(scope.sections), ", "));
    say({"年度", "years"}, named(scope.years));
    say({"排除的年度", "other years left out"}, named(scope.other_years));
    for (const auto& names : scope.bodies) say({"机关", "bodies"}, text::join(names, " | "));
    say({"排除的机关", "bodies left out"}, text::join(scope.other_bodies, " | "));
    if (scope.is_nothing)
        say({"章节", "sections"},
            language == Language::zh ? "没有：条件互相矛盾" : "none: the limits exclude each other");
    say({"MATCH", "match"}, explanation.match);
    say({"排除部分的 MATCH", "match of what is left out"}, explanation.without);
    sink.end();
}

} // namespace nianbao::cli
