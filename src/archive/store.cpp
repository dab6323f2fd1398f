#include "archive/store.hpp"

#include "archive/load.hpp"
#include "archive/search/section_id.hpp"
#include "report/parse.hpp"
#include "report/same_report.hpp"
#include "text/fold.hpp"

namespace nianbao::archive {

namespace {

std::int64_t insert_source(Connection& connection, const Source& source) {
    connection
        .prepare("insert into source (sha256, path, size, media_type, encoding, ingested_at)"
                 " values (?1, ?2, ?3, ?4, ?5, ?6)")
        .add(source.sha256)
        .add(source.path)
        .add(static_cast<std::int64_t>(source.size))
        .add(source.media_type)
        .add(source.encoding)
        .add(source.ingested_at)
        .run();
    return connection.last_id();
}

std::optional<std::int64_t> body_id(Connection& connection, const std::optional<std::string>& name) {
    if (!name) return std::nullopt;
    {
        auto known = connection.prepare("select id from body where name = ?1");
        if (known.add(*name).step()) return known.integer(0);
    }
    connection.prepare("insert into body (name, name_key) values (?1, ?2)")
        .add(*name)
        .add(text::fold(*name))
        .run();
    return connection.last_id();
}

struct Revision {
    std::int64_t report_id = 0;
    int last = 0; // the highest revision of the same report, current or not
};

// Current reports of the same body name, year and scope, the newest first. A cross join, so that SQLite asks
// for the body first: by the year there are thousands. A report that does not say its
// body or year has none.
std::vector<Revision> namesakes_of(Connection& connection, const report::Report& report) {
    std::vector<Revision> found;
    if (!report.body || !report.year) return found;
    auto query = connection.prepare(
        "select r.id, (select max(o.revision) from report as o where o.id = r.id or o.superseded_by = r.id)"
        " from body as b cross join report as r on r.body_id = b.id where b.name_key = ?1 and r.year = ?2"
        " and r.scope = ?3 and r.superseded_by is null order by r.id desc");
    query.add(text::fold(*report.body)).add(*report.year).add(report.scope);
    while (query.step()) found.push_back({query.integer(0), static_cast<int>(query.integer(1))});
    return found;
}

// What a new report is to those that the archive has.
struct Relation {
    std::optional<Revision> revises;         // it is another version of this one
    bool less_complete = false;              // and the worse of the two
    std::optional<std::int64_t> namesake_of; // same name and year, but another body's
};

// docs/decisions/0004
Relation relation_to_stored(Connection& connection, const Vocabulary& vocabulary,
                            const report::Report& report) {
    Relation relation;
    for (const Revision& candidate : namesakes_of(connection, report)) {
        const auto stored = load_report(connection, vocabulary, candidate.report_id);
        if (stored && report::may_be_same_report(stored->report, report)) {
            relation.revises = candidate;
            relation.less_complete = report::is_less_complete(report, stored->report);
            relation.namesake_of.reset();
            return relation;
        }
        if (!relation.namesake_of) relation.namesake_of = candidate.report_id;
    }
    return relation;
}

ReportPlace next_place(Connection& connection, std::optional<int> year) {
    const ReportPlace begin = ReportPlace::before_first(year);
    const ReportPlace end = ReportPlace::before_first(year ? *year + 1 : 1900);
    auto query = connection.prepare(
        "select place from report where place > ?1 and place < ?2 order by place desc limit 1");
    const bool is_first = !query.add(begin.value).add(end.value).step();
    return {(is_first ? begin.value : query.integer(0)) + 1};
}

std::int64_t insert_report(Connection& connection, const report::Report& report, ReportPlace place,
                           std::int64_t source, int revision) {
    const auto body = body_id(connection, report.body);
    auto statement = connection.prepare(
        "insert into report (source_id, body_id, year, generation, scope, title, published_on, revision, "
        "body_from,"
        " year_from, parser_version, place) values (?1, ?2, ?3, nullif(?4, ''), ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
        " ?12)");
    statement.add(source).add(body).add(report.year).add(name_of(report.generation)).add(report.scope);
    statement.add(report.title).add(report.published_on).add(revision);
    statement.add(name_of(report.body_from)).add(name_of(report.year_from)).add(report::parser_version);
    statement.add(place.value);
    statement.run();
    return connection.last_id();
}

void insert_sections(Connection& connection, std::int64_t report_id, ReportPlace place,
                     const report::Report& report) {
    for (const report::Section& section : report.sections) {
        connection
            .prepare("insert into section (id, report_id, kind, heading, text, line, page)"
                     " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .add(SectionId::of(place, section.kind).value)
            .add(report_id)
            .add(name_of(section.kind))
            .add(section.heading)
            .add(section.text)
            .add(section.line)
            .add(section.page)
            .run();
    }
}

void insert_finding_cells(Connection& connection, std::int64_t finding_id, const report::Finding& finding) {
    int position = 0;
    for (const std::string& cell : finding.cells) {
        connection.prepare("insert into finding_cell (finding_id, position, cell) values (?1, ?2, ?3)")
            .add(finding_id)
            .add(++position)
            .add(cell)
            .run();
    }
}

void insert_findings(Connection& connection, std::int64_t report_id, const report::Report& report) {
    const auto mantissa = [](const std::optional<Decimal>& side) {
        return side ? std::optional(side->mantissa) : std::nullopt;
    };
    const auto scale = [](const std::optional<Decimal>& side) {
        return side ? std::optional(side->scale) : std::nullopt;
    };
    for (const report::Finding& finding : report.findings) {
        {
            auto statement = connection.prepare(
                "insert into finding (report_id, rule, status, left_mantissa, left_scale, right_mantissa,"
                " right_scale, message) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
            statement.add(report_id).add(finding.rule).add(name_of(finding.status));
            statement.add(mantissa(finding.left)).add(scale(finding.left));
            statement.add(mantissa(finding.right)).add(scale(finding.right));
            statement.add(finding.message).run();
        }
        insert_finding_cells(connection, connection.last_id(), finding);
    }
}

// All versions of the old report become versions of the new one.
void supersede(Connection& connection, std::int64_t old_id, std::int64_t new_id) {
    connection.prepare("update report set superseded_by = ?1 where id = ?2 or superseded_by = ?2")
        .add(new_id)
        .add(old_id)
        .run();
}

} // namespace

std::optional<Stored> find_stored(Connection& connection, std::string_view sha256) {
    auto query = connection.prepare("select r.id, r.revision from source as s join report as r on "
                                    "r.source_id = s.id where s.sha256 = ?1");
    if (!query.add(sha256).step()) return std::nullopt;
    return Stored{Outcome::unchanged, query.integer(0), static_cast<int>(query.integer(1)), {}, {}};
}

Stored store_report(Connection& connection, const Vocabulary& vocabulary, IndexQueue& index,
                    const Source& source, const report::Report& report) {
    if (auto same = find_stored(connection, source.sha256)) return *same;
    const Relation relation = relation_to_stored(connection, vocabulary, report);
    const bool takes_over = relation.revises && !relation.less_complete;
    if (takes_over) index.withdraw(connection, relation.revises->report_id);
    const int revision = relation.revises ? relation.revises->last + 1 : 1;
    const ReportPlace place = next_place(connection, report.year);
    const auto id = insert_report(connection, report, place, insert_source(connection, source), revision);
    if (takes_over) supersede(connection, relation.revises->report_id, id);
    if (relation.less_complete) supersede(connection, id, relation.revises->report_id);
    insert_sections(connection, id, place, report);
    store_figures(connection, vocabulary, id, report);
    insert_findings(connection, id, report);
    forget_failure(connection, source);
    Stored stored{relation.revises ? Outcome::revised : Outcome::added, id, revision, {}, {}};
    stored.namesake = relation.namesake_of;
    if (relation.revises) stored.revises = relation.revises->report_id;
    stored.current = !relation.less_complete;
    index.reserve_one();
    index.add(id); // nothing behind this can fail: what is rolled back never waits
    return stored;
}

bool has_failure(Connection& connection, const Source& source) {
    auto query = connection.prepare("select 1 from failure where sha256 = ?1 or (path = ?2 and path <> '-')");
    return query.add(source.sha256).add(source.path).step();
}

void forget_failure(Connection& connection, const Source& source) {
    connection.prepare("delete from failure where sha256 = ?1 or (path = ?2 and path <> '-')")
        .add(source.sha256)
        .add(source.path)
        .run();
}

void store_failure(Connection& connection, const Source& source, const Error& error) {
    // The same bytes, wherever they lie now, or the same path, whatever it held before: one failure.
    connection.prepare("delete from failure where sha256 <> ?1 and path = ?2 and path <> '-'")
        .add(source.sha256)
        .add(source.path)
        .run();
    auto known =
        connection.prepare("update failure set path = ?1, code = ?3, message_zh = ?4, message_en = ?5,"
                           " hint_zh = ?6, hint_en = ?7, last_seen = ?8, attempts = attempts + 1"
                           " where sha256 = ?2 and (sha256 <> '' or path = ?1) returning id");
    const auto bind = [&](Prepared& statement) {
        statement.add(source.path).add(source.sha256).add(name_of(error.code));
        statement.add(error.message.zh).add(error.message.en).add(error.hint.zh).add(error.hint.en);
        statement.add(source.ingested_at);
    };
    bind(known);
    if (known.step()) {
        known.run();
        return;
    }
    auto insert =
        connection.prepare("insert into failure (path, sha256, code, message_zh, message_en, hint_zh,"
                           " hint_en, first_seen, last_seen, attempts)"
                           " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 1)");
    bind(insert);
    insert.run();
}

void store_run(Connection& connection, const Archive::Run& run) {
    connection
        .prepare("insert into ingest_run (started_at, finished_at, added, revised, unchanged, failed)"
                 " values (?1, ?2, ?3, ?4, ?5, ?6)")
        .add(run.started_at)
        .add(run.finished_at)
        .add(run.added)
        .add(run.revised)
        .add(run.unchanged)
        .add(run.failed)
        .run();
}

} // namespace nianbao::archive
