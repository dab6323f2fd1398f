// Random tables of figures, written as pages do it and read back: no cell may move, fuse or vanish.
#include "formats/html_print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

using namespace nianbao;

namespace {

struct Field {
    std::string text;
    int column_span = 1;
    int row_span = 1;
    int row = 0; ///< from 1
    int column = 0;
};
using Grid = std::vector<std::vector<Field>>;

class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }

    /// Cells with spans, in a table of `columns` that every row fills.
    Grid grid(int rows, int columns) {
        std::vector<int> covered(static_cast<std::size_t>(columns), 0);
        Grid grid;
        for (int r = 1; r <= rows; ++r) {
            std::vector<Field>& row = grid.emplace_back();
            for (int c = 0; c < columns;) {
                if (covered[static_cast<std::size_t>(c)] > 0) {
                    ++c;
                    continue;
                }
                int room = 1;
                while (c + room < columns && covered[static_cast<std::size_t>(c + room)] == 0) ++room;
                Field field{text(), chance(20) ? number(1, room) : 1,
                            chance(15) ? number(1, rows - r + 1) : 1, r, c + 1};
                if (c == 0) field.text = "栏" + std::to_string(r);
                // A table of one column is text, not data.
                if (c == 0 && r == 1) field.column_span = std::min(field.column_span, columns - 1);
                for (int i = 0; i < field.column_span; ++i)
                    covered[static_cast<std::size_t>(c + i)] = field.row_span;
                c += field.column_span;
                row.push_back(field);
            }
            for (int& left : covered) left = std::max(left - 1, 0);
        }
        return grid;
    }

    std::string text() {
        if (chance(25)) return {};
        if (chance(20)) return "标签" + std::to_string(number(1, 99));
        return std::to_string(number(0, 99'999));
    }

    std::string write(const Grid& grid) {
        const bool soup = chance(50);
        std::string out = chance(50) ? "<TABLE border=1>" : "<table><tbody>";
        for (const auto& row : grid) {
            out += chance(30) ? "\n<!-- <td>9</td> --><tr>" : "<tr>\n";
            for (const Field& field : row) {
                const std::string tag = chance(20) ? "th" : "td";
                out += "<" + tag;
                if (field.column_span > 1) out += " colspan=" + std::to_string(field.column_span);
                if (field.row_span > 1) out += " rowspan=\"" + std::to_string(field.row_span) + "\"";
                out += ">" + dressed(field.text) + (soup ? "" : "</" + tag + ">");
            }
            if (!soup) out += "</tr>";
        }
        return out + "</table>";
    }

    std::string dressed(const std::string& text) {
        if (text.empty()) {
            const char* const blanks[] = {"", "&nbsp;", "　", "<p>&nbsp;</p>", "<br>", "&#160;<o:p></o:p>"};
            return blanks[number(0, 5)];
        }
        switch (number(0, 6)) {
        case 0:
            return "<p class=MsoNormal><span lang=EN-US>" + text + "<o:p></o:p></span></p>";
        case 1:
            return "\n\t " + text + " \n";
        case 2:
            return "<div><font size=2>" + text + "</font><br></div>";
        case 3:
            return "<p>" + text; // never closed
        case 4: {                // in two pieces of markup, between two digits or two characters
            const std::size_t cut = text.front() <= '9' && text.front() >= '0' ? 1 : std::string("标").size();
            return "<span>" + text.substr(0, cut) + "</span><b>" + text.substr(cut) + "</b>";
        }
        case 5:
            return text + "<!-- 7 -->&nbsp;";
        default:
            return text;
        }
    }

    std::string framed(const std::string& table) {
        switch (number(0, 3)) {
        case 0:
            return "<table><tr><td width=200>栏目<td><p>正文</p>" + table + "<p>文末</p></table>";
        case 1:
            return "<div><div><p>正文" + table + "<p>文末</div></div>";
        case 2:
            return "<table><tr><td>页头</td></tr><tr><td><table><tr><td>正文" + table +
                   "</table></td></tr></table>";
        default:
            return table;
        }
    }

private:
    std::mt19937 random_;
};

std::string printed(const Grid& grid) {
    std::string out;
    for (const auto& row : grid) {
        const bool blank =
            std::all_of(row.begin(), row.end(), [](const Field& one) { return one.text.empty(); });
        if (blank) continue;
        for (const Field& field : row) {
            out += field.text + "@" + std::to_string(field.row) + "," + std::to_string(field.column) + "x" +
                   std::to_string(field.column_span) + "," + std::to_string(field.row_span) + " ";
        }
        out += "\n";
    }
    return out;
}

std::string printed(const document::Document& document) {
    std::string out;
    for (const document::Block& block : document.blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        if (!table) continue;
        for (const document::Row& row : table->rows) {
            for (const document::Cell& cell : row) {
                out += cell.text + "@" + std::to_string(cell.place.row) + "," +
                       std::to_string(cell.place.column) + "x" + std::to_string(cell.column_span) + "," +
                       std::to_string(cell.row_span) + " ";
            }
            out += "\n";
        }
    }
    return out;
}

} // namespace

TEST_CASE("a table of figures is read back cell by cell, whatever its page does") {
    for (unsigned seed = 1; seed <= 1500; ++seed) {
        Maker maker(seed);
        const Grid grid = maker.grid(maker.number(2, 28), maker.number(3, 15));
        const std::string page = maker.framed(maker.write(grid));
        INFO("seed " << seed << "\n" << page);
        const auto document = formats::read_html(page);
        REQUIRE(document);
        REQUIRE_FALSE(document->degraded);
        REQUIRE(printed(*document) == printed(grid));
    }
}
