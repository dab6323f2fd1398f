#include "pdf/content_lexer.hpp"

#include <charconv>

namespace nianbao::pdf {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c) {
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' ||
           c == '/' || c == '%';
}

bool begins_number(std::string_view text) {
    const char c = text.front();
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
}

double number_of(std::string_view text) {
    bool negative = false;
    while (!text.empty() && (text.front() == '+' || text.front() == '-')) { // "--5" occurs
        negative = negative || text.front() == '-';
        text.remove_prefix(1);
    }
    double value = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return negative ? -value : value;
}

} // namespace

void ContentLexer::skip_blanks() {
    while (at_ < content_.size()) {
        if (is_blank(content_[at_])) {
            ++at_;
        } else if (content_[at_] == '%') {
            while (at_ < content_.size() && content_[at_] != '\n' && content_[at_] != '\r') ++at_;
        } else {
            return;
        }
    }
}

void ContentLexer::skip_string() {
    std::size_t depth = 0;
    while (at_ < content_.size()) {
        const char c = content_[at_++];
        if (c == '\\') {
            ++at_;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return;
        }
    }
}

void ContentLexer::skip_hexadecimal() {
    const std::size_t end = content_.find('>', at_);
    at_ = end == std::string_view::npos ? content_.size() : end + 1;
}

/// From behind ID to behind EI: its bytes may be anything.
void ContentLexer::skip_picture() {
    while (at_ < content_.size()) {
        const std::size_t end = content_.find("EI", at_);
        if (end == std::string_view::npos) break;
        const bool parted = end > 0 && is_blank(content_[end - 1]);
        at_ = end + 2;
        if (parted && (at_ >= content_.size() || is_blank(content_[at_]))) return;
    }
    at_ = content_.size();
}

std::string_view ContentLexer::regular() {
    const std::size_t begin = at_;
    while (at_ < content_.size() && !is_blank(content_[at_]) && !is_delimiter(content_[at_])) ++at_;
    return content_.substr(begin, at_ - begin);
}

ContentToken ContentLexer::next() {
    using Kind = ContentToken::Kind;
    skip_blanks();
    if (at_ >= content_.size()) return {};
    const char c = content_[at_];
    if (c == '(') {
        skip_string();
        return {Kind::other, 0, {}};
    }
    if (c == '<' && content_.substr(at_ + 1, 1) != "<") {
        skip_hexadecimal();
        return {Kind::other, 0, {}};
    }
    if (c == '/') {
        ++at_;
        return {Kind::name, 0, regular()};
    }
    if (is_delimiter(c)) {
        ++at_;
        return {Kind::other, 0, {}};
    }
    const std::string_view text = regular();
    if (begins_number(text)) return {Kind::number, number_of(text), {}};
    if (text == "ID") skip_picture();
    return {Kind::word, 0, text};
}

} // namespace nianbao::pdf
