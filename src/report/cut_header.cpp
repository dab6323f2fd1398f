#include "report/cut_header.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>

namespace nianbao::report {

namespace {

constexpr std::size_t block = 5;
constexpr std::size_t columns = 3 * block;
constexpr std::size_t routes = 4;
constexpr std::size_t all_words = columns + routes;
using Words = std::array<std::u32string_view, block>;

constexpr Words results = {U"结果维持", U"结果纠正", U"其他结果", U"尚未审结", U"总计"};
constexpr std::u32string_view reconsideration = U"行政复议";
constexpr std::u32string_view litigation = U"行政诉讼";
constexpr std::u32string_view direct = U"未经复议直接起诉";
constexpr std::u32string_view after_reconsideration = U"复议后起诉";
constexpr std::size_t characters = 3 * 18 + 4 + 4 + 8 + 5;

std::u32string code_points(std::string_view utf8) {
    std::u32string points;
    for (std::size_t i = 0; i < utf8.size();) {
        const text::CodePoint point = text::decode_at(utf8, i);
        points += point.value == U'合' ? U'总' : point.value; // 合计
        i += point.length;
    }
    return points;
}

/// A word of the header and the middle of the columns that it spans, in halves.
struct Spanning {
    std::u32string_view word;
    int middle = 0;
};

/// The header as a body may have ordered it: the results of each block, the routes from left to right.
struct Arrangement {
    std::array<std::size_t, block> of_results{0, 1, 2, 3, 4};
    bool litigation_first = false;
    bool direct_last = false;

    /// Columns from left to right, then the routes as they are printed from left to right, the upper first.
    std::array<Spanning, all_words> words() const {
        std::array<Spanning, all_words> out;
        for (std::size_t i = 0; i < columns; ++i)
            out[i] = {results[of_results[i % block]], static_cast<int>(2 * i)};
        constexpr int of_block = static_cast<int>(2 * block);
        constexpr int middle = static_cast<int>(block) - 1; // of a block that begins at 0
        const int shift = litigation_first ? -of_block : 0;
        const Spanning two_blocks{litigation, of_block + middle + of_block / 2 + shift};
        const Spanning one_block{reconsideration, litigation_first ? 2 * of_block + middle : middle};
        out[columns] = litigation_first ? two_blocks : one_block;
        out[columns + 1] = litigation_first ? one_block : two_blocks;
        out[columns + 2] = {direct_last ? after_reconsideration : direct, of_block + middle + shift};
        out[columns + 3] = {direct_last ? direct : after_reconsideration, 2 * of_block + middle + shift};
        return out;
    }
};

/// Which words must end one behind the other as the lines are read.
struct EndsInOrder {
    bool results = false; ///< of each block
    bool routes = false;  ///< the upper two, the lower two
};

/// Deals the characters of lines out to words, in each line from left to right, so that every word is printed
/// from top to bottom and nothing is left.
class WordDealer {
public:
    WordDealer(const std::vector<std::u32string>& lines, const Arrangement& arrangement, EndsInOrder ends)
        : lines_(lines), words_(arrangement.words()), ends_(ends) {}

    bool deal() { return deal_from(0, 0, 0); }
    bool gave_up() const { return steps_ > most_steps; }

private:
    static constexpr std::size_t most_steps = 20'000;

    /// As deep as the header has characters, and these are counted before.
    bool deal_from(std::size_t line, std::size_t at, std::size_t last) {
        if (++steps_ > most_steps) return false;
        if (line == lines_.size()) return true;
        if (at == lines_[line].size()) return deal_from(line + 1, 0, 0);
        for (std::size_t to = 0; to < all_words; ++to) {
            const std::u32string_view word = words_[to].word;
            const bool goes_on = filled_[to] < word.size() && word[filled_[to]] == lines_[line][at];
            if (!goes_on || (at > 0 && !may_follow(last, to))) continue;
            ++filled_[to];
            const bool ends = filled_[to] == word.size();
            if ((!ends || may_end(to)) && deal_from(line, at + 1, to)) return true;
            --filled_[to];
        }
        return false;
    }

    /// Whether a character of `next` may stand right of one of `last` on a line. A route's name stands
    /// somewhere near the middle of its columns.
    bool may_follow(std::size_t last, std::size_t next) const {
        if (last == next) return true;
        const bool both_columns = last < columns && next < columns;
        constexpr int two_columns = 4;
        return both_columns ? last < next : words_[next].middle > words_[last].middle - two_columns;
    }

    bool may_end(std::size_t word) const {
        const bool result = word < columns;
        if (!(result ? ends_.results : ends_.routes)) return true;
        const bool first = result ? word % block == 0 : (word - columns) % 2 == 0;
        return first || filled_[word - 1] == words_[word - 1].word.size();
    }

    const std::vector<std::u32string>& lines_;
    std::array<Spanning, all_words> words_;
    EndsInOrder ends_;
    std::array<std::size_t, all_words> filled_{}; ///< characters that each word has
    std::size_t steps_ = 0;
};

bool deals(const std::vector<std::u32string>& lines, const Arrangement& arrangement, EndsInOrder ends = {}) {
    return WordDealer(lines, arrangement, ends).deal();
}

/// True where the lines can be told not to be in that arrangement.
bool cannot_be(const std::vector<std::u32string>& lines, const Arrangement& arrangement) {
    WordDealer dealer(lines, arrangement, {});
    return !dealer.deal() && !dealer.gave_up();
}

bool proves_results(const std::vector<std::u32string>& lines) {
    Arrangement other;
    if (deals(lines, other, {true, false})) return true;
    if (!deals(lines, other)) return false;
    while (std::next_permutation(other.of_results.begin(), other.of_results.end())) {
        if (!cannot_be(lines, other)) return false;
    }
    return true;
}

bool proves_routes(const std::vector<std::u32string>& lines) {
    if (deals(lines, {}, {false, true})) return true;
    return deals(lines, {}) && cannot_be(lines, {.litigation_first = true, .direct_last = false}) &&
           cannot_be(lines, {.litigation_first = false, .direct_last = true}) &&
           cannot_be(lines, {.litigation_first = true, .direct_last = true});
}

bool is_of_header(std::u32string_view line) {
    constexpr std::u32string_view of_words = U"结果维持纠正其他尚未审总计行政复议诉讼经直接起后";
    return !line.empty() && std::all_of(line.begin(), line.end(),
                                        [&](char32_t c) { return of_words.find(c) != of_words.npos; });
}

} // namespace

std::size_t cut_header_begin(const std::vector<Strip>& strips, std::size_t begin, std::size_t values) {
    std::size_t first = values;
    while (first > begin && !strips[first - 1].is_row() &&
           is_of_header(code_points(strips[first - 1].folded)))
        --first;
    return first;
}

bool cut_header_in_order(const std::vector<Strip>& strips, std::size_t begin, std::size_t end) {
    std::vector<std::u32string> lines;
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) {
        // A line of many words may have been cut into several strips.
        const bool same_line = i > begin && strips[i].place.line == strips[i - 1].place.line;
        if (!same_line) lines.emplace_back();
        const std::u32string points = code_points(strips[i].folded);
        lines.back() += points;
        count += points.size();
    }
    return count == characters && proves_results(lines) && proves_routes(lines);
}

} // namespace nianbao::report
