#include "archive/search/match_scan.hpp"
#include "archive/search/repeated_text.hpp"
#include "archive/search/terms_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace nianbao::archive {

namespace {

constexpr std::size_t shortest_clause = 8; ///< characters; shorter ones are set phrases

struct Repeated {
    std::int64_t bodies = 0;
    std::int64_t reports = 0;
    int first_year = 0;
    int last_year = 0;
};

/// What each clause of one body was said in.
using YearsOfClauses = std::map<std::string, std::set<int>>;

void add_body(const YearsOfClauses& clauses, std::map<std::string, Repeated>& all) {
    for (const auto& [clause, years] : clauses) {
        if (years.size() < 2) continue;
        Repeated& repeated = all[clause];
        ++repeated.bodies;
        repeated.reports += static_cast<std::int64_t>(years.size());
        const int first = *years.begin();
        repeated.first_year = repeated.first_year == 0 ? first : std::min(repeated.first_year, first);
        repeated.last_year = std::max(repeated.last_year, *years.rbegin());
    }
}

std::map<std::string, Repeated> find_repeated(Connection& connection, const TermsRequest& request) {
    SearchQuery scope;
    scope.scope = request.scope;
    MatchScan scan(connection, scope);
    std::set<std::int64_t> wanted;
    scan.run_scope([&](SectionId id) {
        wanted.insert(id.value);
        return true;
    });
    auto query = connection.prepare("select s.id, r.body_id, s.text from report as r"
                                    " join section as s on s.report_id = r.id where r.superseded_by is null"
                                    " and r.year is not null and r.body_id is not null order by r.body_id");
    std::map<std::string, Repeated> all;
    YearsOfClauses clauses;
    std::int64_t body = 0;
    while (query.step()) {
        const SectionId id{query.integer(0)};
        if (wanted.count(id.value) == 0) continue;
        if (query.integer(1) != body) {
            add_body(clauses, all);
            clauses.clear();
            body = query.integer(1);
        }
        for (std::string& clause : clauses_of(query.text(2), shortest_clause))
            clauses[std::move(clause)].insert(id.year());
    }
    add_body(clauses, all);
    return all;
}

} // namespace

void repeated_clauses(Connection& connection, const TermsRequest& request, RowSink& sink) {
    const auto all = find_repeated(connection, request);
    std::vector<const std::pair<const std::string, Repeated>*> order;
    for (const auto& one : all) order.push_back(&one);
    std::ranges::stable_sort(order, [](const auto* a, const auto* b) {
        return std::pair(a->second.bodies, a->second.reports) >
               std::pair(b->second.bodies, b->second.reports);
    });
    if (request.limit > 0) order.resize(std::min(order.size(), request.limit));
    sink.begin({"text", "bodies", "reports", "first_year", "last_year"});
    for (const auto* one : order) {
        const Repeated& repeated = one->second;
        if (!sink.row({one->first, repeated.bodies, repeated.reports, std::int64_t{repeated.first_year},
                       std::int64_t{repeated.last_year}}))
            break;
    }
    sink.end();
}

} // namespace nianbao::archive
