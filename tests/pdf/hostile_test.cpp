// Files that mean harm, or were harmed: each ends in its error within the limits of the reader's process, and
// the process serves the next file.
#include "document/reader_process.hpp"
#include "pdf_writer.hpp"
#include "support/files.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using namespace nianbao;
using namespace nianbao::test;

namespace {

document::ReaderProcess& reader() {
    static document::ReaderProcess process(std::filesystem::path(NIANBAO_PROGRAMS) / "nianbao-pdf");
    return process;
}

std::string good_pdf() {
    PdfWriter pdf;
    pdf.text(70, 100, 12, "完好的文件");
    return pdf.bytes();
}

/// "document", or the name of the error.
std::string outcome(const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    const auto result = reader().read(document::FrameKind::read_pdf, bytes);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(45));
    const std::string name = result ? "document" : std::string(name_of(result.error().code));
    if (!result) CHECK_FALSE(result.error().message.en.empty());
    const auto next = reader().read(document::FrameKind::read_pdf, good_pdf());
    CHECK(next);
    return name;
}

/// Deflate with the fixed codes (RFC 1951, 3.2.6): `begin` byte by byte, then `length` bytes more that repeat
/// its last `period` bytes. Enough for a bomb.
class Deflater {
public:
    static std::string run(std::string_view begin, std::size_t period, std::size_t length) {
        Deflater out;
        out.bits(1, 1); // the last block
        out.bits(1, 2); // fixed codes
        for (const char c : begin) out.literal(static_cast<unsigned char>(c));
        for (std::size_t i = 0; i < length / longest; ++i) {
            out.code(0xC5, 8); // 285: 258 bytes
            out.distance(period);
        }
        out.code(0, 7);
        out.bits(0, 7);
        return "\x78\x9C" + out.bytes_ + "\1\2\3\4"; // the sum is wrong, and comes too late to matter
    }
    static constexpr std::size_t longest = 258;

private:
    void bits(unsigned value, int count) { // least first
        for (int i = 0; i < count; ++i) {
            byte_ |= ((value >> i) & 1U) << used_;
            if (++used_ < 8) continue;
            bytes_ += static_cast<char>(byte_);
            byte_ = 0;
            used_ = 0;
        }
    }
    void code(unsigned value, int count) { // a Huffman code: greatest first
        for (int i = count; i-- > 0;) bits(value >> i, 1);
    }
    void literal(unsigned c) { c < 144 ? code(0x30 + c, 8) : code(0x190 + c - 144, 9); }
    void distance(std::size_t period) {
        if (period == 1) return code(0, 5);
        code(7, 5); // 13 … 16
        bits(static_cast<unsigned>(period - 13), 2);
    }

    std::string bytes_;
    unsigned byte_ = 0;
    int used_ = 0;
};

/// 13 bits a repetition of 258 blanks: 13 bytes of the stream say the same again and again.
std::string folded_once(std::size_t length) {
    return Deflater::run(" ", 1, length);
}
std::string folded_twice(std::size_t length) {
    const std::string inner = folded_once(length);
    return Deflater::run(inner.substr(0, 64), 13, inner.size() - 64);
}

std::string page_with(const std::string& resources, const std::string& content_object,
                      const std::vector<std::string>& more = {}) {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                     "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
                                     "/Resources << " +
                                         resources + " >> >>",
                                     content_object};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdf_file(objects);
}

} // namespace

TEST_CASE("a file that is cut off or no PDF at all is damaged") {
    const std::string whole = good_pdf();
    CHECK(outcome("") == "damaged");
    CHECK(outcome("%PDF-1.5\n") == "damaged");
    CHECK(outcome(whole.substr(0, 300)) == "damaged");
    CHECK(outcome("%PDF-1.7\n" + std::string(10'000, 'x')) == "damaged");
}

TEST_CASE("a file cut off anywhere, or with broken bytes, is read or refused, and never the reader's end") {
    const std::string whole = good_pdf();
    for (std::size_t length = 0; length < whole.size(); length += 97) {
        const auto result = reader().read(document::FrameKind::read_pdf, whole.substr(0, length));
        if (!result) CHECK(result.error().message.en.find("crash") == std::string::npos);
    }
    for (std::size_t at = 20; at < whole.size(); at += 31) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x15);
        const auto result = reader().read(document::FrameKind::read_pdf, broken);
        if (!result) CHECK(result.error().message.en.find("crash") == std::string::npos);
    }
}

TEST_CASE("a file that asks for a password is encrypted") {
    CHECK(outcome(read_bytes(source_dir() / "fixtures/pdf/encrypted.pdf")) == "encrypted");
}

TEST_CASE("a page without text is a scan") {
    CHECK(outcome(page_with("", pdf_stream("", "q 0 0 100 100 re f Q"))) == "no_text_layer");
}

TEST_CASE("a page tree that loops is damaged") {
    const std::string file = pdf_file({"<< /Type /Catalog /Pages 2 0 R >>",
                                       "<< /Type /Pages /Kids [3 0 R] /Count 5 /Parent 3 0 R >>",
                                       "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>"});
    CHECK_THAT(outcome(file), Catch::Matchers::Equals("damaged") || Catch::Matchers::Equals("no_text_layer"));
}

TEST_CASE("pages without number are too large or damaged, and no more than five hundred are read") {
    const std::string lie =
        pdf_file({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 2147483648 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"});
    CHECK_THAT(outcome(lie), Catch::Matchers::Equals("damaged") || Catch::Matchers::Equals("too_large") ||
                                 Catch::Matchers::Equals("no_text_layer"));
    PdfWriter many;
    for (int i = 0; i < 501; ++i) {
        many.page();
        many.text(70, 100, 12, "页");
    }
    CHECK(outcome(many.bytes()) == "too_large");
}

TEST_CASE("forms that paint forms that paint forms are too large") {
    std::vector<std::string> levels;
    for (int i = 0; i < 12; ++i) {
        const std::string next = std::to_string(6 + i);
        std::string content;
        for (int k = 0; k < 10; ++k) content += "/X Do ";
        levels.push_back(
            pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X " +
                           next + " 0 R >> >>",
                       content));
    }
    levels.push_back(pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800]", "0 0 m 9 9 l S"));
    CHECK(outcome(page_with("/XObject << /X 5 0 R >>", pdf_stream("", "/X Do"), levels)) == "too_large");
}

TEST_CASE("a form that paints itself is passed over") {
    const std::string form =
        pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << "
                   "/X 5 0 R >> >>",
                   "/X Do /X Do");
    CHECK(outcome(page_with("/XObject << /X 5 0 R >>", pdf_stream("", "/X Do"), {form})) == "no_text_layer");
}

TEST_CASE("a stream that unfolds to hundreds of megabytes is too large, folded once or twice") {
    constexpr std::size_t size = 300U << 20;
    CHECK(outcome(page_with("", pdf_stream("/Filter /FlateDecode", folded_once(size)))) == "too_large");
    const std::string twice = folded_twice(size);
    REQUIRE(twice.size() < 50'000);
    CHECK(outcome(page_with("", pdf_stream("/Filter [/FlateDecode /FlateDecode]", twice))) == "too_large");
}

TEST_CASE("millions of operators are too large") {
    std::string content;
    for (int i = 0; i < 5'000'000; ++i) content += "q ";
    CHECK(outcome(page_with("", pdf_stream("", content))) == "too_large");
}

TEST_CASE("arrays in arrays without end do no harm") {
    const std::string deep(200'000, '[');
    CHECK_THAT(outcome(page_with("", pdf_stream("", deep + " TJ"))),
               Catch::Matchers::Equals("no_text_layer") || Catch::Matchers::Equals("damaged"));
    CHECK_THAT(outcome(page_with("/Deep " + deep, pdf_stream("", "q Q"))),
               Catch::Matchers::Equals("no_text_layer") || Catch::Matchers::Equals("damaged"));
}

TEST_CASE("a drawing of a hundred thousand lines is no table, and its text is read") {
    PdfWriter pdf;
    pdf.text(70, 100, 12, "图");
    std::string lines;
    for (int i = 0; i < 100'000; ++i) {
        const std::string y = std::to_string(i % 800) + "." + std::to_string(i % 7);
        lines += "0 " + y + " m 500 " + y + " l S " + y + " 0 m " + y + " 500 l S\n";
    }
    pdf.raw(lines);
    CHECK(outcome(pdf.bytes()) == "document");
}
