// Random figures rendered into every layout and read back: what is printed is what is read, in every cell.
#include "document/reader.hpp"
#include "report/parse.hpp"
#include "support/layouts.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace nianbao;
using namespace nianbao::report;
using nianbao::test::Layout;
using nianbao::test::Print;

namespace {

std::string shown(const Figure* figure) {
    if (!figure) return "missing";
    return figure->value ? figure->value->to_string() : std::string(name_of(figure->state));
}

/// Every cell as text, so that a failure shows which one differs.
std::map<std::string, std::string> cells_of(const Report& report) {
    std::map<std::string, std::string> cells;
    for (const TableKind table : all_tables) {
        if (!report.table(table)) continue;
        for (const FigureRow& row : report.table(table)->rows) {
            for (const Figure& figure : row.cells) {
                cells[std::string(name_of(table)) + "." + std::string(row.code) + "." +
                      std::string(figure.column)] = shown(&figure);
            }
        }
    }
    return cells;
}

/// Only the cells that differ, "cell: read, not printed".
std::vector<std::string> differences(const Report& read, const Report& wanted) {
    std::vector<std::string> lines;
    const auto got = cells_of(read);
    const auto truth = cells_of(wanted);
    for (const auto& [cell, value] : truth) {
        const auto found = got.find(cell);
        const std::string have = found == got.end() ? "missing" : found->second;
        if (have != value) lines.push_back(cell + ": " + have + ", not " + value);
    }
    for (const auto& [cell, value] : got) {
        if (!truth.count(cell)) lines.push_back(cell + ": " + value + ", not in the document");
    }
    return lines;
}

bool blanks_are_visible(Layout layout) {
    return layout != Layout::flow && layout != Layout::flow_paged;
}

void check_one(unsigned seed, Layout layout, const Print& print, Generation generation) {
    std::mt19937 random(seed);
    const Report wanted = test::random_report(random, generation, print);
    const std::string text = test::render(wanted, layout, print, random);
    const Result<Report> read = parse_report(document::read_text(text));
    INFO("seed " << seed << ", layout " << static_cast<int>(layout) << ", zero '" << print.zero << "'");
    INFO(text);
    REQUIRE(read);
    CHECK(read->body == wanted.body);
    CHECK(read->year == wanted.year);
    CHECK(read->generation == generation);
    CHECK(differences(*read, wanted) == std::vector<std::string>{});
}

} // namespace

TEST_CASE("figures rendered into a layout are read back cell by cell") {
    // NIANBAO_PROPERTY_ROUNDS repeats the test with other figures, any number of times.
    const char* rounds_text = std::getenv("NIANBAO_PROPERTY_ROUNDS");
    const unsigned rounds = rounds_text ? static_cast<unsigned>(std::atoi(rounds_text)) : 3;
    REQUIRE(rounds > 0);
    const Print prints[] = {{"0", false, false, false}, {"0", true, false, true},
                            {"0", false, true, false},  {"/", false, false, false},
                            {"-", true, false, false},  {"无", false, false, false},
                            {"", false, false, false}};
    for (unsigned round = 0; round < rounds; ++round) {
        for (const Layout layout : test::all_layouts) {
            for (const Print& print : prints) {
                if (print.zero.empty() && !blanks_are_visible(layout)) continue;
                for (const Generation generation : {Generation::g1, Generation::g2})
                    check_one(round + 1, layout, print, generation);
            }
        }
    }
}

TEST_CASE("where blank cells vanish, no number is ever put into another cell") {
    std::size_t numbers = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        const Print print{"", false, false, false};
        const Layout layout = seed % 2 == 0 ? Layout::flow : Layout::flow_paged;
        const Report wanted = test::random_report(random, Generation::g2, print);
        const std::string text = test::render(wanted, layout, print, random);
        const Result<Report> read = parse_report(document::read_text(text));
        INFO("seed " << seed << "\n" << text);
        REQUIRE(read);
        const auto truth = cells_of(wanted);
        for (const TableKind table : all_tables) {
            INFO(name_of(table));
            REQUIRE(read->table(table)); // its labels are printed
            for (const FigureRow& row : read->table(table)->rows) {
                for (const Figure& figure : row.cells) {
                    if (!figure.value) continue;
                    ++numbers;
                    const std::string cell = std::string(name_of(table)) + "." + std::string(row.code) + "." +
                                             std::string(figure.column);
                    INFO(cell);
                    CHECK(shown(&figure) == truth.at(cell));
                }
            }
        }
    }
    CHECK(numbers > 40); // rows without blanks are still read
}
