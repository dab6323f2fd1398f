// The files of sql/, as they were when the program was built (cmake/EmbedSql.cmake).
#pragma once

#include <span>
#include <string_view>

namespace nianbao::archive {

struct EmbeddedSql {
    std::string_view name; ///< the file's name without its suffix
    std::string_view text; ///< its bytes, UTF-8
};

std::span<const EmbeddedSql> embedded_schema();  ///< sql/schema/*.sql in the order of their numbers
std::span<const EmbeddedSql> embedded_queries(); ///< sql/queries/*.sql in the order of their names

} // namespace nianbao::archive
