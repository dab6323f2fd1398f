// Pages made to exhaust a parser, read as the program reads them: in another process, within its limits. Each
// must end at once, and the process serve the next page.
#include "document/reader_process.hpp"
#include "formats/html_print.hpp"
#include "formats/html_scan.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace nianbao;

namespace {

std::string times(int count, std::string_view text) {
    std::string out;
    out.reserve(text.size() * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

std::string numbered(int count, std::string_view before, std::string_view behind) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += before;
        out += std::to_string(i);
        out += behind;
    }
    return out;
}

struct Hostile {
    std::string name;
    std::string page;
};

std::vector<Hostile> hostile_pages() {
    const std::string row = "<tr><td rowspan=1000 colspan=1000>1</td><td>2</td></tr>";
    const std::string closed = numbered(1500, "<font size=", ">") + "<div></div>" + times(1500, "</font>");
    return {{"nested blocks", times(100'000, "<div>") + "甲"},
            {"nested tables", times(20'000, "<table><tr><td>") + "甲"},
            {"paragraphs that end and blocks that stay", times(100'000, "<p><div>")},
            {"inline ends that close nothing", times(100'000, "<span><div></span>")},
            {"attributes", "<p " + numbered(50'000, "a", "=1 ") + ">甲"},
            {"attributes in many tags", times(1'500, "<p " + numbered(990, "a", "=1 ") + ">甲")},
            {"formatting that never ends", times(50'000, "<font>") + times(50'000, "</p>")},
            {"formatting opened again in each paragraph",
             numbered(1'500, "<font size=", ">") + times(50'000, "<p>甲</p>")},
            {"formatting of many looks, closed", times(100, closed)},
            {"formatting crossed by blocks", times(100'000, "<b><p></b></p>")},
            {"a span without end", "<table><tr><td colspan=999999999>1<td rowspan=999999999>2</table>"},
            {"spans over spans", "<table>" + times(1'000, row) + "</table>"},
            {"rows without cells", times(200'000, "<tr>")},
            {"text between rows", "<table>" + times(100'000, "甲<tr>")},
            {"a comment without end", "<p>甲</p><!-- " + times(1'000'000, "-")},
            {"an attribute without end", "<p title=\"" + times(1'000'000, "甲")},
            {"signs", times((16 << 20) - 8, "<")},
            {"broken entities", times(200'000, "&#xFFFFFFFFFF;&#0;&#xD800;&foo;&notit;")},
            {"a flood of ampersands", times(8 << 20, "&")},
            {"lines", times(3'000'000, "<p>1")},
            {"headings", times(100'000, "一、总体情况<br>")},
            {"menus", times(1'900, "<nav>") + times(50'000, "<p>1")}};
}

#ifdef NIANBAO_SANITIZED
constexpr double most_seconds = 60;
#else
constexpr double most_seconds = 5;
#endif

constexpr const char* next_page = "<p>前</p><table><tr><td>甲<td>1</table>";

} // namespace

TEST_CASE("a page made to exhaust the parser ends soon, and the next one is read") {
    document::ReaderProcess reader(std::filesystem::path(NIANBAO_PROGRAMS) / "nianbao-reader");
    for (const Hostile& hostile : hostile_pages()) {
        INFO(hostile.name);
        const auto begin = std::chrono::steady_clock::now();
        const auto document = reader.read(document::FrameKind::read_html, hostile.page);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        CHECK(took.count() < most_seconds);
        if (!document) CHECK(document.error().code == ErrorCode::too_large);
        const auto next = reader.read(document::FrameKind::read_html, next_page);
        REQUIRE(next);
        CHECK(test::print(*next) == "前\n[甲|1]\n");
    }
}

TEST_CASE("a page over 16 MiB is an error, not a part of a report") {
    const auto document = formats::read_html(std::string((16 << 20) + 1, 'x'));
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::too_large);
}

TEST_CASE("a page nested too deep is read as text, rows as fields whose spans are lost") {
    const std::string page =
        times(3'000, "<div>") +
        "<title>x</title><p>第&nbsp;一&#8220;行&ldquo;</p>\n<script>var a='<p>';</script>"
        "<table><tr><td colspan=2>栏<br>目<td>1<p>2<tr><td></td><td>&lt;3</td></tr></table>末";
    const auto document = formats::read_html(page);
    REQUIRE(document);
    CHECK(document->degraded);
    CHECK(test::print(*document) == "第\u00A0一“行“\n[栏目|1 2]\n[|<3]\n末\n");
    const auto& table = std::get<document::Table>(document->blocks.at(1));
    CHECK_FALSE(table.aligned);
    CHECK(table.rows[0][0].place.line == 2);
}

TEST_CASE("ordinary soup is not taken for an attack") {
    const auto page = GENERATE(values<std::string>(
        {times(5'000, "<p>甲"), times(5'000, "<li>甲"), times(5'000, "<tr><td>1<td>2"),
         "<table>" + times(5'000, "<tr><td><p><span>1<td><font>2") + "</table>",
         times(5'000, "<p><span>甲</p>"), times(5'000, "<p><b>甲</b><br><img><input></p>"),
         times(300, "<font size=3>甲<p>乙</p>"), times(5'000, "<a href=x>甲</a>&nbsp;")}));
    CHECK_FALSE(formats::html::scan(page).too_wild);
}
