// A small writer of PDF for the tests: text at places, ruling lines in several styles, pages with an origin
// of their own and turned pages. Places are given in points from the upper left corner of the page as it is
// shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::test {

/// How ruling lines are painted; producers differ.
enum class Pen { stroke, thin_rectangle, form };
inline constexpr Pen all_pens[] = {Pen::stroke, Pen::thin_rectangle, Pen::form};

struct PageSetup {
    double width = 595;
    double height = 842;
    int rotate = 0;      ///< /Rotate of the page
    double origin_x = 0; ///< lower left corner of the media box
    double origin_y = 0;
    double crop = 0; ///< the media box is larger than the crop box by this at each side
};

class PdfWriter {
public:
    explicit PdfWriter(PageSetup setup = {}, Pen pen = Pen::stroke) : setup_(setup), pen_(pen) {}

    void page() { pages_.emplace_back(); }
    /// `x` is the left end, `base` the base line. Full characters are as wide as the size, ASCII half.
    void text(double x, double base, double size, std::string_view utf8);
    void line(double x0, double y0, double x1, double y1);
    /// Any operators.
    void raw(std::string_view operators);
    void title(std::string_view ascii) { title_ = ascii; }

    std::string bytes() const;

    static double width(std::string_view utf8, double size);

private:
    struct Content {
        std::string text;
        std::string lines;
    };
    std::string matrix() const;
    Content& content();

    PageSetup setup_;
    Pen pen_;
    std::vector<Content> pages_;
    std::vector<char32_t> used_;
    std::string title_;
};

/// Objects 1 … n, a cross-reference table and a trailer with the root 1.
std::string pdf_file(const std::vector<std::string>& objects, std::string_view trailer_entries = {});
std::string pdf_stream(std::string_view entries, std::string_view data);

} // namespace nianbao::test
