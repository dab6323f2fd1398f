#include "formats/html_tokens.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace nianbao::formats::html {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_raw_text(std::string_view name) {
    constexpr auto raw = std::to_array<std::string_view>(
        {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
    return std::find(raw.begin(), raw.end(), name) != raw.end();
}

} // namespace

bool is_void(std::string_view name) {
    constexpr auto without_end = std::to_array<std::string_view>(
        {"br", "img", "input", "hr", "meta", "link", "col", "base", "area", "embed", "param", "source",
         "track", "wbr", "bgsound", "basefont", "frame", "keygen", "image"});
    return std::find(without_end.begin(), without_end.end(), name) != without_end.end();
}

bool Tokens::next(Token& token) {
    while (at_ < page_.size()) {
        begin_ = at_;
        const std::size_t open = std::min(page_.find('<', at_), page_.size());
        if (open > at_) {
            at_ = open;
            token = {Token::Kind::text, {}, page_.substr(begin_, open - begin_), 0};
            return true;
        }
        const std::string_view rest = page_.substr(at_);
        const bool end_tag = rest.size() > 2 && rest[1] == '/' && is_letter(rest[2]);
        if (end_tag || (rest.size() > 1 && is_letter(rest[1]))) {
            read_tag(token);
            return true;
        }
        if (skip_declaration()) continue;
        ++at_; // a < that is text
        token = {Token::Kind::text, {}, rest.substr(0, 1), 0};
        return true;
    }
    return false;
}

/// Comments, <!DOCTYPE>, <![if …]>, <?xml …?>, </ without a name: nothing of them is text.
bool Tokens::skip_declaration() {
    const std::string_view rest = page_.substr(at_);
    const auto pass = [&](std::string_view end, std::size_t from) {
        const std::size_t found = rest.find(end, from);
        at_ += found == std::string_view::npos ? rest.size() : found + end.size();
        return true;
    };
    if (rest.starts_with("<!-->")) return pass(">", 0);
    if (rest.starts_with("<!--->")) return pass(">", 0);
    if (rest.starts_with("<!--")) return pass("-->", 4);
    if (rest.starts_with("<!") || rest.starts_with("<?")) return pass(">", 2);
    if (rest.starts_with("</") && rest.size() > 2) return pass(">", 2);
    return false;
}

void Tokens::read_tag(Token& token) {
    token.kind = page_[at_ + 1] == '/' ? Token::Kind::end : Token::Kind::start;
    at_ += token.kind == Token::Kind::end ? 2 : 1;
    token.name.clear();
    token.attributes = 0;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
        constexpr std::size_t longest = 15; // of the names that matter; the rest is cut
        if (token.name.size() < longest) token.name += text::ascii_lower(page_[at_]);
        ++at_;
    }
    bool in_name = false;
    while (at_ < page_.size() && page_[at_] != '>') {
        const char c = page_[at_];
        if (is_space(c) || c == '/') {
            in_name = false;
        } else if (c == '=' && in_name) {
            in_name = false;
            ++at_;
            while (at_ < page_.size() && is_space(page_[at_])) ++at_;
            const bool quoted = at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'');
            const std::size_t end =
                quoted ? page_.find(page_[at_], at_ + 1) : page_.find_first_of(" \t\n\r\f>", at_);
            at_ = std::min(end, page_.size());
            if (!quoted || at_ == page_.size()) continue;
        } else if (!in_name) {
            in_name = true;
            ++token.attributes;
        }
        ++at_;
    }
    if (at_ < page_.size()) ++at_;
    token.text = page_.substr(begin_, at_ - begin_);
    if (token.kind == Token::Kind::start && is_raw_text(token.name)) skip_raw_text(token.name);
}

void Tokens::skip_raw_text(std::string_view name) {
    while (at_ < page_.size()) {
        at_ = page_.find("</", at_);
        if (at_ == std::string_view::npos) {
            at_ = page_.size();
            return;
        }
        const std::string_view tag = page_.substr(at_ + 2, name.size());
        if (std::equal(tag.begin(), tag.end(), name.begin(), name.end(),
                       [](char a, char b) { return text::ascii_lower(a) == b; }))
            return;
        at_ += 2;
    }
}

} // namespace nianbao::formats::html
