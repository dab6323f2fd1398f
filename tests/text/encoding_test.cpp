#include "text/encoding.hpp"

#include "support/files.hpp"

#include <catch2/catch.hpp>
#include <iconv.h>

using nianbao::ErrorCode;
using nianbao::text::decode;

namespace {

const std::string sentence =
    "清溪县自然资源局2023年政府信息公开工作年度报告，共收到申请12件，均在法定期限内答复。㐂𠮷\n";

/// The bytes of a UTF-8 text in another encoding, by the C library.
std::string encoded(std::string text, const char* to) {
    iconv_t handle = iconv_open(to, "UTF-8");
    std::string out(text.size() * 4, '\0');
    char* in = text.data();
    char* at = out.data();
    std::size_t in_left = text.size(), out_left = out.size();
    REQUIRE(iconv(handle, &in, &in_left, &at, &out_left) != static_cast<std::size_t>(-1));
    iconv_close(handle);
    out.resize(out.size() - out_left);
    return out;
}

} // namespace

TEST_CASE("text is decoded by what its bytes are, with and without a mark") {
    const auto [to, mark, name] =
        GENERATE(table<const char*, std::string, std::string>({{"UTF-8", "", "utf-8"},
                                                               {"UTF-8", "\xEF\xBB\xBF", "utf-8"},
                                                               {"GB18030", "", "gb18030"},
                                                               {"UTF-16LE", "\xFF\xFE", "utf-16le"},
                                                               {"UTF-16BE", "\xFE\xFF", "utf-16be"}}));
    const auto decoded = decode(mark + encoded(sentence, to));
    REQUIRE(decoded);
    CHECK(decoded->utf8 == sentence);
    CHECK(decoded->encoding == name);
}

TEST_CASE("UTF-16 without a mark is known by the zero bytes of its digits and line ends") {
    std::string report;
    for (int i = 0; i < 20; ++i) report += sentence + "0\n0\n0\n";
    CHECK(decode(encoded(report, "UTF-16LE"))->encoding == "utf-16le");
    CHECK(decode(encoded(report, "UTF-16BE"))->utf8 == report);
}

TEST_CASE("line ends become one kind and a character cut at the end of the file is dropped") {
    CHECK(decode("一\r\n二\r三\f四\r\n\f五")->utf8 == "一\n二\n三\n\f四\n\f五");
    CHECK(decode(sentence.substr(0, sentence.size() - 3))->encoding == "utf-8");
}

TEST_CASE("binary and garbled bytes are refused") {
    std::string noise;
    for (int i = 0; i < 600; ++i) noise += static_cast<char>((i * 197 + i / 7) % 256);
    CHECK(decode(noise).error().code == ErrorCode::unsupported_type);
    // A GB18030 text read as UTF-8 and saved again: half of it is U+FFFD written in GB18030.
    std::string garbled = "报告";
    for (int i = 0; i < 50; ++i) garbled += "\xFF\x9D\x81";
    CHECK_FALSE(decode(garbled));
}

TEST_CASE("an empty file is empty text") {
    CHECK(decode("")->utf8.empty());
}
