// The archive: one SQLite file. The only floor that knows SQLite; its exceptions end here.
#pragma once

#include "archive/query.hpp"
#include "archive/rows.hpp"
#include "archive/search.hpp"
#include "archive/terms.hpp"
#include "core/result.hpp"
#include "report/report.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// Where a report came from.
struct Source {
    std::string path;       ///< as given, or "-" for standard input
    std::string sha256;     ///< 64 hexadecimal digits
    std::uint64_t size = 0; ///< bytes
    std::string media_type;
    std::string encoding;
    std::string ingested_at; ///< ISO 8601, UTC, seconds

    bool operator==(const Source&) const = default;
};

enum class Outcome {
    added,     ///< a report that the archive did not have
    revised,   ///< another text of a body, year and scope that it had: a new revision, the old one is kept
    unchanged, ///< the same bytes as before
};

struct Stored {
    Outcome outcome = Outcome::added;
    std::int64_t report_id = 0;
    int revision = 1;
    /// A current report of the same body name, year and scope that is no version of this one.
    std::optional<std::int64_t> namesake;
    /// The report that this is another version of.
    std::optional<std::int64_t> revises;
    /// False where it is the less complete version: kept, but the other stays what the views show.
    bool current = true;
};

/// A report as stored, for `show`.
struct StoredReport {
    std::int64_t id = 0;
    int revision = 1;
    bool current = true;
    Source source;
    report::Report report;
};

enum class Access { read_only, read_write, create };

class Archive {
public:
    /// Opens and, with Access::create, makes the file. Migrates an older schema where writing is allowed.
    /// Errors: archive_missing, archive_locked (past `wait`), archive_newer, archive_corrupt.
    static Result<Archive> open(const std::string& path, Access access,
                                std::chrono::milliseconds wait = std::chrono::seconds(5));
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Writing. A batch is one transaction; what was not committed is undone when the archive closes. put()
    /// and put_failure() inside a batch are each whole or not at all; outside a batch each is a transaction
    /// of its own.
    Result<void> begin_batch();
    Result<void> commit_batch();
    /// The stored report of these very bytes, if there is one.
    Result<std::optional<Stored>> find_source(std::string_view sha256);
    Result<Stored> put(const Source& source, const report::Report& report);
    /// Remembers that a file was refused, for `list failures`; forgotten when its bytes are stored later.
    Result<void> put_failure(const Source& source, const Error& error);
    /// The path or the bytes were refused before and are stored now: nothing is left to say of them.
    Result<void> forget_failure(const Source& source);
    /// One row in the table of ingest runs.
    struct Run {
        std::string started_at;
        std::string finished_at;
        std::int64_t added = 0, revised = 0, unchanged = 0, failed = 0;
    };
    Result<void> put_run(const Run& run);
    /// To be called once after the last batch: merges the full-text index.
    Result<void> finish_writing();

    /// Reading.
    Result<StoredReport> report(std::int64_t id);
    /// Ids of the current reports of a body, the exact name first, else names that contain it; any year where
    /// nullopt.
    Result<std::vector<std::int64_t>> find_reports(std::string_view body, std::optional<int> year);
    enum class ListKind { reports, bodies, sources, failures };
    struct ListFilter {
        std::optional<int> year;
        std::string body; ///< part of the name; empty is any
    };
    Result<void> list(ListKind kind, const ListFilter& filter, RowSink& sink);
    /// What the archive holds: rows of (key, value), keys fixed and documented (docs/formats.md).
    Result<void> status(RowSink& sink);
    /// Whether the archive is whole: one row (check, ok, detail) a check; true where every one holds.
    Result<bool> verify(RowSink& sink);
    /// Runs one named query; `parameters` were read by named_query(). Errors: usage.
    Result<void> run(const NamedQuery& query, const Parameters& parameters, RowSink& sink);
    /// Why a query that gave no row gave none, in a sentence with its coverage ("5 reports, all 5 say; none
    /// had …").
    Result<Message> when_empty(const NamedQuery& query, const Parameters& parameters);
    Result<SearchResult> search(const SearchRequest& request);
    /// The same hit by hit, however many there are.
    Result<SearchSummary> search(const SearchRequest& request, const TakeHit& take);
    Result<SearchCount> count(const SearchRequest& request);
    /// Rows (body|year|section, sections, reports, of_reports): how many match, and out of how many reports
    /// that have a section where it was looked. `limit` and `offset` of the request count groups.
    Result<void> group(const SearchRequest& request, SearchGroup group, RowSink& sink);
    /// Why a search found nothing, and what does occur.
    Result<Message> why_nothing(const SearchRequest& request);
    /// How a request is understood; needs no archive.
    static SearchExplanation explain(const SearchRequest& request);
    /// Rows of distinctive terms, or of clauses that are said again (terms_rows.hpp has the columns).
    Result<void> terms(const TermsRequest& request, RowSink& sink);
    Result<void> repeated(const TermsRequest& request, RowSink& sink);
    /// Makes the full-text index anew from the sections.
    Result<void> rebuild_index();
    /// Any one statement, kept read-only by an authorizer. Errors: usage with SQLite's message.
    Result<void> sql(std::string_view statement, const Parameters& parameters, RowSink& sink);

private:
    class Impl;
    explicit Archive(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace nianbao::archive
