#include "archive/query.hpp"

#include "archive/embedded_sql.hpp"
#include "text/fold.hpp"
#include "text/join.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace nianbao::archive {

namespace {

std::vector<std::string> query_names() {
    std::vector<std::string> names;
    for (const NamedQuery& query : named_queries()) names.push_back(query.name);
    return names;
}

std::vector<NamedQuery> read_embedded() {
    std::vector<NamedQuery> queries;
    for (const EmbeddedSql& file : embedded_queries()) {
        auto query = parse_query_file(file.name, file.text);
        assert(query); // tests/sql reads every file of sql/queries
        if (query) queries.push_back(std::move(*query));
    }
    std::sort(queries.begin(), queries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return queries;
}

Error bad_parameter(const std::string& name, Message message, Message hint) {
    return {ErrorCode::usage, std::move(message), std::move(hint), name};
}

Error unknown_parameter(const NamedQuery& query, const std::string& name) {
    std::vector<std::string> names;
    for (const QueryParameter& parameter : query.parameters) names.push_back(parameter.name);
    const std::string near = text::nearest_or_empty(name, names);
    Message message{"查询 " + query.name + " 没有参数 " + name,
                    "query " + query.name + " has no parameter " + name};
    if (!near.empty()) {
        message.zh += "；是不是 " + near + "？";
        message.en += "; did you mean " + near + "?";
    }
    const std::string all = text::join(names, ", ");
    return bad_parameter(name, message, {"它的参数：" + all, "its parameters: " + all});
}

Result<Value> read_value(const QueryParameter& parameter, const std::string& typed) {
    if (!parameter.allowed.empty() &&
        std::find(parameter.allowed.begin(), parameter.allowed.end(), typed) == parameter.allowed.end()) {
        const std::string all = text::join(parameter.allowed, ", ");
        return bad_parameter(parameter.name,
                             {"参数 " + parameter.name + " 不能是“" + typed + "”",
                              "parameter " + parameter.name + " cannot be \"" + typed + "\""},
                             {"可以是：" + all, "it may be: " + all});
    }
    if (parameter.type == ParameterType::text) return Value{typed};
    std::int64_t number = 0;
    const char* end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, number);
    if (error != std::errc{} || stop != end) {
        return bad_parameter(
            parameter.name,
            {"参数 " + parameter.name + " 须是整数，不是“" + typed + "”",
             "parameter " + parameter.name + " must be an integer, not \"" + typed + "\""},
            {"例如 --" + parameter.name + " 2023", "for example --" + parameter.name + " 2023"});
    }
    return Value{number};
}

} // namespace

std::span<const NamedQuery> named_queries() {
    static const std::vector<NamedQuery> queries = read_embedded();
    return queries;
}

Result<const NamedQuery*> find_query(std::string_view name) {
    for (const NamedQuery& query : named_queries()) {
        if (query.name == name) return &query;
    }
    const std::vector<std::string> names = query_names();
    const std::string asked(name);
    const std::string near = text::nearest_or_empty(name, names);
    Message message{"没有名为 " + asked + " 的查询", "there is no query named " + asked};
    if (!near.empty()) {
        message.zh += "；是不是 " + near + "？";
        message.en += "; did you mean " + near + "?";
    }
    const std::string all = text::join(names, ", ");
    return Error{ErrorCode::usage, message, {"已有的查询：" + all, "the queries are: " + all}, asked};
}

Result<Parameters> read_parameters(const NamedQuery& query, const std::map<std::string, std::string>& typed) {
    for (const auto& [name, value] : typed) {
        const auto known = std::find_if(query.parameters.begin(), query.parameters.end(),
                                        [&](const QueryParameter& p) { return p.name == name; });
        if (known == query.parameters.end()) return unknown_parameter(query, name);
    }
    Parameters parameters;
    for (const QueryParameter& parameter : query.parameters) {
        const auto given = typed.find(parameter.name);
        if (given == typed.end() && parameter.fallback.empty()) continue;
        auto value = read_value(parameter, given == typed.end() ? parameter.fallback : given->second);
        if (!value) return value.error();
        parameters[parameter.name] = *value;
    }
    return parameters;
}

} // namespace nianbao::archive
