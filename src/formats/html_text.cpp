#include "formats/html_text.hpp"

#include "formats/html_page.hpp"
#include "formats/html_tokens.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace nianbao::formats::html {

namespace {

using document::Line;
using document::Place;
using document::Row;
using document::Table;

constexpr std::size_t most_blocks = 200'000; ///< lines and rows; a report has under 2,000

struct Entity {
    std::string_view name;
    char32_t value;
};

/// Those that are written in pages with Chinese text; any other stays as it stands.
constexpr auto entities = std::to_array<Entity>({{"nbsp", 0xA0},
                                                 {"amp", U'&'},
                                                 {"lt", U'<'},
                                                 {"gt", U'>'},
                                                 {"quot", U'"'},
                                                 {"ldquo", U'“'},
                                                 {"rdquo", U'”'},
                                                 {"lsquo", U'‘'},
                                                 {"rsquo", U'’'},
                                                 {"mdash", U'—'},
                                                 {"ndash", U'–'},
                                                 {"hellip", U'…'},
                                                 {"middot", U'·'},
                                                 {"emsp", 0x2003},
                                                 {"ensp", 0x2002}});

/// The character that `&name;` or `&#n;` at the beginning of `text` stands for, and the bytes it takes; 0
/// bytes where it is none.
text::CodePoint entity_at(std::string_view text) {
    constexpr std::size_t longest = 12;
    const std::size_t end = text.substr(0, longest).find_first_of("; &<\n", 1);
    if (end == std::string_view::npos) return {};
    const std::size_t length = text[end] == ';' ? end + 1 : end;
    std::string_view name = text.substr(1, end - 1);
    if (name.starts_with("#")) {
        const bool hex = name.starts_with("#x") || name.starts_with("#X");
        name.remove_prefix(hex ? 2 : 1);
        std::uint32_t value = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
        const bool character = value >= ' ' && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
        if (read.ec != std::errc() || read.ptr != name.data() + name.size() || !character) return {};
        return {static_cast<char32_t>(value), length};
    }
    const auto found =
        std::find_if(entities.begin(), entities.end(), [&](const Entity& one) { return one.name == name; });
    return found == entities.end() ? text::CodePoint{} : text::CodePoint{found->value, length};
}

bool is_inline(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"a",   "b",  "big", "em",  "font", "i",     "s",   "small", "span", "strike", "strong", "sub",
         "sup", "tt", "u",   "ins", "del",  "label", "img", "input", "wbr",  "nobr",   "code"});
    return std::find(names.begin(), names.end(), name) != names.end() || name.find(':') != std::string::npos;
}

class TextOnly {
public:
    explicit TextOnly(std::string_view page) : page_(page), tokens_(page) {
        document_.media_type = "text/html";
        document_.degraded = true;
    }

    Result<document::Document> read() {
        Token token;
        while (tokens_.next(token)) {
            if (document_.blocks.size() + rows_ > most_blocks) return page_too_large();
            if (token.kind == Token::Kind::text) {
                text(token.text);
            } else {
                tag(token);
            }
        }
        end_row();
        end_line();
        return std::move(document_);
    }

private:
    void text(std::string_view text) {
        if (skipped_) return;
        while (!text.empty()) {
            if (line_.empty()) line_begin_ = tokens_.offset();
            text::CodePoint point = text.front() == '&' ? entity_at(text) : text::CodePoint{};
            if (point.length == 0) {
                const std::size_t end = std::min(text.find('&', 1), text.size());
                collapse(text.substr(0, end));
                text.remove_prefix(end);
            } else {
                text::append(line_, point.value);
                text.remove_prefix(point.length);
            }
        }
    }

    void collapse(std::string_view text) {
        for (const char c : text) {
            const bool space = c == ' ' || (c >= '\t' && c <= '\r');
            if (!space) line_ += c;
            if (space && !line_.empty() && line_.back() != ' ') line_ += ' ';
        }
    }

    void tag(const Token& token) {
        const std::string_view name = token.name;
        const bool start = token.kind == Token::Kind::start;
        if (name == "script" || name == "style" || name == "textarea" || name == "title" ||
            name == "iframe") {
            skipped_ = start;
        } else if (name == "td" || name == "th") {
            end_cell();
            in_cell_ = start;
            if (start) in_row_ = true;
        } else if (name == "tr" || name == "table") {
            end_row();
            in_row_ = start && name == "tr";
        } else if (!is_inline(name) && !in_cell_) {
            end_line();
        } else if (!is_inline(name) && !line_.empty()) {
            std::string parted = std::exchange(line_, {});
            pieces_ += parted + "\n";
        }
    }

    Place place() {
        for (; counted_ < line_begin_; ++counted_) {
            if (page_[counted_] == '\n') ++line_number_;
        }
        Place place;
        place.line = line_number_;
        return place;
    }

    /// The cell's parts, which tags of blocks parted, in one.
    std::string whole_cell() {
        std::string whole;
        std::string parts = std::exchange(pieces_, {}) + std::exchange(line_, {});
        std::string_view rest = parts;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            join(whole, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return whole;
    }

    void end_cell() {
        if (!in_cell_) return end_line();
        row_.push_back({whole_cell(), place()});
        row_.back().place.column = static_cast<int>(row_.size());
        in_cell_ = false;
    }

    void end_row() {
        end_cell();
        if (!in_row_) return;
        in_row_ = false;
        Row row = std::exchange(row_, {});
        const bool blank =
            std::all_of(row.begin(), row.end(), [](const auto& cell) { return cell.text.empty(); });
        if (blank) return;
        if (document_.blocks.empty() || !std::holds_alternative<Table>(document_.blocks.back()))
            document_.blocks.emplace_back(Table{});
        std::get<Table>(document_.blocks.back()).rows.push_back(std::move(row));
        ++rows_;
    }

    void end_line() {
        const std::string line = std::exchange(line_, {});
        if (!text::trim(line).empty()) document_.blocks.emplace_back(Line{line, place()});
    }

    std::string_view page_;
    Tokens tokens_;
    document::Document document_;
    std::string line_;
    std::string pieces_; ///< of the cell, before line_
    Row row_;
    std::size_t rows_ = 0;
    std::size_t line_begin_ = 0; ///< offset into the page
    std::size_t counted_ = 0;
    int line_number_ = 1;
    bool in_row_ = false;
    bool in_cell_ = false;
    bool skipped_ = false;
};

} // namespace

Result<document::Document> read_text_only(std::string_view page) {
    return TextOnly(page).read();
}

Error page_too_large() {
    return {ErrorCode::too_large,
            {"网页超出大小上限", "the page is larger than the limit"},
            {"年度报告远小于此；请检查是不是选错了文件",
             "an annual report takes far less: is this the right file?"},
            ""};
}

} // namespace nianbao::formats::html
