#include "archive/search/match_scan.hpp"

#include "archive/search/places.hpp"
#include "fts/phrase_rows.hpp"
#include "text/contains.hpp"

#include <algorithm>
#include <limits>

namespace nianbao::archive {

namespace {

std::int64_t first_id(int year) {
    return SectionId::of(ReportPlace::before_first(year), report::SectionKind::preface).value;
}

bool any_holds(const std::vector<YearRange>& ranges, int year) {
    return std::ranges::any_of(ranges, [&](const YearRange& range) { return range.holds(year); });
}

bool holds_any(const std::string& name, const std::vector<std::string>& parts) {
    return std::ranges::any_of(parts, [&](const std::string& part) { return text::contains(name, part); });
}

bool is_meant(const std::string& name, const SearchScope& scope) {
    return std::ranges::all_of(scope.bodies, [&](const auto& parts) { return holds_any(name, parts); }) &&
           !holds_any(name, scope.other_bodies);
}

} // namespace

MatchScan::MatchScan(Connection& connection, const SearchQuery& query)
    : connection_(connection), query_(query) {
    if (query.scope.limits_bodies()) find_places();
    if (query.words.all.empty() && !query.words.none.empty()) find_left_out();
}

void MatchScan::find_places() {
    places_.emplace();
    for (const PlacedReport& report : placed_reports(connection_)) {
        if (is_meant(report.body, query_.scope)) places_->push_back(report.place.value);
    }
}

void MatchScan::find_left_out() {
    auto query =
        connection_.prepare("select rowid from section_fts where section_fts match ?1 order by rowid");
    query.add(query_.match_left_out());
    while (query.step()) left_out_.push_back(query.integer(0));
}

MatchScan::Bounds MatchScan::bounds() const {
    if (query_.scope.is_nothing) return {};
    Bounds bounds{0, std::numeric_limits<std::int64_t>::max()};
    if (query_.scope.years.empty()) return bounds;
    const auto& years = query_.scope.years;
    bounds.first = first_id(std::ranges::min(years, {}, &YearRange::first).first);
    bounds.end = first_id(std::ranges::max(years, {}, &YearRange::last).last + 1);
    return bounds;
}

bool MatchScan::in_scope(SectionId id) const {
    const SearchScope& scope = query_.scope;
    if (!scope.years.empty() && !any_holds(scope.years, id.year())) return false;
    if (!scope.other_years.empty() && any_holds(scope.other_years, id.year())) return false;
    return !places_ || std::ranges::binary_search(*places_, id.place().value);
}

void MatchScan::run(Direction direction, const std::function<bool(SectionId)>& each) {
    if (query_.scope.is_nothing) return;
    if (query_.words.all.empty()) return run_sections(direction, left_out_, each);
    const bool from_first = direction == Direction::oldest_first && query_.scope.years.empty();
    if (from_first && query_.words.is_one_phrase()) return run_phrase(each);
    auto query = connection_.prepare(direction == Direction::oldest_first
                                         ? "select rowid from section_fts where section_fts match ?1"
                                           " and rowid >= ?2 and rowid < ?3 order by rowid"
                                         : "select rowid from section_fts where section_fts match ?1"
                                           " and rowid >= ?2 and rowid < ?3 order by rowid desc");
    const Bounds ids = bounds();
    query.add(query_.match()).add(ids.first).add(ids.end);
    while (query.step()) {
        const SectionId id{query.integer(0)};
        if (in_scope(id) && !each(id)) return;
    }
}

// What is typed most. Years are better served by a range of ids, of which SQLite reads no more than it must.
void MatchScan::run_phrase(const std::function<bool(SectionId)>& each) {
    const auto take = [&](std::int64_t row) {
        const SectionId id{row};
        return !in_scope(id) || each(id);
    };
    const int status = fts::for_each_row(connection_.handle(), "section_fts", query_.match(), take);
    if (status != SQLite::OK) throw SQLite::Exception(connection_.handle(), status);
}

void MatchScan::run_ranked(const std::function<void(SectionId, double)>& each) {
    auto query = connection_.prepare("select rowid, rank from section_fts where section_fts match ?1"
                                     " and rowid >= ?2 and rowid < ?3");
    const Bounds ids = bounds();
    query.add(query_.match()).add(ids.first).add(ids.end);
    while (query.step()) {
        const SectionId id{query.integer(0)};
        if (in_scope(id)) each(id, query.real(1));
    }
}

// The index's table of sizes: of each section a number of tokens a column, far less to read than the
// sections. What has no text (a section that is a table) has none, and is nobody's answer.
void MatchScan::run_sections(Direction direction, std::span<const std::int64_t> left_out,
                             const std::function<bool(SectionId)>& each) {
    auto query = connection_.prepare(direction == Direction::oldest_first
                                         ? "select id from section_fts_docsize where id >= ?1 and id < ?2"
                                           " and sz <> zeroblob(7) order by id"
                                         : "select id from section_fts_docsize where id >= ?1 and id < ?2"
                                           " and sz <> zeroblob(7) order by id desc");
    const Bounds ids = bounds();
    query.add(ids.first).add(ids.end);
    const auto& kinds = query_.scope.sections;
    while (query.step()) {
        const SectionId id{query.integer(0)};
        const bool meant = kinds.empty() || std::ranges::find(kinds, id.kind()) != kinds.end();
        if (!meant || !in_scope(id) || std::ranges::binary_search(left_out, id.value)) continue;
        if (!each(id)) return;
    }
}

void MatchScan::run_scope(const std::function<bool(SectionId)>& each) {
    run_sections(Direction::oldest_first, {}, each);
}

} // namespace nianbao::archive
