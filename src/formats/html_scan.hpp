// What a page would cost Gumbo, estimated in one linear walk: nesting, attributes and unclosed formatting are
// each quadratic there (issues 391 and 393 of its dead upstream). A page over a limit is read as text alone.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::formats::html {

struct Scan {
    bool too_wild = false;   ///< must not be given to Gumbo
    bool stray_rows = false; ///< rows or cells outside of any table
};

Scan scan(std::string_view page);

/// The page with a table around its stray rows, which HTML5 would run together into one line of text: figures
/// would fuse. Line ends stay where they are.
std::string with_tables_around_rows(std::string_view page);

} // namespace nianbao::formats::html
