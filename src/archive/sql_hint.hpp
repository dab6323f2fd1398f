// What to try when ad-hoc SQL names a view or column that is not there. Internal to this floor.
#pragma once

#include "archive/connection.hpp"

#include <string_view>

namespace nianbao::archive {

/// A hint for SQLite's message; empty for a message of another kind.
Message sql_hint(Connection& connection, std::string_view message);

} // namespace nianbao::archive
