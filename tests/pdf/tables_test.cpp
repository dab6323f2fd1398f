// Tables that are known, drawn and read again: nothing of the reader is used to make them.
#include "drawn_table.hpp"
#include "pdf/pdf.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::test;
using document::Cell;
using document::Document;
using document::Line;
using document::Table;

namespace {

std::vector<Table> tables_of(const Document& document) {
    std::vector<Table> tables;
    for (const document::Block& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) tables.push_back(*table);
    }
    return tables;
}

/// One line a cell: where it stands, how far it reaches, what it says.
std::string print_of(const DrawnTable& table) {
    std::string print;
    for (const DrawnCell& cell : table.cells) {
        print += std::to_string(cell.row + 1) + "," + std::to_string(cell.column + 1) + " " +
                 std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + " " + cell.text +
                 "\n";
    }
    return print;
}

std::string print_of(const Table& table) {
    std::string print;
    for (const document::Row& row : table.rows) {
        for (const Cell& cell : row) {
            print += std::to_string(cell.place.row) + "," + std::to_string(cell.place.column) + " " +
                     std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + " " +
                     cell.text + "\n";
        }
    }
    return print;
}

/// Rows and columns that no cell begins in cannot be seen: counts as the reader must count.
DrawnTable seen(DrawnTable table) {
    const auto renumber = [&](auto first, auto span, int count) {
        std::vector<int> places;
        for (const DrawnCell& cell : table.cells) {
            places.push_back(cell.*first);
            places.push_back(cell.*first + cell.*span);
        }
        places.push_back(0);
        places.push_back(count);
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        const auto place = [&](int at) {
            return static_cast<int>(std::lower_bound(places.begin(), places.end(), at) - places.begin());
        };
        for (DrawnCell& cell : table.cells) {
            const int behind = place(cell.*first + cell.*span);
            cell.*first = place(cell.*first);
            cell.*span = behind - cell.*first;
        }
    };
    renumber(&DrawnCell::row, &DrawnCell::row_span, table.rows);
    renumber(&DrawnCell::column, &DrawnCell::column_span, static_cast<int>(table.columns.size()));
    return table;
}

Document read(const PdfWriter& pdf) {
    const auto document = pdf::read_pdf(pdf.bytes());
    REQUIRE(document);
    return *document;
}

std::string text_of(const Document& document) {
    std::string text;
    for (const document::Block& block : document.blocks) {
        if (const auto* line = std::get_if<Line>(&block)) text += line->text + "\n";
    }
    return text;
}

} // namespace

TEST_CASE(
    "every ruled table comes back cell by cell, whatever draws its lines and wherever the page begins") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Random random(seed);
        PageSetup setup;
        setup.rotate = pick(random, 0, 3) * 90;
        setup.origin_x = pick(random, -300, 300);
        setup.origin_y = pick(random, -300, 300);
        setup.crop = pick(random, 0, 1) * 20;
        PdfWriter pdf(setup, all_pens[pick(random, 0, 2)]);
        TableStyle style;
        style.align = pick(random, 0, 1);
        style.middle = pick(random, 0, 1) == 1;
        const DrawnTable table = random_table(random, seed % 2 == 0);
        pdf.text(60, 60, 12, "上面的一行文字");
        const double height = draw(pdf, table, style);
        pdf.text(60, 80 + height + 30, 12, "下面的一行文字");
        const Document document = read(pdf);
        INFO("seed " << seed);
        const std::vector<Table> tables = tables_of(document);
        if (seen(table).cells.size() < 2) continue; // a box around text
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].aligned);
        CHECK(print_of(tables[0]) == print_of(seen(table)));
        CHECK(text_of(document) == "上面的一行文字\n下面的一行文字\n");
        CHECK_FALSE(document.degraded);
    }
}

TEST_CASE("a table over a page break is one table, page numbers and repeated headings gone") {
    for (unsigned seed = 1; seed <= 100; ++seed) {
        Random random(seed);
        DrawnTable table = random_rows(random, pick(random, 6, 14), 7, seed % 3 == 0 ? 40 : 0);
        DrawnTable heading;
        heading.columns = table.columns;
        heading.rows = 1;
        for (int c = 0; c < 8; ++c)
            heading.cells.push_back({0, c, 1, 1, "项目" + std::string(c % 2 == 0 ? "甲" : "乙")});
        const bool repeats = pick(random, 0, 1) == 1;
        const int on_first = pick(random, 1, table.rows - 1);
        DrawnTable first = heading;
        DrawnTable second = repeats ? heading : DrawnTable{table.columns, 0, {}};
        first.rows += on_first;
        second.rows += table.rows - on_first;
        for (DrawnCell cell : table.cells) {
            const bool here = cell.row < on_first;
            cell.row += here ? 1 : (repeats ? 1 : 0) - on_first;
            (here ? first : second).cells.push_back(cell);
        }
        PdfWriter pdf;
        pdf.page();
        draw(pdf, first, {});
        pdf.text(290, 810, 10, "- 1 -");
        pdf.page();
        draw(pdf, second, {});
        pdf.text(290, 810, 10, "- 2 -");
        const Document document = read(pdf);
        DrawnTable whole = heading;
        whole.rows += table.rows;
        for (DrawnCell cell : table.cells) {
            ++cell.row;
            whole.cells.push_back(cell);
        }
        INFO("seed " << seed << " heading " << repeats << " break behind " << on_first);
        const std::vector<Table> tables = tables_of(document);
        REQUIRE(tables.size() == 1);
        CHECK(print_of(tables[0]) == print_of(whole));
        CHECK(text_of(document).empty());
        CHECK(tables[0].rows.back().front().place.page == 2);
    }
}

TEST_CASE("a row that the page break cuts is one row, and its label one text") {
    const auto figures_above = GENERATE(true, false);
    PdfWriter pdf;
    DrawnTable first{{60, 40, 40}, 2, {{0, 0, 1, 1, "一、本年新收"}, {0, 1, 1, 1, "3"}, {0, 2, 1, 1, "4"}}};
    first.cells.push_back({1, 0, 1, 1, "二、上年结转申请数目"});
    first.cells.push_back({1, 1, 1, 1, figures_above ? "7" : ""});
    first.cells.push_back({1, 2, 1, 1, figures_above ? "8" : ""});
    DrawnTable second{{60, 40, 40}, 2, {{0, 0, 1, 1, "的数量"}}};
    second.cells.push_back({0, 1, 1, 1, figures_above ? "" : "7"});
    second.cells.push_back({0, 2, 1, 1, figures_above ? "" : "8"});
    second.cells.push_back({1, 0, 1, 1, "三、其他"});
    second.cells.push_back({1, 1, 1, 1, ""});
    second.cells.push_back({1, 2, 1, 1, "9"});
    pdf.page();
    draw(pdf, first, {});
    pdf.page();
    draw(pdf, second, {});
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) == "1,1 1x1 一、本年新收\n1,2 1x1 3\n1,3 1x1 4\n"
                                 "2,1 1x1 二、上年结转申请数目的数量\n2,2 1x1 7\n2,3 1x1 8\n"
                                 "3,1 1x1 三、其他\n3,2 1x1 \n3,3 1x1 9\n");
}

TEST_CASE("a blank row behind a page break is no rest of the row before it") {
    PdfWriter pdf;
    DrawnTable first{{150, 40, 40}, 1, {{0, 0, 1, 1, "规章"}, {0, 1, 1, 1, "3"}, {0, 2, 1, 1, "4"}}};
    DrawnTable second{{150, 40, 40}, 1, {{0, 0, 1, 1, "规范性文件"}, {0, 1, 1, 1, ""}, {0, 2, 1, 1, ""}}};
    pdf.page();
    draw(pdf, first, {});
    pdf.page();
    draw(pdf, second, {});
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) == "1,1 1x1 规章\n1,2 1x1 3\n1,3 1x1 4\n"
                                 "2,1 1x1 规范性文件\n2,2 1x1 \n2,3 1x1 \n");
}

TEST_CASE("figures without any line stand in their own columns or stay text") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Random random(seed);
        PdfWriter pdf;
        const DrawnTable table = random_rows(random, pick(random, 4, 20), 7, pick(random, 0, 50));
        TableStyle style;
        style.align = pick(random, 0, 1);
        draw(pdf, table, style, false);
        const Document document = read(pdf);
        INFO("seed " << seed);
        for (const Table& part : tables_of(document)) {
            for (const document::Row& row : part.rows) {
                // The row is known by the item number of its label; seven cells behind it are its figures.
                const std::size_t labels = row.size() < 7 ? 0 : row.size() - 7;
                if (labels == 0) continue;
                const int number = std::atoi(row[0].text.c_str());
                REQUIRE(number >= 1);
                for (int c = 1; c <= 7; ++c) {
                    const auto& cell = table.cells[static_cast<std::size_t>((number - 1) * 8 + c)];
                    CHECK(row[labels + static_cast<std::size_t>(c) - 1].text == cell.text);
                }
            }
        }
    }
}

TEST_CASE("horizontal lines alone part the rows, and the figures find their columns") {
    PdfWriter pdf;
    Random random(7);
    const DrawnTable table = random_rows(random, 9, 7, 0);
    const double height = draw(pdf, table, {}, false);
    double y = 80;
    pdf.line(60, y, 518, y);
    for (const DrawnCell& cell : table.cells) {
        if (cell.column != 0) continue;
        y += static_cast<double>(wrapped(cell.text, 142, 10).size()) * 14 + 8;
        pdf.line(60, y, 518, y);
    }
    REQUIRE(y == Approx(80 + height));
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    REQUIRE(tables[0].rows.size() == 9);
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        CHECK(tables[0].rows[i / 8][i % 8].text == table.cells[i].text);
}

TEST_CASE("a number that runs over the line of its cell stays whole") {
    PdfWriter pdf;
    DrawnTable table{{60, 22, 60}, 2, {{0, 0, 1, 1, "许可"}, {0, 1, 1, 1, "1129360"}, {0, 2, 1, 1, ""}}};
    table.cells.push_back({1, 0, 1, 1, "处罚"});
    table.cells.push_back({1, 1, 1, 1, "5"});
    table.cells.push_back({1, 2, 1, 1, "6"});
    TableStyle style;
    style.align = GENERATE(0, 1);
    draw(pdf, table, style);
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    std::vector<std::string> texts;
    for (const Cell& cell : tables[0].rows[0]) texts.push_back(cell.text);
    CHECK(std::count(texts.begin(), texts.end(), "1129360") == 1);
    CHECK(std::count(texts.begin(), texts.end(), "") == 1);
}

TEST_CASE("two numbers one below the other in one cell are not one number") {
    PdfWriter pdf;
    draw(pdf,
         {{60, 60}, 2, {{0, 0, 1, 1, "许可"}, {0, 1, 1, 1, ""}, {1, 0, 1, 1, "处罚"}, {1, 1, 1, 1, "7"}}},
         {});
    pdf.text(124, 88, 6, "12");
    pdf.text(124, 96, 6, "34");
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].rows[0][1].text == "12 34");
}

TEST_CASE("a number broken in a narrow cell is one number") {
    PdfWriter pdf;
    draw(pdf,
         {{60, 22}, 2, {{0, 0, 1, 1, "许可"}, {0, 1, 1, 1, ""}, {1, 0, 1, 1, "处罚"}, {1, 1, 1, 1, "77"}}},
         {});
    pdf.text(124, 88, 6, "1234");
    pdf.text(124, 96, 6, "5");
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].rows[0][1].text == "12345");
}

TEST_CASE("a border around text is no table, and an underline parts no cell") {
    PdfWriter pdf;
    pdf.line(40, 40, 500, 40);
    pdf.line(40, 40, 40, 700);
    pdf.line(500, 40, 500, 700);
    pdf.line(40, 700, 500, 700);
    draw(pdf,
         {{100, 60}, 2, {{0, 0, 1, 1, "许可"}, {0, 1, 1, 1, "3"}, {1, 0, 1, 1, "处罚"}, {1, 1, 1, 1, "4"}}},
         {});
    pdf.line(66, 97, 80, 97); // below 许可
    pdf.text(60, 60, 10, "框内的文字");
    const Document document = read(pdf);
    const std::vector<Table> tables = tables_of(document);
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) == "1,1 1x1 许可\n1,2 1x1 3\n2,1 1x1 处罚\n2,2 1x1 4\n");
    CHECK(text_of(document) == "框内的文字\n");
}

TEST_CASE("a watermark over a table is in none of its cells, and does not part it at the page break") {
    PdfWriter pdf;
    for (const char* const label : {"许可", "处罚"}) {
        pdf.page();
        draw(pdf,
             {{60, 60}, 2, {{0, 0, 1, 1, label}, {0, 1, 1, 1, "3"}, {1, 0, 1, 1, "强制"}, {1, 1, 1, 1, "4"}}},
             {});
        pdf.text(70, 120, 48, "样本");
    }
    const Document document = read(pdf);
    const std::vector<Table> tables = tables_of(document);
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) == "1,1 1x1 许可\n1,2 1x1 3\n2,1 1x1 强制\n2,2 1x1 4\n"
                                 "3,1 1x1 处罚\n3,2 1x1 3\n4,1 1x1 强制\n4,2 1x1 4\n");
}

TEST_CASE("a group's label that the page break cuts is one text, and its rows stay rows") {
    PdfWriter pdf;
    DrawnTable first{{34, 90, 40}, 2, {{0, 0, 2, 1, "（四）"}, {0, 1, 1, 1, "1.本机关"}, {0, 2, 1, 1, "3"}}};
    first.cells.push_back({1, 1, 1, 1, "2.没有现成"});
    first.cells.push_back({1, 2, 1, 1, "4"});
    DrawnTable second{
        {34, 90, 40}, 2, {{0, 0, 2, 1, "无法提供"}, {0, 1, 1, 1, "3.补正后"}, {0, 2, 1, 1, ""}}};
    second.cells.push_back({1, 1, 1, 1, "4.其他"});
    second.cells.push_back({1, 2, 1, 1, "6"});
    TableStyle style;
    style.middle = false;
    style.margin = 2;
    pdf.page();
    draw(pdf, first, style);
    pdf.page();
    draw(pdf, second, style);
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) ==
          "1,1 4x1 （四）无法提供\n1,2 1x1 1.本机关\n1,3 1x1 3\n2,2 1x1 2.没有现成\n2,3 1x1 4\n"
          "3,2 1x1 3.补正后\n3,3 1x1 \n4,2 1x1 4.其他\n4,3 1x1 6\n");
}

TEST_CASE("a number that the page break cuts in its cell is one number") {
    PdfWriter pdf;
    DrawnTable first{{60, 22}, 2, {{0, 0, 1, 1, "甲"}, {0, 1, 1, 1, "12"}}};
    first.cells.push_back({1, 0, 1, 1, "一、本年新收到的申请"});
    first.cells.push_back({1, 1, 1, 1, "34"});
    const DrawnTable second{{60, 22}, 1, {{0, 0, 1, 1, GENERATE("的数量", "")}, {0, 1, 1, 1, "5"}}};
    pdf.page();
    draw(pdf, first, {});
    pdf.page();
    draw(pdf, second, {});
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    REQUIRE(tables[0].rows.size() == 2);
    CHECK(tables[0].rows[1][1].text == "345");
}

TEST_CASE(
    "blank figures under a heading that reaches over two rows are cells of their own behind a page break") {
    PdfWriter pdf;
    DrawnTable first{{60, 60, 60},
                     2,
                     {{0, 0, 2, 1, "维持"}, {0, 1, 1, 2, "起诉"}, {1, 1, 1, 1, "甲"}, {1, 2, 1, 1, "乙"}}};
    const DrawnTable second{{60, 60, 60}, 1, {{0, 0, 1, 1, ""}, {0, 1, 1, 1, "7"}, {0, 2, 1, 1, ""}}};
    pdf.page();
    draw(pdf, first, {});
    pdf.page();
    draw(pdf, second, {});
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) == "1,1 2x1 维持\n1,2 1x2 起诉\n2,2 1x1 甲\n2,3 1x1 乙\n"
                                 "3,1 1x1 \n3,2 1x1 7\n3,3 1x1 \n");
}

TEST_CASE("无 above and 无 below a page break are two figures") {
    PdfWriter pdf;
    const DrawnTable first{
        {60, 16}, 2, {{0, 0, 1, 1, "甲"}, {0, 1, 1, 1, "无"}, {1, 0, 1, 1, "1.乙"}, {1, 1, 1, 1, "无"}}};
    const DrawnTable second{{60, 16}, 1, {{0, 0, 1, 1, "2.丙"}, {0, 1, 1, 1, "无"}}};
    pdf.page();
    draw(pdf, first, {});
    pdf.page();
    draw(pdf, second, {});
    const std::vector<Table> tables = tables_of(read(pdf));
    REQUIRE(tables.size() == 1);
    CHECK(print_of(tables[0]) ==
          "1,1 1x1 甲\n1,2 1x1 无\n2,1 1x1 1.乙\n2,2 1x1 无\n3,1 1x1 2.丙\n3,2 1x1 无\n");
}
