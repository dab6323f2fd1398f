#include "formats/html_print.hpp"
#include "formats/mhtml_part.hpp"
#include "text/encoding.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::formats;

namespace {

std::string message(const std::string& boundary_line, const std::string& boundary, const std::string& parts) {
    return "From: saved\r\nMIME-Version: 1.0\r\nContent-Type: "
           "multipart/related;\r\n\ttype=\"text/html\";\r\n\t" +
           boundary_line + "\r\n\r\npreamble\r\n--" + boundary + "\r\n" + parts;
}

const std::string page =
    "Content-Type: text/html;\r\n charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>甲</p>";

} // namespace

TEST_CASE("the page of a message is found, whatever stands before it") {
    const std::string picture =
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBOR\r\n";
    const std::string inner = "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: "
                              "text/plain\r\n\r\n乙\r\n--in\r\n" +
                              page + "\r\n--in--\r\n";
    const auto whole = GENERATE_COPY(values<std::string>({
        message("boundary=\"--x y\"", "--x y", page + "\r\n----x y--\r\n"),
        message("boundary=xy", "xy", page + "\r\n--xy--\r\n"),
        message("BOUNDARY=xy; start=a", "xy", picture + "--xy\r\n" + page + "\r\n--xy--\r\n"),
        message("boundary=xy", "xy", page),                         // cut off
        message("boundary=out", "out", inner + "--out--\r\n"),      // nested
        message("boundary=in-out", "in-out", inner + "--in-out--"), // one boundary begins with the other
        page,                                                       // no multipart at all
    }));
    INFO(whole);
    const auto document = read_mhtml(whole);
    REQUIRE(document);
    CHECK(test::print(*document) == "甲\n");
    CHECK(document->media_type == "multipart/related");
    CHECK(document->encoding == "utf-8");
}

TEST_CASE("a message without a page is damaged") {
    const auto whole = GENERATE(
        values<std::string>({"", "Content-Type: multipart/related\r\n\r\n--x\r\n", "MIME-Version: 1.0",
                             message("boundary=x", "x", "Content-Type: image/png\r\n\r\n1\r\n--x--")}));
    const auto document = read_mhtml(whole);
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::damaged);
}

TEST_CASE("the charset of a part is found by its content, not by its label") {
    const std::string gb =
        "<p>\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xB9\xA4\xD7\xF7</p>"; // 政府信息公开工作
    const auto document = read_mhtml(
        message("boundary=x", "x", "Content-Type: text/html; charset=utf-8\r\n\r\n" + gb + "\r\n--x--"));
    REQUIRE(document);
    CHECK(test::print(*document) == "政府信息公开工作\n");
    CHECK(document->encoding == "gb18030");
}

TEST_CASE("quoted-printable is decoded, and left alone where it is none") {
    struct Example {
        const char* encoded;
        const char* decoded;
    };
    const auto example = GENERATE(values<Example>({{"=E7=94=B2", "甲"},
                                                   {"=e7=94=\r\n=b2", "甲"},
                                                   {"a=\n b", "a b"},
                                                   {"a=3D1 \t\r\nb", "a=1\nb"},
                                                   {"100=ZZ=4", "100=ZZ=4"},
                                                   {"", ""},
                                                   {"=", ""}}));
    CHECK(mhtml::from_quoted_printable(example.encoded) == example.decoded);
}

TEST_CASE("base64 is decoded across lines and without its padding") {
    CHECK(mhtml::from_base64("55S\r\ny5LmZ") == "甲乙");
    CHECK(mhtml::from_base64("55Sy\r\n") == "甲");
    CHECK(mhtml::from_base64("YQ==") == "a");
    CHECK(mhtml::from_base64("YQ") == "a");
    CHECK(mhtml::from_base64("YWI=") == "ab");
    CHECK(mhtml::from_base64("") == "");
}

TEST_CASE("a message made to exhaust the splitter ends") {
    std::string nested;
    for (int i = 0; i < 10'000; ++i)
        nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                  std::to_string(i) + "\r\n";
    CHECK_FALSE(read_mhtml(nested + page));
    std::string many = "Content-Type: multipart/related; boundary=x\r\n\r\n";
    for (int i = 0; i < 200'000; ++i) many += "--x\r\n";
    CHECK_FALSE(read_mhtml(many));
    CHECK_FALSE(read_mhtml("Content-Type: " + std::string(4 << 20, 'x')));
}
