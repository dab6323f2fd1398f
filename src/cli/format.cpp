#include "cli/format.hpp"

#include "text/join.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <filesystem>

namespace nianbao::cli {

namespace {

struct Suffix {
    std::string_view suffix;
    std::string_view format;
};
constexpr Suffix suffixes[] = {
    {".csv", "csv"},     {".tsv", "tsv"},   {".json", "json"}, {".ndjson", "ndjson"}, {".jsonl", "ndjson"},
    {".md", "markdown"}, {".html", "html"}, {".htm", "html"},  {".xlsx", "xlsx"},
};

bool among(std::span<const Format> allowed, Format format) {
    return std::ranges::find(allowed, format) != allowed.end();
}

/// What a file's suffix says; .txt is what people read.
std::string_view format_of_suffix(const std::string& path, std::span<const Format> allowed) {
    const std::string suffix = std::filesystem::path(path).extension().string();
    if (suffix == ".txt") return among(allowed, Format::text) ? "text" : "table";
    const auto* found = std::ranges::find(suffixes, suffix, &Suffix::suffix);
    return found == std::end(suffixes) ? std::string_view() : found->format;
}

} // namespace

std::string_view name_of(Format format) {
    switch (format) {
    case Format::table:
        return "table";
    case Format::csv:
        return "csv";
    case Format::tsv:
        return "tsv";
    case Format::json:
        return "json";
    case Format::ndjson:
        return "ndjson";
    case Format::markdown:
        return "markdown";
    case Format::html:
        return "html";
    case Format::text:
        return "text";
    }
    return "";
}

Result<Format> format_named(std::string_view typed, std::span<const Format> allowed) {
    std::vector<std::string> names;
    for (const Format format : allowed) {
        if (name_of(format) == typed) return format;
        names.emplace_back(name_of(format));
    }
    if (typed == "table" && among(allowed, Format::text)) return Format::text;
    const std::string word(typed);
    Error error{ErrorCode::usage,
                {"没有 '" + word + "' 这种输出格式", "unknown format '" + word + "'"},
                {"可用：" + text::join(names, ", "), "one of: " + text::join(names, ", ")},
                {}};
    if (typed == "xlsx") {
        error.message = {"此版本还不能输出 xlsx", "xlsx is not in this version"};
    } else if (const auto near = text::nearest(typed, names)) {
        error.message.zh += "。是不是 '" + *near + "'？";
        error.message.en += ". Did you mean '" + *near + "'?";
    }
    return error;
}

Result<Format> choose_format(const Context& context, std::span<const Format> allowed, Format on_terminal,
                             Format elsewhere) {
    const Options& options = context.options;
    if (!options.format.empty()) return format_named(options.format, allowed);
    if (options.output.empty()) return context.console.out_terminal ? on_terminal : elsewhere;
    const std::string_view by_suffix = format_of_suffix(options.output, allowed);
    if (!by_suffix.empty()) return format_named(by_suffix, allowed);
    if (!std::filesystem::path(options.output).has_extension()) return elsewhere;
    return Error{
        ErrorCode::usage,
        {"从 '" + options.output + "' 看不出格式", "cannot tell the format from '" + options.output + "'"},
        {"请用 --format 指定", "say which with --format"},
        {}};
}

} // namespace nianbao::cli
