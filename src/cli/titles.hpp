// Headings, for people, of the columns that the commands themselves print. Queries bring their own.
#pragma once

#include "archive/query.hpp"
#include "cli/writers.hpp"

namespace nianbao::cli {

TitleOf titles_of_commands(Language language);
/// A key of `status` in words; the key itself where there are none.
std::string status_label(const std::string& key, Language language);
TitleOf titles_of_query(const archive::NamedQuery& query, Language language);

} // namespace nianbao::cli
