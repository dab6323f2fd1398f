#include "report/check.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace nianbao::report {

namespace {

/// A sum of cells, and whether every one of them held a number.
class Sum {
public:
    void add(const Figure* figure) {
        const auto value = figure && figure->value ? figure->value->as_integer() : std::nullopt;
        complete_ = complete_ && value.has_value();
        sum_ += value.value_or(0);
    }
    bool complete() const { return complete_; }
    std::int64_t value() const { return sum_; }

private:
    std::int64_t sum_ = 0;
    bool complete_ = true;
};

/// A report that prints / for nothing has dozens of identities that cannot be assessed: beyond this many
/// their finding names the table, not each cell.
constexpr std::size_t most_named = 5;

/// Collects the outcomes of one rule.
class Rule {
public:
    Rule(std::string id, std::string words) : id_(std::move(id)), words_(std::move(words)) {}

    /// `cells` and `where` give the cells' codes, that of the sum first, and the place in words.
    template<class Cells, class Where>
    void assess(const Sum& left, const Sum& right, const Cells& cells, const Where& where) {
        if (!left.complete() || !right.complete()) {
            open_.push_back(cells().front());
        } else if (left.value() != right.value()) {
            findings_.push_back({id_, FindingStatus::fail, cells(), Decimal{left.value(), 0},
                                 Decimal{right.value(), 0},
                                 where() + "：" + words_ + "不成立，左边 " + std::to_string(left.value()) +
                                     "，右边 " + std::to_string(right.value())});
        }
    }

    void finish(std::vector<Finding>& into) {
        for (Finding& finding : findings_) into.push_back(std::move(finding));
        if (open_.empty()) return;
        const std::string count = std::to_string(open_.size());
        if (open_.size() > most_named) open_ = {open_.front().substr(0, open_.front().find('.'))};
        into.push_back({id_,
                        FindingStatus::not_assessable,
                        std::move(open_),
                        {},
                        {},
                        words_ + "：有 " + count + " 处因单元格没有数字而无法核对"});
    }

private:
    std::string id_;
    std::string words_;
    std::vector<Finding> findings_;
    std::vector<std::string> open_;
};

/// Outcomes that make up r3.7: the groups' members of the report's form, nullptr where it has not printed
/// one.
std::vector<const FigureRow*> outcome_rows(const FigureTable& requests) {
    // Above its children （六） is a subtotal.
    const bool g1 = requests.row("other_processing") && !requests.row("other_remaining");
    std::vector<const FigureRow*> outcomes;
    for (const FormRow& row : rows(TableKind::requests)) {
        if (!row.group.empty() && (g1 ? row.g1 : row.g2)) outcomes.push_back(requests.row(row.code));
    }
    return outcomes;
}

void check_columns(const FigureTable& requests, std::vector<Finding>& findings) {
    Rule balance("I1", "本年新收＋上年结转＝总计＋结转下年度");
    Rule outcomes("I2", "各项办理结果之和＝（七）总计");
    const FigureRow* const received = requests.row("new_received");
    const FigureRow* const carried_in = requests.row("carried_in");
    const FigureRow* const processed = requests.row("total_processed");
    const FigureRow* const carried_out = requests.row("carried_out");
    const std::vector<const FigureRow*> parts_of_total = outcome_rows(requests);
    for (const FormColumn& column : columns(TableKind::requests)) {
        const auto where = [&] { return std::string(column.zh) + "列"; };
        const auto cell = [&](const FigureRow* row) { return row ? row->cell(column.code) : nullptr; };
        const auto names = [&](std::initializer_list<std::string_view> rows) {
            std::vector<std::string> all;
            for (const std::string_view row : rows)
                all.push_back(cell_code(TableKind::requests, row, column.code));
            return all;
        };
        Sum in, out;
        in.add(cell(received));
        in.add(cell(carried_in));
        out.add(cell(processed));
        out.add(cell(carried_out));
        balance.assess(
            in, out,
            [&] {
                return names({"total_processed", "new_received", "carried_in", "carried_out"});
            },
            where);

        Sum parts, total;
        for (const FigureRow* const row : parts_of_total) parts.add(cell(row));
        total.add(cell(processed));
        outcomes.assess(
            parts, total, [&] { return names({"total_processed"}); }, where);
    }
    balance.finish(findings);
    outcomes.finish(findings);
}

/// I3 and I4 are the same sum over a row: all columns but the last make the last.
void check_rows(TableKind table, const FigureTable& figures, Rule rule, std::vector<Finding>& findings) {
    const auto all = columns(table);
    for (const FigureRow& row : figures.rows) {
        Sum parts, total;
        for (const FormColumn& column : all.first(all.size() - 1)) parts.add(row.cell(column.code));
        total.add(row.cell(all.back().code));
        rule.assess(
            parts, total,
            [&] { return std::vector<std::string>{cell_code(table, row.code, all.back().code)}; },
            [&] { return std::string(find_row(table, row.code)->zh); });
    }
    rule.finish(findings);
}

} // namespace

std::vector<Finding> check_identities(const Report& report) {
    std::vector<Finding> findings;
    if (report.requests) {
        check_columns(*report.requests, findings);
        check_rows(TableKind::requests, *report.requests, Rule("I3", "各类申请人之和＝总计"), findings);
    }
    if (report.disputes) {
        check_rows(TableKind::disputes, *report.disputes, Rule("I4", "各种结果之和＝总计"), findings);
    }
    return findings;
}

} // namespace nianbao::report
