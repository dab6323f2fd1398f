// Tables of a DOCX: the rectangle that is printed, whatever way its cells are merged and wrapped.
#include "docx_support.hpp"

#include <set>

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Box {
    int row, column, rows, columns;
    std::string text;
};

/// A rectangle cut into random boxes, each with its own text.
class RandomTable {
public:
    explicit RandomTable(unsigned seed)
        : random_(seed), height(number(1, 9)), width(number(2, 12)),
          owner_(static_cast<std::size_t>(height * width), -1) {
        for (int r = 0; r < height; ++r) {
            for (int c = 0; c < width; ++c) {
                if (at(r, c) < 0) place(r, c);
            }
        }
    }

    int number(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    int& at(int row, int column) { return owner_[static_cast<std::size_t>(row * width + column)]; }

private:
    void place(int row, int column) {
        int columns = 1;
        while (column + columns < width && at(row, column + columns) < 0 && chance(25)) ++columns;
        const int rows = chance(25) ? number(1, height - row) : 1;
        for (int r = row; r < row + rows; ++r) {
            for (int c = column; c < column + columns; ++c) at(r, c) = static_cast<int>(boxes.size());
        }
        const int kind = number(0, 3);
        const std::string n = std::to_string(number(0, 99'999));
        boxes.push_back({row, column, rows, columns, kind == 0 ? "" : kind == 1 ? "标签" + n : n});
    }

    std::mt19937 random_;

public:
    int height, width;
    std::vector<Box> boxes;

private:
    std::vector<int> owner_;
};

/// The text in runs, as editing leaves them behind.
std::string runs(RandomTable& table, const std::string& text) {
    const auto run = [&](const std::string& piece) {
        const std::string one = "<w:r><w:t xml:space=\"preserve\">" + piece + "</w:t></w:r>";
        switch (table.number(0, 9)) {
        case 0:
            return "<w:ins w:id=\"1\">" + one + "</w:ins>";
        case 1:
            return "<w:smartTag>" + one + "</w:smartTag>";
        case 2:
            return "<w:sdt><w:sdtContent>" + one + "</w:sdtContent></w:sdt>";
        case 3:
            return one + "<w:del w:id=\"1\"><w:r><w:delText>66</w:delText></w:r></w:del>";
        case 4:
            return one + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r>";
        case 5:
            return one + "<w:bookmarkStart w:id=\"1\"/><w:proofErr/>";
        default:
            return one;
        }
    };
    const bool digits = !text.empty() && text.size() > 1 && static_cast<unsigned char>(text[0]) < 0x80;
    if (digits && table.chance(40)) return run(text.substr(0, 1)) + run(text.substr(1));
    return text.empty() ? "" : run(text);
}

std::string cell_xml(RandomTable& random, const Box& box, bool first_row) {
    std::string properties;
    if (box.columns > 1 || random.chance(10))
        properties += "<w:gridSpan w:val=\"" + std::to_string(box.columns) + "\"/>";
    if (box.rows > 1) properties += first_row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
    std::string content = "<w:p>" + (first_row ? runs(random, box.text) : std::string()) + "</w:p>";
    if (random.chance(10)) content = "<w:p/>" + content;
    if (random.chance(10)) content = "<w:sdt><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    const std::string xml = cell(content, properties);
    return random.chance(10) ? "<w:sdt><w:sdtContent>" + xml + "</w:sdtContent></w:sdt>" : xml;
}

std::string table_xml(RandomTable& random) {
    std::string rows;
    for (int r = 0; r < random.height; ++r) {
        std::string one = "<w:tr>";
        for (int c = 0; c < random.width;) {
            const Box& box = random.boxes[static_cast<std::size_t>(random.at(r, c))];
            one += cell_xml(random, box, box.row == r);
            c += box.columns;
        }
        one += "</w:tr>";
        if (random.chance(10)) one = "<w:sdt><w:sdtContent>" + one + "</w:sdtContent></w:sdt>";
        if (random.chance(5)) one += "<w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph("删")) + "</w:tr>";
        rows += one;
    }
    return table(rows);
}

/// The boxes as a Table has them.
document::Table wanted_table(const RandomTable& random) {
    document::Table wanted{{}, true};
    for (int r = 0; r < random.height; ++r) {
        document::Row row;
        for (const Box& box : random.boxes) {
            if (box.row == r) row.push_back({box.text, {0, 0, r + 1, box.column + 1}, box.columns, box.rows});
        }
        if (!row.empty()) wanted.rows.push_back(row);
    }
    return wanted;
}

} // namespace

TEST_CASE("every random table is read back as it was cut") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        RandomTable random(seed);
        document::Table wanted = wanted_table(random);
        const bool single = std::all_of(wanted.rows.begin(), wanted.rows.end(),
                                        [](const document::Row& row) { return row.size() == 1; });
        if (single) continue; // becomes lines
        const auto document = formats::read_docx(docx(table_xml(random)));
        REQUIRE(document);
        REQUIRE(document->blocks.size() == 1);
        auto got = std::get<document::Table>(document->blocks.front());
        for (document::Row& row : got.rows) {
            for (document::Cell& one : row) one.place.line = 0;
        }
        INFO("seed " << seed);
        REQUIRE((got == wanted));
    }
}

TEST_CASE("lines in a cell are joined, but numbers never fuse") {
    const auto [first, second, wanted] = GENERATE(table<std::string, std::string, std::string>({
        {"行政", "许可", "行政许可"},
        {"12", "34", "12 34"},
        {"12", ",345", "12 ,345"},
        {"-", "5", "- 5"},
        {"1.", "信访", "1.信访"},
        {"", "7", "7"},
        {"１", "２", "１ ２"},
        {"（一）", "予以公开", "（一）予以公开"},
    }));
    const std::string parted = cell(paragraph(first) + paragraph(second));
    const std::string broken =
        cell("<w:p><w:r><w:t>" + first + "</w:t><w:br/><w:t>" + second + "</w:t></w:r></w:p>");
    const std::string beside = cell(paragraph("x"));
    CHECK(read_body(test::table("<w:tr>" + parted + broken + beside + "</w:tr>")) ==
          Lines{"[" + wanted + "|" + wanted + "|x]"});
}

TEST_CASE("columns that a row leaves out are blank cells, slivers are nothing") {
    const std::string before = "<w:gridBefore w:val=\"2\"/>";
    const std::string after = "<w:gridAfter w:val=\"1\"/>";
    CHECK(read_body(table(row({"a", "b"}, before) + row({"c", "d"}, after))) ==
          Lines{"[<2,1>|a|b]", "[c|d|]"});
    CHECK(read_body(table(row({"c", "d"}, after + "<w:wAfter w:w=\"36\" w:type=\"dxa\"/>"))) ==
          Lines{"[c|d]"});
    const std::string grid =
        "<w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"12\"/></w:tblGrid>";
    CHECK(read_body("<w:tbl>" + grid + row({"c", "d"}, after) + "</w:tbl>") == Lines{"[c|d]"});
}

TEST_CASE("cells merged to the right the old way are one") {
    CHECK(read_body(table("<w:tr>" + cell(paragraph("甲"), "<w:hMerge w:val=\"restart\"/>") +
                          cell(paragraph(""), "<w:hMerge/>") + cell(paragraph("3")) + "</w:tr>")) ==
          Lines{"[甲<2,1>|3]"});
}

TEST_CASE("a merge that goes on from nothing is a cell of its own") {
    CHECK(read_body(table("<w:tr>" + cell(paragraph("甲"), "<w:vMerge/>") + cell(paragraph("3")) +
                          "</w:tr>")) == Lines{"[甲|3]"});
}

TEST_CASE("tables that lay the page out become lines") {
    const std::string inner = table(row({"规章", "0"}) + row({"许可", "9"}));
    std::string prose;
    for (int i = 0; i < 40; ++i) prose += "本年度";
    CHECK(read_body(table("<w:tr>" + cell(paragraph("二、主动公开") + inner + "<w:p/>") + "</w:tr>")) ==
          Lines{"二、主动公开", "[规章|0]", "[许可|9]", ""});
    CHECK(read_body(table(row({"一、总体情况"}) + row({prose}) + row({"规章", "0", "1", "2"}))) ==
          Lines{"一、总体情况", prose, "[规章|0|1|2]"});
    CHECK(read_body(table(row({"甲"}) + row({"乙"}))) == Lines{"甲", "乙"});
    CHECK(read_body(table("<w:tr>" + cell(paragraph("规章")) + cell(table(row({"5"})) + "<w:p/>") +
                          "</w:tr>")) == Lines{"[规章|5]"});
}

TEST_CASE("rows count as lines") {
    const auto document = formats::read_docx(
        docx(paragraph("甲") + table(row({"a", "b"}) + row({"c", "d"})) + paragraph("乙")));
    REQUIRE(document);
    CHECK(std::get<document::Table>(document->blocks.at(1)).rows.at(1).at(1).place ==
          document::Place{3, 0, 2, 2});
    CHECK(std::get<document::Line>(document->blocks.at(2)).place.line == 4);
}
