// Integers are four bytes, little-endian; a text is its length and its bytes; a list is its length and its
// items.
#include "document/codec.hpp"

#include "text/utf8.hpp"

#include <cstdint>

namespace nianbao::document {

namespace {

/// Lines, pages, rows, columns and spans: far more than any limit lets through, far from overflow.
constexpr std::uint32_t largest_place = 1U << 28;

enum class BlockKind : std::uint32_t { line, table };

class Writer {
public:
    void number(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(value >> shift & 0xFF);
    }
    void number(int value) { number(static_cast<std::uint32_t>(value)); }
    void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view text) {
        size(text.size());
        bytes_ += text;
    }
    void place(const Place& place) {
        number(place.line);
        number(place.page);
        number(place.row);
        number(place.column);
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads zeros and empty texts behind the end, and says at last that it was wrong.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        if (rest_.size() < 4) {
            fail();
            return 0;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(rest_[i]);
        rest_.remove_prefix(4);
        return value;
    }
    int place_number() {
        const std::uint32_t value = number();
        if (value > largest_place) {
            fail();
            return 0;
        }
        return static_cast<int>(value);
    }
    int span() {
        const int value = place_number();
        if (value == 0) fail();
        return value;
    }
    std::string text() {
        const std::uint32_t length = number();
        if (length > rest_.size()) {
            fail();
            return {};
        }
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        if (!text::is_valid(text)) fail();
        return text;
    }
    Place place() {
        Place place;
        place.line = place_number();
        place.page = place_number();
        place.row = place_number();
        place.column = place_number();
        return place;
    }
    /// The items of a list; each takes at least four bytes, so a length beyond that is a lie.
    template<class Item>
    void list(const Item& item) {
        const std::uint32_t length = number();
        if (length > rest_.size() / 4) return fail();
        for (std::uint32_t i = 0; i < length && whole_; ++i) item();
    }
    bool whole() const { return whole_ && rest_.empty(); }
    void fail() {
        whole_ = false;
        rest_ = {};
    }

private:
    std::string_view rest_;
    bool whole_ = true;
};

void write_table(Writer& out, const Table& table) {
    out.number(table.aligned ? 1 : 0);
    out.size(table.rows.size());
    for (const Row& row : table.rows) {
        out.size(row.size());
        for (const Cell& cell : row) {
            out.text(cell.text);
            out.place(cell.place);
            out.number(cell.column_span);
            out.number(cell.row_span);
        }
    }
}

Table read_table(Reader& in) {
    Table table;
    table.aligned = in.number() == 1;
    in.list([&] {
        Row& row = table.rows.emplace_back();
        in.list([&] {
            Cell& cell = row.emplace_back();
            cell.text = in.text();
            cell.place = in.place();
            cell.column_span = in.span();
            cell.row_span = in.span();
        });
    });
    return table;
}

Line read_line(Reader& in) {
    Line line;
    line.text = in.text();
    line.place = in.place();
    return line;
}

} // namespace

std::string encode(const Document& document) {
    Writer out;
    out.text(document.media_type);
    out.text(document.encoding);
    out.text(document.metadata.title);
    out.text(document.metadata.publisher);
    out.text(document.metadata.published);
    out.number(document.degraded ? 1 : 0);
    out.size(document.blocks.size());
    for (const Block& block : document.blocks) {
        if (const auto* line = std::get_if<Line>(&block)) {
            out.number(static_cast<std::uint32_t>(BlockKind::line));
            out.text(line->text);
            out.place(line->place);
        } else {
            out.number(static_cast<std::uint32_t>(BlockKind::table));
            write_table(out, std::get<Table>(block));
        }
    }
    return out.take();
}

std::optional<Document> decode_document(std::string_view bytes) {
    Reader in(bytes);
    Document document;
    document.media_type = in.text();
    document.encoding = in.text();
    document.metadata.title = in.text();
    document.metadata.publisher = in.text();
    document.metadata.published = in.text();
    document.degraded = in.number() == 1;
    in.list([&] {
        const std::uint32_t kind = in.number();
        if (kind == static_cast<std::uint32_t>(BlockKind::line)) {
            document.blocks.emplace_back(read_line(in));
        } else if (kind == static_cast<std::uint32_t>(BlockKind::table)) {
            document.blocks.emplace_back(read_table(in));
        } else {
            in.fail();
        }
    });
    if (!in.whole()) return std::nullopt;
    return document;
}

std::string encode(const Error& error) {
    Writer out;
    out.number(static_cast<std::uint32_t>(error.code));
    for (const std::string* text :
         {&error.message.zh, &error.message.en, &error.hint.zh, &error.hint.en, &error.where})
        out.text(*text);
    return out.take();
}

std::optional<Error> decode_error(std::string_view bytes) {
    Reader in(bytes);
    const std::uint32_t code = in.number();
    if (code > static_cast<std::uint32_t>(ErrorCode::not_readable)) return std::nullopt;
    Error error{static_cast<ErrorCode>(code), {}, {}, {}};
    for (std::string* text :
         {&error.message.zh, &error.message.en, &error.hint.zh, &error.hint.en, &error.where})
        *text = in.text();
    if (!in.whole()) return std::nullopt;
    return error;
}

} // namespace nianbao::document
