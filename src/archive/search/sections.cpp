// A search in three steps: count the matches by their ids, put the ids in order, and read only those of the
// page that is asked for.
#include "archive/search/sections.hpp"
#include "archive/migrate.hpp"
#include "archive/search/match_scan.hpp"
#include "archive/search/places.hpp"
#include "archive/search/repeated_text.hpp"
#include "fts/tokenizer.hpp"

#include <algorithm>
#include <set>

namespace nianbao::archive {

namespace {

using Direction = MatchScan::Direction;

/// bm25 looks at every phrase for every match: of more the newest come first.
constexpr std::size_t most_ranked_phrases = 64;

/// A section that matches; its rank where the order is by rank.
struct Match {
    SectionId id;
    std::optional<double> rank;
};

/// Where the page ends, counted from the first match.
std::size_t end_of_page(const SearchRequest& request) {
    const std::size_t all = std::numeric_limits<std::size_t>::max();
    if (request.limit == 0 || request.limit > all - request.offset) return all;
    return request.offset + request.limit;
}

/// Counts no further than just above `most`.
SearchCount count_matches(MatchScan& scan, std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
    SearchCount count;
    ReportPlace last{-1};
    scan.run(Direction::oldest_first, [&](SectionId id) {
        ++count.sections;
        if (id.place() != last) ++count.reports; // those of a report stand together
        last = id.place();
        return count.sections <= most;
    });
    return count;
}

std::vector<Match> by_rank(MatchScan& scan, std::size_t wanted) {
    std::vector<Match> found;
    scan.run_ranked([&](SectionId id, double rank) { found.push_back({id, rank}); });
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, found.size()));
    std::partial_sort(found.begin(), end, found.end(), [](const Match& a, const Match& b) {
        return a.rank != b.rank ? *a.rank < *b.rank : a.id.value > b.id.value; // of equals the newest
    });
    found.erase(end, found.end());
    return found;
}

std::vector<Match> newest_first(MatchScan& scan, std::size_t wanted) {
    std::vector<Match> found;
    scan.run(Direction::newest_first, [&](SectionId id) {
        found.push_back({id, {}});
        return found.size() < wanted;
    });
    return found;
}

std::vector<Match> by_body(Connection& connection, MatchScan& scan) {
    struct Named {
        std::string_view body;
        Match match;
    };
    const auto reports = placed_reports(connection);
    std::vector<Named> named;
    scan.run(Direction::newest_first, [&](SectionId id) {
        const PlacedReport* report = report_at(reports, id.place());
        named.push_back({report == nullptr ? std::string_view() : report->body, {id, {}}});
        return true;
    });
    std::ranges::stable_sort(named, [](const Named& a, const Named& b) {
        if (a.body.empty() != b.body.empty()) return b.body.empty(); // those without a name are last
        return a.body < b.body;
    });
    std::vector<Match> found;
    for (const Named& one : named) found.push_back(one.match);
    return found;
}

bool has_too_many_words(const SearchQuery& query) {
    return query.words.wanted().size() > most_ranked_phrases;
}

SearchOrder order_of(const SearchRequest& request, const SearchQuery& query, const SearchCount& count) {
    const bool words = !query.words.all.empty();
    if (request.order == SearchOrder::automatic)
        return words && !has_too_many_words(query) && count.sections <= most_ranked ? SearchOrder::rank
                                                                                    : SearchOrder::year;
    return request.order == SearchOrder::rank && !words ? SearchOrder::year : request.order;
}

std::vector<Match> in_order(Connection& connection, MatchScan& scan, SearchOrder order, std::size_t wanted) {
    switch (order) {
    case SearchOrder::rank:
        return by_rank(scan, wanted);
    case SearchOrder::body:
        return by_body(connection, scan);
    case SearchOrder::automatic:
    case SearchOrder::year:
        break;
    }
    return newest_first(scan, wanted);
}

SearchHit read_hit(Connection& connection, const Match& match, std::span<const fts::Phrase> phrases,
                   int context) {
    auto query =
        connection.prepare("select b.name, r.year, s.text, s.line, c.path, r.id, s.page from section as s"
                           " join report as r on r.id = s.report_id"
                           " join source as c on c.id = r.source_id"
                           " left join body as b on b.id = r.body_id where s.id = ?1");
    query.add(match.id.value).step();
    SearchHit hit;
    hit.report_id = query.integer(5);
    hit.section = match.id.kind();
    hit.rank = match.rank;
    hit.body = query.text(0);
    if (const auto year = query.maybe_integer(1)) hit.year = static_cast<int>(*year);
    const std::string text = query.text(2);
    auto snippet = make_snippet(text, fts::find_hits(text, phrases), context);
    hit.snippet = std::move(snippet.text);
    hit.hits = std::move(snippet.hits);
    hit.line = static_cast<int>(query.integer(3));
    hit.source = query.text(4);
    hit.page = static_cast<int>(query.integer(6));
    return hit;
}

/// Takes the matches that repeat an earlier one out of the order, and remembers of what years they are.
class Folding {
public:
    Folding(Connection& connection, const std::vector<Match>& order) : connection_(connection) {
        for (const Match& match : order) matches_.insert(match.id.value);
    }

    std::size_t folded() const { return folded_.size(); }
    /// False for a match that was folded into one before it.
    bool stands(SectionId id) const { return folded_.count(id.value) == 0; }

    /// The other years of the body's same section that say the same; they stand no more.
    std::vector<int> fold_into(SectionId head) {
        std::vector<int> years;
        const CharacterPairs said(text_of(head));
        auto query = connection_.prepare(
            "select s.id, s.text from report as h join report as r on r.body_id = h.body_id"
            " join section as s on s.report_id = r.id and (s.id & 7) = ?2"
            " where h.place = ?1 and r.superseded_by is null order by s.id desc");
        query.add(head.place().value).add(static_cast<std::int64_t>(head.kind()));
        while (query.step()) {
            const SectionId id{query.integer(0)};
            if (id.year() == head.year() || matches_.count(id.value) == 0 || !stands(id)) continue;
            if (said.share_with(CharacterPairs(query.text(1))) < same_text) continue;
            folded_.insert(id.value);
            if (years.empty() || years.back() != id.year()) years.push_back(id.year());
        }
        return years;
    }

private:
    std::string text_of(SectionId id) {
        auto query = connection_.prepare("select text from section where id = ?1");
        return query.add(id.value).step() ? query.text(0) : std::string();
    }

    Connection& connection_;
    std::set<std::int64_t> matches_;
    std::set<std::int64_t> folded_;
};

void read_folded_page(Connection& connection, const SearchRequest& request, const std::vector<Match>& order,
                      std::span<const fts::Phrase> phrases, const TakeHit& take, SearchSummary& summary) {
    Folding folding(connection, order);
    const std::size_t end = end_of_page(request);
    std::size_t at = 0;
    for (const Match& match : order) {
        if (at >= end) break;
        if (!folding.stands(match.id)) continue;
        auto years = folding.fold_into(match.id);
        if (at++ < request.offset) continue;
        SearchHit hit = read_hit(connection, match, phrases, request.context);
        hit.repeats = std::move(years);
        if (!take(std::move(hit))) break;
    }
    summary.folded = static_cast<std::int64_t>(folding.folded());
}

void read_page(Connection& connection, const SearchRequest& request, const std::vector<Match>& order,
               std::span<const fts::Phrase> phrases, const TakeHit& take, SearchSummary&) {
    const std::size_t end = std::min(end_of_page(request), order.size());
    for (std::size_t at = request.offset; at < end; ++at)
        if (!take(read_hit(connection, order[at], phrases, request.context))) break;
}

} // namespace

Result<void> check_tokenizer(Connection& connection) {
    if (indexed_tokenizer_version(connection) == fts::tokenizer_version) return {};
    return Error{ErrorCode::archive_corrupt,
                 {"全文索引由另一版本的分词器建立",
                  "the full-text index was made by another version of the tokenizer"},
                 {"用 nianbao verify --rebuild 重建", "`nianbao verify --rebuild` makes it anew"},
                 connection.path()};
}

Result<SearchCount> count_sections(Connection& connection, const SearchRequest& request) {
    if (auto same = check_tokenizer(connection); !same) return same.error();
    const SearchQuery query = read_search(request);
    if (!query.looks_something_up()) return SearchCount{};
    MatchScan scan(connection, query);
    return count_matches(scan);
}

Result<SearchSummary> search_sections(Connection& connection, const SearchRequest& request,
                                      const TakeHit& take) {
    if (auto same = check_tokenizer(connection); !same) return same.error();
    const SearchQuery query = read_search(request);
    SearchSummary result;
    result.notes = query.notes;
    if (!query.looks_something_up()) return result;
    MatchScan scan(connection, query);
    const bool automatic = request.order == SearchOrder::automatic;
    result.count = automatic ? count_matches(scan, most_ranked) : count_matches(scan);
    result.is_more = automatic && result.count.sections > most_ranked;
    if (result.count.sections == 0) return result;
    if (automatic && has_too_many_words(query)) {
        const std::string most = std::to_string(most_ranked_phrases);
        result.notes.push_back({"词超过 " + most + " 个，由新到旧排列；--sort rank 按相关度",
                                "more than " + most + " words: newest first; --sort rank ranks"});
    }
    result.order = order_of(request, query, result.count);
    const std::size_t all = std::numeric_limits<std::size_t>::max();
    const auto order = in_order(connection, scan, result.order, request.fold ? all : end_of_page(request));
    const auto read = request.fold ? read_folded_page : read_page;
    read(connection, request, order, query.words.wanted(), take, result);
    return result;
}

} // namespace nianbao::archive
