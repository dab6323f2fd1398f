#include "pdf/pdf.hpp"

#include "pdf/assembler.hpp"
#include "pdf/characters.hpp"
#include "pdf/frames.hpp"
#include "pdf/grid.hpp"
#include "pdf/page_marks.hpp"
#include "pdf/rulings.hpp"
#include "pdf/turn.hpp"

#include <algorithm>

namespace nianbao::pdf {

namespace {

using document::Document;

constexpr int most_pages = 500;

Error too_many_pages(int pages) {
    return {ErrorCode::too_large,
            {"PDF 有 " + std::to_string(pages) + " 页，超过 " + std::to_string(most_pages) + " 页的上限",
             "the PDF has " + std::to_string(pages) + " pages; the limit is " + std::to_string(most_pages)},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

Error too_much_content() {
    return {ErrorCode::too_large,
            {"PDF 的页面内容超出上限", "the PDF's pages hold more than the limit"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

Error no_pages() {
    return {ErrorCode::damaged,
            {"PDF 文件已损坏：没有一页可读", "the PDF is damaged: no page can be read"},
            {"请重新下载", "download it again"},
            ""};
}

Error no_text() {
    return {
        ErrorCode::no_text_layer,
        {"PDF 没有文字层（扫描件）", "the PDF has no text layer (a scan)"},
        {"请先用 OCR 软件识别文字，再导入识别后的文件", "recognise its text first (OCR) and read the result"},
        ""};
}

/// A font whose characters have no Unicode comes as private-use and replacement characters.
bool is_legible(const std::vector<PageText>& texts, const std::vector<std::vector<Grid>>& grids) {
    std::size_t all = 0;
    std::size_t illegible = 0;
    const auto count = [&](const std::vector<PrintLine>& lines) {
        for (const PrintLine& line : lines) {
            for (const Glyph& glyph : line.glyphs) {
                const char32_t c = glyph.character;
                ++all;
                if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) ++illegible;
            }
        }
    };
    for (const PageText& text : texts) count(text.lines);
    for (const auto& of_page : grids) {
        for (const Grid& grid : of_page) {
            for (const GridCell& cell : grid.cells) count(cell.lines);
        }
    }
    return all > 0 && illegible * 2 < all;
}

/// Where the flush lines of the text begin.
double left_margin(const std::vector<PageText>& texts) {
    double widest = 0;
    for (const PageText& text : texts) {
        for (const PrintLine& line : text.lines) widest = std::max(widest, line.box.width());
    }
    double margin = 1e9;
    for (const PageText& text : texts) {
        for (const PrintLine& line : text.lines) {
            if (line.box.width() >= widest * 0.7) margin = std::min(margin, line.box.left);
        }
    }
    return margin;
}

struct Read {
    std::vector<PageText> texts;
    std::vector<std::vector<Grid>> grids;
    bool hidden_text = false;
};

void read_page(Page page, int number, Read& read) {
    read.hidden_text = read.hidden_text || page.hidden_text;
    turn_upright(page);
    const std::vector<Frame> frames = frames_of(std::move(page.rulings));
    std::vector<const Frame*> inner_first;
    for (const Frame& frame : frames) inner_first.push_back(&frame);
    std::stable_sort(inner_first.begin(), inner_first.end(), [](const Frame* a, const Frame* b) {
        return a->box.width() * a->box.height() < b->box.width() * b->box.height();
    });
    std::vector<Grid> grids;
    for (const Frame* frame : inner_first) {
        if (auto grid = grid_of(*frame, page.glyphs, number)) grids.push_back(*std::move(grid));
    }
    std::stable_sort(grids.begin(), grids.end(),
                     [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
    PageText text;
    text.height = page.height;
    text.body_top = grids.empty() ? page.height : grids.front().box.top;
    for (const Grid& grid : grids) text.body_bottom = std::max(text.body_bottom, grid.box.bottom);
    text.lines = lines_of(std::move(page.glyphs));
    read.texts.push_back(std::move(text));
    read.grids.push_back(std::move(grids));
}

} // namespace

Result<Document> read_pdf(std::string_view bytes) {
    Rulings rulings(bytes);
    auto characters = Characters::open(bytes);
    if (!characters) return characters.error();
    const int pages = characters->pages();
    if (pages > most_pages) return too_many_pages(pages);
    if (pages < 1) return no_pages();

    Read read;
    try {
        for (int i = 0; i < pages; ++i) {
            Page weighed;
            rulings.add_to(weighed, i); // first: it refuses what poppler would die of
            Page page = characters->page(i);
            page.rulings = std::move(weighed.rulings);
            page.hidden_text = weighed.hidden_text;
            read_page(std::move(page), i + 1, read);
        }
    } catch (const OverBudget&) {
        return too_much_content();
    }
    if (!is_legible(read.texts, read.grids)) return no_text();

    Document document;
    document.media_type = "application/pdf";
    document.metadata.title = characters->title();
    document.degraded = read.hidden_text;
    drop_page_marks(read.texts);
    Assembler assembler(document, left_margin(read.texts));
    for (int i = 0; i < pages; ++i) {
        const auto index = static_cast<std::size_t>(i);
        assembler.page(std::move(read.texts[index]), std::move(read.grids[index]), i + 1);
    }
    assembler.finish();
    return document;
}

} // namespace nianbao::pdf
