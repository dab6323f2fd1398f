// The few words of reports that a page is searched for, to part the report from the site around it. They only
// choose what is left out; what a line or table means is the report floor's to say.
#pragma once

#include <optional>
#include <string_view>

namespace nianbao::formats::html {

inline constexpr int known_sections = 6;

/// Which of the form's six sections a line names, from 0; nullopt for every other line.
std::optional<int> section_named(std::string_view line);

/// True for the beginnings of the form's three tables.
bool begins_table(std::string_view cell);

/// True for a line that may be the title of a disclosure report.
bool may_be_title(std::string_view line);

/// True for a line that tells when and by whom the page was published.
bool tells_of_publication(std::string_view line);

} // namespace nianbao::formats::html
