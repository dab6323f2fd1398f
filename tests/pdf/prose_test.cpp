// Lines of text: their order, their indentation, their characters, and what is no text of the document.
#include "pdf/pdf.hpp"
#include "pdf_writer.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

document::Document read(const PdfWriter& pdf) {
    const auto document = pdf::read_pdf(pdf.bytes());
    REQUIRE(document);
    return *document;
}

std::vector<std::string> lines_of(const document::Document& document) {
    std::vector<std::string> lines;
    for (const document::Block& block : document.blocks) {
        if (const auto* line = std::get_if<document::Line>(&block)) lines.push_back(line->text);
    }
    return lines;
}

} // namespace

TEST_CASE("lines keep their order, their page and their indentation") {
    PdfWriter pdf;
    pdf.page();
    pdf.text(94, 100, 12, "本年度的工作情况分为下列各个方面，现在逐项报告如");
    pdf.text(70, 120, 12, "下，请予审查。这是一行完整的文字，它与上一行同样宽");
    pdf.page();
    pdf.text(70, 100, 12, "第二页的文字也是这样排列的，它的长度和上面的相同。");
    const document::Document document = read(pdf);
    CHECK(document.media_type == "application/pdf");
    CHECK(document.encoding.empty());
    CHECK(lines_of(document) ==
          std::vector<std::string>{"    本年度的工作情况分为下列各个方面，现在逐项报告如",
                                   "下，请予审查。这是一行完整的文字，它与上一行同样宽",
                                   "第二页的文字也是这样排列的，它的长度和上面的相同。"});
    CHECK(std::get<document::Line>(document.blocks[2]).place.page == 2);
}

TEST_CASE("radicals and compatibility ideographs become the characters that are meant") {
    PdfWriter pdf;
    pdf.text(70, 100, 12, "⾏政许可⻚⽂⽇⻓金年");
    CHECK(lines_of(read(pdf)) == std::vector<std::string>{"行政许可页文日长金年"});
}

TEST_CASE("the title of the info dictionary is metadata") {
    PdfWriter pdf;
    pdf.text(70, 100, 12, "文字");
    pdf.title("Annual report 2023");
    CHECK(read(pdf).metadata.title == "Annual report 2023");
}

TEST_CASE("page numbers and running lines are no text, and a figure in the text is no page number") {
    const auto mark = GENERATE(table<std::string, std::string>({{"- 1 -", "- 2 -"},
                                                                {"1", "2"},
                                                                {"第1页", "第2页"},
                                                                {"第 3 页 共 9 页", "第 4 页 共 9 页"},
                                                                {"1/2", "2/2"},
                                                                {"— 5 —", "— 6 —"}}));
    PdfWriter pdf;
    pdf.page();
    pdf.text(70, 40, 9, "某县档案馆");
    pdf.text(70, 100, 12, "第一页的正文，其中有12件。");
    pdf.text(70, 130, 12, "35");
    pdf.text(290, 810, 9, std::get<0>(mark));
    pdf.page();
    pdf.text(70, 40, 9, "某县档案馆");
    pdf.text(70, 100, 12, "第二页的正文。");
    pdf.text(290, 810, 9, std::get<1>(mark));
    const std::vector<std::string> lines = lines_of(read(pdf));
    CHECK(lines == std::vector<std::string>{"第一页的正文，其中有12件。", "35", "第二页的正文。"});
}

TEST_CASE("text set sideways reads as if the page were turned") {
    PdfWriter pdf;
    pdf.page();
    pdf.text(0, 0, 12, "转"); // so that its characters have a map
    pdf.text(0, 0, 12, "了");
    pdf.page();
    pdf.raw("BT /F 12 Tf 0 1 1 0 300 100 Tm <8F6C> Tj <4E86> Tj ET\n");
    const std::vector<std::string> lines = lines_of(read(pdf));
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.back() == "转了");
}

TEST_CASE("invisible text is what a recogniser read: the document is degraded") {
    PdfWriter pdf;
    pdf.raw("3 Tr\n");
    pdf.text(70, 100, 12, "识别出的文字");
    const document::Document document = read(pdf);
    CHECK(document.degraded);
    CHECK(lines_of(document) == std::vector<std::string>{"识别出的文字"});
}
