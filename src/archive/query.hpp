// Named queries: the files of sql/queries, whose header comment is their name, parameters and columns.
#pragma once

#include "archive/rows.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// Values by name, without the colon. A parameter that is not given is bound as NULL.
using Parameters = std::map<std::string, Value>;

enum class ParameterType { integer, text };

struct QueryParameter {
    std::string name; ///< "year": `:year` in the SQL, `--year` on the command line
    ParameterType type = ParameterType::text;
    Message description;
    std::string fallback;             ///< default, as typed; empty is NULL
    std::vector<std::string> allowed; ///< the values it may have; empty is any
};

struct QueryColumn {
    std::string name;
    Message title; ///< heading for people
    /// The only readers for whom a table on a terminal has it: a code and its Chinese label say the same
    /// thing.
    std::optional<Language> only_for = {};
};

struct NamedQuery {
    std::string name;
    Message title;
    std::vector<QueryParameter> parameters;
    std::vector<QueryColumn> columns;
    std::string sql;            ///< the question: one statement
    std::string when_empty_sql; ///< one statement, one row (zh, en): why there is no row; may be empty
};

/// All of them in the order of their names, read once from embedded_queries().
std::span<const NamedQuery> named_queries();
/// Error: usage, naming the nearest.
Result<const NamedQuery*> find_query(std::string_view name);
/// Reads the text of one file of sql/queries. Error: usage, saying what its header lacks.
Result<NamedQuery> parse_query_file(std::string_view name, std::string_view text);
/// Turns typed values into bound ones: unknown names, bad integers and values not allowed are errors (usage).
Result<Parameters> read_parameters(const NamedQuery& query, const std::map<std::string, std::string>& typed);

} // namespace nianbao::archive
