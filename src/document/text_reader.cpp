// Converted text: every line is a Line; a run of lines with tabs is a Table whose spans are lost, one row a
// line.
#include "document/reader.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

Row split_fields(std::string_view line, Place place) {
    Row row;
    int column = 1;
    while (true) {
        const std::size_t tab = line.find('\t');
        place.column = column++;
        row.push_back({std::string(text::trim(line.substr(0, tab))), place});
        if (tab == std::string_view::npos) return row;
        line.remove_prefix(tab + 1);
    }
}

void append_row(Document& document, std::string_view line, Place place) {
    if (document.blocks.empty() || !std::holds_alternative<Table>(document.blocks.back())) {
        document.blocks.emplace_back(Table{});
    }
    Table& table = std::get<Table>(document.blocks.back());
    place.row = static_cast<int>(table.rows.size()) + 1;
    table.rows.push_back(split_fields(line, place));
}

} // namespace

Document read_text(std::string_view utf8) {
    Document document;
    document.media_type = "text/plain";
    document.encoding = "utf-8";
    Place place;
    while (!utf8.empty()) {
        ++place.line;
        const std::size_t end = utf8.find('\n');
        const std::string_view line = utf8.substr(0, end);
        utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
        // A tab that only indents a line parts no fields; one behind the text does: the cells after it are
        // blank.
        const bool fields =
            line.find('\t', std::min(line.find_first_not_of("\t "), line.size())) != std::string_view::npos;
        const bool one_cell =
            line.ends_with('\t') && line.find('\t') + 1 == line.size(); // one a line, each with its tab
        if (fields && !one_cell) {
            append_row(document, line, place);
        } else {
            document.blocks.emplace_back(Line{std::string(line), place});
        }
    }
    return document;
}

} // namespace nianbao::document
