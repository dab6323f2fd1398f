#include "report/disclosure_header.hpp"

#include "report/vocabulary.hpp"
#include "text/contains.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::report {

namespace {

using text::contains;
using text::contains_any;

/// 上一年项目数量(指2019年事项数): the instructions are no part of the label.
std::string_view without_note(std::string_view label) {
    const std::size_t bracket = label.find('(');
    return bracket == 0 || bracket == std::string_view::npos ? label : label.substr(0, bracket);
}

/// 上年数, 去年同期, 同比: of another year, whatever else it says.
bool is_of_another_year(std::string_view words) {
    return contains_any(words, {"上年", "去年", "上一年", "往年", "同期", "同比", "环比", "较", "累计"});
}

/// The measure that the words of one cell name; empty where they name none of the form's, or several.
std::string_view measure_of(std::string_view cell) {
    const std::string_view words = without_note(cell);
    if (is_of_another_year(words) && !contains(words, "项目")) return {};
    const auto named = disclosure_measures_in(words);
    return named.size() == 1 ? named.front() : std::string_view{};
}

/// A label cut short or misprinted: 本年新, 本年度止件, 处理决定.
bool resembles(std::string_view cell, std::string_view code) {
    const std::string_view words = without_note(cell);
    if (is_of_another_year(words) || !measure_of(cell).empty()) return false;
    const std::string_view official = find_column(TableKind::disclosure, code)->zh;
    if (contains(official, words)) return true;
    constexpr int part = 3; // characters for each that may differ
    return text::edit_distance(words, official) * part <= text::width(words) / 2;
}

/// The cells of the header are the item's measures, in the form's order.
bool is_form(const std::vector<std::string>& labels, std::span<const std::string_view> form) {
    if (labels.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (measure_of(labels[i]) != form[i] && !resembles(labels[i], form[i])) return false;
    }
    return true;
}

/// What stands there, stands in the form's order, and all of it is of the form.
bool is_part_of(const Measures& measures, std::span<const std::string_view> form) {
    auto next = form.begin();
    for (const std::string_view measure : measures) {
        next = std::find(next, form.end(), measure);
        if (next == form.end()) return false;
        ++next;
    }
    return true;
}

std::vector<std::string> without_repeats(const std::vector<std::string>& labels) {
    std::vector<std::string> kept;
    std::unique_copy(labels.begin(), labels.end(), std::back_inserter(kept));
    return kept;
}

Measures measures_of_cells(const std::vector<std::string>& labels) {
    Measures measures;
    for (const std::string& label : labels) measures.push_back(measure_of(label));
    return measures;
}

bool has_twice(const Measures& measures) {
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (!measures[i].empty() && std::count(measures.begin(), measures.end(), measures[i]) > 1)
            return true;
    }
    return false;
}

/// Measures of the form of 2019 are of last year: 上一年项目数量 speaks of no other column.
std::string without_items_of_last_year(std::string words) {
    for (const std::string_view measure : {"上一年项目", "上年度项目", "上年项目"}) {
        for (std::size_t at = words.find(measure); at != std::string::npos; at = words.find(measure))
            words.erase(at, measure.size());
    }
    return words;
}

ItemColumns plain(std::span<const std::string_view> form) {
    const Measures measures(form.begin(), form.end());
    return {measures, measures};
}

} // namespace

DisclosureHeader::DisclosureHeader(const std::vector<LabelPiece>& pieces) {
    const std::string text = joined(pieces);
    const std::size_t begin = text.rfind("信息内容");
    found = begin != std::string::npos || contains(text, "第二十条");
    if (!found) return;
    words_ = begin == std::string::npos ? text : text.substr(begin);
    measures_ = disclosure_measures_in(words_);
    unit = unit_in_header(words_);
    for (std::size_t i = pieces.size(); i-- > 0;) {
        if (pieces[i].folded != "信息内容") continue;
        read_row(pieces, i);
        break;
    }
}

void DisclosureHeader::read_row(const std::vector<LabelPiece>& pieces, std::size_t begin) {
    const auto in_row = [&](const LabelPiece& piece) { // cells a line have their item in the same row
        const bool same = piece.column == 0 || piece.strip == pieces[begin].strip;
        return same && !disclosure_item(piece.folded);
    };
    std::size_t end = begin + 1;
    while (end < pieces.size() && in_row(pieces[end])) ++end;
    if (end == begin + 1) return;
    const bool row = pieces[begin].column != 0;
    for (std::size_t i = begin + 1; i < end; ++i) labels_.push_back(pieces[i].folded);
    if (row) {
        item_column = pieces[begin].column;
        first_measure = pieces[begin + 1].column;
        for (std::size_t i = begin + 1; i < end; ++i) {
            if (i > begin + 1 && pieces[i].folded == pieces[i - 1].folded) {
                ++covered.back();
            } else {
                covered.push_back(1);
            }
        }
    }
    // In lines a cell's words may stand in several pieces: they are cells only where each is a whole one. Nor
    // are they in a row that another row of the header goes on below.
    const bool goes_on = row && end < pieces.size() && !disclosure_item(pieces[end].folded);
    const bool pieces_are_cells =
        row ? !goes_on : std::all_of(labels_.begin(), labels_.end(), [](const std::string& label) {
            return !measure_of(label).empty() || is_of_another_year(without_note(label));
        });
    if (!pieces_are_cells) labels_.clear();
}

std::string DisclosureHeader::unknown_words() const {
    std::string words;
    for (const std::string& label : labels_) {
        if (measure_of(label).empty()) words += (words.empty() ? "" : "、") + label;
    }
    return words;
}

ItemColumns DisclosureHeader::columns_of(std::string_view item, Generation whole) const {
    for (const auto& labels : {labels_, without_repeats(labels_)}) {
        for (const Generation form : {Generation::g2, Generation::g1}) {
            const auto official = measures(item, form);
            if (official.empty()) continue;
            if (is_form(labels, official)) return plain(official);
            const Measures named = labels.empty() ? measures_ : measures_of_cells(labels);
            const bool others = labels.empty() && is_of_another_year(without_items_of_last_year(words_));
            if (!others && std::is_permutation(official.begin(), official.end(), named.begin(), named.end()))
                return {named, named};
        }
    }
    // An item that only one form has is that form's, whatever the rest of a mixed table says.
    auto form = measures(item, whole);
    if (form.empty()) form = measures(item, Generation::g1);
    return labels_.empty() ? by_words(form) : by_cells(form);
}

/// Where only the words of the header are known: the form's columns, unless there are others or the words
/// stand in another order.
ItemColumns DisclosureHeader::by_words(std::span<const std::string_view> form) const {
    ItemColumns columns = plain(form);
    Measures of_item;
    std::copy_if(
        measures_.begin(), measures_.end(), std::back_inserter(of_item),
        [&](std::string_view measure) { return std::find(form.begin(), form.end(), measure) != form.end(); });
    columns.certain = is_part_of(of_item, form) && !is_of_another_year(without_items_of_last_year(words_));
    return columns;
}

/// A header with a cell that is none of the form's; one of the form's words alone may be another item's, or
/// have lost a cell.
ItemColumns DisclosureHeader::by_cells(std::span<const std::string_view> form) const {
    ItemColumns columns = plain(form);
    const Measures cells = measures_of_cells(labels_);
    if (std::find(cells.begin(), cells.end(), std::string_view{}) == cells.end()) {
        Measures of_item;
        std::copy_if(cells.begin(), cells.end(), std::back_inserter(of_item), [&](std::string_view measure) {
            return std::find(form.begin(), form.end(), measure) != form.end();
        });
        columns.certain = is_part_of(of_item, form);
        return columns;
    }
    const bool any = std::any_of(cells.begin(), cells.end(), [&](std::string_view measure) {
        return std::find(form.begin(), form.end(), measure) != form.end();
    });
    columns.printed = cells;
    columns.certain = any && !has_twice(cells);
    return columns;
}

} // namespace nianbao::report
