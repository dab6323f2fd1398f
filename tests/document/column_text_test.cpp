// Tables drawn on pages as a converter that keeps the columns draws them, with widths, wraps and page breaks
// by chance, and read back: a row that comes out holds its own label and its own values, or the lines stay
// lines.
#include "document/reader.hpp"
#include "text/utf8.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace nianbao;
using namespace nianbao::document;

namespace {

struct DrawnRow {
    std::string group; ///< printed where it begins
    std::string label;
    std::vector<std::string> values;
};

struct Manner {
    std::size_t item_width = 8; ///< characters
    bool top = false;           ///< labels begin on the line of the values, else these stand in the middle
    bool blanks = false;        ///< nothing is printed for "none" now and then
    bool slashes = false;
    bool wrapped_numbers = false;
    bool header_again = false; ///< on every page
    bool page_numbers = false;
    std::size_t page_length = 30;
};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return engine_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

/// Every label has characters of its own, so that a foreign one in it shows.
std::u32string label_text(Random& random, std::size_t row) {
    std::u32string text;
    const std::size_t length = 2 + random.below(26);
    for (std::size_t i = 0; i < length; ++i) text += static_cast<char32_t>(0x6000 + 32 * row + i);
    return text;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) text::append(out, c);
    return out;
}

std::vector<DrawnRow> random_rows(Random& random, const Manner& manner) {
    constexpr std::u32string_view numerals = U"一二三四五六七";
    std::vector<DrawnRow> rows;
    const std::size_t groups = 2 + random.below(4);
    for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t items = 1 + random.below(5);
        for (std::size_t i = 0; i < items; ++i) {
            DrawnRow row;
            const std::size_t number = rows.size();
            if (i == 0) row.group = utf8(U"（" + std::u32string(1, numerals[g]) + U"）组" + U"乙丙丁");
            row.label = std::to_string(i + 1) + "." + utf8(label_text(random, number));
            for (std::size_t k = 0; k < 7; ++k) {
                const bool nothing = k < 6 && random.one_in(3);
                std::string value = std::to_string(random.below(k == 0 ? 9000 : 90));
                if (nothing && manner.slashes) value = "/";
                if (manner.blanks && k < 6 && random.one_in(12)) value.clear();
                row.values.push_back(value);
            }
            row.values.back() = std::to_string(10000 + number); // tells the row
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

/// Text at a position counted in characters.
void put(std::vector<std::u32string>& page, std::size_t line, std::size_t at, std::u32string_view text) {
    if (page.size() <= line) page.resize(line + 1);
    if (page[line].size() < at + text.size()) page[line].resize(at + text.size(), U' ');
    page[line].replace(at, text.size(), text);
}

std::u32string utf32(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        out += point.value;
        i += point.length;
    }
    return out;
}

std::vector<std::u32string> wrapped(std::u32string_view text, std::size_t width) {
    std::vector<std::u32string> lines;
    for (std::size_t i = 0; i < text.size(); i += width) lines.emplace_back(text.substr(i, width));
    return lines;
}

constexpr std::size_t group_at = 3;
constexpr std::size_t group_width = 4;
constexpr std::size_t item_at = 10;

void draw_header(std::vector<std::u32string>& page, std::size_t values_at) {
    const std::size_t line = page.size();
    put(page, line, values_at + 12, U"甲甲甲甲甲");
    put(page, line + 1, 2, U"说明说明说明");
    for (std::size_t k = 0; k < 7; ++k)
        put(page, line + 1, values_at + 7 * k, U"列" + std::u32string(1, U"子丑寅卯辰巳午"[k]));
    put(page, line + 2, 2, U"说明完");
}

void draw_row(std::vector<std::u32string>& page, const DrawnRow& row, const Manner& manner,
              std::size_t values_at) {
    const std::size_t first = page.size();
    const auto item = wrapped(utf32(row.label), manner.item_width);
    const auto group = wrapped(utf32(row.group), group_width);
    const std::size_t middle = first + (manner.top ? 0 : item.size() / 2);
    for (std::size_t i = 0; i < item.size(); ++i) {
        const std::size_t centred = manner.top ? 0 : (manner.item_width - item[i].size()) / 2;
        put(page, first + i, item_at + centred, item[i]);
    }
    for (std::size_t i = 0; i < std::min(group.size(), item.size()); ++i)
        put(page, first + i, group_at, group[i]);
    for (std::size_t k = 0; k < row.values.size(); ++k) {
        const std::u32string value = utf32(row.values[k]);
        const std::size_t at = values_at + 7 * k;
        if (manner.wrapped_numbers && value.size() == 4) {
            put(page, middle, at, value.substr(0, 2));
            put(page, middle + 1, at, value.substr(2));
        } else if (!value.empty()) {
            put(page, middle, at, value);
        }
    }
}

std::string draw(const std::vector<DrawnRow>& rows, const Manner& manner) {
    const std::size_t values_at = item_at + manner.item_width + 2;
    std::vector<std::u32string> all = {U"三、标题", U"   正文写到这里，下面是表格。"};
    std::vector<std::u32string> drawn;
    for (const DrawnRow& row : rows) draw_row(drawn, row, manner, values_at);
    draw_header(all, values_at);
    std::size_t page = 1;
    std::size_t on_page = all.size();
    for (const std::u32string& line : drawn) {
        if (on_page++ >= manner.page_length) {
            all.emplace_back();
            if (manner.page_numbers)
                all.push_back(U"                    - " + utf32(std::to_string(page)) + U" -");
            all.emplace_back(); // the form feed
            if (manner.header_again) draw_header(all, values_at);
            ++page;
            on_page = 0;
        }
        all.push_back(line);
    }
    all.emplace_back();
    if (manner.page_numbers) all.push_back(U"                    - " + utf32(std::to_string(page)) + U" -");
    all.push_back(U"四、后面的标题");
    std::string text;
    for (const std::u32string& line : all) text += utf8(line) + "\n";
    return text;
}

bool is_subsequence(std::u32string_view part, std::u32string_view whole) {
    std::size_t at = 0;
    for (const char32_t c : whole) {
        if (at < part.size() && part[at] == c) ++at;
    }
    return at == part.size();
}

bool is_header(const Row& row) {
    const char last = row.back().text.back();
    return last < '0' || last > '9';
}

/// Without the header's.
std::vector<Row> read_rows(const std::string& text) {
    std::vector<Row> rows;
    for (const Block& block : read_text(text).blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
            CHECK(table->aligned);
            std::copy_if(table->rows.begin(), table->rows.end(), std::back_inserter(rows),
                         [](const Row& row) { return !is_header(row); });
        }
    }
    return rows;
}

/// Rows that came out whole. Every row that came out at all must hold nothing of another.
std::size_t check_rows(const std::vector<DrawnRow>& drawn, const std::vector<Row>& read) {
    std::size_t whole = 0;
    for (const Row& row : read) {
        REQUIRE(row.size() > 2);
        const std::size_t index = static_cast<std::size_t>(std::stoi(row.back().text)) - 10000;
        REQUIRE(index < drawn.size());
        CHECK(is_subsequence(utf32(row[1].text), utf32(drawn[index].label)));
        std::vector<std::string> values;
        for (std::size_t i = 2; i < row.size(); ++i) values.push_back(row[i].text);
        std::vector<std::string> printed = drawn[index].values;
        printed.erase(std::remove(printed.begin(), printed.end(), ""), printed.end());
        CHECK(values == printed);
        if (row[1].text == drawn[index].label) ++whole;
    }
    return whole;
}

Manner random_manner(Random& random) {
    Manner manner;
    manner.item_width = 4 + random.below(14);
    manner.top = random.one_in(2);
    manner.blanks = random.one_in(4);
    manner.slashes = random.one_in(2);
    manner.header_again = random.one_in(2);
    manner.page_numbers = random.one_in(2);
    manner.page_length = 12 + random.below(40);
    return manner;
}

} // namespace

TEST_CASE("a table drawn on pages is read row by row, or left alone") {
    std::size_t rows = 0;
    std::size_t whole = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        Random random(seed);
        const Manner manner = random_manner(random);
        const std::vector<DrawnRow> drawn = random_rows(random, manner);
        const std::string text = draw(drawn, manner);
        INFO("seed " << seed << "\n" << text);
        rows += drawn.size();
        whole += check_rows(drawn, read_rows(text));
    }
    CHECK(whole * 10 > rows * 8);
}

TEST_CASE("numbers wrapped in their columns make no row") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        Random random(seed);
        Manner manner = random_manner(random);
        manner.wrapped_numbers = true;
        manner.blanks = false;
        const std::vector<DrawnRow> drawn = random_rows(random, manner);
        const auto wraps = std::count_if(drawn.begin(), drawn.end(),
                                         [](const DrawnRow& row) { return row.values.front().size() == 4; });
        if (wraps == 0) continue;
        const std::string text = draw(drawn, manner);
        INFO("seed " << seed << "\n" << text);
        for (const Row& row : read_rows(text)) {
            const auto index = static_cast<std::size_t>(std::stoi(row.back().text)) - 10000;
            REQUIRE(index < drawn.size());
            CHECK(row[2].text == drawn[index].values.front());
        }
    }
}

TEST_CASE("a label wrapped around its values is joined, and the group beside it stands apart") {
    const auto rows = read_rows("     一、本年新收  1 2 3 4 5 6 21\n"
                                "三、本 （一）公开  1 0 0 0 0 0 1\n"
                                "年度  （二）部分公开\n"
                                "             2 0 0 0 0 0 2\n"
                                "     （另计）\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][1].text == "一、本年新收");
    CHECK(rows[1][0].text == "三、本年度");
    CHECK(rows[1][1].text == "（一）公开");
    CHECK(rows[2][1].text == "（二）部分公开（另计）");
    CHECK(rows[2][8] == Cell{"2", {4, 0, 3, 9}});
}

TEST_CASE("rows without marks, two rows on one label and labels without values stay lines") {
    const auto text = GENERATE(as<std::string>{}, "甲 1 2 3 4 5\n乙 1 2 3 4 5\n丙 1 2 3 4 5\n",
                               "1.甲 1 2 3 4 5\n2.乙 1 2 3 4 5\n 6\n3.丙 1 2 3 4 5\n",
                               "1.甲 1 2 3 4 5\n2.乙\n3.丁 1 2 3 4 5\n4.丙 1 2 3 4 5\n");
    CHECK(read_rows(text).empty());
}
