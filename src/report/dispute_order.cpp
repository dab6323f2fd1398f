#include "report/dispute_order.hpp"

#include "report/dispute_header.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
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
        if (!value) return std::nullopt;
        numbers[i] = *value;
    }
    return numbers;
}

/// The cells that the values printed so far fill, block by block.
struct Filled {
    Numbers cells{};
    std::array<std::size_t, routes> count{};

    auto operator<=>(const Filled&) const = default;

    /// True where the next value may be the next cell of the block: a total is the sum of its block, and
    /// comes behind the totals of the blocks before.
    bool may_take(std::size_t block, std::int64_t value) const {
        if (count[block] < outcomes) return true;
        if (count[block] > outcomes) return false;
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < outcomes; ++i) sum += cells[block * dispute_block + i];
        return sum == value && std::all_of(count.begin(), count.begin() + static_cast<std::ptrdiff_t>(block),
                                           [](std::size_t filled) { return filled == dispute_block; });
    }

    Filled with(std::size_t block, std::int64_t value) const {
        Filled next = *this;
        next.cells[block * dispute_block + next.count[block]++] = value;
        return next;
    }
};

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
    for (std::size_t i = 0; i < width; i += dispute_block) {
        const auto five = fifteen.subspan(i, dispute_block);
        if (adds_up(five) != true || count_in(five.back()).value_or(0) == 0) return false;
    }
    return true;
}

bool only_the_forms_order_adds_up(std::span<const PrintedCell> fifteen) {
    const auto printed = numbers_of(fifteen);
    if (!printed) return false;
    std::vector<Filled> possible(1);
    for (const std::int64_t value : *printed) {
        std::vector<Filled> next;
        for (const Filled& filled : possible) {
            for (std::size_t block = 0; block < routes; ++block) {
                if (filled.may_take(block, value)) next.push_back(filled.with(block, value));
            }
        }
        std::sort(next.begin(), next.end()); // equal values make equal ways
        next.erase(std::unique(next.begin(), next.end()), next.end());
        possible = std::move(next);
    }
    return possible.size() == 1 && possible.front().cells == *printed;
}

} // namespace nianbao::report
