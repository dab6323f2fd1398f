#include "report/dispute_order.hpp"

#include "report/dispute_header.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace nianbao::report {

namespace {

constexpr std::size_t routes = 3;
constexpr std::size_t outcomes = dispute_block - 1;
constexpr std::size_t width = routes * dispute_block;

using Numbers = std::array<std::int64_t, width>;

std::optional<Numbers> numbers_of(std::span<const PrintedCell> fifteen) {
    if (fifteen.size() != width) return std::nullopt;
    Numbers numbers{};
    for (std::size_t i = 0; i < width; ++i) {
        const auto value = count_in(fifteen[i]);
        if (!value || *value < 0) return std::nullopt;
        numbers[i] = *value;
    }
    return numbers;
}

/// The values in words of four bits: 1 for the least, 0 for a cell that is not filled.
class Ranks {
public:
    explicit Ranks(const Numbers& numbers) : sorted_(numbers.begin(), numbers.end()) {
        std::sort(sorted_.begin(), sorted_.end());
        sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
    }
    std::uint64_t of(std::int64_t value) const {
        return static_cast<std::uint64_t>(std::lower_bound(sorted_.begin(), sorted_.end(), value) -
                                          sorted_.begin()) +
               1;
    }
    std::int64_t value(std::uint64_t rank) const { return sorted_[rank - 1]; }

private:
    std::vector<std::int64_t> sorted_;
};

/// The outcomes that the values printed so far fill, as ranks, block by block.
class Filled {
public:
    auto operator<=>(const Filled&) const = default;

    std::size_t count(std::size_t block) const {
        std::size_t filled = 0;
        while (filled < outcomes && outcome(block, filled) != 0) ++filled;
        return filled;
    }

    std::int64_t sum(std::size_t block, const Ranks& ranks) const {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < count(block); ++i) sum += ranks.value(outcome(block, i));
        return sum;
    }

    Filled with(std::size_t block, std::uint64_t rank) const {
        Filled more = *this;
        more.bits_ |= rank << shift(block, count(block));
        return more;
    }

private:
    static constexpr std::size_t rank_bits = 4;

    static std::size_t shift(std::size_t block, std::size_t index) {
        return (block * outcomes + index) * rank_bits;
    }
    std::uint64_t outcome(std::size_t block, std::size_t index) const {
        return bits_ >> shift(block, index) & ((1U << rank_bits) - 1);
    }

    std::uint64_t bits_ = 0;
};

/// Where the totals stand among the printed values, in the order of their routes.
using Totals = std::array<std::size_t, routes>;

/// True where no block lacks more outcomes than places are left before its total.
bool may_end(const Filled& filled, std::size_t next, const Totals& totals) {
    for (std::size_t block = 0; block < routes; ++block) {
        const std::size_t before = std::max(totals[block], next) - next; // places, those of other totals too
        if (filled.count(block) + before < outcomes) return false;
    }
    return true;
}

/// All ways to deal the values that are no totals out to the blocks, each block before its total.
std::vector<Filled> ways(const Numbers& printed, const Totals& totals, const Ranks& ranks) {
    std::vector<Filled> possible(1);
    for (std::size_t i = 0; i < width && !possible.empty(); ++i) {
        if (std::find(totals.begin(), totals.end(), i) != totals.end()) continue;
        std::vector<Filled> next;
        for (const Filled& filled : possible) {
            for (std::size_t block = 0; block < routes; ++block) {
                if (i > totals[block] || filled.count(block) == outcomes) continue;
                const Filled more = filled.with(block, ranks.of(printed[i]));
                const std::int64_t lacks = printed[totals[block]] - more.sum(block, ranks);
                const bool fits = lacks == 0 || (lacks > 0 && more.count(block) < outcomes);
                if (fits && may_end(more, i + 1, totals)) next.push_back(more);
            }
        }
        std::sort(next.begin(), next.end()); // equal values make equal ways
        next.erase(std::unique(next.begin(), next.end()), next.end());
        possible = std::move(next);
    }
    return possible;
}

Filled form_of(const Numbers& printed, const Ranks& ranks) {
    Filled filled;
    for (std::size_t i = 0; i < width; ++i) {
        if (i % dispute_block != outcomes) filled = filled.with(i / dispute_block, ranks.of(printed[i]));
    }
    return filled;
}

bool all_add_up(std::span<const PrintedCell> fifteen) {
    for (std::size_t i = 0; i < width; i += dispute_block) {
        if (adds_up(fifteen.subspan(i, dispute_block)) != true) return false;
    }
    return true;
}

} // namespace

std::optional<bool> adds_up(std::span<const PrintedCell> five) {
    std::int64_t sum = 0;
    for (const PrintedCell& cell : five.first(outcomes)) {
        const auto value = count_in(cell);
        if (!value) return std::nullopt;
        sum += *value;
    }
    const auto total = count_in(five[outcomes]);
    if (!total) return std::nullopt;
    return sum == *total;
}

bool adds_up_to_totals(std::span<const PrintedCell> fifteen) {
    for (std::size_t i = outcomes; i < width; i += dispute_block) {
        if (count_in(fifteen[i]).value_or(0) == 0) return false;
    }
    return all_add_up(fifteen);
}

bool only_the_forms_order_adds_up(std::span<const PrintedCell> fifteen) {
    const auto printed = numbers_of(fifteen);
    if (!printed || !all_add_up(fifteen)) return false;
    if (std::all_of(printed->begin(), printed->end(), [](std::int64_t value) { return value == 0; }))
        return true; // zeros are zeros in any order
    const Ranks ranks(*printed);
    const Filled of_the_form = form_of(*printed, ranks);
    // The totals are half of everything that is printed.
    const std::int64_t all = std::accumulate(printed->begin(), printed->end(), std::int64_t{0});
    Totals at{};
    for (at[0] = outcomes; at[0] < width; ++at[0]) {
        for (at[1] = at[0] + 1; at[1] < width; ++at[1]) {
            for (at[2] = at[1] + 1; at[2] < width; ++at[2]) {
                if (2 * ((*printed)[at[0]] + (*printed)[at[1]] + (*printed)[at[2]]) != all) continue;
                for (const Filled& way : ways(*printed, at, ranks)) {
                    if (way != of_the_form) return false;
                }
            }
        }
    }
    return true;
}

} // namespace nianbao::report
