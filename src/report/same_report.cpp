#include "report/same_report.hpp"

#include "report/table_parts.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace nianbao::report {

namespace {

constexpr std::size_t shortest_sentence = 12 * 3; ///< bytes: shorter ones (无。, 现报告如下) are everybody's
constexpr std::size_t shortest_clause = 8 * 3; ///< the same of texts that have no such sentences
constexpr std::size_t enough_sentences = 2;
constexpr double versions_share = 0.3; ///< of the sentences of the shorter text

/// What stands between the marks in 总体情况 and 改进, as far as it is long enough to say something.
std::set<std::string> parts_of(const Report& report, std::initializer_list<std::string_view> marks,
                               std::size_t shortest) {
    std::set<std::string> parts;
    for (const SectionKind kind : {SectionKind::overview, SectionKind::improvements}) {
        const Section* section = report.section(kind);
        if (!section) continue;
        const std::string text = text::fold(section->text);
        std::string_view rest = text;
        while (!rest.empty()) {
            std::size_t end = rest.size();
            std::size_t mark = 0;
            for (const std::string_view one : marks) {
                const std::size_t at = rest.find(one);
                if (at >= end) continue;
                end = at;
                mark = one.size();
            }
            if (end >= shortest) parts.emplace(rest.substr(0, end));
            rest.remove_prefix(end + mark);
        }
    }
    return parts;
}

std::set<std::string> sentences_of(const Report& report) {
    return parts_of(report, {"。", ";"}, shortest_sentence);
}

std::set<std::string> clauses_of(const Report& report) {
    return parts_of(report, {"。", ";", ",", ":"}, shortest_clause);
}

/// The figures of all three tables as values; places do not count. Tables of zeros are everybody's and prove
/// nothing.
bool same_figures(const Report& a, const Report& b) {
    bool something = false;
    for (const TableKind kind : all_tables) {
        if (a.table(kind).has_value() != b.table(kind).has_value()) return false;
        if (!a.table(kind)) continue;
        if (a.table(kind)->rows.size() != b.table(kind)->rows.size()) return false;
        for (const FigureRow& row : a.table(kind)->rows) {
            for (const Figure& figure : row.cells) {
                const Figure* other = b.table(kind)->cell(row.code, figure.column);
                if (!other || other->value != figure.value) return false;
                something = something || (figure.value && figure.value->mantissa != 0);
            }
        }
    }
    return something;
}

/// Cells of all tables that hold a number.
std::size_t all_numbers(const Report& report) {
    std::size_t count = 0;
    for (const TableKind kind : all_tables) count += report.table(kind) ? numbers_in(*report.table(kind)) : 0;
    return count;
}

} // namespace

bool is_less_complete(const Report& copy, const Report& than) {
    for (const TableKind kind : all_tables) {
        if (!than.table(kind)) continue;
        if (!copy.table(kind) || copy.table(kind)->rows.size() < than.table(kind)->rows.size()) return true;
    }
    for (const Section& section : than.sections) {
        if (section.kind != SectionKind::preface && !section.text.empty() && !copy.section(section.kind))
            return true;
    }
    return all_numbers(copy) * 2 < all_numbers(than);
}

bool may_be_same_report(const Report& a, const Report& b) {
    std::set<std::string> ours = sentences_of(a);
    std::set<std::string> theirs = sentences_of(b);
    if (std::min(ours.size(), theirs.size()) < enough_sentences) {
        ours = clauses_of(a);
        theirs = clauses_of(b);
    }
    const std::size_t fewer = std::min(ours.size(), theirs.size());
    if (fewer < enough_sentences || same_figures(a, b)) return true;
    const auto common = std::count_if(ours.begin(), ours.end(),
                                      [&](const std::string& one) { return theirs.count(one) != 0; });
    return static_cast<double>(common) >= versions_share * static_cast<double>(fewer);
}

} // namespace nianbao::report
