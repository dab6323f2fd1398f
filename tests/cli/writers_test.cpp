#include "cli/writers.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace nianbao::cli;
using nianbao::archive::RowSink;
using nianbao::archive::Value;

namespace {

using Rows = std::vector<std::vector<Value>>;
using Make = std::unique_ptr<RowSink> (*)(std::ostream&, const RowStyle&);

const Value null;

std::string written(Make make, const std::vector<std::string>& columns, const Rows& rows,
                    const RowStyle& style = {}) {
    std::ostringstream out;
    const auto writer = make(out, style);
    writer->begin(columns);
    for (const auto& row : rows) writer->row(row);
    writer->end();
    return out.str();
}

std::unique_ptr<RowSink> json(std::ostream& out, const RowStyle&) {
    return json_writer(out);
}
std::unique_ptr<RowSink> ndjson(std::ostream& out, const RowStyle&) {
    return ndjson_writer(out);
}

Value text(const char* words) {
    return std::string(words);
}
Value number(std::int64_t n) {
    return n;
}

} // namespace

TEST_CASE("a real number is printed with the fewest digits that read back the same") {
    const auto [value, printed] = GENERATE(table<double, std::string>({
        {96171.6, "96171.6"},
        {0.1 + 0.2, "0.30000000000000004"},
        {3.0, "3.0"},
        {100000.0, "100000.0"},
        {-0.5, "-0.5"},
        {0.0, "0.0"},
        {1e300, "1e+300"},
        {std::numeric_limits<double>::infinity(), "inf"},
    }));
    CHECK(plain_text(value) == printed);
}

TEST_CASE("csv quotes what it must, and tells empty text from NULL") {
    CHECK(written(csv_writer, {"a", "b,c"},
                  {{text("说\"不\""), text("x,y")}, {null, text("")}, {number(0), text("一\n二")}}) ==
          "a,\"b,c\"\n\"说\"\"不\"\"\",\"x,y\"\n,\"\"\n0,\"一\n二\"\n");
}

TEST_CASE("tsv keeps a row on one line and loses nothing") {
    CHECK(written(tsv_writer, {"a", "b"}, {{text("一\t二"), text("一\n二")}, {text("c:\\x"), null}}) ==
          "a\tb\n一\\t二\t一\\n二\nc:\\\\x\t\n");
}

TEST_CASE("without headers the first line is the first row") {
    RowStyle style;
    style.headers = false;
    const auto make = GENERATE(csv_writer, tsv_writer, table_writer);
    CHECK(written(make, {"a"}, {{number(7)}}, style) == "7\n");
}

TEST_CASE("no row at all is still valid output") {
    CHECK(written(json, {"a"}, {}) == "[]\n");
    CHECK(written(ndjson, {"a"}, {}).empty());
    CHECK(written(csv_writer, {"a", "b"}, {}) == "a,b\n");
    CHECK(written(tsv_writer, {"a", "b"}, {}) == "a\tb\n");
    CHECK(written(table_writer, {"a", "b"}, {}) == "a  b\n─  ─\n");
    CHECK(written(markdown_writer, {"a"}, {}) == "| a |\n| --- |\n");
}

TEST_CASE("json keeps NULL, zero and empty text apart, and the order of the columns") {
    const std::string array = written(json, {"z", "a", "m", "r"}, {{null, number(0), text(""), 96171.6}});
    CHECK(array == "[\n{\"z\":null,\"a\":0,\"m\":\"\",\"r\":96171.6}\n]\n");
    CHECK(written(ndjson, {"x"}, {{text("机关")}, {number(-8)}}) == "{\"x\":\"机关\"}\n{\"x\":-8}\n");
}

TEST_CASE("json stays valid with doubled columns, broken bytes and numbers that json has not") {
    const std::string array = written(json, {"a", "a", "a_2"},
                                      {{text("\xff"), std::numeric_limits<double>::infinity(), number(1)}});
    const auto parsed = nlohmann::json::parse(array);
    CHECK(parsed == nlohmann::json::parse(R"([{"a":"\ufffd","a_2":null,"a_2_2":1}])"));
}

TEST_CASE("markdown and html show text as text") {
    CHECK(written(markdown_writer, {"列"}, {{text("a|b*c\n<b>")}}) ==
          "| 列 |\n| --- |\n| a\\|b\\*c<br>&lt;b&gt; |\n");
    const std::string page = written(html_writer, {"列"}, {{text("<script>&\"")}, {number(3)}, {null}});
    CHECK(page.find("<td>&lt;script&gt;&amp;&quot;</td>") != std::string::npos);
    CHECK(page.find("<td align=\"right\">3</td>") != std::string::npos);
    CHECK(page.find("<td></td>") != std::string::npos);
}

TEST_CASE("a table has numbers to the right and columns as wide as their text") {
    CHECK(written(table_writer, {"body", "n"},
                  {{text("西工区"), number(35)}, {text("a"), null}, {text("b"), number(-8)}}) ==
          "body     n\n──────  ──\n西工区  35\na\nb       -8\n");
}

TEST_CASE("a table has titles for people, whatever the columns are called") {
    RowStyle style;
    style.title = [](const std::string& column) { return column == "body" ? "机关" : column; };
    CHECK(written(table_writer, {"body"}, {{text("x")}}, style) == "机关\n────\nx\n");
    CHECK(written(csv_writer, {"body"}, {}, style) == "body\n");
}

TEST_CASE("a table on a terminal shortens its text but never its numbers") {
    RowStyle style;
    style.columns = 36;
    CHECK(written(table_writer, {"t", "n"},
                  {{text("政府信息公开工作年度报告政府信息公开"), number(1234567890)}}, style) ==
          "t                                  n\n────────────────────────  ──────────\n"
          "政府信息公开工作年度报…   1234567890\n");
}

TEST_CASE("a table whose text would be cut to nothing becomes cards instead") {
    RowStyle style;
    style.columns = 24;
    CHECK(written(table_writer, {"t", "n"}, {{text("政府信息公开工作年度报告"), number(1234567890)}},
                  style) == "t  政府信息公开工作年度报告\nn  1234567890\n");
}

TEST_CASE("codes and dates are never shortened, paths lose their beginning") {
    RowStyle style;
    style.columns = 64;
    const std::string table = written(
        table_writer, {"body", "route", "path"},
        {{text("西工区人民政府办公室"), text("litigation_direct"), text("/a/long/folder/of/reports/x.txt")}},
        style);
    CHECK(table.find("litigation_direct") != std::string::npos);
    CHECK(table.find("西工…  ") == std::string::npos);
    CHECK(table.find("…") != std::string::npos);
    CHECK(table.find("x.txt\n") != std::string::npos);
}

TEST_CASE("a row that cannot fit becomes a card") {
    RowStyle style;
    style.columns = 20;
    CHECK(written(table_writer, {"a", "b", "c"},
                  {{number(1234567890), number(1234567890), text("一")}, {number(1), number(2), text("二")}},
                  style) == "a  1234567890\nb  1234567890\nc  一\n\na  1\nb  2\nc  二\n");
}

TEST_CASE("rows beyond those that were measured are still whole") {
    Rows rows(1000, {text("x")});
    rows.push_back({text("wider than the others")});
    const std::string table = written(table_writer, {"a"}, rows);
    CHECK(table.ends_with("x\nwider than the others\n"));
}
