#include "fts/sql_functions.hpp"

#include "fts/query.hpp"

#include <sqlite3ext.h>

#include <new>
#include <string>
#include <string_view>
#include <vector>

SQLITE_EXTENSION_INIT3

namespace nianbao::fts {
namespace {

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view()
                           : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void give(sqlite3_context* context, const std::string& text) {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// No exception may cross SQLite's C frames.
template<class Work>
void guarded(sqlite3_context* context, const Work& work) {
    try {
        work();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (...) {
        sqlite3_result_error(context, "nianbao: internal error", -1);
    }
}

void match(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        if (count == 0) return sqlite3_result_error(context, "nianbao_match(query, column...)", -1);
        const Query query = parse_query(text_of(values[0]));
        if (query.all.empty() && !query.none.empty()) {
            return sqlite3_result_error(
                context, "nianbao_match: FTS5 cannot look for what lacks a word; add a word that is wanted",
                -1);
        }
        std::vector<std::string_view> columns;
        for (int i = 1; i < count; ++i) columns.push_back(text_of(values[i]));
        // FTS5 finds nothing for an empty phrase.
        give(context, query.all.empty() ? "\"\"" : match_expression(query, columns));
    });
}

void mark(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
        const std::string_view text = text_of(values[0]);
        const std::string_view open = count > 2 ? text_of(values[2]) : "[";
        const std::string_view close = count > 3 ? text_of(values[3]) : "]";
        std::string marked;
        std::size_t at = 0;
        for (const auto& [begin, end] : find_hits(text, parse_query(text_of(values[1])).wanted())) {
            marked.append(text.substr(at, begin - at)).append(open);
            marked.append(text.substr(begin, end - begin)).append(close);
            at = end;
        }
        give(context, marked.append(text.substr(at)));
    });
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

int add(sqlite3* connection, const char* name, int arguments, Function function) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(connection, name, arguments, flags, nullptr, function, nullptr, nullptr,
                                      nullptr);
}

} // namespace

int register_sql_functions(sqlite3* connection) {
    int status = add(connection, "nianbao_match", -1, match);
    for (int arguments = 2; arguments <= 4 && status == SQLITE_OK; ++arguments)
        status = add(connection, "nianbao_mark", arguments, mark);
    return status;
}

} // namespace nianbao::fts
