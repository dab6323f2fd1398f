// Paragraphs of a DOCX: what is printed is kept, what is not printed is left out.
#include "docx_support.hpp"

using namespace nianbao;
using namespace nianbao::test;

TEST_CASE("a paragraph is a line of what is printed") {
    const auto [xml, wanted] = GENERATE(table<std::string, std::string>({
        {"<w:r><w:t>总体</w:t></w:r><w:r><w:t>情况</w:t></w:r>", "总体情况"},
        {"<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>",
         "新增"},
        {"<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>",
         "移来"},
        {"<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"},
        {"<w:smartTag><w:smartTag><w:r><w:t>2023年</w:t></w:r></w:smartTag></w:smartTag>", "2023年"},
        {"<w:sdt><w:sdtPr><w:alias "
         "w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
         "控件"},
        {"<w:fldSimple w:instr=\" DATE \"><w:r><w:t>1月</w:t></w:r></w:fldSimple>", "1月"},
        {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
         "<w:r><w:t>不印</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>"
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>件</w:t></w:r>",
         "7件"},
        {"<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r>", "可见"},
        {"<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r>", "可见"},
        {"<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"},
        {"<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>", "3-5"},
        {"<w:r><w:sym w:font=\"Symbol\" w:char=\"F033\"/></w:r>", "3"},
        {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"F06C\"/><w:t>项</w:t></w:r>", "□项"},
        {"<w:r><w:t xml:space=\"preserve\">1</w:t></w:r><w:r><w:t> 2 </w:t></w:r>", "12"},
        {"<w:r><w:t xml:space=\"preserve\">1 </w:t></w:r><w:r><w:t>2</w:t></w:r>", "1 2"},
        {"<w:r><w:t><![CDATA[甲]]>乙</w:t></w:r>", "甲乙"},
        {"<w:r><w:t>1&#x200B;2&#xAD;3</w:t></w:r>", "123"},
        {"<w:r><w:t>正文</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"2\"/></w:r>",
         "正文"},
        {"<w:r><mc:AlternateContent><mc:Choice><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></"
         "mc:Fallback>"
         "</mc:AlternateContent></w:r>",
         "新"},
        {"<w:r><w:t>正文</w:t><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>99</w:t></w:r></w:p></"
         "w:txbxContent>"
         "</v:textbox></w:pict></w:r>",
         "正文"},
        {"<w:r><w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>翼</w:t></w:r></"
         "w:rubyBase></w:ruby></w:r>",
         "翼"},
    }));
    INFO(xml);
    CHECK(read_body("<w:p>" + xml + "</w:p>").at(0) == wanted);
}

TEST_CASE("digits of different kinds never become one number") {
    const auto [properties, wanted] = GENERATE(table<std::string, std::string>({
        {"<w:vertAlign w:val=\"superscript\"/>", "12 3"}, // a footnote's mark
        {"<w:position w:val=\"6\"/>", "12 3"},            // the same, raised by hand
        {"<w:position w:val=\"0\"/>", "123"},
        {"<w:rStyle w:val=\"mark\"/>", "12 3"}, // the same, raised by its style
        {"<w:rStyle w:val=\"mark\"/><w:vertAlign w:val=\"baseline\"/>", "123"},
        {"<w:strike/>", "12 3"}, // crossed out, and the new figure beside it
        {"<w:dstrike/>", "12 3"},
        {"<w:b/>", "123"},
    }));
    const std::string styles =
        "<w:styles><w:style w:type=\"character\" w:styleId=\"note\"><w:rPr><w:vertAlign "
        "w:val=\"superscript\"/></w:rPr></w:style><w:style w:type=\"character\" "
        "w:styleId=\"mark\"><w:basedOn "
        "w:val=\"note\"/></w:style></w:styles>";
    CHECK(read_body("<w:p><w:r><w:t>12</w:t></w:r><w:r><w:rPr>" + properties +
                        "</w:rPr><w:t>3</w:t></w:r></w:p>",
                    {{"word/styles.xml", styles}}) == Lines{wanted});
}

TEST_CASE("a linked mark of a note is no digit of the figure before it") {
    const std::string mark = GENERATE(
        "<w:hyperlink w:anchor=\"_ftn1\"><w:r><w:t>1</w:t></w:r></w:hyperlink>",
        "<w:hyperlink w:anchor=\"n\"><w:r><w:rPr><w:vertAlign "
        "w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>"
        "</w:hyperlink>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \\l \"_ftn1\" "
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    CHECK(read_body("<w:p><w:r><w:t>5</w:t></w:r>" + mark + "</w:p>") == Lines{"5 1"});
    CHECK(read_body("<w:p>" + mark + "<w:r><w:t>5</w:t></w:r></w:p>") == Lines{"1 5"});
}

TEST_CASE("a figure that is struck out whole is no number") {
    const std::string struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>35</w:t></w:r>";
    CHECK(read_body("<w:p>" + struck + "</w:p>") == Lines{"~~35~~"});
    CHECK(read_body("<w:p>" + struck + "<w:r><w:t>件</w:t></w:r></w:p>") == Lines{"~~35件~~"});
    CHECK(read_body(table("<w:tr>" + cell("<w:p>" + struck + "</w:p>" + paragraph("36")) +
                          cell(paragraph("x")) + "</w:tr>")) == Lines{"[~~35~~ 36|x]"});
    CHECK(read_body("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>删去的字</w:t></w:r></w:p>") ==
          Lines{"删去的字"});
}

TEST_CASE("a hidden row is no row") {
    CHECK(read_body(table(row({"a", "1"}) + row({"b", "2"}, "<w:hidden/>") +
                          row({"c", "3"}, "<w:hidden w:val=\"0\"/>"))) == Lines{"[a|1]", "[c|3]"});
}

TEST_CASE("a line break begins a new line, and every paragraph counts as one") {
    const auto document = formats::read_docx(
        docx("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r></w:p><w:p/>" +
             paragraph("丁")));
    REQUIRE(document);
    CHECK(printed(*document) == Lines{"甲", "乙", "丙", "", "丁"});
    CHECK(std::get<document::Line>(document->blocks.at(4)).place.line == 5);
}

TEST_CASE("a paragraph whose end was deleted goes on in the next") {
    CHECK(read_body(paragraph("行政", "<w:rPr><w:del/></w:rPr>") + paragraph("许可")) == Lines{"行政许可"});
}

TEST_CASE("an indented first line is indented") {
    CHECK(read_body(paragraph("甲", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>") +
                    paragraph("乙", "<w:ind w:firstLine=\"0\"/>")) == Lines{"　　甲", "乙"});
}

TEST_CASE("text boxes are read only where there is no other text") {
    const std::string box = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("框内") +
                            "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    CHECK(read_body(box) == Lines{"框内"});
    CHECK(read_body(box + paragraph("正文")) == Lines{"", "正文"});
}

TEST_CASE("prefixes are the producer's choice") {
    const auto document =
        formats::read_docx(docx_of_xml("<document "
                                       "xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/"
                                       "main\"><body><p><r><t>甲</t></r></p></body></document>"));
    REQUIRE(document);
    CHECK(printed(*document) == Lines{"甲"});
}

TEST_CASE("the text is found by its relationship, and the title in the properties") {
    const std::string rels = "<Relationships><Relationship Id=\"a\" "
                             "Type=\"http://x/relationships/officeDocument\" Target=\"/word/document2.xml\"/>"
                             "</Relationships>";
    const auto document = formats::read_docx(pack(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels", rels},
         {"docProps/core.xml", "<cp:coreProperties><dc:title> 某局年度报告 </dc:title></cp:coreProperties>"},
         {"word/document2.xml", document_xml(paragraph("甲"))}}));
    REQUIRE(document);
    CHECK(printed(*document) == Lines{"甲"});
    CHECK(document->metadata.title == "某局年度报告");
}

TEST_CASE("a part that declares GB18030 or UTF-16 is read") {
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("<document><body><p><r><t>12</t></r></p></body></document>")) {
        utf16 += c;
        utf16 += '\0';
    }
    const std::string gbk =
        "<?xml version=\"1.0\" "
        "encoding=\"GB18030\"?><document><body><p><r><t>\xBC\xD7\xD2\xD2</t></r></p></body></document>";
    CHECK(printed(*formats::read_docx(docx_of_xml(utf16))) == Lines{"12"});
    CHECK(printed(*formats::read_docx(docx_of_xml(gbk))) == Lines{"甲乙"});
}
