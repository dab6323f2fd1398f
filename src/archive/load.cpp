#include "archive/load.hpp"

#include "archive/names.hpp"

namespace nianbao::archive {

namespace {

using report::Evidence;
using report::FindingStatus;
using report::Generation;

constexpr Evidence all_evidence[] = {Evidence::none,      Evidence::title,    Evidence::preface,
                                     Evidence::body_text, Evidence::sign_off, Evidence::contact,
                                     Evidence::metadata};
constexpr Generation all_generations[] = {Generation::unknown, Generation::g0, Generation::g1,
                                          Generation::g2};
constexpr FindingStatus all_statuses[] = {FindingStatus::fail, FindingStatus::uncertain,
                                          FindingStatus::not_assessable};

std::optional<StoredReport> load_head(Connection& connection, std::int64_t id) {
    auto query = connection.prepare(
        "select r.generation, r.title, b.name, r.year, r.published_on, r.scope, r.body_from, r.year_from, "
        "r.revision,"
        " r.superseded_by, s.path, s.sha256, s.size, s.media_type, s.encoding, s.ingested_at"
        " from report as r join source as s on s.id = r.source_id left join body as b on b.id = r.body_id"
        " where r.id = ?1");
    if (!query.add(id).step()) return std::nullopt;
    StoredReport stored;
    stored.id = id;
    report::Report& report = stored.report;
    report.generation = from_name(all_generations, query.text(0));
    report.title = query.text(1);
    report.body = query.maybe_text(2);
    if (const auto year = query.maybe_integer(3)) report.year = static_cast<int>(*year);
    report.published_on = query.maybe_text(4);
    report.scope = query.text(5);
    report.body_from = from_name(all_evidence, query.text(6));
    report.year_from = from_name(all_evidence, query.text(7));
    stored.revision = static_cast<int>(query.integer(8));
    stored.current = query.is_null(9);
    stored.source = {query.text(10), query.text(11), static_cast<std::uint64_t>(query.integer(12)),
                     query.text(13), query.text(14), query.text(15)};
    return stored;
}

void load_sections(Connection& connection, std::int64_t id, report::Report& report) {
    auto query =
        connection.prepare("select kind, heading, text, line from section where report_id = ?1 order by id");
    query.add(id);
    while (query.step()) {
        const auto kind = report::section_from(query.text(0));
        if (!kind) continue;
        report.sections.push_back({*kind, query.text(1), query.text(2), static_cast<int>(query.integer(3))});
    }
}

std::optional<Decimal> decimal_at(const Prepared& query, int column) {
    if (query.is_null(column)) return std::nullopt;
    return Decimal{query.integer(column), static_cast<int>(query.integer(column + 1))};
}

std::vector<std::string> cells_of(Connection& connection, std::int64_t finding_id) {
    std::vector<std::string> cells;
    auto query = connection.prepare("select cell from finding_cell where finding_id = ?1 order by position");
    query.add(finding_id);
    while (query.step()) cells.push_back(query.text(0));
    return cells;
}

void load_findings(Connection& connection, std::int64_t id, report::Report& report) {
    auto query =
        connection.prepare("select id, rule, status, left_mantissa, left_scale, right_mantissa, right_scale,"
                           " message from finding where report_id = ?1 order by id");
    query.add(id);
    while (query.step()) {
        report::Finding finding;
        finding.rule = query.text(1);
        finding.status = from_name(all_statuses, query.text(2));
        finding.left = decimal_at(query, 3);
        finding.right = decimal_at(query, 5);
        finding.message = query.text(7);
        finding.cells = cells_of(connection, query.integer(0));
        report.findings.push_back(std::move(finding));
    }
}

} // namespace

std::optional<StoredReport> load_report(Connection& connection, const Vocabulary& vocabulary,
                                        std::int64_t id) {
    auto stored = load_head(connection, id);
    if (!stored) return std::nullopt;
    load_sections(connection, id, stored->report);
    load_figures(connection, vocabulary, id, stored->report);
    load_findings(connection, id, stored->report);
    return stored;
}

} // namespace nianbao::archive
