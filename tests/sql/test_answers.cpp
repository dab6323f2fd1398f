// The answers of the queries and views, against the same answers reckoned from the reports in memory.
#include "support/archives.hpp"
#include "support/random_report.hpp"

#include <set>

using namespace nianbao;
using namespace nianbao::archive;
using report::Figure;
using report::TableKind;
using test::take;
using test::TestArchive;

namespace {

using Count = std::optional<std::int64_t>;

/// Reports and their archive; report i has the id i + 1, and none is a revision of another.
struct World {
    TestArchive archive;
    std::vector<report::Report> reports;

    explicit World(std::uint32_t seed) {
        test::ReportTraits traits;
        traits.odd_cells = 8;
        traits.zero_cells = 97;
        traits.sections = false;
        test::RandomReports random(seed, traits);
        for (int i = 0; i < 80; ++i) reports.push_back(random.next());
        archive.put_all(reports);
    }

    RowTable run(const char* name, const std::map<std::string, std::string>& typed = {}) {
        const NamedQuery& query = *take(find_query(name));
        RowTable rows;
        test::check_ok(archive->run(query, take(read_parameters(query, typed)), rows));
        return rows;
    }
};

Count count_at(const report::Report& report, TableKind kind, std::string_view row, std::string_view column) {
    const auto& table = report.table(kind);
    const Figure* cell = table ? table->cell(row, column) : nullptr;
    return cell != nullptr && cell->value ? cell->value->as_integer() : std::nullopt;
}
Count total(const report::Report& report, std::string_view outcome) {
    return count_at(report, TableKind::requests, outcome, "total");
}

/// NULL as soon as one part is not said.
Count sum(const std::vector<Count>& parts) {
    std::int64_t result = 0;
    for (const Count& part : parts) {
        if (!part) return std::nullopt;
        result += *part;
    }
    return result;
}

Count group_sum(const report::Report& report, std::string_view group) {
    std::vector<Count> parts;
    for (const auto& row : report::rows(TableKind::requests)) {
        if (row.group == group) parts.push_back(total(report, row.code));
    }
    return sum(parts);
}

Value value_of(const Count& count) {
    return count ? Value{*count} : Value{};
}

constexpr std::string_view results[] = {"upheld", "corrected", "other", "pending", "total"};

bool any_dispute(const report::Report& report, std::string_view route) {
    for (std::string_view result : results) {
        if (count_at(report, TableKind::disputes, route, result).value_or(0) > 0) return true;
    }
    return false;
}

std::set<std::int64_t> ids(const RowTable& rows) {
    std::set<std::int64_t> result;
    for (const auto& row : rows.rows) result.insert(std::get<std::int64_t>(row[0]));
    return result;
}

template<class F>
std::set<std::int64_t> ids_where(const World& world, F&& holds) {
    std::set<std::int64_t> result;
    for (std::size_t i = 0; i < world.reports.size(); ++i) {
        if (holds(world.reports[i])) result.insert(static_cast<std::int64_t>(i) + 1);
    }
    return result;
}

} // namespace

TEST_CASE("the figures view tells every cell of every report as it was printed") {
    World world(21);
    std::map<std::string, std::vector<Value>> told;
    for (const auto& row :
         world.archive
             .sql("select report_id || '.' || table_name || '.' || row_name || '.' || column_name,"
                  " value, raw, state, unit, line, page, how from figures")
             .rows) {
        CHECK(told.emplace(std::get<std::string>(row[0]), row).second);
    }
    std::size_t cells = 0;
    for (std::size_t i = 0; i < world.reports.size(); ++i) {
        for (TableKind kind : report::all_tables) {
            const auto& table = world.reports[i].table(kind);
            if (!table) continue;
            for (const auto& row : table->rows) {
                for (const Figure& cell : row.cells) {
                    ++cells;
                    const std::string key = std::to_string(i + 1) + "." + std::string(name_of(kind)) + "." +
                                            std::string(row.code) + "." + std::string(cell.column);
                    INFO(key);
                    REQUIRE(told.count(key) == 1);
                    const auto& values = told[key];
                    const Value expected = !cell.value                ? Value{}
                                           : cell.value->as_integer() ? Value{*cell.value->as_integer()}
                                                                      : Value{cell.value->to_double()};
                    CHECK(values[1] == expected);
                    CHECK(values[2] == Value{cell.raw});
                    CHECK(values[3] == Value{std::string(name_of(cell.state))});
                    CHECK(values[4] == (cell.unit.empty() ? Value{} : Value{cell.unit}));
                    CHECK(values[5] == Value{std::int64_t{cell.place.line}});
                    CHECK(values[6] ==
                          (cell.place.page == 0 ? Value{} : Value{std::int64_t{cell.place.page}}));
                    CHECK(values[7] == Value{std::string(name_of(cell.how))});
                }
            }
        }
    }
    CHECK(cells == told.size());
}

TEST_CASE("the disclosure view tells value and unit of every measure, exactly") {
    World world(22);
    const auto view = world.archive.sql(
        "select d.report_id, d.item, d.measure, d.value, d.unit from disclosure as d except"
        " select f.report_id, f.row_name, f.column_name, f.value, f.unit from figures as f");
    CHECK(view.rows.empty());
    CHECK(world.archive.value("select count(*) from disclosure") ==
          world.archive.value("select count(*) from figures where table_name = 'disclosure'"));
}

TEST_CASE("the summary is the sum of its rows, and NULL where one is not said") {
    World world(23);
    const auto rows =
        world.archive
            .sql("select report_id, new_received, denied, unavailable, refused, other_processed,"
                 " total_processed, carried_out, reconsiderations, reconsiderations_corrected,"
                 " litigations, litigations_corrected from summary order by report_id")
            .rows;
    REQUIRE(rows.size() == world.reports.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& report = world.reports[i];
        const auto dispute = [&](std::string_view route, std::string_view result) {
            return count_at(report, TableKind::disputes, route, result);
        };
        const Count children = sum({total(report, "other_not_corrected_in_time"),
                                    total(report, "other_fee_not_paid"), total(report, "other_remaining")});
        INFO("report " << i + 1);
        CHECK(rows[i][1] == value_of(total(report, "new_received")));
        CHECK(rows[i][2] == value_of(group_sum(report, "denied")));
        CHECK(rows[i][3] == value_of(group_sum(report, "unavailable")));
        CHECK(rows[i][4] == value_of(group_sum(report, "refused")));
        CHECK(rows[i][5] == value_of(children ? children : total(report, "other_processing")));
        CHECK(rows[i][6] == value_of(total(report, "total_processed")));
        CHECK(rows[i][7] == value_of(total(report, "carried_out")));
        CHECK(rows[i][8] == value_of(dispute("reconsideration", "total")));
        CHECK(rows[i][9] == value_of(dispute("reconsideration", "corrected")));
        CHECK(rows[i][10] == value_of(sum({dispute("litigation_direct", "total"),
                                           dispute("litigation_after_reconsideration", "total")})));
        CHECK(rows[i][11] == value_of(sum({dispute("litigation_direct", "corrected"),
                                           dispute("litigation_after_reconsideration", "corrected")})));
    }
}

TEST_CASE("the queries about disputes name exactly the reports that have any") {
    World world(24);
    const auto litigated = [](const report::Report& report) {
        return any_dispute(report, "litigation_direct") ||
               any_dispute(report, "litigation_after_reconsideration");
    };
    CHECK(ids(world.run("litigation")) == ids_where(world, litigated));
    CHECK(ids(world.run("litigation", {{"year", "2023"}})) ==
          ids_where(world, [&](const auto& report) { return report.year == 2023 && litigated(report); }));
    CHECK(ids(world.run("disputes")) == ids_where(world, [&](const auto& report) {
              return litigated(report) || any_dispute(report, "reconsideration");
          }));
    CHECK(ids(world.run("reconsiderations-corrected")) == ids_where(world, [](const auto& report) {
              return count_at(report, TableKind::disputes, "reconsideration", "corrected").value_or(0) > 0;
          }));
    for (const auto& row : world.run("disputes").rows) {
        const auto& report = world.reports[static_cast<std::size_t>(std::get<std::int64_t>(row[0])) - 1];
        const auto route = std::get<std::string>(row[3]);
        std::size_t column = 5;
        for (std::string_view result : results) {
            CHECK(row[column++] == value_of(count_at(report, TableKind::disputes, route, result)));
        }
    }
}

TEST_CASE("a report that adds up a whole area is not summed with the bodies of that area") {
    TestArchive archive;
    const auto put = [&](const char* body, const char* scope, std::int64_t granted) {
        report::Report report;
        report.body = body;
        report.year = 2023;
        report.scope = scope;
        Figure total;
        total.column = report::columns(TableKind::requests).back().code;
        total.value = Decimal{granted, 0};
        total.state = report::CellState::number;
        report.requests =
            report::FigureTable{{{report::find_row(TableKind::requests, "granted")->code, {total}}}};
        archive.put(report);
    };
    put("甲局", "own", 3);
    put("乙局", "unknown", 4);
    put("某县人民政府", "roll_up", 90);
    const auto granted = [&](const Parameters& parameters) {
        RowTable rows;
        REQUIRE(archive->run(*take(find_query("outcomes")), parameters, rows));
        for (const auto& row : rows.rows) {
            if (row[0] == Value{std::string("granted")}) return row[2];
        }
        return Value{};
    };
    CHECK(granted({}) == Value{std::int64_t{7}});
    CHECK(granted({{"scope", std::string("roll_up")}}) == Value{std::int64_t{90}});
    CHECK(granted({{"scope", std::string("own")}}) == Value{std::int64_t{3}});
}

TEST_CASE("sums of outcomes say how many reports they rest on") {
    World world(25);
    for (const char* name : {"outcomes", "refusal-grounds"}) {
        const RowTable rows = world.run(name);
        const std::size_t first = std::string(name) == "outcomes" ? 0 : 1;
        for (const auto& row : rows.rows) {
            const auto& code = std::get<std::string>(row[first]);
            std::int64_t sum = 0;
            std::int64_t saying = 0;
            for (const auto& report : world.reports) {
                const Count count = total(report, code);
                sum += count.value_or(0);
                saying += count ? 1 : 0;
            }
            INFO(name << " " << code);
            CHECK(row[first + 2] == Value{sum});
            CHECK(row[row.size() - 2] == Value{saying});
            CHECK(row[row.size() - 1] == Value{static_cast<std::int64_t>(world.reports.size()) - saying});
        }
    }
    CHECK(world.run("outcomes").rows.size() == report::rows(TableKind::requests).size());
    CHECK(world.run("refusal-grounds").rows.size() == 16);
}

TEST_CASE("a report is all zero only where both tables are there and no figure is another") {
    World world(26);
    auto zero = world.reports[0];
    for (TableKind kind : {TableKind::requests, TableKind::disputes}) {
        Figure figure;
        figure.column = "total";
        figure.value = Decimal{0, 0};
        figure.state = report::CellState::number;
        figure.raw = "0";
        zero.table(kind) = report::FigureTable{{{report::rows(kind)[0].code, {figure}}}};
    }
    zero.body = "零报告局";
    auto half = zero;
    half.body = "缺表局";
    half.disputes.reset();
    for (const auto& report : {zero, half}) {
        world.reports.push_back(report);
        world.archive.put(report);
    }
    const auto is_zero = [](const report::Report& report) {
        for (TableKind kind : {TableKind::requests, TableKind::disputes}) {
            if (!report.table(kind)) return false;
            int numbers = 0;
            for (const auto& row : report.table(kind)->rows) {
                for (const Figure& cell : row.cells) {
                    numbers += cell.value ? 1 : 0;
                    if (cell.value && cell.value->mantissa != 0) return false;
                }
            }
            if (numbers == 0) return false;
        }
        return true;
    };
    const auto expected = ids_where(world, is_zero);
    CHECK(expected.count(81) == 1);
    CHECK(expected.count(82) == 0);
    CHECK(ids(world.run("all-zero")) == expected);
}

TEST_CASE("carry-over, applicants and fees agree with the reports") {
    World world(27);
    CHECK(ids(world.run("carried-over")) == ids_where(world, [](const auto& report) {
              return total(report, "carried_in").value_or(0) > 0 ||
                     total(report, "carried_out").value_or(0) > 0;
          }));
    CHECK(ids(world.run("requests-by-applicant")) == ids_where(world, [](const auto& report) {
              return report.requests && report.requests->row("new_received") != nullptr;
          }));
    CHECK(ids(world.run("fees")) == ids_where(world, [](const auto& report) {
              const Figure* fee = report.disclosure ? report.disclosure->cell("fees", "amount") : nullptr;
              return fee != nullptr && fee->value && fee->value->mantissa != 0;
          }));
    CHECK(ids(world.run("inconsistent")) == ids_where(world, [](const auto& report) {
              return !report.findings.empty() && report.findings[0].status == report::FindingStatus::fail;
          }));
}

TEST_CASE("the one report with reconsiderations is found, one upheld and one corrected") {
    TestArchive archive;
    const auto put = [&](const char* body, std::int64_t upheld, std::int64_t corrected) {
        report::Report report;
        report.body = body;
        report.year = 2024;
        report.scope = "own";
        report.disputes.emplace();
        for (const auto& route : report::rows(TableKind::disputes)) {
            report::FigureRow row{route.code, {}};
            const bool first = route.code == "reconsideration";
            for (const auto& column : report::columns(TableKind::disputes)) {
                std::int64_t value = 0;
                if (first && column.code == "upheld") value = upheld;
                if (first && column.code == "corrected") value = corrected;
                if (first && column.code == "total") value = upheld + corrected;
                Figure figure;
                figure.column = column.code;
                figure.value = Decimal{value, 0};
                figure.state = report::CellState::number;
                figure.raw = std::to_string(value);
                row.cells.push_back(figure);
            }
            report.disputes->rows.push_back(row);
        }
        archive.put(report);
    };
    put("川汇区机关事务中心", 0, 0);
    put("西工区人民政府办公室", 1, 1);
    RowTable rows;
    REQUIRE(archive->run(*take(find_query("disputes")), {}, rows));
    REQUIRE(rows.rows.size() == 1);
    CHECK(rows.rows[0][1] == Value{std::string("西工区人民政府办公室")});
    CHECK(rows.rows[0][5] == Value{std::int64_t{1}});
    CHECK(rows.rows[0][6] == Value{std::int64_t{1}});
    CHECK(rows.rows[0][9] == Value{std::int64_t{2}});
    RowTable litigation;
    REQUIRE(archive->run(*take(find_query("litigation")), {}, litigation));
    CHECK(litigation.rows.empty());
    const auto why = take(archive->when_empty(*take(find_query("litigation")), {}));
    CHECK(why.en ==
          "No report has litigation: of 2 reports, 2 say how many cases there were, all zero; 0 do not say.");
}
