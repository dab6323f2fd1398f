// How many sections and reports match by body, year or section, beside how many reports there are to match.
#include "archive/search/match_scan.hpp"
#include "archive/search/places.hpp"
#include "archive/search/sections.hpp"

#include <algorithm>
#include <map>

namespace nianbao::archive {

namespace {

/// Sections and reports by group; sections of a report come one after the other.
class Tally {
public:
    /// `reports` are needed for groups by body alone, and must outlive this.
    Tally(SearchGroup group, const std::vector<PlacedReport>& reports) : group_(group), reports_(reports) {}

    void add(SectionId id) {
        SearchCount& count = counts_[key_of(id)];
        ++count.sections;
        // One section of a kind a report.
        if (group_ == SearchGroup::section || id.place() != last_place_) ++count.reports;
        last_place_ = id.place();
    }
    const std::map<std::int64_t, SearchCount>& counts() const { return counts_; }

private:
    std::int64_t key_of(SectionId id) const {
        switch (group_) {
        case SearchGroup::year:
            return id.year();
        case SearchGroup::section:
            return static_cast<std::int64_t>(id.kind());
        case SearchGroup::body:
            break;
        }
        const PlacedReport* report = report_at(reports_, id.place());
        return report == nullptr ? 0 : report->body_id;
    }

    SearchGroup group_;
    const std::vector<PlacedReport>& reports_;
    std::map<std::int64_t, SearchCount> counts_;
    ReportPlace last_place_{-1};
};

struct Group {
    std::int64_t key = 0;
    SearchCount count;
    std::int64_t of_reports = 0;
};

std::vector<Group> groups_of(Connection& connection, const SearchQuery& query, SearchGroup group) {
    const auto reports =
        group == SearchGroup::body ? placed_reports(connection) : std::vector<PlacedReport>();
    MatchScan scan(connection, query);
    Tally matches(group, reports);
    scan.run(MatchScan::Direction::oldest_first, [&](SectionId id) {
        matches.add(id);
        return true;
    });
    Tally scope(group, reports);
    scan.run_scope([&](SectionId id) {
        scope.add(id);
        return true;
    });
    std::vector<Group> groups;
    for (const auto& [key, count] : matches.counts()) {
        const auto all = scope.counts().find(key);
        groups.push_back({key, count, all == scope.counts().end() ? 0 : all->second.reports});
    }
    return groups;
}

/// Years from the newest, sections as in the form, bodies from the one with most.
void put_in_order(std::vector<Group>& groups, SearchGroup group) {
    if (group == SearchGroup::year) std::ranges::reverse(groups);
    if (group != SearchGroup::body) return;
    std::ranges::stable_sort(
        groups, [](const Group& a, const Group& b) { return a.count.sections > b.count.sections; });
}

Value name_of_group(Connection& connection, const Group& one, SearchGroup group) {
    if (group == SearchGroup::section) {
        return std::string(name_of(static_cast<report::SectionKind>(one.key)));
    }
    if (one.key == 0) return {}; // the report does not say
    if (group == SearchGroup::year) return one.key;
    auto query = connection.prepare("select name from body where id = ?1");
    return query.add(one.key).step() ? Value(query.text(0)) : Value();
}

constexpr const char* column_of(SearchGroup group) {
    return group == SearchGroup::body ? "body" : group == SearchGroup::year ? "year" : "section";
}

} // namespace

Result<void> group_sections(Connection& connection, const SearchRequest& request, SearchGroup group,
                            RowSink& sink) {
    if (auto same = check_tokenizer(connection); !same) return same.error();
    const SearchQuery query = read_search(request);
    sink.begin({column_of(group), "sections", "reports", "of_reports"});
    if (query.looks_something_up()) {
        std::vector<Group> groups = groups_of(connection, query, group);
        put_in_order(groups, group);
        const std::size_t rest = groups.size() - std::min(request.offset, groups.size());
        const std::size_t shown = request.limit == 0 ? rest : std::min(rest, request.limit);
        for (std::size_t i = 0; i < shown; ++i) {
            const Group& one = groups[request.offset + i];
            const Value name = name_of_group(connection, one, group);
            if (!sink.row({name, one.count.sections, one.count.reports, one.of_reports})) break;
        }
    }
    sink.end();
    return {};
}

} // namespace nianbao::archive
