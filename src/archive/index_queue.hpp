// The reports whose sections the full-text index still lacks. FTS5 writes out what it holds in memory
// whenever an id is smaller than the one before, and ids begin with the year: so a batch is indexed at its
// end, in the order of ids, not report by report. Internal to this floor.
#pragma once

#include "archive/connection.hpp"

#include <cstdint>
#include <vector>

namespace nianbao::archive {

class IndexQueue {
public:
    /// Room for one more, so that add() cannot fail.
    void reserve_one() { waiting_.reserve(waiting_.size() + 1); }
    void add(std::int64_t report_id) noexcept { waiting_.push_back(report_id); }

    void clear() noexcept { waiting_.clear(); }

    /// Takes the sections of a current report out of the index, before it ceases to be current: FTS5 must be
    /// told the very text that it indexed. Throws SQLite::Exception.
    void withdraw(Connection& connection, std::int64_t report_id);

    /// Indexes what waits. Throws SQLite::Exception; it still waits then.
    void write(Connection& connection);

private:
    std::vector<std::int64_t> waiting_;
};

} // namespace nianbao::archive
