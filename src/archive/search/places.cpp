#include "archive/search/places.hpp"

#include <algorithm>

namespace nianbao::archive {

namespace {

std::int64_t value_of(const PlacedReport& report) {
    return report.place.value;
}

} // namespace

std::vector<PlacedReport> placed_reports(Connection& connection) {
    std::vector<PlacedReport> reports;
    auto query = connection.prepare(
        "select r.place, coalesce(r.body_id, 0), coalesce(b.name, '') from report as r"
        " left join body as b on b.id = r.body_id where r.superseded_by is null order by r.place");
    while (query.step()) reports.push_back({{query.integer(0)}, query.integer(1), query.text(2)});
    return reports;
}

const PlacedReport* report_at(const std::vector<PlacedReport>& reports, ReportPlace place) {
    const auto found = std::ranges::lower_bound(reports, place.value, {}, value_of);
    return found == reports.end() || found->place != place ? nullptr : &*found;
}

} // namespace nianbao::archive
