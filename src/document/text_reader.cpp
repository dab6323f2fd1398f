// Converted text: every line is a Line; a run of lines with tabs or pipes is a Table whose spans are lost,
// one row a line.
#include "document/column_text.hpp"
#include "document/pipe_rows.hpp"
#include "document/reader.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

std::vector<SourceLine> lines_of(std::string_view utf8) {
    std::vector<SourceLine> lines;
    int number = 0;
    while (!utf8.empty()) {
        const std::size_t end = utf8.find('\n');
        lines.push_back({utf8.substr(0, end), ++number});
        utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    }
    return lines;
}

Row split_fields(std::string_view line, Place place) {
    Row row;
    row.reserve(1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')));
    int column = 1;
    while (true) {
        const std::size_t tab = line.find('\t');
        place.column = column++;
        row.push_back({std::string(text::trim(line.substr(0, tab))), place});
        if (tab == std::string_view::npos) return row;
        line.remove_prefix(tab + 1);
    }
}

/// A tab that only indents a line parts no fields; one behind the text does: the cells after it are blank. A
/// line with one tab at its end is one cell of many, each with its tab.
bool holds_fields(std::string_view line) {
    const std::size_t text = std::min(line.find_first_not_of("\t "), line.size());
    if (line.find('\t', text) == std::string_view::npos) return false;
    return !line.ends_with('\t') || line.find('\t') + 1 != line.size();
}

void append_row(Document& document, const SourceLine& line, bool& in_table) {
    if (!in_table) document.blocks.emplace_back(Table{});
    in_table = true;
    Table& table = std::get<Table>(document.blocks.back());
    table.rows.push_back(
        split_fields(line.text, {line.number, 0, static_cast<int>(table.rows.size()) + 1, 0}));
}

} // namespace

Document read_text(std::string_view utf8) {
    Document document;
    document.media_type = "text/plain";
    document.encoding = "utf-8";
    const std::vector<SourceLine> lines = lines_of(utf8);
    const std::vector<ColumnTable> tables = find_column_tables(lines);
    document.blocks.reserve(lines.size());
    auto table = tables.begin();
    bool in_table = false; ///< the last block is a table of rows with tabs
    for (std::size_t i = 0; i < lines.size();) {
        const SourceLine& line = lines[i];
        if (table != tables.end() && table->begin == i) {
            document.blocks.emplace_back(table->table);
            i = table++->end;
            in_table = false;
            continue;
        }
        if (holds_fields(line.text)) {
            append_row(document, line, in_table);
            ++i;
            continue;
        }
        in_table = false;
        const std::size_t behind = holds_pipe(line.text) ? read_pipe_run(lines, i, document.blocks) : i;
        if (behind > i) {
            i = behind;
            continue;
        }
        document.blocks.emplace_back(Line{std::string(line.text), {line.number, 0, 0, 0}});
        ++i;
    }
    return document;
}

} // namespace nianbao::document
