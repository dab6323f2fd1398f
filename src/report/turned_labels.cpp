#include "report/turned_labels.hpp"

#include "report/vocabulary.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

using Pieces = std::vector<LabelPiece>;

/// How many pieces at the beginning are an item's label, wrapped or not; 0 where they are none. The longest
/// counts: 行政规范 + 性文件.
std::size_t item_at_begin(const Pieces& pieces) {
    constexpr std::size_t most_wrapped = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(most_wrapped, pieces.size()); ++i) {
        text += pieces[i].folded;
        if (disclosure_item(text)) return i + 1;
    }
    return 0;
}

bool is_measure(const LabelPiece& piece) {
    return !disclosure_item(piece.folded) && !disclosure_measures_in(piece.folded).empty();
}

} // namespace

bool values_stand_before_labels(const Region& region) {
    return std::any_of(region.runs.begin(), region.runs.end(), [](const Run& run) {
        return !run.row && run.printed() > 0 && !run.label.empty() && is_measure(run.label.back());
    });
}

std::optional<Region> with_labels_before_values(const Region& region) {
    Region turned = region;
    turned.tail.clear();
    std::size_t taken = 0; // pieces of this run's label that belong to the run before
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const Pieces& next = i + 1 < region.runs.size() ? region.runs[i + 1].label : region.tail;
        const std::size_t item = item_at_begin(next);
        if (item == 0 || region.runs[i].row) return std::nullopt;
        Pieces& label = turned.runs[i].label;
        label.erase(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(taken));
        label.insert(label.end(), next.begin(), next.begin() + static_cast<std::ptrdiff_t>(item));
        taken = item;
    }
    turned.line_step = 0; // missing lines no longer tell of blank cells
    return turned;
}

} // namespace nianbao::report
