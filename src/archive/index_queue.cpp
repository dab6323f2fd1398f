#include "archive/index_queue.hpp"

#include "archive/search/section_id.hpp"

#include <algorithm>

namespace nianbao::archive {

namespace {

std::vector<std::int64_t> sections_of(Connection& connection, std::int64_t report_id) {
    std::vector<std::int64_t> ids;
    auto query = connection.prepare("select id from section where report_id = ?1 order by id");
    query.add(report_id);
    while (query.step()) ids.push_back(query.integer(0));
    return ids;
}

// The columns of section_document, which are those of section_fts, in their order.
#define SECTION_COLUMNS "overview, improvements, requests, preface, other_matters, disclosure, disputes"

void index(Connection& connection, std::int64_t id) {
    connection
        .prepare("insert into section_fts (rowid, " SECTION_COLUMNS ") select id, " SECTION_COLUMNS
                 " from section_document where id = ?1")
        .add(id)
        .run();
}

void unindex(Connection& connection, std::int64_t id) {
    connection
        .prepare("insert into section_fts (section_fts, rowid, " SECTION_COLUMNS
                 ") select 'delete', id, " SECTION_COLUMNS " from section_document where id = ?1")
        .add(id)
        .run();
}

#undef SECTION_COLUMNS

} // namespace

void IndexQueue::withdraw(Connection& connection, std::int64_t report_id) {
    const auto found = std::find(waiting_.begin(), waiting_.end(), report_id);
    if (found != waiting_.end()) return; // write() will see that it is no longer current
    for (const std::int64_t id : sections_of(connection, report_id)) unindex(connection, id);
}

// Whole or not at all: FTS5 does not notice that a section is indexed twice. Written explicitly, not by
// triggers: a schema that is not trusted may not run FTS5 inside them.
void IndexQueue::write(Connection& connection) {
    if (waiting_.empty()) return;
    std::vector<std::int64_t> ids;
    for (const std::int64_t report : waiting_) {
        const auto sections = sections_of(connection, report);
        ids.insert(ids.end(), sections.begin(), sections.end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    connection.execute("savepoint indexing");
    try {
        for (const std::int64_t id : ids) index(connection, id);
        connection.execute("release indexing");
    } catch (...) {
        connection.database().tryExec("rollback to indexing");
        connection.database().tryExec("release indexing");
        throw;
    }
    waiting_.clear();
}

} // namespace nianbao::archive
