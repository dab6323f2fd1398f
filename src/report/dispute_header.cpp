#include "report/dispute_header.hpp"

#include <array>
#include <set>
#include <string>
#include <utility>

namespace nianbao::report {

namespace {

constexpr std::size_t block = dispute_block;
constexpr std::size_t width = 3 * block;

/// Whether the words of `text` stand in the given order; absent where one is missing.
HeaderOrder order_of(std::string_view text, std::initializer_list<std::string_view> words) {
    std::size_t last = 0;
    bool missing = false;
    for (const std::string_view word : words) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) {
            missing = true;
        } else if (at < last) {
            return HeaderOrder::other;
        } else {
            last = at;
        }
    }
    return missing ? HeaderOrder::absent : HeaderOrder::normal;
}

} // namespace

// 维持 0, 纠正 1, 其他 2, 审结 3, 总计 4: each goes on from the one before it or begins a block.
bool results_in_order(std::string_view header) {
    constexpr std::array<std::string_view, 5> words = {"维持", "纠正", "其他", "审结", "总计"};
    std::size_t expected = 0;
    for (std::size_t at = 0; at < header.size(); ++at) {
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (!header.substr(at).starts_with(words[word])) continue;
            const bool next_block = word == 0 && expected >= 4;
            if (word != expected && !next_block) return false;
            expected = word + 1;
        }
    }
    return expected >= 4;
}

// Its cells are several lines high, so only within a line does order mean anything. Each line must fit into
// 维持 纠正 其他 审结 总计 three times over.
HeaderOrder header_order_by_lines(const std::vector<LabelPiece>& pieces) {
    constexpr auto words = std::to_array<std::pair<std::string_view, std::size_t>>(
        {{"维持", 0}, {"纠正", 1}, {"其他", 2}, {"尚未", 3}, {"审结", 3}, {"总计", 4}});
    std::set<std::size_t> seen;
    std::size_t line = 0;
    std::size_t position = 0; // of the next column that the line's next word may name
    std::set<std::size_t> in_line;
    std::string routes;
    for (const LabelPiece& piece : pieces) {
        routes += piece.folded;
        if (piece.strip != line) {
            position = 0;
            in_line.clear();
        }
        line = piece.strip;
        for (std::size_t at = 0; at < piece.folded.size(); ++at) {
            for (const auto& [word, index] : words) {
                if (!std::string_view(piece.folded).substr(at).starts_with(word)) continue;
                if (index == 3 && position > 0 && (position - 1) % block == 3) continue; // 尚未审结
                // The next block begins behind 总计, or where a word comes again.
                const bool next_block = position % block > index;
                if (next_block && in_line.count(index) == 0) return HeaderOrder::other;
                while (position % block != index) ++position;
                if (++position > width) return HeaderOrder::other;
                seen.insert(index);
                in_line.insert(index);
            }
        }
    }
    const HeaderOrder named = order_of(routes, {"行政复议", "行政诉讼"});
    const HeaderOrder blocks = order_of(routes, {"未经复议", "复议后起诉"});
    if (named == HeaderOrder::other || blocks == HeaderOrder::other) return HeaderOrder::other;
    const bool complete =
        named == HeaderOrder::normal && blocks == HeaderOrder::normal && seen.size() == block;
    return complete ? HeaderOrder::normal : HeaderOrder::absent;
}

HeaderOrder header_order(std::string_view header) {
    const HeaderOrder routes = order_of(header, {"行政复议", "行政诉讼", "未经复议", "复议后起诉"});
    const HeaderOrder results = order_of(header, {"维持", "纠正", "审结"});
    if (routes == HeaderOrder::other || results == HeaderOrder::other) return HeaderOrder::other;
    if (results == HeaderOrder::normal && !results_in_order(header)) return HeaderOrder::other;
    const bool complete = routes == HeaderOrder::normal && results == HeaderOrder::normal;
    return complete ? HeaderOrder::normal : HeaderOrder::absent;
}

} // namespace nianbao::report
