// What is stored comes back equal, whatever its cells print; and it costs as little as the layout promises.
#include "archive/figure_codec.hpp"
#include "report/parse.hpp"
#include "support/archives.hpp"
#include "support/random_report.hpp"

#include <iostream>

using namespace nianbao;
using namespace nianbao::archive;
using test::RandomReports;
using test::ReportTraits;
using test::take;
using test::TestArchive;

namespace {

std::string difference(const report::Report& a, const report::Report& b) {
    for (report::TableKind kind : report::all_tables) {
        if (a.table(kind).has_value() != b.table(kind).has_value())
            return "table " + std::string(name_of(kind));
        if (!a.table(kind)) continue;
        const auto& left = a.table(kind)->rows;
        const auto& right = b.table(kind)->rows;
        if (left.size() != right.size()) return "rows of " + std::string(name_of(kind));
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (!(left[i] == right[i])) return std::string(name_of(kind)) + "." + std::string(left[i].code);
        }
    }
    if (!(a.sections == b.sections)) return "sections";
    if (!(a.findings == b.findings)) return "findings";
    return a == b ? "" : "head";
}

} // namespace

TEST_CASE("random reports come back equal") {
    const auto [odd, missing_rows, missing_tables] =
        GENERATE(table<int, int, int>({{0, 0, 0}, {5, 3, 5}, {40, 20, 30}, {100, 0, 0}}));
    ReportTraits traits;
    traits.odd_cells = odd;
    traits.missing_rows = missing_rows;
    traits.missing_tables = missing_tables;
    traits.missing_heads = 20;
    RandomReports reports(static_cast<std::uint32_t>(odd + 1), traits);
    TestArchive archive;
    std::vector<report::Report> all;
    for (int i = 0; i < 60; ++i) all.push_back(reports.next());
    archive.put_all(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const StoredReport stored = take(archive->report(static_cast<std::int64_t>(i) + 1));
        INFO("report " << i + 1);
        CHECK(difference(all[i], stored.report) == "");
        CHECK(stored.source == test::source_of(static_cast<int>(i) + 1));
        CHECK(stored.current);
    }
}

TEST_CASE("a table without rows is still a table") {
    TestArchive archive;
    report::Report report;
    report.scope = "unknown";
    report.disclosure.emplace();
    report.requests.emplace();
    const auto stored = take(archive->report(archive.put(report).report_id));
    CHECK(stored.report == report);
    CHECK(stored.report.disclosure);
    CHECK_FALSE(stored.report.disputes);
}

TEST_CASE("a row that mixes the measures of both generations comes back as one row") {
    TestArchive archive;
    report::Report report;
    report.scope = "own";
    const auto cell = [](std::string_view column, std::int64_t value) {
        report::Figure figure;
        figure.column = report::find_column(report::TableKind::disclosure, column)->code;
        figure.value = Decimal{value, 0};
        figure.state = report::CellState::number;
        figure.raw = std::to_string(value);
        return figure;
    };
    report.disclosure = report::FigureTable{
        {{report::find_row(report::TableKind::disclosure, "regulations")->code,
          {cell("issued", 3), cell("in_force", 4), cell("created", 1), cell("total_disclosed", 2)}}}};
    CHECK(take(archive->report(archive.put(report).report_id)).report == report);
}

TEST_CASE("places beyond what a row can pack are kept in notes") {
    TestArchive archive;
    report::Report report;
    report.scope = "own";
    report::FigureTable table;
    report::Figure figure;
    figure.column = report::find_column(report::TableKind::requests, "total")->code;
    figure.value = Decimal{5, 0};
    figure.state = report::CellState::number;
    figure.raw = "5";
    figure.place = {3'000'000, 5000, 9000, 700};
    table.rows.push_back({report::find_row(report::TableKind::requests, "granted")->code, {figure}});
    report.requests = table;
    CHECK(take(archive->report(archive.put(report).report_id)).report == report);
    CHECK(archive.integer("select page from figures") == 5000);
}

namespace {

/// Bytes a report of the tables of figures and their indexes, by dbstat, from 2,000 reports.
std::int64_t bytes_a_report(ReportTraits traits) {
    traits.sections = false;
    RandomReports reports(7, traits);
    TestArchive archive;
    std::vector<report::Report> all;
    for (int i = 0; i < 2000; ++i) all.push_back(reports.next());
    archive.put_all(all);
    return archive.integer(
        "select sum(pgsize) / 2000 from dbstat where name in ('figure_table', 'request_row',"
        " 'dispute_row', 'dispute_row_any', 'disclosure_row', 'cell_note')");
}

} // namespace

TEST_CASE("the two hundred cells of a report stay small") {
    ReportTraits plain;
    plain.layout = 0;
    plain.odd_cells = 0;
    plain.missing_rows = 0;
    plain.missing_tables = 0;
    ReportTraits slashes = plain;
    slashes.slash_cells = 50;
    const std::int64_t plain_bytes = bytes_a_report(plain);
    const std::int64_t slash_bytes = bytes_a_report(slashes);
    INFO("plain " << plain_bytes << ", half slashes " << slash_bytes);
    CHECK(plain_bytes < 700);
    CHECK(slash_bytes < 900);
}
