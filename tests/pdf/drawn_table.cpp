#include "drawn_table.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::test {

namespace {

std::string random_label(Random& random) {
    static constexpr const char* words[] = {"公开", "申请", "信息", "数量", "办理", "结果", "行政",
                                            "机关", "决定", "受理", "事项", "收费", "答复", "上年"};
    std::string label;
    for (int i = pick(random, 1, 7); i > 0; --i) label += words[pick(random, 0, 13)];
    return label;
}

std::string random_figure(Random& random, int blank_per_cent) {
    if (pick(random, 1, 100) <= blank_per_cent) return "";
    switch (pick(random, 0, 9)) {
    case 0:
        return "/";
    case 1:
        return std::to_string(pick(random, 1000, 99'999));
    case 2:
        return std::to_string(pick(random, 0, 99)) + "." + std::to_string(pick(random, 1, 9));
    case 3:
        return "1," + std::to_string(pick(random, 100, 999));
    default:
        return std::to_string(pick(random, 0, 30));
    }
}

double line_height(double size) {
    return size * 1.4;
}

} // namespace

int pick(Random& random, int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random);
}

DrawnTable random_table(Random& random, bool merged) {
    DrawnTable table;
    table.rows = pick(random, 2, 9);
    const int columns = pick(random, 2, 9);
    for (int c = 0; c < columns; ++c)
        table.columns.push_back(c == 0 ? pick(random, 45, 120) : pick(random, 38, 60));
    std::vector<bool> taken(static_cast<std::size_t>(table.rows * columns), false);
    const auto at = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
    for (int r = 0; r < table.rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            if (taken[at(r, c)]) continue;
            DrawnCell cell{r, c, 1, 1, c == 0 || r == 0 ? random_label(random) : random_figure(random, 30)};
            if (merged && pick(random, 1, 100) <= 20) {
                cell.row_span = pick(random, 1, std::min(3, table.rows - r));
                cell.column_span = pick(random, 1, std::min(3, columns - c));
                for (int dc = 1; dc < cell.column_span; ++dc) {
                    if (taken[at(r, c + dc)]) cell.column_span = dc;
                }
            }
            for (int dr = 0; dr < cell.row_span; ++dr) {
                for (int dc = 0; dc < cell.column_span; ++dc) taken[at(r + dr, c + dc)] = true;
            }
            table.cells.push_back(cell);
        }
    }
    return table;
}

DrawnTable random_rows(Random& random, int rows, int figures, int blank_per_cent) {
    DrawnTable table;
    table.rows = rows;
    table.columns.push_back(150);
    for (int c = 0; c < figures; ++c) table.columns.push_back(44);
    for (int r = 0; r < rows; ++r) {
        table.cells.push_back({r, 0, 1, 1, std::to_string(r + 1) + "." + random_label(random)});
        for (int c = 1; c <= figures; ++c)
            table.cells.push_back({r, c, 1, 1, random_figure(random, blank_per_cent)});
    }
    return table;
}

std::vector<std::string> wrapped(const std::string& text, double width, double size) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < text.size();) {
        // Figures are not broken; each ideograph can end a line.
        std::size_t end = i + text::decode_at(text, i).length;
        while (end < text.size() && text[i] > 0 && text[end] > 0) ++end;
        const std::string unit = text.substr(i, end - i);
        if (lines.empty() || PdfWriter::width(lines.back() + unit, size) > width) lines.emplace_back();
        lines.back() += unit;
        i = end;
    }
    return lines;
}

double draw(PdfWriter& pdf, const DrawnTable& table, const TableStyle& style, bool rulings) {
    std::vector<double> xs{style.left};
    for (const double width : table.columns) xs.push_back(xs.back() + width);
    const auto column = [&](int c) { return xs[static_cast<std::size_t>(c)]; };
    const auto lines_of = [&](const DrawnCell& cell) {
        return wrapped(cell.text,
                       column(cell.column + cell.column_span) - column(cell.column) - 2 * style.margin,
                       style.size);
    };
    std::vector<double> heights(static_cast<std::size_t>(table.rows),
                                line_height(style.size) + 2 * style.margin);
    for (const DrawnCell& cell : table.cells) {
        double& last = heights[static_cast<std::size_t>(cell.row + cell.row_span - 1)];
        const double text = static_cast<double>(lines_of(cell).size()) * line_height(style.size);
        last = std::max(last, text + 2 * style.margin);
    }
    std::vector<double> ys{style.top};
    for (const double height : heights) ys.push_back(ys.back() + height);
    const auto row = [&](int r) { return ys[static_cast<std::size_t>(r)]; };
    for (const DrawnCell& cell : table.cells) {
        const double left = column(cell.column);
        const double right = column(cell.column + cell.column_span);
        const double top = row(cell.row);
        const double bottom = row(cell.row + cell.row_span);
        if (rulings) {
            pdf.line(left, top, right, top);
            pdf.line(left, bottom, right, bottom);
            pdf.line(left, top, left, bottom);
            pdf.line(right, top, right, bottom);
        }
        const std::vector<std::string> lines = lines_of(cell);
        const double text = static_cast<double>(lines.size()) * line_height(style.size);
        double y = style.middle ? (top + bottom - text) / 2 : top + style.margin;
        for (const std::string& line : lines) {
            const double width = PdfWriter::width(line, style.size);
            const double x = style.align == 0 ? left + style.margin : (left + right - width) / 2;
            pdf.text(x, y + line_height(style.size) * 0.78, style.size, line);
            y += line_height(style.size);
        }
    }
    return ys.back() - ys.front();
}

} // namespace nianbao::test
