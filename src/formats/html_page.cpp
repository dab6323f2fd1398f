#include "formats/html_page.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::formats::html {

namespace {

constexpr std::string_view ascii_space = " \t\n\r\f";

/// An ideograph, kana or Chinese punctuation: what is set without spaces. Full-width digits are digits.
bool is_wide(char32_t c) {
    constexpr char32_t first_cjk = 0x2E80;
    constexpr std::u32string_view shared_punctuation = U"“”‘’…—·";
    if (text::is_digit(c)) return false;
    return c >= first_cjk || shared_punctuation.find(c) != std::u32string_view::npos;
}

char32_t last_of(std::string_view utf8) {
    return text::decode_before(utf8, utf8.size()).value;
}

std::string_view without_end_space(std::string_view utf8) {
    while (!utf8.empty() && text::is_space(last_of(utf8))) {
        utf8.remove_suffix(text::decode_before(utf8, utf8.size()).length);
    }
    return utf8;
}

} // namespace

void join(std::string& text, std::string_view next) {
    next = text::trim(next);
    if (!text.empty() && !next.empty() && !is_wide(last_of(text)) &&
        !is_wide(text::decode_at(next, 0).value)) {
        text += ' ';
    }
    text += next;
}

PageWriter::PageWriter(Page& page) : page_(page) {
    page_.boxes.emplace_back();
}

void PageWriter::open(Box box) {
    end_piece();
    after_break_ = false;
    box.parent = open_;
    box.first_piece = static_cast<std::uint32_t>(page_.pieces.size());
    open_ = static_cast<std::uint32_t>(page_.boxes.size());
    page_.boxes.push_back(box);
}

void PageWriter::close() {
    end_piece();
    after_break_ = false;
    Box& box = page_.boxes[open_];
    box.end = static_cast<std::uint32_t>(page_.boxes.size());
    box.end_piece = static_cast<std::uint32_t>(page_.pieces.size());
    open_ = box.parent;
}

void PageWriter::break_line() {
    end_piece();
    after_break_ = true;
}

void PageWriter::part() {
    if (piece_open_ && gap_ == Gap::none) gap_ = Gap::line_end;
}

void PageWriter::preformatted(bool inside) {
    end_piece();
    preformatted_ = inside;
}

void PageWriter::end_piece() {
    gap_ = Gap::none;
    if (!std::exchange(piece_open_, false)) return;
    piece_.text.resize(without_end_space(piece_.text).size());
    if (piece_.text.empty()) return;
    piece_.box = open_;
    piece_.after_break = std::exchange(after_break_, false);
    page_.pieces.push_back(std::exchange(piece_, {}));
}

void PageWriter::word(std::string_view utf8, int line) {
    const bool visible = !text::trim(utf8).empty();
    if (!piece_open_) {
        piece_ = Piece{{}, line, 0, false, true, preformatted_};
        piece_open_ = true;
    } else if (!piece_.text.empty() && gap_ != Gap::none) {
        // The source's own line end between two Chinese characters is no space.
        const bool parts =
            gap_ == Gap::space || !is_wide(last_of(piece_.text)) || !is_wide(text::decode_at(utf8, 0).value);
        if (parts) piece_.text += ' ';
    }
    gap_ = Gap::none;
    if (visible && !in_link_) piece_.link = false;
    piece_.text += utf8;
}

void PageWriter::text(std::string_view utf8, int line) {
    if (preformatted_) return preformatted_text(utf8, line);
    while (!utf8.empty()) {
        const std::size_t begin = utf8.find_first_not_of(ascii_space);
        const std::string_view space = utf8.substr(0, begin);
        for (const char c : space) {
            if (c == '\n') {
                ++line;
                gap_ = Gap::line_end;
            }
        }
        if (!space.empty() && gap_ == Gap::none) gap_ = Gap::space;
        if (begin == std::string_view::npos) return;
        utf8.remove_prefix(begin);
        const std::size_t end = std::min(utf8.find_first_of(ascii_space), utf8.size());
        word(utf8.substr(0, end), line);
        utf8.remove_prefix(end);
    }
}

void PageWriter::preformatted_text(std::string_view utf8, int line) {
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find('\n'), utf8.size());
        if (end != 0) word(utf8.substr(0, end), line);
        if (end == utf8.size()) return;
        utf8.remove_prefix(end + 1);
        ++line;
        end_piece();
    }
}

} // namespace nianbao::formats::html
