// The ids of all sections that a search finds, without reading one of them: the full-text index has the
// words, the id the year, the report and the kind. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "archive/search/query.hpp"
#include "archive/search/section_id.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace nianbao::archive {

class MatchScan {
public:
    /// `query` must outlive the scan and not be empty. Throws SQLite::Exception, as all of these do.
    MatchScan(Connection& connection, const SearchQuery& query);

    enum class Direction { oldest_first, newest_first };
    /// Calls `each` for every match in the order of ids until it returns false.
    void run(Direction direction, const std::function<bool(SectionId)>& each);
    /// The same with bm25 (smaller is better), in the order of ids. Only for a query that wants words.
    void run_ranked(const std::function<void(SectionId, double)>& each);
    /// Every section with text in the scope, whatever it says: what the matches are a part of.
    void run_scope(const std::function<bool(SectionId)>& each);

private:
    /// Ids from `first` up to but not `end` hold all years of the scope.
    struct Bounds {
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    Bounds bounds() const;
    bool in_scope(SectionId id) const;
    void find_places();
    void find_left_out();
    void run_phrase(const std::function<bool(SectionId)>& each);
    /// Every section with text in the scope, but for those left out.
    void run_sections(Direction direction, std::span<const std::int64_t> left_out,
                      const std::function<bool(SectionId)>& each);

    Connection& connection_;
    const SearchQuery& query_;
    std::optional<std::vector<std::int64_t>> places_; ///< of reports of the scope's bodies, sorted; none: any
    std::vector<std::int64_t> left_out_;              ///< sorted; only where no words are wanted
};

} // namespace nianbao::archive
