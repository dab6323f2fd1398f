// Rows with tabs (A), one cell a line (B), and the text of pages in which tables lost their cells (E, F).
#include "support/layouts_text.hpp"

#include "support/layouts_glued.hpp"

#include <utility>

namespace nianbao::test {

namespace {

/// Blank fields around the label that the converter lost, by the row's code; the row is padded at its end.
void shift(Lines& fields, const std::string& code) {
    const std::size_t before = fields.size();
    const auto drop = [&](std::size_t at) { fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(at)); };
    if (code == "new_received" || code == "carried_in" || code == "carried_out" || code == "granted" ||
        code == "partially_granted" || code == "other_processing") {
        drop(2);
    } else if (code.empty()) {
        drop(2); // of the headers
    } else if (code == "total_processed") {
        drop(2);
        drop(0);
    } else if (code == "other_remaining") {
        drop(0);
        std::swap(fields[0], fields[1]); // the label first, one blank behind it
    }
    fields.resize(before);
}

enum class Shift { none, all, rows };

std::string by_tabs(const Sheet& sheet, Shift shifted, bool trimmed = false) {
    std::string text;
    for (const Part& part : sheet.parts) {
        if (part.kind != PartKind::table) {
            text += part.text + "\n";
            continue;
        }
        const auto rows = fields_of(part.grid, Merged::blank);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Lines fields = texts_of(rows[i]);
            const bool header = i < header_rows(part.grid);
            const bool moves = shifted == Shift::all || (shifted == Shift::rows && !header);
            if (moves && part.grid.table == report::TableKind::requests)
                shift(fields, part.grid.rows[i].code);
            while (trimmed && fields.size() > 1 && fields.back().empty()) fields.pop_back();
            text += joined(fields, "\t") + "\n";
        }
    }
    return text;
}

/// A header cell is as wide as its column: 商业企业 stands on two lines.
Lines lines_of_cell(const GridCell& cell) {
    const bool narrow = cell.kind == CellKind::header && (cell.text == "商业企业" || cell.text == "科研机构");
    return narrow ? pieces(cell.text, 2) : Lines{cell.text};
}

Lines cell_lines(const Sheet& sheet) {
    Lines lines;
    for (const Part& part : sheet.parts) {
        if (part.kind != PartKind::table) {
            lines.push_back(part.text);
            continue;
        }
        for (const auto& row : fields_of(part.grid, Merged::dropped)) {
            for (const GridCell& cell : row) {
                const Lines own = lines_of_cell(cell);
                lines.insert(lines.end(), own.begin(), own.end());
            }
        }
    }
    return lines;
}

/// Every so many lines the number of a page, that looks like any other number, and one at the end.
std::string with_page_numbers(const Lines& lines, const std::string& end, std::mt19937& random) {
    std::string text;
    std::size_t page = 0;
    for (const std::string& line : lines) {
        text += line + end;
        if (random() % 30 == 0) text += std::to_string(++page) + end;
    }
    return text + std::to_string(++page) + end;
}

/// Lines of a page: labels wrapped, the values before, behind or between the parts of their label.
class Flow {
public:
    explicit Flow(std::mt19937& random) : random_(random) {}

    Lines table(const Grid& grid) {
        lines_.clear();
        for (const auto& row : fields_of(grid, Merged::dropped)) add_row(row, grid.table);
        return std::move(lines_);
    }

private:
    void add_row(const std::vector<GridCell>& row, report::TableKind table) {
        Lines labels;
        Lines values;
        for (const GridCell& cell : row) {
            if (cell.text.empty()) continue;
            (cell.kind == CellKind::value ? values : labels).push_back(cell.text);
        }
        if (table != report::TableKind::requests) {
            labels.insert(labels.end(), values.begin(), values.end());
            if (!labels.empty()) lines_.push_back(joined(labels, " "));
        } else if (row.back().kind != CellKind::value) {
            for (const GridCell& cell : row) {
                const Lines parts = lines_of_cell(cell);
                lines_.insert(lines_.end(), parts.begin(), parts.end());
            }
        } else {
            add_request_row(labels, joined(values, " "));
        }
    }

    void add_request_row(Lines labels, const std::string& values) {
        Lines label = pieces(labels.back(), 20);
        labels.pop_back(); // the groups in front
        lines_.insert(lines_.end(), labels.begin(), labels.end());
        if (!values.empty()) {
            switch (random_() % 3) {
            case 0:
                label.back() += " " + values;
                break;
            case 1:
                label.push_back(values);
                break;
            default:
                label.insert(label.begin() + 1, values); // inside the wrapped label
                break;
            }
        }
        lines_.insert(lines_.end(), label.begin(), label.end());
    }

    std::mt19937& random_;
    Lines lines_;
};

Lines flow_lines(const Sheet& sheet, std::mt19937& random, std::size_t width) {
    Lines lines;
    Flow flow(random);
    for (const Part& part : sheet.parts) {
        const Lines own = part.kind == PartKind::table ? flow.table(part.grid) : pieces(part.text, width);
        lines.insert(lines.end(), own.begin(), own.end());
    }
    return lines;
}

std::string page_mark(std::size_t page, const std::string& end) {
    const std::string number = std::to_string(page);
    return "第" + number + "页" + end + "- " + number + " -" + end;
}

} // namespace

std::string render_tsv(const Sheet& sheet, std::mt19937&) {
    return by_tabs(sheet, Shift::none);
}

std::string render_tsv_shifted(const Sheet& sheet, std::mt19937&) {
    return by_tabs(sheet, Shift::all);
}

std::string render_tsv_rows_shifted(const Sheet& sheet, std::mt19937&) {
    return by_tabs(sheet, Shift::rows);
}

std::string render_tsv_trimmed(const Sheet& sheet, std::mt19937&) {
    return by_tabs(sheet, Shift::none, true);
}

std::string render_cell_a_line(const Sheet& sheet, std::mt19937&) {
    return joined(cell_lines(sheet), "\n");
}

std::string render_cell_a_line_spaced(const Sheet& sheet, std::mt19937&) {
    return joined(cell_lines(sheet), "\n\n");
}

std::string render_cell_a_line_no_blanks(const Sheet& sheet, std::mt19937&) {
    Lines lines = cell_lines(sheet);
    std::erase_if(lines, [](const std::string& line) { return line.empty(); });
    return joined(lines, "\n\n");
}

std::string render_cell_a_line_numbered(const Sheet& sheet, std::mt19937& random) {
    return with_page_numbers(cell_lines(sheet), random() % 2 == 0 ? "\n" : "\n\n", random);
}

std::string render_flow(const Sheet& sheet, std::mt19937& random) {
    return joined(flow_lines(sheet, random, 1000), "\n");
}

std::string render_flow_numbered(const Sheet& sheet, std::mt19937& random) {
    return with_page_numbers(flow_lines(sheet, random, 1000), "\n", random);
}

std::string render_flow_paged(const Sheet& sheet, std::mt19937& random) {
    std::string text;
    std::size_t page = 0;
    for (const std::string& line : flow_lines(sheet, random, 1000)) {
        text += line + "\n";
        if (random() % 9 == 0) text += page_mark(++page, "\n");
    }
    return text;
}

/// The abstract above the book holds a page of it in one line, cut where it is long enough.
std::string render_flip_book(const Sheet& sheet, std::mt19937& random) {
    const Lines lines = flow_lines(sheet, random, 28);
    std::string text =
        sheet.parts.front().text + "\n\n发布时间：2024-1-26 | 杂志分类：其他\n免费制作\n更多内容\n\n";
    for (const Part& part : sheet.parts) {
        if (part.kind != PartKind::table || part.grid.table != report::TableKind::requests) continue;
        const Lines cut =
            pieces("三、收到和处理政府信息公开申请情况" + glued_table(part.grid), any_of(random, 300, 700));
        text += "- 9 -" + cut.front() + "... [收起]\n[展开]\n";
    }
    text += sheet.parts.front().text + "\n粉丝：{{bookData.followerCount}}\n文本内容\n";
    std::size_t page = 1;
    std::size_t left = 5;
    text += page_mark(page, "\n\n");
    for (const std::string& line : lines) {
        text += line + "\n\n";
        if (--left > 0) continue;
        left = any_of(random, 8, 16);
        text += page_mark(++page, "\n\n");
        if (random() % 6 == 0) text += page_mark(++page, "\n\n"); // an empty page
    }
    return text + "\n更多案例\n电子翻书制作\n";
}

} // namespace nianbao::test
