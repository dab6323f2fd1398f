#include "pdf/cell_kind.hpp"

#include "text/fold.hpp"
#include "text/number.hpp"
#include "text/utf8.hpp"

namespace nianbao::pdf {

std::string plain_text(const GridCell& cell) {
    std::string text;
    for (const PrintLine& line : cell.lines) text += text::without_spaces(line.text());
    return text;
}

bool is_value(const GridCell& cell) {
    if (cell.blank()) return false;
    const std::string text = plain_text(cell);
    return !text::holds_han(text) || text == "无" || text::parse_number(text).has_value();
}

bool begins_with_item_mark(const GridCell& cell) {
    const std::string text = text::fold(plain_text(cell)); // ① is 1 here
    constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十";
    std::size_t i = text.starts_with("(") ? 1 : 0;
    const std::size_t begin = i;
    while (i < text.size()) {
        const text::CodePoint point = text::decode_at(text, i);
        if (numerals.find(point.value) == std::u32string_view::npos) break;
        i += point.length;
    }
    if (i == begin) return false;
    const std::string_view behind = std::string_view(text).substr(i);
    return behind.starts_with(".") || behind.starts_with("、") || behind.starts_with(")");
}

bool is_label(const GridCell& cell) {
    return !cell.blank() && !is_value(cell);
}

} // namespace nianbao::pdf
