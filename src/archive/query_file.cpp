// The text of one file of sql/queries: a header of comments, one statement, and behind `-- when empty:` one
// more.
//
//   -- zh: title            -- param: name integer|text [= default] [{allowed, …}] | 说明 | description
//   -- en: title            -- column: name [{zh}|{en}] | 列名 | heading
// {zh} or {en}: on a terminal only tables in that language have the column.
#include "archive/query.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace nianbao::archive {

namespace {

constexpr std::string_view empty_marker = "-- when empty:";

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text::trim(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Takes `{a, b}` and `= x` off the end of a parameter's first field.
bool read_parameter_field(std::string field, QueryParameter& parameter) {
    if (const std::size_t open = field.find('{'); open != std::string::npos) {
        const std::size_t close = field.find('}', open);
        if (close == std::string::npos) return false;
        parameter.allowed = split(std::string_view(field).substr(open + 1, close - open - 1), ',');
        field.resize(open);
    }
    if (const std::size_t equals = field.find('='); equals != std::string::npos) {
        parameter.fallback = text::trim(std::string_view(field).substr(equals + 1));
        field.resize(equals);
    }
    const auto words = split(text::trim(field), ' ');
    if (words.size() != 2 || words[0].empty()) return false;
    parameter.name = words[0];
    parameter.type = words[1] == "integer" ? ParameterType::integer : ParameterType::text;
    return words[1] == "integer" || words[1] == "text";
}

bool add_parameter(std::string_view value, NamedQuery& query) {
    const auto fields = split(value, '|');
    QueryParameter parameter;
    if (fields.size() != 3 || !read_parameter_field(fields[0], parameter)) return false;
    parameter.description = {fields[1], fields[2]};
    query.parameters.push_back(std::move(parameter));
    return true;
}

bool add_column(std::string_view value, NamedQuery& query) {
    const auto fields = split(value, '|');
    if (fields.size() != 3 || fields[0].empty()) return false;
    QueryColumn column{fields[0], {fields[1], fields[2]}};
    for (const auto& [mark, language] :
         {std::pair(" {zh}", Language::zh), std::pair(" {en}", Language::en)}) {
        if (!column.name.ends_with(mark)) continue;
        column.name.erase(column.name.size() - std::string_view(mark).size());
        column.only_for = language;
    }
    query.columns.push_back(std::move(column));
    return true;
}

/// False for a line that says nothing this reader knows.
bool read_header_line(std::string_view line, NamedQuery& query) {
    line.remove_prefix(2);
    line = text::trim(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = text::trim(line.substr(colon + 1));
    if (key == "param") return add_parameter(value, query);
    if (key == "column") return add_column(value, query);
    if (key == "zh") query.title.zh = value;
    if (key == "en") query.title.en = value;
    return key == "zh" || key == "en";
}

Error lacking(std::string_view name, const std::string& zh, const std::string& en) {
    const std::string file = std::string(name) + ".sql";
    return {ErrorCode::usage, {file + "：" + zh, file + ": " + en}, {}, file};
}

} // namespace

Result<NamedQuery> parse_query_file(std::string_view name, std::string_view text) {
    NamedQuery query;
    query.name = name;
    while (text.starts_with("--") && !text.starts_with(empty_marker)) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (!read_header_line(line, query)) {
            return lacking(name, "看不懂这一行：" + std::string(line),
                           "cannot read this line: " + std::string(line));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const std::size_t marker = text.find(empty_marker);
    query.sql = text::trim(text.substr(0, marker));
    if (marker != std::string_view::npos) {
        query.when_empty_sql = text::trim(text.substr(marker + empty_marker.size()));
    }
    if (query.title.zh.empty() || query.title.en.empty()) return lacking(name, "没有标题", "no title");
    if (query.columns.empty()) return lacking(name, "没有列", "no columns");
    if (query.sql.empty()) return lacking(name, "没有 SQL", "no SQL");
    return query;
}

} // namespace nianbao::archive
