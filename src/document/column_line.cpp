#include "document/column_line.hpp"

#include "text/number.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::document {

namespace {

using text::CodePoint;

/// The commonest values are told without reading them.
bool is_value(std::string_view piece) {
    if (piece.size() == 1 && piece.front() >= '0' && piece.front() <= '9') return true;
    if (!piece.empty() && text::is_common_han(text::decode_at(piece, 0).value)) return false;
    const auto only = [&](std::string_view mark) {
        std::string_view left = piece;
        while (left.starts_with(mark)) left.remove_prefix(mark.size());
        return left.empty();
    };
    if (only("/") || only("-") || only("—") || only("－") || only("／")) return true;
    return text::is_number(piece);
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

/// Reads one code point behind the other; U'\0' behind the last.
struct Reader {
    std::string_view text;
    std::size_t at = 0;

    char32_t peek() const { return at < text.size() ? text::decode_at(text, at).value : U'\0'; }
    void next() {
        if (at < text.size()) at += text::decode_at(text, at).length;
    }
    template<typename Test>
    int skip(Test test) {
        int count = 0;
        for (; at < text.size() && test(peek()); next()) ++count;
        return count;
    }
};

struct MarkAt {
    Mark mark = Mark::none;
    std::size_t length = 0; ///< bytes
};

MarkAt mark_at_begin(std::string_view piece) {
    const auto numeral = [](char32_t c) { return is_one_of(c, U"一二三四五六七八九十"); };
    constexpr int longest = 2;
    Reader reader{piece};
    const bool bracket = is_one_of(reader.peek(), U"(（");
    if (bracket) reader.next();
    const int numerals = reader.skip(numeral);
    const int digits = numerals == 0 ? reader.skip(text::is_digit) : 0;
    const int count = numerals + digits;
    if (count == 0 || count > longest) return {};
    if (!is_one_of(reader.peek(), bracket ? U")）" : U"、.．")) return {};
    reader.next();
    if (!bracket && digits > 0 && text::is_digit(reader.peek())) return {}; // 1.5
    const Mark mark = digits > 0 ? Mark::inner : bracket ? Mark::middle : Mark::outer;
    return {mark, reader.at};
}

int columns_of(CodePoint point, bool space, Unit unit) {
    const int width = unit == Unit::character ? 1 : text::width(point.value);
    return space ? std::max(1, width) : width;
}

/// The pieces of a line, in order.
std::vector<Piece> pieces_of(std::string_view line, Unit unit) {
    constexpr std::size_t most = 12; ///< of nearly all lines
    std::vector<Piece> pieces;
    pieces.reserve(most);
    int position = 0;
    std::size_t begin = 0;
    bool open = false;
    const auto close = [&](std::size_t end) {
        if (!open) return;
        pieces.back().text = line.substr(begin, end - begin);
        pieces.back().at.end = position;
        open = false;
    };
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint point = text::decode_at(line, i);
        const bool space = text::is_space(point.value);
        if (space) {
            close(i);
        } else if (!open) {
            pieces.push_back({{}, {position, position}, Mark::none, {}});
            begin = i;
            open = true;
        }
        position += columns_of(point, space, unit);
        i += point.length;
    }
    close(line.size());
    return pieces;
}

/// A mark printed apart from its word, `1. 属于国家秘密`, gets the word.
std::vector<Piece> with_marks_joined(const std::vector<Piece>& pieces) {
    std::vector<Piece> joined;
    joined.reserve(pieces.size());
    bool bare = false; // the piece before is nothing but a mark
    for (Piece piece : pieces) {
        const MarkAt found = mark_at_begin(piece.text);
        if (bare && found.mark == Mark::none && piece.at.begin - joined.back().at.end <= 1) {
            Piece& mark = joined.back();
            const char* const end = piece.text.data() + piece.text.size();
            mark.text = {mark.text.data(), static_cast<std::size_t>(end - mark.text.data())};
            mark.at.end = piece.at.end;
            bare = false;
            continue;
        }
        bare = found.mark != Mark::none && found.length == piece.text.size();
        piece.mark = found.mark;
        piece.numeral = piece.text.substr(0, found.length);
        joined.push_back(piece);
    }
    return joined;
}

} // namespace

bool is_empty(Extent extent) {
    return extent.begin >= extent.end;
}

Extent join(Extent a, Extent b) {
    if (is_empty(a)) return b;
    if (is_empty(b)) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

int overlap(Extent a, Extent b) {
    return std::max(0, std::min(a.end, b.end) - std::max(a.begin, b.begin));
}

ColumnLine column_line(std::string_view line, Unit unit) {
    ColumnLine read;
    std::vector<Piece> pieces = pieces_of(line, unit);
    auto first = pieces.end();
    while (first != pieces.begin() && is_value((first - 1)->text)) --first;
    read.two_rows =
        std::count_if(pieces.begin(), first, [](const Piece& piece) { return is_value(piece.text); }) > 1;
    read.values.assign(first, pieces.end());
    pieces.erase(first, pieces.end());
    read.labels = with_marks_joined(pieces);
    return read;
}

int last_piece_begin(std::string_view line, Unit unit) {
    int position = 0;
    int begin = 0;
    bool open = false;
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint point = text::decode_at(line, i);
        const bool space = text::is_space(point.value);
        if (!space && !open) begin = position;
        open = !space;
        position += columns_of(point, space, unit);
        i += point.length;
    }
    return begin;
}

bool ends_with_values(std::string_view line, std::size_t least) {
    for (std::size_t count = 0; count < least; ++count) {
        while (line.ends_with(' ')) line.remove_suffix(1);
        if (line.empty()) return false;
        std::size_t begin = line.size() - 1;
        if (line[begin] == '\t') return false; // no value ends with it
        while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != '\t') --begin;
        if (!is_value(line.substr(begin))) return false;
        line = line.substr(0, begin);
    }
    return line.find('\t') == std::string_view::npos;
}

} // namespace nianbao::document
