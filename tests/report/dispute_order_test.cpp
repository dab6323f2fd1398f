#include "report/dispute_order.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace nianbao;

namespace {

using Values = std::vector<int>;

std::vector<report::PrintedCell> cells_of(const Values& values) {
    std::vector<report::PrintedCell> cells;
    for (const int value : values) cells.push_back({std::to_string(value), {}});
    return cells;
}

/// Every reading of the values from `at` on, tried one by one.
void read_all(const Values& printed, std::size_t at, std::array<Values, 3>& blocks, std::set<Values>& found) {
    if (at == printed.size()) {
        Values reading;
        for (const Values& block : blocks) reading.insert(reading.end(), block.begin(), block.end());
        found.insert(reading);
        return;
    }
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        Values& block = blocks[k];
        if (block.size() == 5) continue;
        if (block.size() == 4) {
            const bool sum = block[0] + block[1] + block[2] + block[3] == printed[at];
            const bool in_order = (k == 0 || blocks[0].size() == 5) && (k < 2 || blocks[1].size() == 5);
            if (!sum || !in_order) continue;
        }
        block.push_back(printed[at]);
        read_all(printed, at + 1, blocks, found);
        block.pop_back();
    }
}

bool is_only_reading(const Values& printed) {
    std::array<Values, 3> blocks;
    std::set<Values> found;
    read_all(printed, 0, blocks, found);
    return found == std::set<Values>{printed};
}

Values with_totals(std::mt19937& random, const std::vector<int>& outcomes) {
    Values values;
    for (int block = 0; block < 3; ++block) {
        int sum = 0;
        const bool empty = random() % 3 == 0;
        for (int i = 0; i < 4; ++i) {
            values.push_back(empty ? 0 : outcomes[random() % outcomes.size()]);
            sum += values.back();
        }
        values.push_back(sum);
    }
    return values;
}

} // namespace

TEST_CASE("fifteen values of table 4 prove their order just where no shuffle of the blocks adds up") {
    std::mt19937 random(4);
    int proven = 0;
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        Values values = with_totals(random, {0, 0, 1, 2, 4, 9, 13, 27});
        if (round % 10 == 9) std::swap(values[random() % 15], values[random() % 15]);
        const bool only = is_only_reading(values);
        INFO("round " << round);
        CHECK(report::only_the_forms_order_adds_up(cells_of(values)) == only);
        proven += only ? 1 : 0;
    }
    CHECK(proven > rounds / 5);
    CHECK(proven < rounds);
}

TEST_CASE("outcomes printed before those of the block before are not read as if they were in order") {
    // 0 0 0 0 0, 0 1 2 13 16 and 1 0 0 9 10, the fourth outcomes behind the first three of the next block: it
    // adds up as it stands, too.
    CHECK_FALSE(
        report::only_the_forms_order_adds_up(cells_of({0, 0, 0, 0, 0, 1, 2, 0, 13, 16, 1, 0, 0, 9, 10})));
    CHECK(report::only_the_forms_order_adds_up(cells_of({3, 1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})));
}

TEST_CASE("marks, blanks and numbers below zero prove no order") {
    auto cells = cells_of({3, 1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    for (const char* raw : {"/", "", "-1"}) {
        cells[14].raw = raw;
        CHECK_FALSE(report::only_the_forms_order_adds_up(cells));
    }
}
