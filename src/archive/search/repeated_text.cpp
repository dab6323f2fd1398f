#include "archive/search/repeated_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace nianbao::archive {

namespace {

bool parts_clauses(char32_t c) {
    constexpr std::u32string_view marks = U"，。；：、！？,;:!?\n\r（）()《》“”\"「」";
    return marks.find(c) != std::u32string_view::npos;
}

} // namespace

std::vector<std::string> clauses_of(std::string_view text, std::size_t shortest) {
    std::vector<std::string> clauses;
    std::string clause;
    std::size_t length = 0;
    const auto finish = [&] {
        if (length >= shortest) clauses.push_back(clause);
        clause.clear();
        length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode_at(text, at);
        if (parts_clauses(c.value)) {
            finish();
        } else if (!text::is_digit(c.value) && !text::is_space(c.value)) {
            clause += text.substr(at, c.length);
            ++length;
        }
        at += c.length;
    }
    finish();
    return clauses;
}

Clauses::Clauses(std::string_view text) {
    for (const std::string& clause : clauses_of(text)) {
        clauses_.push_back({std::hash<std::string>{}(clause), clause.size()});
        length_ += clause.size();
    }
    std::ranges::sort(clauses_, {}, &Clause::hash);
}

double Clauses::share_with(const Clauses& other) const {
    if (length_ + other.length_ == 0) return 1;
    std::size_t common = 0;
    for (auto mine = clauses_.begin(), theirs = other.clauses_.begin();
         mine != clauses_.end() && theirs != other.clauses_.end();) {
        if (mine->hash == theirs->hash) {
            common += mine->length;
            ++mine;
            ++theirs;
        } else if (mine->hash < theirs->hash) {
            ++mine;
        } else {
            ++theirs;
        }
    }
    return 2 * static_cast<double>(common) / static_cast<double>(length_ + other.length_);
}

} // namespace nianbao::archive
