// What pages do: rows of a page and what is read of it.
#include "formats/html_print.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using test::print_html;

namespace {

struct Example {
    const char* page;
    const char* read;
};

/// Six headings, so that the article can be told from the site around it.
std::string article(const std::string& inside = {}) {
    return "<p>一、总体情况</p><p>甲</p><p>二、主动公开政府信息情况</p>" + inside +
           "<p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p>"
           "<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><p>无</p>";
}

std::string printed_article(const std::string& inside = {}) {
    return "一、总体情况\n甲\n二、主动公开政府信息情况\n" + inside +
           "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
           "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无\n";
}

} // namespace

TEST_CASE("a line break ends a line of prose and joins the words of a cell or a heading") {
    const auto example = GENERATE(values<Example>({
        {"<p>甲<br>乙</p>", "甲\n乙\n"},
        {"<h1>某县财政局<br>2023年政府信息公开工作年度报告</h1>",
         "某县财政局2023年政府信息公开工作年度报告\n"},
        {"<table><tr><td>本年新<br>制作数量<td>3</table>", "[本年新制作数量|3]\n"},
        {"<table><tr><td><p>其他结</p><p>果</p><td>3</table>", "[其他结果|3]\n"},
        {"<table><tr><td>甲<td>1<br>2</table>", "[甲|1 2]\n"},
        {"<table><tr><td>甲<td><p>1</p><p>2</p></table>", "[甲|1 2]\n"},
        {"<table><tr><td>甲<td>12<br>万元</table>", "[甲|12万元]\n"},
        {"<table><tr><td>甲<td>1<sup>2</sup></table>", "[甲|1 2]\n"},
        {"<table><tr><td>甲<td><span>1</span><span>2</span></table>", "[甲|12]\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("white space of the source is none between Chinese characters and one blank elsewhere") {
    const auto example = GENERATE(values<Example>({
        {"<p>政府信\n息公开</p>", "政府信息公开\n"},
        {"<p>政府信  息公开</p>", "政府信 息公开\n"},
        {"<p>in\n  2023</p>", "in 2023\n"},
        {"<p>\n\n 甲 \n</p>", "甲\n"},
        {"<p>　　甲</p>", "　　甲\n"},
        {"<p>&nbsp;&nbsp;甲&nbsp;</p>", "\u00A0\u00A0甲\n"},
        {"<p>&nbsp;</p><p>　</p><p>乙</p>", "乙\n"},
        {"<table><tr><td>甲<td>&nbsp;<td>　<td>&nbsp<td> 3 </table>", "[甲||||3]\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("what is not shown is not read") {
    const auto example = GENERATE(values<Example>({
        {"<p>甲<script>document.write('<td>8</td>')</script></p><style>p{}</style>", "甲\n"},
        {"<p>甲</p><!-- <table><tr><td>1<td>2</table> -->", "甲\n"},
        {"<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p>甲</p>", "甲\n"},
        {"<xml><w:View>Normal</w:View><o:Pages>3</o:Pages></xml><p>甲<o:p>乙</o:p></p>", "甲乙\n"},
        {"<p>甲</p><p style='Display : None'>乙</p><p hidden>丙</p><p aria-hidden=true>丁</p>", "甲\n"},
        {"<p>甲<del>5</del><s>6</s></p>", "甲\n"},
        {"<select><option>2023<option>2022</select><textarea>乙</textarea><p>甲</p>", "甲\n"},
        {"<table><tr><td>甲<td><![if !supportLists]>1.<![endif]>属于</table>", "[甲|1.属于]\n"},
        {"<table><tr><td>甲<td>3<![if !supportMisalignedColumns]><tr "
         "height=0><td><td></tr><![endif]></table>",
         "[甲|3]\n"},
        {"<table><tr><td>甲<td>3<td style='display:none'>4</table>", "[甲|3]\n"},
        {"<table><tr><td>甲<td><input value='3'><input type=hidden value=4></table>", "[甲|3]\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("the mark of a note is not a digit of the figure before it, and a struck digit is none") {
    const auto example = GENERATE(values<Example>({
        {"<table><tr><td>甲<td>112<sup>1</sup></table>", "[甲|112 1]\n"},
        {"<table><tr><td>甲<td>112<a href='#n1'>1</a></table>", "[甲|112 1]\n"},
        {"<table><tr><td>甲<td>112<span style='vertical-align: super'>1</span></table>", "[甲|112 1]\n"},
        {"<table><tr><td>甲<td><a href='#'>112</a></table>", "[甲|112]\n"},
        {"<table><tr><td>甲<td><span style='text-decoration:line-through'>5</span>112</table>", "[甲|112]\n"},
        {"<table><tr><td>甲<td><span style='font-size: 0'>5</span>112</table>", "[甲|112]\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("rows are rows however they are tagged") {
    const auto example = GENERATE(values<Example>({
        {"<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", "[甲|1]\n[乙|2]\n"},
        {"<table><td>甲<td>1</table>", "[甲|1]\n"},
        {"<table><thead><tr><th>甲<th>1<tbody><tr><td>乙<td>2</table>", "[甲|1]\n[乙|2]\n"},
        {"<p>前</p><tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr><p>后</p>",
         "前\n[甲|1]\n[乙|2]\n后\n"},
        {"<table><tr><td>甲<td>1</table><tr><td>乙</td><td>2</td></tr></table><p>后</p>",
         "[甲|1]\n[乙|2]\n后\n"},
        {"<table><tr><td>甲<td>1<tr><td>&nbsp;<td></table>", "[甲|1]\n"},
        {"<table><caption>题</caption><tr><td>甲<td>1</table>", "题\n[甲|1]\n"},
        {"<pre>甲\t1\t\n乙\t\t2\n</pre>", "[甲|1]\n[乙||2]\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("a table that lays out the page is read as its contents") {
    const auto example = GENERATE(values<Example>({
        {"<table><tr><td>左<td><p>甲</p><table><tr><td>乙<td>1</table>丙</table>", "左\n甲\n[乙|1]\n丙\n"},
        {"<table><tr><td>甲</td></tr><tr><td>乙<br>丙</td></tr></table>", "甲\n乙\n丙\n"},
        {"<table><tr><td>甲<td><table><tr><td>5</table></table>", "[甲|5]\n"},
        {"<table><tr><td>甲<td>1<td>2<td>3<td>4<td>5<table><tr><td>乙<td>6</table>"
         "<tr><td>丙<td>7<td>8<td>9<td>0<td>1</table><p>后</p>",
         "[甲|1|2|3|4|5]\n[丙|7|8|9|0|1]\n[乙|6]\n后\n"},
    }));
    CHECK(print_html(example.page) == example.read);
}

TEST_CASE("prose in a cell is lines, and rows of figures around it stay rows") {
    std::string prose;
    for (int i = 0; i < 12; ++i) prose += "本年度公开工作有序推进。";
    const std::string page = "<table><tr><td colspan=3>" + prose + "</td></tr><tr><td>甲<td>1<td>2</tr>" +
                             "<tr><td colspan=3>六、其他需要报告的事项</td></tr></table>";
    CHECK(print_html(page) == prose + "\n[甲|1|2]\n六、其他需要报告的事项\n");
}

TEST_CASE("spans place the cells behind them, and no span reaches beyond its table") {
    const auto document =
        formats::read_html("<table>\n<tr><td rowspan=999999999>甲<td colspan=2>乙<td rowspan=2>丙</tr>\n"
                           "<tr><td>丁<td colspan=-3>戊</tr>\n<tr><td colspan=999999999>己<td>庚</table>");
    REQUIRE(document);
    const auto& rows = std::get<document::Table>(document->blocks.at(0)).rows;
    CHECK(std::get<document::Table>(document->blocks.at(0)).aligned);
    CHECK(rows[0][0].row_span == 3);
    CHECK(rows[0][1].column_span == 2);
    CHECK(rows[0][2].place == document::Place{2, 0, 1, 4});
    CHECK(rows[1][0].place == document::Place{3, 0, 2, 2});
    CHECK(rows[1][1].place == document::Place{3, 0, 2, 3});
    CHECK(rows[1][1].column_span == 1);
    CHECK(rows[2][0].place == document::Place{4, 0, 3, 2});
    CHECK(rows[2][0].column_span == 64);
}

TEST_CASE("the site around the article is left out") {
    const std::string own = "某县财政局2023年政府信息公开工作年度报告";
    const std::string other = "某县教育局2022年政府信息公开工作年度报告";
    const std::string links = "<ul><li><a href=x>" + other + "</a></li></ul>";
    const std::string menu = "<div>首页</div>" + links;
    const std::string page = menu + "<div><div><h1>" + own +
                             "</h1><div>发布时间：2024-01-18</div></div><div>" + article() +
                             "</div></div><div>" + other + "</div>" + links;
    CHECK(print_html(page) == own + "\n发布时间：2024-01-18\n" + printed_article());
}

TEST_CASE("a title that is broken over lines above the article is kept whole") {
    const std::string page =
        "<div>首页</div><div><p>某县财政局2023年政府信息公开</p><p>工作年度报告</p></div><div>" + article() +
        "</div>";
    CHECK(print_html(page) == "某县财政局2023年政府信息公开\n工作年度报告\n" + printed_article());
}

TEST_CASE("the article is kept wherever a site puts it") {
    const auto tag = GENERATE(values<std::string>({"header", "aside", "footer", "nav", "main", "form"}));
    CHECK(print_html("<" + tag + ">" + article() + "</" + tag + "><nav>站点</nav>") == printed_article());
}

TEST_CASE("an article that waits for a script is read where nothing else is there") {
    CHECK(print_html("<div>首页</div><div style='display:none'>" + article() + "</div>") ==
          printed_article());
    CHECK(print_html("<div>" + article() + "</div><div style='display:none'>" + article("<p>旧</p>") +
                     "</div>") == printed_article());
}

TEST_CASE("an end tag too many does not cut the article") {
    const std::string page = "<div><div>" + article() + "</div></div></div></div><p>某县财政局</p>";
    CHECK(print_html(page) == printed_article());
    const std::string early = "<div>一、总体情况</div><div>二、主动公开政府信息情况</div></div>"
                              "<div><p>三、收到和处理政府信息公开申请情况</p></div></div><p>末</p>";
    CHECK(print_html(early).ends_with("末\n"));
}

TEST_CASE("the page's own words about itself are metadata") {
    const auto document = formats::read_html(
        "<meta name='ARTICLETITLE' content=' 甲的报告 '><title>\n 甲的报告 - 某站\n</title>"
        "<meta name=PubDate content='2024-01-18 10:20'><meta name=ContentSource "
        "content=某县财政局><p>甲</p>");
    REQUIRE(document);
    CHECK(document->metadata == document::Metadata{"甲的报告", "某县财政局", "2024-01-18 10:20"});
    CHECK(document->media_type == "text/html");
    const auto plain = formats::read_html("<title> 乙的报告_某站 </title><p>乙</p>");
    REQUIRE(plain);
    CHECK(plain->metadata.title == "乙的报告_某站");
}
