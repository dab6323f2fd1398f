#include "archive/sql_hint.hpp"

#include "text/join.hpp"
#include "text/nearest.hpp"

#include <optional>

namespace nianbao::archive {

namespace {

/// What follows `marker` in the message, without a table's name before a point.
std::optional<std::string> name_after(std::string_view message, std::string_view marker) {
    const std::size_t at = message.find(marker);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view name = message.substr(at + marker.size());
    if (const std::size_t point = name.rfind('.'); point != std::string_view::npos)
        name.remove_prefix(point + 1);
    return std::string(name);
}

std::vector<std::string> names(Connection& connection, const char* sql) {
    std::vector<std::string> result;
    auto query = connection.prepare(sql);
    while (query.step()) result.push_back(query.text(0));
    return result;
}

constexpr const char* public_views =
    "select name from sqlite_master where type = 'view' and name not in ('stored_cell', 'section_document')"
    " order by name";
constexpr const char* public_columns =
    "select c.name from sqlite_master as m join pragma_table_info(m.name) as c where m.type = 'view'"
    " and m.name not in ('stored_cell', 'section_document') group by c.name order by c.name";
constexpr const char* views_of_column =
    "select m.name from sqlite_master as m join pragma_table_info(m.name) as c where m.type = 'view'"
    " and m.name not in ('stored_cell', 'section_document') and c.name = ?1 order by m.name";

Message table_hint(Connection& connection, const std::string& name) {
    const auto views = names(connection, public_views);
    const std::string near = text::nearest_or_empty(name, views);
    const std::string all = text::join(views, ", ");
    if (near.empty()) return {"可查的视图：" + all, "the views are: " + all};
    return {"是不是 " + near + "？可查的视图：" + all, "did you mean " + near + "? The views are: " + all};
}

Message column_hint(Connection& connection, const std::string& name) {
    const std::string near = text::nearest_or_empty(name, names(connection, public_columns));
    if (near.empty()) {
        return {"列名见 select * from 视图 limit 1，或 docs/schema.md",
                "for the columns see select * from VIEW limit 1, or docs/schema.md"};
    }
    std::vector<std::string> views;
    auto query = connection.prepare(views_of_column);
    query.add(near);
    while (query.step()) views.push_back(query.text(0));
    const std::string all = text::join(views, ", ");
    if (near == name) return {"有这一列的视图：" + all, "views with this column: " + all};
    return {"是不是 " + near + "？有这一列的视图：" + all,
            "did you mean " + near + "? Views with it: " + all};
}

} // namespace

Message sql_hint(Connection& connection, std::string_view message) {
    if (const auto name = name_after(message, "no such table: ")) return table_hint(connection, *name);
    if (const auto name = name_after(message, "no such column: ")) return column_hint(connection, *name);
    return {};
}

} // namespace nianbao::archive
