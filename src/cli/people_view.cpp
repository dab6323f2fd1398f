#include "cli/people_view.hpp"

#include <utility>

namespace nianbao::cli {

PeopleView::PeopleView(archive::RowSink& sink, Keeps keeps, Shown shown)
    : sink_(sink), keeps_(std::move(keeps)), shown_(std::move(shown)) {}

void PeopleView::begin(const std::vector<std::string>& columns) {
    columns_ = columns;
    std::vector<std::string> names;
    for (const std::string& column : columns) {
        kept_.push_back(keeps_(column));
        if (kept_.back()) names.push_back(column);
    }
    sink_.begin(names);
}

bool PeopleView::row(const std::vector<archive::Value>& values) {
    std::vector<archive::Value> passed;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (kept_[at]) passed.push_back(shown_ ? shown_(columns_[at], values[at]) : values[at]);
    }
    return sink_.row(passed);
}

} // namespace nianbao::cli
