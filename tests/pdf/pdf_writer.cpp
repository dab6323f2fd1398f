#include "pdf_writer.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cstdio>

namespace nianbao::test {

namespace {

std::string number(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.3f", value);
    return buffer;
}

std::string hex(char32_t c) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%04X", static_cast<unsigned>(c) & 0xFFFFU);
    return buffer;
}

template<class Take>
void each_character(std::string_view utf8, const Take& take) {
    for (std::size_t i = 0; i < utf8.size();) {
        const text::CodePoint point = text::decode_at(utf8, i);
        take(point.value);
        i += point.length;
    }
}

std::string to_unicode(const std::vector<char32_t>& used) {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    constexpr std::size_t at_once = 100;
    for (std::size_t i = 0; i < used.size(); i += at_once) {
        const std::size_t end = std::min(used.size(), i + at_once);
        map += std::to_string(end - i) + " beginbfchar\n";
        for (std::size_t k = i; k < end; ++k) map += "<" + hex(used[k]) + "> <" + hex(used[k]) + ">\n";
        map += "endbfchar\n";
    }
    return map + "endcmap end end";
}

} // namespace

std::string pdf_stream(std::string_view entries, std::string_view data) {
    return "<< " + std::string(entries) + " /Length " + std::to_string(data.size()) + " >>\nstream\n" +
           std::string(data) + "\nendstream";
}

std::string pdf_file(const std::vector<std::string>& objects, std::string_view trailer_entries) {
    std::string file = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char entry[32];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
        table += entry;
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(file.size());
    return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R " +
           std::string(trailer_entries) + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

double PdfWriter::width(std::string_view utf8, double size) {
    double all = 0;
    each_character(utf8, [&](char32_t c) { all += c < 0x80 ? size / 2 : size; });
    return all;
}

PdfWriter::Content& PdfWriter::content() {
    if (pages_.empty()) page();
    return pages_.back();
}

void PdfWriter::text(double x, double base, double size, std::string_view utf8) {
    std::string codes;
    each_character(utf8, [&](char32_t c) {
        codes += hex(c);
        if (std::find(used_.begin(), used_.end(), c) == used_.end()) used_.push_back(c);
    });
    content().text += "BT /F " + number(size) + " Tf 1 0 0 -1 " + number(x) + " " + number(base) + " Tm <" +
                      codes + "> Tj ET\n";
}

void PdfWriter::line(double x0, double y0, double x1, double y1) {
    if (pen_ == Pen::thin_rectangle) {
        const double thick = 0.5;
        content().lines += number(std::min(x0, x1) - thick / 2) + " " + number(std::min(y0, y1) - thick / 2) +
                           " " + number(std::abs(x1 - x0) + thick) + " " + number(std::abs(y1 - y0) + thick) +
                           " re f\n";
    } else {
        content().lines +=
            "0.5 w " + number(x0) + " " + number(y0) + " m " + number(x1) + " " + number(y1) + " l S\n";
    }
}

void PdfWriter::raw(std::string_view operators) {
    content().lines += operators;
}

/// From the shown page's places to the file's units.
std::string PdfWriter::matrix() const {
    const double x = setup_.origin_x + setup_.crop;
    const double y = setup_.origin_y + setup_.crop;
    const double w = setup_.width;
    const double h = setup_.height;
    switch (setup_.rotate) {
    case 90:
        return "0 1 1 0 " + number(x) + " " + number(y) + " cm\n";
    case 180:
        return "-1 0 0 1 " + number(x + w) + " " + number(y) + " cm\n";
    case 270:
        return "0 -1 -1 0 " + number(x + h) + " " + number(y + w) + " cm\n";
    default:
        return "1 0 0 -1 " + number(x) + " " + number(y + h) + " cm\n";
    }
}

std::string PdfWriter::bytes() const {
    std::vector<std::string> objects(6);
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    objects[2] =
        "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 6 0 R >>";
    objects[3] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) "
                 "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [0 127 500] >>";
    objects[4] = "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 "
                 "/Descent -120 /CapHeight 700 /ItalicAngle 0 /StemV 80 >>";
    objects[5] = pdf_stream("", to_unicode(used_));
    const bool sideways = setup_.rotate % 180 != 0;
    const double width = sideways ? setup_.height : setup_.width;
    const double height = sideways ? setup_.width : setup_.height;
    const auto box = [&](double margin) {
        return "[" + number(setup_.origin_x + setup_.crop - margin) + " " +
               number(setup_.origin_y + setup_.crop - margin) + " " +
               number(setup_.origin_x + setup_.crop + width + margin) + " " +
               number(setup_.origin_y + setup_.crop + height + margin) + "]";
    };
    std::string kids;
    for (const Content& page : pages_) {
        const std::string number_of_page = std::to_string(objects.size() + 1);
        const std::string number_of_content = std::to_string(objects.size() + 2);
        const std::string number_of_form = std::to_string(objects.size() + 3);
        kids += number_of_page + " 0 R ";
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox " + box(setup_.crop) + " /CropBox " +
                          box(0) + " /Rotate " + std::to_string(setup_.rotate) +
                          " /Resources << /Font << /F 3 0 R >> " + "/XObject << /L " + number_of_form +
                          " 0 R >> >> /Contents " + number_of_content + " 0 R >>");
        const bool in_form = pen_ == Pen::form;
        objects.push_back(
            pdf_stream("", "q\n" + matrix() + (in_form ? "/L Do\n" : page.lines) + page.text + "Q"));
        objects.push_back(pdf_stream("/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000]",
                                     in_form ? page.lines : ""));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>";
    if (title_.empty()) return pdf_file(objects);
    objects.push_back("<< /Title (" + title_ + ") >>");
    return pdf_file(objects, "/Info " + std::to_string(objects.size()) + " 0 R");
}

} // namespace nianbao::test
