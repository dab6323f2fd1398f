#include "archive/listing.hpp"

#include "archive/statement.hpp"
#include "text/fold.hpp"

namespace nianbao::archive {

namespace {

constexpr const char* list_reports =
    "select r.report_id, r.body, r.year, r.generation, r.scope, r.title, r.published_on, r.revision, r.source"
    " from reports as r"
    " where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)"
    " order by r.body is null, r.body, r.year, r.report_id";
constexpr const char* list_bodies =
    "select r.body as body, count(*) as reports, min(r.year) as first_year, max(r.year) as last_year"
    " from reports as r where r.body is not null and (:year is null or r.year = :year)"
    " and (:body is null or instr(r.body, :body) > 0) group by r.body order by r.body";
constexpr const char* list_sources =
    "select s.path, r.id as report_id, b.name as body, r.year, r.revision, r.superseded_by is null as "
    "is_current,"
    " s.media_type, s.encoding, s.size, s.sha256, s.ingested_at"
    " from source as s join report as r on r.source_id = s.id left join body as b on b.id = r.body_id"
    " where (:year is null or r.year = :year) and (:body is null or instr(b.name, :body) > 0)"
    " order by s.path, s.id";
constexpr const char* list_failures =
    "select f.path, f.code as error, f.message_zh, f.message_en, f.hint_zh, f.hint_en, f.attempts, "
    "f.first_seen,"
    " f.last_seen, nullif(f.sha256, '') as sha256 from failure as f order by f.path, f.id";

const char* list_sql(Archive::ListKind kind) {
    switch (kind) {
    case Archive::ListKind::reports:
        return list_reports;
    case Archive::ListKind::bodies:
        return list_bodies;
    case Archive::ListKind::sources:
        return list_sources;
    case Archive::ListKind::failures:
        return list_failures;
    }
    return list_reports;
}

std::vector<std::int64_t> ids_of(Prepared& query) {
    std::vector<std::int64_t> ids;
    while (query.step()) ids.push_back(query.integer(0));
    return ids;
}

} // namespace

void list_rows(Connection& connection, Archive::ListKind kind, const Archive::ListFilter& filter,
               RowSink& sink) {
    Parameters parameters;
    if (filter.year) parameters["year"] = std::int64_t{*filter.year};
    if (!filter.body.empty()) parameters["body"] = filter.body;
    run_into(connection, list_sql(kind), parameters, sink);
}

std::vector<std::int64_t> find_current_reports(Connection& connection, std::string_view body,
                                               std::optional<int> year) {
    {
        auto exact =
            connection.prepare("select r.id from body as b join report as r on r.body_id = b.id"
                               " where b.name_key = ?1 and (?2 is null or r.year = ?2)"
                               " and r.superseded_by is null order by b.name = ?3 desc, r.year, r.id");
        exact.add(text::fold(body)).add(year).add(body);
        if (auto ids = ids_of(exact); !ids.empty()) return ids;
    }
    auto part = connection.prepare("select r.id from body as b join report as r on r.body_id = b.id"
                                   " where instr(b.name_key, ?1) > 0 and (?2 is null or r.year = ?2)"
                                   " and r.superseded_by is null order by b.name, r.year, r.id");
    part.add(text::fold(body)).add(year);
    return ids_of(part);
}

void status_rows(Connection& connection, RowSink& sink) {
    constexpr const char* sql =
        "select 'reports' as key, count(*) as value from reports"
        " union all select 'superseded_revisions', count(*) from report where superseded_by is not null"
        " union all select 'bodies', count(distinct body) from reports"
        " union all select 'first_year', min(year) from reports"
        " union all select 'last_year', max(year) from reports"
        " union all select 'reports_without_body', count(*) from reports where body is null"
        " union all select 'reports_without_year', count(*) from reports where year is null"
        " union all select 'sources', count(*) from source"
        " union all select 'source_bytes', coalesce(sum(size), 0) from source"
        " union all select 'failures', count(*) from failure"
        " union all select 'sections', count(*) from section_document"
        " union all select 'findings_fail', count(*) from findings where status = 'fail'"
        " union all select 'findings_uncertain', count(*) from findings where status = 'uncertain'"
        " union all select 'findings_not_assessable', count(*) from findings where status = 'not_assessable'"
        " union all select 'last_ingest', max(finished_at) from ingest_run"
        " union all select 'archive_bytes', (select page_count from pragma_page_count)"
        " * (select page_size from pragma_page_size)"
        " union all select 'schema_version', user_version from pragma_user_version"
        " union all select 'tokenizer_version', (select cast(value as integer) from meta"
        " where key = 'tokenizer_version')";
    run_into(connection, sql, {}, sink);
}

bool verify_rows(Connection& connection, RowSink& sink) {
    // Every check is a row, so that what was looked at is seen, not only what is wrong.
    constexpr const char* sql =
        "select 'file' as \"check\", integrity_check = 'ok' as ok, integrity_check as detail"
        " from pragma_integrity_check"
        " union all select 'references', count(*) = 0, count(*) || ' broken' from pragma_foreign_key_check"
        " union all select 'full_text', count(*) = 0, count(*) || ' sections not in step' from"
        " (select id from section_document except select id from section_fts_docsize"
        " union all select * from (select id from section_fts_docsize except select id from "
        "section_document))"
        " union all select 'revisions', count(*) = 0, count(*) || ' report years with several current "
        "revisions' from"
        " (select 1 from report where superseded_by is null and body_id is not null and year is not null"
        " and scope <> 'unknown' group by body_id, year, scope having count(*) > 1)"
        " union all select 'figures', count(*) = 0, count(*) || ' rows without their table' from"
        " (select report_id from request_row except select report_id from figure_table where table_id = 2"
        " union all select * from (select report_id from dispute_row except select report_id from "
        "figure_table"
        " where table_id = 3))";
    RowTable rows;
    run_into(connection, sql, {}, rows);
    bool whole = true;
    sink.begin(rows.columns);
    for (const auto& row : rows.rows) {
        whole = whole && row[1] == Value{std::int64_t{1}};
        if (!sink.row(row)) break;
    }
    sink.end();
    return whole;
}

} // namespace nianbao::archive
