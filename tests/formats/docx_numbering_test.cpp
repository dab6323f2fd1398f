// Automatic numbers: headings are known by 一、 and （一）, which are often not in the text.
#include "docx_support.hpp"
#include "formats/docx_number_format.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

const std::string numbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"3\">" + level(0, "chineseCountingThousand", "%1、") +
    level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
    level(3, "decimal", "%1.%4", "<w:isLgl/>") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"4\">" +
    level(0, "bullet", "x") +
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"1\"/>"
    "</w:lvlOverride></w:num><w:num w:numId=\"5\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";

std::string item(int list, int depth, const std::string& text) {
    return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(depth) + "\"/><w:numId w:val=\"" +
                               std::to_string(list) + "\"/></w:numPr>");
}

} // namespace

TEST_CASE("automatic numbers are printed, and lower levels begin again") {
    const std::string body = item(1, 0, "总体情况") + item(1, 1, "主动公开") + item(1, 2, "甲") +
                             item(1, 2, "2023年") + item(1, 1, "监督保障") + item(1, 2, "乙") +
                             paragraph("插话") + item(1, 0, "其他") + item(1, 1, "丙") + item(1, 3, "丁") +
                             item(2, 0, "重新开始") + item(5, 0, "圆点");
    CHECK(read_body(body, {{"word/numbering.xml", numbering}}) ==
          Lines{"一、总体情况", "（一）主动公开", "1. 甲", "2. 2023年", "（二）监督保障", "1. 乙", "插话",
                "二、其他", "（一）丙", "2.1 丁", "一、重新开始", "圆点"});
}

TEST_CASE("a style puts its paragraphs into a list, and numId 0 takes one out") {
    const std::string styles = "<w:styles><w:style w:type=\"paragraph\" "
                               "w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                               "</w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:basedOn "
                               "w:val=\"base\"/></w:style></w:styles>";
    const std::string style = "<w:pStyle w:val=\"1\"/>";
    CHECK(read_body(paragraph("甲", style) + paragraph("", style) +
                        paragraph("乙", style + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                        paragraph("丙", style),
                    {{"word/numbering.xml", numbering}, {"word/styles.xml", styles}}) ==
          Lines{"一、甲", "", "乙", "三、丙"});
}

TEST_CASE("numbers are printed in their format") {
    const auto [format, value, wanted] = GENERATE(table<std::string, int, std::string>({
        {"decimal", 12, "12"},
        {"chineseCounting", 1, "一"},
        {"chineseCounting", 10, "十"},
        {"chineseCounting", 11, "十一"},
        {"chineseCountingThousand", 20, "二十"},
        {"japaneseCounting", 35, "三十五"},
        {"chineseCountingThousand", 105, "一百〇五"},
        {"chineseCountingThousand", 110, "一百一十"},
        {"ideographDigital", 10, "一〇"},
        {"chineseLegalSimplified", 3, "叁"},
        {"decimalEnclosedCircle", 2, "②"},
        {"decimalFullWidth", 12, "１２"},
        {"lowerLetter", 27, "aa"},
        {"upperLetter", 2, "B"},
        {"lowerRoman", 14, "xiv"},
        {"ideographTraditional", 2, "乙"},
        {"decimalZero", 7, "07"},
        {"somethingNew", 7, "7"},
        {"bullet", 7, ""},
        {"none", 7, ""},
        {"chineseCounting", 0, "0"},
    }));
    INFO(format << value);
    CHECK(formats::format_number(value, format) == wanted);
}
