#include "formats/html_scan.hpp"

#include "formats/html_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace nianbao::formats::html {

namespace {

constexpr std::size_t most_depth = 2'000;
constexpr std::size_t most_attributes = 1'000; ///< of one tag
constexpr std::size_t most_tags = 400'000;
constexpr std::size_t most_attributes_in_all = 1'200'000;
constexpr std::size_t most_work = 300'000'000; ///< steps through open elements and attributes, about a second
constexpr std::size_t adoption = 10; ///< what a misplaced end tag costs, for each element that is unclosed
constexpr std::size_t comparing = 8; ///< formatting is compared with all open formatting of its name
constexpr std::size_t most_reopened = 400'000; ///< formatting elements that Gumbo would open again

enum class Class : std::uint8_t { other, formatting, closes_itself, row, cell, table, group };

Class class_of(std::string_view name) {
    constexpr auto formatting = std::to_array<std::string_view>(
        {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
    constexpr auto closes_itself =
        std::to_array<std::string_view>({"p", "li", "dt", "dd", "option", "optgroup"});
    const auto is_one_of = [&](const auto& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is_one_of(formatting)) return Class::formatting;
    if (is_one_of(closes_itself)) return Class::closes_itself;
    if (name == "table") return Class::table;
    if (name == "tr") return Class::row;
    if (name == "td" || name == "th") return Class::cell;
    if (name == "tbody" || name == "thead" || name == "tfoot") return Class::group;
    return Class::other;
}

/// Keeps the stack of open elements about as Gumbo will.
class Estimate {
public:
    void start(const Token& token) {
        work_ += token.attributes * token.attributes;
        attributes_ += token.attributes;
        if (token.attributes > most_attributes) wild_ = true;
        if (is_void(token.name)) return;
        const Class kind = class_of(token.name);
        work_ += open_.size() * (kind == Class::formatting ? comparing : 1);
        if (kind != Class::formatting && kind != Class::other) close_before(token.name, kind);
        if (tables_ == 0 && (kind == Class::row || kind == Class::cell)) stray_rows_ = true;
        if (kind == Class::table) ++tables_;
        const std::size_t look = kind == Class::formatting ? std::hash<std::string_view>()(token.text) : 0;
        open_.push_back({token.name, kind, look});
        reopen(kind);
    }

    void end(const Token& token) {
        work_ += open_.size();
        const Class kind = class_of(token.name);
        close(token.name, kind);
        reopen(kind);
    }

    void text(std::string_view text) {
        constexpr std::size_t work_of_entity = 40;
        work_ += work_of_entity * static_cast<std::size_t>(std::count(text.begin(), text.end(), '&'));
    }

    bool wild() const {
        return wild_ || open_.size() + unclosed_ > most_depth || work_ > most_work ||
               attributes_ > most_attributes_in_all || reopened_ > most_reopened;
    }
    bool stray_rows() const { return stray_rows_; }

private:
    struct Open {
        std::string name;
        Class kind;
        std::size_t look; ///< of a formatting element: Gumbo opens at most three of one look again
    };

    static bool is_inline(const Open& open) {
        constexpr auto names = std::to_array<std::string_view>(
            {"span", "sup", "sub", "label", "ins", "del", "q", "cite", "mark", "abbr"});
        return open.kind == Class::formatting || open.name.find(':') != std::string::npos ||
               std::find(names.begin(), names.end(), open.name) != names.end();
    }

    /// A cell ends the cell before it, a paragraph the paragraph before it unless a block stands between.
    void close_before(std::string_view name, Class kind) {
        if (kind == Class::closes_itself) {
            for (std::size_t i = open_.size(); i-- > 0;) {
                if (open_[i].name == name) return pop_to(i);
                if (!is_inline(open_[i])) return;
            }
            return;
        }
        const auto ends = [&](const Open& open) {
            return open.kind == Class::cell || (kind != Class::cell && open.kind == Class::row) ||
                   (kind == Class::group && open.kind == Class::group);
        };
        for (std::size_t i = open_.size(); i-- > 0 && open_[i].kind != Class::table;) {
            if (ends(open_[i])) pop_to(i);
        }
    }

    /// An end tag of inline markup closes no block: formatting alone goes, other markup stays open.
    void close(std::string_view name, Class kind) {
        const bool table_part =
            kind == Class::table || kind == Class::cell || kind == Class::row || kind == Class::group;
        bool block_between = false;
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i].name == name) {
                if (!block_between || !is_inline(open_[i])) return pop_to(i);
                if (kind == Class::formatting) open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
                return;
            }
            if (open_[i].kind == Class::table || (!table_part && open_[i].kind == Class::cell)) break;
            block_between = block_between || !is_inline(open_[i]);
        }
        if (kind != Class::formatting || unclosed_ == 0) return;
        --unclosed_;
        work_ += adoption * unclosed_;
    }

    void pop_to(std::size_t size) {
        for (std::size_t i = open_.size(); i-- > size;) {
            if (open_[i].kind == Class::table) --tables_;
            const bool by_another = i != size && open_[i].kind == Class::formatting;
            if (by_another && looks_[open_[i].look]++ < 3) ++unclosed_;
        }
        const bool cell = open_[size].kind == Class::cell;
        open_.resize(size);
        if (!cell) return;
        unclosed_ = 0; // what is not closed in a cell ends with it
        looks_.clear();
    }

    void reopen(Class kind) {
        if (kind != Class::formatting) reopened_ += unclosed_;
    }

    std::vector<Open> open_;
    std::unordered_map<std::size_t, int> looks_;
    std::size_t unclosed_ = 0;
    std::size_t reopened_ = 0;
    std::size_t tables_ = 0;
    std::size_t work_ = 0;
    std::size_t attributes_ = 0;
    bool wild_ = false;
    bool stray_rows_ = false;
};

} // namespace

Scan scan(std::string_view page) {
    Tokens tokens(page);
    Token token;
    Estimate estimate;
    for (std::size_t tags = 0; tokens.next(token);) {
        switch (token.kind) {
        case Token::Kind::text:
            estimate.text(token.text);
            if (token.text != "<") continue;
            break; // each is an error to Gumbo
        case Token::Kind::start:
            estimate.start(token);
            break;
        case Token::Kind::end:
            estimate.end(token);
            break;
        }
        if (++tags > most_tags || estimate.wild()) return {true, estimate.stray_rows()};
    }
    return {false, estimate.stray_rows()};
}

std::string with_tables_around_rows(std::string_view page) {
    Tokens tokens(page);
    Token token;
    std::string out;
    std::size_t copied = 0;
    std::size_t tables = 0; // that the page has open
    bool own = false;       // a table of ours is open
    bool in_row = false;
    const auto insert = [&](std::string_view tag) {
        out += page.substr(copied, tokens.offset() - copied);
        copied = tokens.offset();
        out += tag;
    };
    while (tokens.next(token)) {
        const bool start = token.kind == Token::Kind::start;
        const Class kind = token.kind == Token::Kind::text ? Class::other : class_of(token.name);
        if (kind == Class::table) {
            if (start && own && !in_row) insert("</table>");
            if ((start && !in_row) || (!start && tables == 0)) own = false;
            if (start) ++tables;
            if (!start && tables > 0) --tables;
        }
        if (tables > 0 || kind == Class::table) continue;
        const bool part = kind == Class::row || kind == Class::cell || kind == Class::group;
        const bool blank = token.kind == Token::Kind::text &&
                           token.text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (start && part && !own) {
            insert("<table>");
            own = true;
        } else if (own && !in_row && !part && !blank && (start || token.kind == Token::Kind::text)) {
            insert("</table>");
            own = false;
        }
        if (kind == Class::row || kind == Class::cell) in_row = start || kind == Class::cell;
    }
    out += page.substr(copied);
    return out;
}

} // namespace nianbao::formats::html
