#include "pdf/characters.hpp"

#include "pdf/ideographs.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace nianbao::pdf {

namespace {

Error damaged() {
    return {ErrorCode::damaged,
            {"PDF 文件已损坏，无法打开", "the PDF is damaged and cannot be opened"},
            {"请重新下载", "download it again"},
            ""};
}

Error encrypted() {
    return {ErrorCode::encrypted,
            {"PDF 文件已加密，需要密码", "the PDF is encrypted and asks for a password"},
            {"请先另存为不加密的 PDF", "save it without a password first"},
            ""};
}

std::string utf8_of(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

/// A character that prints nothing, or nothing that a reader can see.
bool is_blank(char32_t c) {
    return c <= 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || text::is_space(c);
}

/// Characters of one word as poppler joins them.
struct Word {
    std::vector<Glyph> glyphs;
    double font_size = 0;
    double height = 0;
};

Word word_of(const poppler::text_box& box) {
    Word word;
    if (box.has_font_info()) word.font_size = box.get_font_size();
    const std::string text = utf8_of(box.text());
    const int turned = box.rotation();
    std::size_t index = 0;
    for (std::size_t i = 0; i < text.size(); ++index) {
        const text::CodePoint point = text::decode_at(text, i);
        i += point.length;
        if (is_blank(point.value)) continue;
        const poppler::rectf place = box.char_bbox(index);
        word.glyphs.push_back({{std::min(place.left(), place.right()), std::min(place.top(), place.bottom()),
                                std::max(place.left(), place.right()), std::max(place.top(), place.bottom())},
                               unified(point.value),
                               turned});
    }
    if (!word.glyphs.empty()) word.height = word.glyphs.front().box.height();
    return word;
}

bool is_piled(const Word& word) {
    return word.glyphs.size() > 1 && word.glyphs.front().turned % 2 == 0 &&
           std::all_of(word.glyphs.begin(), word.glyphs.end(), [&](const Glyph& glyph) {
               return std::abs(glyph.box.left - word.glyphs.front().box.left) < 0.1;
           });
}

/// Characters that stand one below the other in a narrow cell come as one word with one box, its first
/// characters without width. Each gets its place again: two of them can belong to two cells.
void unpile(Word& word, double line_height) {
    std::vector<Glyph>& glyphs = word.glyphs;
    const Box box = glyphs.back().box;
    const double step = (word.height - line_height) / static_cast<double>(glyphs.size() - 1);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const double top = box.top + step * static_cast<double>(i);
        glyphs[i].box = {box.left, top, box.right, top + line_height};
    }
}

void unpile(std::vector<Word>& words) {
    std::map<long, double> heights; // of one line, by font size in hundredths
    const auto key = [](const Word& word) { return std::lround(word.font_size * 100); };
    for (const Word& word : words) {
        if (word.glyphs.empty() || word.glyphs.front().turned % 2 != 0) continue;
        const auto [at, first] = heights.emplace(key(word), word.height);
        if (!first) at->second = std::min(at->second, word.height);
    }
    for (Word& word : words) {
        if (!is_piled(word)) continue;
        const double line_height = heights.at(key(word));
        if (word.height > line_height * 1.15) unpile(word, line_height);
    }
}

/// Two lines that come as one word are read across: what they say cannot be told, and must not look like one
/// number. The characters stay, apart from each other.
void set_apart(Word& word) {
    std::vector<Glyph>& glyphs = word.glyphs;
    bool jumbled = false;
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
        const double back = glyphs[i - 1].box.left - glyphs[i].box.left;
        jumbled = jumbled || back > 0.5 * glyphs[i].box.width();
    }
    if (!jumbled || glyphs.front().turned != 0) return;
    for (Glyph& glyph : glyphs) glyph.box.right = glyph.box.left + 0.1 * glyph.box.width();
}

/// Type 3 fonts come with boxes of twice their height. Full characters tell how high a line is.
void lower_boxes(std::vector<Glyph>& glyphs) {
    constexpr double highest = 1.6;     // ems; what honest fonts say is below
    constexpr double above_base = 0.73; // part of poppler's box for a font that tells no ascent
    std::vector<double> ratios;
    for (const Glyph& glyph : glyphs) {
        const bool full = text::width(glyph.character) == 2 && glyph.turned % 2 == 0;
        if (full && glyph.box.width() > 1) ratios.push_back(glyph.box.height() / glyph.box.width());
    }
    if (ratios.empty()) return;
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    if (*middle <= highest) return;
    for (Glyph& glyph : glyphs) {
        if (glyph.turned % 2 != 0) continue;
        const double em = glyph.box.height() / *middle;
        const double base = glyph.box.top + above_base * glyph.box.height();
        glyph.box.top = base - 0.88 * em;
        glyph.box.bottom = base + 0.12 * em;
    }
}

} // namespace

struct Characters::File {
    std::unique_ptr<poppler::document> document;
};

Characters::Characters(std::unique_ptr<File> file) : file_(std::move(file)) {}
Characters::Characters(Characters&& other) noexcept = default;
Characters::~Characters() = default;

Result<Characters> Characters::open(std::string_view bytes) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return damaged();
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    auto file = std::make_unique<File>();
    file->document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!file->document) return damaged();
    if (file->document->is_locked()) return encrypted();
    return Characters(std::move(file));
}

int Characters::pages() const {
    return file_->document->pages();
}

std::string Characters::title() const {
    return std::string(text::trim(utf8_of(file_->document->get_title())));
}

Page Characters::page(int index) const {
    Page page;
    const std::unique_ptr<poppler::page> source(file_->document->create_page(index));
    if (!source) return page;
    const poppler::rectf shown = source->page_rect(poppler::crop_box);
    page.width = shown.width();
    page.height = shown.height();
    const auto orientation = source->orientation();
    if (orientation == poppler::page::landscape || orientation == poppler::page::seascape)
        std::swap(page.width, page.height);
    std::vector<Word> words;
    for (const poppler::text_box& box : source->text_list()) words.push_back(word_of(box));
    if (std::any_of(words.begin(), words.end(), is_piled)) {
        words.clear(); // with font sizes it takes twice the time: only where they are needed
        for (const poppler::text_box& box : source->text_list(poppler::page::text_list_include_font))
            words.push_back(word_of(box));
        unpile(words);
    }
    for (Word& word : words) set_apart(word);
    for (Word& word : words) page.glyphs.insert(page.glyphs.end(), word.glyphs.begin(), word.glyphs.end());
    lower_boxes(page.glyphs);
    return page;
}

} // namespace nianbao::pdf
