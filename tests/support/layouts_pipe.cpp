#include "support/layouts_pipe.hpp"

#include <functional>

namespace nianbao::test {

namespace {

using Rows = std::vector<Lines>;

Rows rows_of(const Grid& grid, Merged merged) {
    Rows rows;
    for (const auto& fields : fields_of(grid, merged)) rows.push_back(texts_of(fields));
    return rows;
}

/// Paragraphs with a blank line between, tables as `table` writes them.
std::string with_tables(const Sheet& sheet, const std::function<std::string(const Grid&)>& table) {
    std::string text;
    for (const Part& part : sheet.parts) {
        text += (part.kind == PartKind::table ? table(part.grid) : part.text + "\n") + "\n";
    }
    return text;
}

struct Frame {
    std::string open;
    std::string between;
    std::string close;
};

const Frame closed = {"| ", " | ", " |"};

std::string lines_of(const Rows& rows, const Frame& frame) {
    std::string text;
    for (const Lines& row : rows) text += frame.open + joined(row, frame.between) + frame.close + "\n";
    return text;
}

std::string framed(const Sheet& sheet, const Frame& frame, Merged merged = Merged::blank) {
    return with_tables(sheet, [&](const Grid& grid) { return lines_of(rows_of(grid, merged), frame); });
}

/// Every cell by `write`, every row between `begin` and `end`.
std::string cell_a_line(const Sheet& sheet, const std::string& begin, const std::string& end,
                        const std::function<std::string(const std::string&)>& write) {
    return with_tables(sheet, [&](const Grid& grid) {
        std::string text;
        for (const Lines& row : rows_of(grid, Merged::dropped)) {
            text += begin;
            for (const std::string& cell : row) text += write(cell);
            text += end;
        }
        return text;
    });
}

std::string behind(const std::string& cell) {
    return cell.empty() ? "|\n" : cell + " |\n";
}

} // namespace

std::string render_pipes(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, closed);
}

std::string render_pipes_open(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, {"", " | ", " |"});
}

std::string render_pipes_between(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, {"", " | ", ""});
}

std::string render_pipes_doubled(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, {"|| ", " || ", " ||"});
}

std::string render_pipes_wide(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, {"｜", "｜", "｜"});
}

/// Markdown has one heading row; the others of the form's header are rows like any other.
std::string render_markdown(const Sheet& sheet, std::mt19937& random) {
    const Lines rules = {"---", ":---:", "---:", "--"};
    const std::string rule = rules[random() % rules.size()];
    const bool heading_is_empty = random() % 2 == 0; // where the page's table had none
    return with_tables(sheet, [&](const Grid& grid) {
        Rows rows = rows_of(grid, Merged::blank);
        const auto columns = static_cast<std::size_t>(grid.columns);
        if (heading_is_empty) rows.insert(rows.begin(), Lines(columns));
        rows.insert(rows.begin() + 1, Lines(columns, rule));
        return lines_of(rows, closed);
    });
}

std::string render_pipes_dropped(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, closed, Merged::dropped);
}

std::string render_pipes_repeated(const Sheet& sheet, std::mt19937&) {
    return framed(sheet, closed, Merged::repeated);
}

std::string render_pipes_trailing(const Sheet& sheet, std::mt19937& random) {
    return with_tables(sheet, [&](const Grid& grid) {
        std::string text;
        for (const Lines& row : rows_of(grid, Merged::dropped))
            text += joined(row, " | ") + " |" + std::string(any_of(random, 0, 3), '|') + "\n";
        return text;
    });
}

std::string render_pipe_behind(const Sheet& sheet, std::mt19937&) {
    return cell_a_line(sheet, "", "", behind);
}

std::string render_pipe_behind_row_end(const Sheet& sheet, std::mt19937&) {
    return cell_a_line(sheet, "", "|\n", behind);
}

std::string render_pipe_before(const Sheet& sheet, std::mt19937&) {
    return cell_a_line(sheet, "", "",
                       [](const std::string& cell) { return cell.empty() ? "|\n" : "| " + cell + "\n"; });
}

std::string render_pipe_row_begin(const Sheet& sheet, std::mt19937&) {
    return cell_a_line(sheet, "|\n", "", behind);
}

std::string render_pipe_own_line(const Sheet& sheet, std::mt19937&) {
    return cell_a_line(sheet, "", "", [](const std::string& cell) { return cell + "\n|\n"; });
}

} // namespace nianbao::test
