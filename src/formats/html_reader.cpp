// HTML in steps: a scan that keeps off what the parser cannot bear (html_scan), the parser's tree made flat
// (html_parse, html_page), the article without the site around it (html_content), lines and tables of it
// (html_table, html_blocks).
#include "formats/formats.hpp"
#include "formats/html_blocks.hpp"
#include "formats/html_content.hpp"
#include "formats/html_parse.hpp"
#include "formats/html_scan.hpp"
#include "formats/html_text.hpp"

#include <optional>
#include <string>
#include <utility>

namespace nianbao::formats {

namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;

/// Some sites show their article only after a script has run: where nothing else names a section, what is
/// hidden is read.
std::optional<html::Page> visible_page(std::string_view utf8) {
    std::optional<html::Page> page = html::parse(utf8, html::Hidden::leave_out);
    if (!page || html::landmarks_of(*page).sections > 0) return page;
    std::optional<html::Page> whole = html::parse(utf8, html::Hidden::keep);
    return whole && html::landmarks_of(*whole).sections > 0 ? std::move(whole) : std::move(page);
}

} // namespace

Result<document::Document> read_html(std::string_view utf8) {
    if (utf8.size() > most_bytes) return html::page_too_large();
    const html::Scan scan = html::scan(utf8);
    if (scan.too_wild) return html::read_text_only(utf8);
    const std::string mended = scan.stray_rows ? html::with_tables_around_rows(utf8) : std::string();
    std::optional<html::Page> page = visible_page(scan.stray_rows ? mended : utf8);
    if (!page) return html::read_text_only(utf8);
    document::Document document;
    document.media_type = "text/html";
    document.blocks = html::blocks_of(*page, html::landmarks_of(*page));
    document.metadata = std::move(page->metadata);
    return document;
}

} // namespace nianbao::formats
