// Converted text: every line is a Line; a run of lines with tabs or pipes is a Table whose spans are lost,
// one row a line.
#include "document/column_text.hpp"
#include "document/markdown.hpp"
#include "document/page_furniture.hpp"
#include "document/pipe_rows.hpp"
#include "document/reader.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

/// A form feed is an empty line of its own, the first of its page.
std::vector<SourceLine> lines_of(std::string_view utf8) {
    std::vector<SourceLine> lines;
    int number = 0;
    int page = utf8.find('\f') == std::string_view::npos ? 0 : 1;
    while (!utf8.empty()) {
        const std::size_t end = utf8.find('\n');
        std::string_view line = utf8.substr(0, end);
        ++number;
        for (; line.starts_with('\f'); line.remove_prefix(1)) lines.push_back({{}, number, ++page, false});
        lines.push_back({line, number, page, false});
        utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    }
    return lines;
}

/// Gives every piece the page of its line.
void set_pages(Document& document, const std::vector<SourceLine>& lines) {
    if (lines.empty() || lines.front().page == 0) return;
    std::vector<int> page_of(static_cast<std::size_t>(lines.back().number) + 1);
    for (const SourceLine& line : lines) page_of[static_cast<std::size_t>(line.number)] = line.page;
    const auto set = [&](Place& place) { place.page = page_of[static_cast<std::size_t>(place.line)]; };
    for (Block& block : document.blocks) {
        if (auto* line = std::get_if<Line>(&block)) {
            set(line->place);
            continue;
        }
        for (Row& row : std::get<Table>(block).rows) {
            for (Cell& cell : row) set(cell.place);
        }
    }
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
    std::vector<SourceLine> lines = lines_of(utf8);
    mark_page_furniture(lines);
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
        if (line.of_page) {
            ++i;
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
        document.blocks.emplace_back(Line{without_markup(line.text), {line.number, 0, 0, 0}});
        ++i;
    }
    set_pages(document, lines);
    return document;
}

} // namespace nianbao::document
