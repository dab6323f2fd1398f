// Two steps: split() cuts what was typed into items at white space and quotes; Reader gives each item its
// role by what stands beside it.
#include "fts/query.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace nianbao::fts {
namespace {

struct QuotePair {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<QuotePair, 4> quote_pairs{{{"\"", "\""}, {"“", "”"}, {"「", "」"}, {"『", "』"}}};
constexpr std::array<std::string_view, 2> minus_signs{"-", "－"};
constexpr std::array<std::string_view, 2> stars{"*", "＊"};
constexpr std::array<std::string_view, 2> colons{":", "："};

/// The first of `signs` that `text` begins with; empty where it begins with none.
template<std::size_t Count>
std::string_view leading(std::string_view text, const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs)
        if (text.starts_with(sign)) return sign;
    return {};
}

template<std::size_t Count>
std::string_view trailing(std::string_view text, const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs)
        if (text.ends_with(sign)) return sign;
    return {};
}

/// Text between quotes, and where the text after them begins.
struct Quoted {
    std::string_view inside;
    std::size_t after = 0;
};

std::optional<Quoted> quoted_at(std::string_view typed, std::size_t at) {
    for (const QuotePair& quote : quote_pairs) {
        if (!typed.substr(at).starts_with(quote.open)) continue;
        const std::size_t begin = at + quote.open.size();
        const std::size_t end = typed.find(quote.close, begin);
        if (end != std::string_view::npos)
            return Quoted{typed.substr(begin, end - begin), end + quote.close.size()};
    }
    return std::nullopt;
}

std::size_t end_of_word(std::string_view typed, std::size_t at) {
    while (at < typed.size()) {
        const text::CodePoint c = text::decode_at(typed, at);
        if (text::is_space(c.value) || quoted_at(typed, at)) break;
        at += c.length;
    }
    return at;
}

std::size_t skip_spaces(std::string_view typed, std::size_t at) {
    while (at < typed.size()) {
        const text::CodePoint c = text::decode_at(typed, at);
        if (!text::is_space(c.value)) break;
        at += c.length;
    }
    return at;
}

enum class Role { text, either, both, without };

struct Item {
    std::string_view text; ///< without minus, quotes and star
    std::string_view raw;  ///< with them
    bool quoted = false;
    bool excluded = false;
    bool prefix = false;
    std::optional<Field> field;

    Role role() const {
        if (quoted || excluded || field) return Role::text;
        if (raw == "OR" || raw == "|" || raw == "||" || raw == "｜") return Role::either;
        if (raw == "AND") return Role::both;
        return raw == "NOT" ? Role::without : Role::text;
    }
};

/// Where the value of a field that is named at `at` begins; nullopt where no name stands there.
std::optional<std::size_t> value_of_field(std::string_view typed, std::size_t at, std::size_t end) {
    for (std::size_t colon = at; colon < end; ++colon) {
        const std::string_view sign = leading(typed.substr(colon), colons);
        if (sign.empty()) continue;
        const std::size_t value = colon + sign.size();
        const bool something = value < typed.size() && skip_spaces(typed, value) == value;
        return colon > at && something ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

/// Reads one item at `at`, which is no space, and moves `at` behind it.
Item read_item(std::string_view typed, std::size_t& at, const TakeField& take) {
    Item item;
    const std::size_t start = at;
    const std::string_view minus = leading(typed.substr(at), minus_signs);
    const bool dangling =
        at + minus.size() >= typed.size() || skip_spaces(typed, at + minus.size()) != at + minus.size();
    if (!minus.empty() && !dangling) {
        item.excluded = true;
        at += minus.size();
    }
    const auto quote = quoted_at(typed, at);
    if (quote) {
        item.quoted = true;
        item.text = quote->inside;
        at = quote->after;
        const std::string_view star = leading(typed.substr(at), stars);
        item.prefix = !star.empty();
        at += star.size();
    } else {
        const std::size_t end = end_of_word(typed, at);
        if (const auto value = take ? value_of_field(typed, at, end) : std::nullopt) {
            const std::string_view sign = trailing(typed.substr(0, *value), colons);
            Field field{std::string(typed.substr(at, *value - sign.size() - at)), {}, item.excluded};
            const auto value_quote = quoted_at(typed, *value);
            field.value =
                value_quote ? value_quote->inside : typed.substr(*value, end_of_word(typed, *value) - *value);
            if (take(field)) {
                item.field = std::move(field);
                at = value_quote ? value_quote->after : end_of_word(typed, *value);
                return item;
            }
        }
        item.text = typed.substr(at, end - at);
        at = end;
        const std::string_view star = trailing(item.text, stars);
        item.prefix = !star.empty();
        item.text.remove_suffix(star.size());
    }
    item.raw = typed.substr(start, at - start);
    return item;
}

std::vector<Item> split(std::string_view typed, const TakeField& take) {
    std::vector<Item> items;
    for (std::size_t at = skip_spaces(typed, 0); at < typed.size(); at = skip_spaces(typed, at))
        items.push_back(read_item(typed, at, take));
    return items;
}

/// What is typed again asks nothing more.
template<class T>
void keep_first_of_each(std::vector<T>& all) {
    std::vector<T> kept;
    for (T& one : all)
        if (std::ranges::find(kept, one) == kept.end()) kept.push_back(std::move(one));
    all = std::move(kept);
}

class Reader {
public:
    explicit Reader(std::vector<Item> items) : items_(std::move(items)) {}

    Query read() {
        for (at_ = 0; at_ < items_.size(); ++at_) read_one();
        for (AnyOf& any : query_.all) keep_first_of_each(any);
        keep_first_of_each(query_.all);
        keep_first_of_each(query_.none);
        return std::move(query_);
    }

private:
    const Item* next() const { return at_ + 1 < items_.size() ? &items_[at_ + 1] : nullptr; }
    bool operand_follows() const {
        return next() != nullptr && next()->role() == Role::text && !next()->field && phrase_of(*next());
    }
    bool wanted_follows() const { return operand_follows() && !next()->excluded; }

    static std::optional<Phrase> phrase_of(const Item& item) { return make_phrase(item.text, item.prefix); }

    void read_one() {
        const Item& item = items_[at_];
        if (item.field) {
            joinable_ = false;
            return;
        }
        switch (item.role()) {
        case Role::either:
            if (next() != nullptr && next()->role() == Role::either) return; // typed twice
            if (joinable_ && wanted_follows()) {
                query_.all.back().push_back(*phrase_of(items_[++at_]));
                return;
            }
            break;
        case Role::both:
            if (at_ > 0 && operand_follows()) {
                joinable_ = false;
                return;
            }
            break;
        case Role::without:
            if (wanted_follows()) {
                query_.none.push_back(*phrase_of(items_[++at_]));
                joinable_ = false;
                return;
            }
            break;
        case Role::text:
            break;
        }
        add(item);
    }

    void add(const Item& item) {
        auto phrase = phrase_of(item);
        if (!phrase) return;
        joinable_ = !item.excluded;
        if (item.excluded)
            query_.none.push_back(std::move(*phrase));
        else
            query_.all.push_back({std::move(*phrase)});
    }

    std::vector<Item> items_;
    std::size_t at_ = 0;
    bool joinable_ = false; // the last thing read was a phrase that OR can join
    Query query_;
};

std::string any_expression(std::span<const Phrase> phrases) {
    std::string any;
    for (const Phrase& phrase : phrases) {
        if (!any.empty()) any += " OR ";
        any += quoted(phrase.text);
        if (phrase.prefix) any += " *";
    }
    return phrases.size() > 1 ? "(" + any + ")" : any;
}

std::string held_to(std::span<const std::string_view> columns, const std::string& expression) {
    if (columns.empty()) return expression;
    std::string filter;
    for (const std::string_view column : columns) {
        if (!filter.empty()) filter += ' ';
        filter += quoted(column);
    }
    return "{" + filter + "} : (" + expression + ")";
}

} // namespace

std::vector<Phrase> Query::wanted() const {
    std::vector<Phrase> phrases;
    for (const AnyOf& any : all) phrases.insert(phrases.end(), any.begin(), any.end());
    return phrases;
}

Query parse_query(std::string_view typed, const TakeField& take) {
    return Reader(split(typed, take)).read();
}

std::string match_expression(const Query& query, std::span<const std::string_view> columns) {
    std::string all;
    for (const AnyOf& any : query.all) {
        if (!all.empty()) all += " AND ";
        all += any_expression(any);
    }
    if (!query.none.empty()) all = "(" + all + ") NOT " + any_expression(query.none);
    return held_to(columns, all);
}

std::string match_any(std::span<const Phrase> phrases, std::span<const std::string_view> columns) {
    return held_to(columns, any_expression(phrases));
}

} // namespace nianbao::fts
