#include "archive/archive.hpp"

#include "archive/connection.hpp"
#include "archive/index_queue.hpp"
#include "archive/listing.hpp"
#include "archive/load.hpp"
#include "archive/migrate.hpp"
#include "archive/search/sections.hpp"
#include "archive/search/terms_rows.hpp"
#include "archive/sql_guard.hpp"
#include "archive/statement.hpp"
#include "archive/store.hpp"
#include "archive/vocabulary.hpp"

#include <sqlite3.h>

namespace nianbao::archive {

class Archive::Impl {
public:
    explicit Impl(std::unique_ptr<Connection> opened)
        : connection_(std::move(opened)), vocabulary_(*connection_) {}

    Connection& connection() { return *connection_; }
    const Vocabulary& vocabulary() const { return vocabulary_; }
    IndexQueue& index() { return index_; }

    void begin() {
        connection_->execute("begin immediate");
        in_batch_ = true;
    }
    void commit() {
        index_.write(*connection_);
        connection_->execute("commit");
        in_batch_ = false;
    }

    /// Whole or not at all: a savepoint inside a batch, a transaction of its own outside one.
    template<class F>
    auto atomically(F&& work) {
        const bool alone = !in_batch_;
        connection_->execute(alone ? "begin immediate" : "savepoint one");
        try {
            auto result = work();
            if (alone) index_.write(*connection_);
            connection_->execute(alone ? "commit" : "release one");
            return result;
        } catch (...) {
            connection_->database().tryExec(alone ? "rollback" : "rollback to one");
            // SQLite may have undone the whole transaction: no disk, no memory.
            const bool undone = sqlite3_get_autocommit(connection_->handle()) != 0;
            if (alone || undone) index_.clear();
            if (undone) in_batch_ = false;
            if (!alone) connection_->database().tryExec("release one");
            throw;
        }
    }

    /// Several statements that see one state of the archive, whoever writes meanwhile.
    template<class F>
    auto consistently(F&& work) {
        const bool alone = sqlite3_get_autocommit(connection_->handle()) != 0;
        if (alone) connection_->execute("begin");
        try {
            auto result = work();
            if (alone) connection_->execute("commit");
            return result;
        } catch (...) {
            if (alone) connection_->database().tryExec("rollback");
            throw;
        }
    }

private:
    std::unique_ptr<Connection> connection_;
    Vocabulary vocabulary_;
    IndexQueue index_;
    bool in_batch_ = false;
};

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path, Access access, std::chrono::milliseconds wait) {
    auto connection = connect(path, access, wait);
    if (!connection) return connection.error();
    try {
        return Archive(std::make_unique<Impl>(std::move(*connection)));
    } catch (const SQLite::Exception& exception) { // the connection went with it: nothing is left to ask
        return error_of(exception, path, wait);
    }
}

Result<void> Archive::begin_batch() {
    return impl_->connection().guarded([&]() -> Result<void> {
        impl_->begin();
        return {};
    });
}

Result<void> Archive::commit_batch() {
    return impl_->connection().guarded([&]() -> Result<void> {
        impl_->commit();
        return {};
    });
}

Result<std::optional<Stored>> Archive::find_source(std::string_view sha256) {
    return impl_->connection().guarded(
        [&]() -> Result<std::optional<Stored>> { return find_stored(impl_->connection(), sha256); });
}

Result<Stored> Archive::put(const Source& source, const report::Report& report) {
    return impl_->connection().guarded([&]() -> Result<Stored> {
        return impl_->atomically([&] {
            return store_report(impl_->connection(), impl_->vocabulary(), impl_->index(), source, report);
        });
    });
}

Result<void> Archive::put_failure(const Source& source, const Error& error) {
    return impl_->connection().guarded([&]() -> Result<void> {
        return impl_->atomically([&]() -> Result<void> {
            store_failure(impl_->connection(), source, error);
            return {};
        });
    });
}

Result<void> Archive::forget_failure(const Source& source) {
    return impl_->connection().guarded([&]() -> Result<void> {
        if (!has_failure(impl_->connection(), source)) return {};
        return impl_->atomically([&]() -> Result<void> {
            archive::forget_failure(impl_->connection(), source);
            return {};
        });
    });
}

Result<void> Archive::put_run(const Run& run) {
    return impl_->connection().guarded([&]() -> Result<void> {
        return impl_->atomically([&]() -> Result<void> {
            store_run(impl_->connection(), run);
            return {};
        });
    });
}

Result<void> Archive::finish_writing() {
    return impl_->connection().guarded([&]() -> Result<void> {
        impl_->connection().execute("insert into section_fts (section_fts) values ('optimize')");
        return {};
    });
}

Result<StoredReport> Archive::report(std::int64_t id) {
    return impl_->connection().guarded([&]() -> Result<StoredReport> {
        auto stored = load_report(impl_->connection(), impl_->vocabulary(), id);
        if (stored) return *stored;
        const std::string number = std::to_string(id);
        return Error{ErrorCode::usage,
                     {"没有编号为 " + number + " 的报告", "there is no report " + number},
                     {"编号见 nianbao list", "see `nianbao list` for the ids"},
                     number};
    });
}

Result<std::vector<std::int64_t>> Archive::find_reports(std::string_view body, std::optional<int> year) {
    return impl_->connection().guarded([&]() -> Result<std::vector<std::int64_t>> {
        return find_current_reports(impl_->connection(), body, year);
    });
}

Result<void> Archive::list(ListKind kind, const ListFilter& filter, RowSink& sink) {
    return impl_->connection().guarded([&]() -> Result<void> {
        list_rows(impl_->connection(), kind, filter, sink);
        return {};
    });
}

Result<void> Archive::status(RowSink& sink) {
    return impl_->connection().guarded([&]() -> Result<void> {
        status_rows(impl_->connection(), sink);
        return {};
    });
}

Result<bool> Archive::verify(RowSink& sink) {
    return impl_->connection().guarded(
        [&]() -> Result<bool> { return verify_rows(impl_->connection(), sink); });
}

Result<void> Archive::run(const NamedQuery& query, const Parameters& parameters, RowSink& sink) {
    return impl_->connection().guarded([&]() -> Result<void> {
        run_into(impl_->connection(), query.sql, parameters, sink);
        return {};
    });
}

Result<Message> Archive::when_empty(const NamedQuery& query, const Parameters& parameters) {
    return impl_->connection().guarded([&]() -> Result<Message> {
        if (query.when_empty_sql.empty()) return Message{};
        RowTable table;
        run_into(impl_->connection(), query.when_empty_sql, parameters, table);
        if (table.rows.empty() || table.rows[0].size() < 2) return Message{};
        const auto text = [&](std::size_t column) {
            const auto* value = std::get_if<std::string>(&table.rows[0][column]);
            return value == nullptr ? std::string() : *value;
        };
        return Message{text(0), text(1)};
    });
}

Result<SearchResult> Archive::search(const SearchRequest& request) {
    SearchResult result;
    const auto summary = search(request, [&](SearchHit&& hit) {
        result.hits.push_back(std::move(hit));
        return true;
    });
    if (!summary) return summary.error();
    static_cast<SearchSummary&>(result) = *summary;
    return result;
}

Result<SearchSummary> Archive::search(const SearchRequest& request, const TakeHit& take) {
    return impl_->connection().guarded([&] {
        return impl_->consistently([&] { return search_sections(impl_->connection(), request, take); });
    });
}

Result<SearchCount> Archive::count(const SearchRequest& request) {
    return impl_->connection().guarded(
        [&] { return impl_->consistently([&] { return count_sections(impl_->connection(), request); }); });
}

Result<void> Archive::group(const SearchRequest& request, SearchGroup group, RowSink& sink) {
    return impl_->connection().guarded([&] {
        return impl_->consistently([&] { return group_sections(impl_->connection(), request, group, sink); });
    });
}

Result<Message> Archive::why_nothing(const SearchRequest& request) {
    return impl_->connection().guarded([&] {
        return impl_->consistently([&] { return archive::why_nothing(impl_->connection(), request); });
    });
}

SearchExplanation Archive::explain(const SearchRequest& request) {
    return archive::explain(request);
}

Result<void> Archive::terms(const TermsRequest& request, RowSink& sink) {
    return impl_->connection().guarded([&] {
        return impl_->consistently([&]() -> Result<void> {
            if (auto same = check_tokenizer(impl_->connection()); !same) return same.error();
            distinctive_terms(impl_->connection(), request, sink);
            return {};
        });
    });
}

Result<void> Archive::repeated(const TermsRequest& request, RowSink& sink) {
    return impl_->connection().guarded([&] {
        return impl_->consistently([&]() -> Result<void> {
            repeated_clauses(impl_->connection(), request, sink);
            return {};
        });
    });
}

Result<void> Archive::rebuild_index() {
    return impl_->connection().guarded([&] {
        return impl_->atomically([&]() -> Result<void> {
            archive::rebuild_index(impl_->connection());
            return {};
        });
    });
}

Result<void> Archive::sql(std::string_view statement, const Parameters& parameters, RowSink& sink) {
    return impl_->connection().guarded(
        [&] { return run_guarded(impl_->connection(), statement, parameters, sink); });
}

} // namespace nianbao::archive
