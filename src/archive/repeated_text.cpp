#include "archive/repeated_text.hpp"

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

Clauses::Clauses(std::string_view text) {
    std::string clause;
    const auto finish = [&] {
        if (clause.empty()) return;
        clauses_.push_back({std::hash<std::string>{}(clause), clause.size()});
        length_ += clause.size();
        clause.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::decode_at(text, at);
        if (parts_clauses(c.value))
            finish();
        else if (!text::is_digit(c.value) && !text::is_space(c.value))
            clause += text.substr(at, c.length);
        at += c.length;
    }
    finish();
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
