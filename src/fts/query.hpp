// The query language: what a person typed, read without ever failing. docs/search.md is its description.
//
//     培训 考核            both words         "培训 考核"     the words next to each other
//     培训 OR 考核          either (also |)    -预算 NOT 预算   without
//     20*                 what begins so     name:value      a field, where the caller knows it
//
// OR binds its two neighbours before anything else: 培训 考核 OR 通报 is 培训 and (考核 or 通报). Whatever
// does not fit this is text.
#pragma once

#include "fts/phrase.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::fts {

/// One of these must occur.
using AnyOf = std::vector<Phrase>;

struct Query {
    std::vector<AnyOf> all;   ///< each of these; none of them empty
    std::vector<Phrase> none; ///< none of these may occur

    /// Nothing was typed that could be looked up.
    bool empty() const { return all.empty() && none.empty(); }
    /// Its MATCH expression is one phrase, whatever the columns.
    bool is_one_phrase() const { return all.size() == 1 && all.front().size() == 1 && none.empty(); }
    /// Every phrase of `all`, in order: what is marked in a text.
    std::vector<Phrase> wanted() const;

    bool operator==(const Query&) const = default;
};

/// name:value, or -name:value.
struct Field {
    std::string name;
    std::string value; ///< without quotes
    bool excluded = false;
};

/// True where the caller takes the field; else it is text like any other.
using TakeField = std::function<bool(const Field& field)>;

/// Bytes need not be valid UTF-8.
Query parse_query(std::string_view typed, const TakeField& take = {});

/// As MATCH takes it, held to these columns (none given: any). `all` must not be empty.
std::string match_expression(const Query& query, std::span<const std::string_view> columns);
/// Any of the phrases; there is at least one.
std::string match_any(std::span<const Phrase> phrases, std::span<const std::string_view> columns);

} // namespace nianbao::fts
