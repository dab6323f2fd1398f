// Random figures, how they are printed, and the document around them.
#include "support/layouts.hpp"

#include <algorithm>
#include <span>

namespace nianbao::test {

using namespace nianbao::report;

namespace {

std::int64_t random_count(std::mt19937& random, bool often) {
    std::uniform_int_distribution<int> chance(0, 99);
    if (chance(random) >= (often ? 50 : 15)) return 0;
    std::uniform_int_distribution<int> digits(1, 5);
    std::int64_t top = 1;
    for (int i = digits(random); i > 0; --i) top *= 10;
    return std::uniform_int_distribution<std::int64_t>(1, top)(random);
}

class FigureMaker {
public:
    FigureMaker(Generation generation, const Print& print, std::mt19937& random)
        : generation_(generation), print_(print), random_(random) {}

    FigureTable table(TableKind table) {
        FigureTable figures;
        for (const FormRow& form : rows(table)) {
            if (generation_ == Generation::g1 ? !form.g1 : !form.g2) continue;
            figures.rows.push_back(table == TableKind::disclosure ? item(form) : counts(table, form));
        }
        return figures;
    }

private:
    FigureRow item(const FormRow& form) {
        FigureRow row{form.code, {}};
        for (const std::string_view measure : measures(form.code, generation_)) {
            Decimal value{random_count(random_, true), measure == "amount" ? 1 : 0};
            if (value.mantissa == 0) value.scale = 0;
            if (measure == "change" && random_() % 2 == 0) value.mantissa = -value.mantissa;
            row.cells.push_back(figure_of(measure, value));
        }
        return row;
    }

    /// Totals add up, as they nearly always do; otherwise a row with blanks may stand in several places.
    FigureRow counts(TableKind table, const FormRow& form) {
        FigureRow row{form.code, {}};
        Decimal total;
        for (const FormColumn& column : columns(table)) {
            Decimal value{random_count(random_, column.code == "natural_person"), 0};
            if (column.code == "total") value = total;
            total.mantissa += value.mantissa;
            row.cells.push_back(figure_of(column.code, value));
        }
        if (table == TableKind::requests && !form.group.empty() && !print_.child_totals) {
            row.cells.back().value.reset();
            row.cells.back().state = CellState::blank;
        }
        return row;
    }

    Figure figure_of(std::string_view column, Decimal value) {
        Figure figure;
        figure.column = column;
        const bool zero = value.mantissa == 0;
        // Not the totals: a row without one, where nearly all have theirs, is taken for a row that lost a
        // value.
        const bool left_blank = zero && column != "total" && print_.blank_zeros > 0 &&
                                random_() % 100 < static_cast<unsigned>(print_.blank_zeros);
        if (left_blank || (zero && print_.zero.empty())) {
            figure.state = CellState::blank;
        } else if (zero && print_.zero != "0") {
            figure.state = CellState::not_applicable;
        } else {
            figure.state = CellState::number;
            figure.value = value;
        }
        return figure;
    }

    Generation generation_;
    const Print& print_;
    std::mt19937& random_;
};

std::string full_width(const std::string& digits) {
    std::string wide;
    for (const char c : digits) {
        const char32_t code = U'！' + static_cast<char32_t>(c - '!');
        wide += static_cast<char>(0xEF);
        wide += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        wide += static_cast<char>(0x80 | (code & 0x3F));
    }
    return wide;
}

std::string printed(const Figure& figure, const Print& print) {
    if (!figure.value) return figure.state == CellState::blank ? "" : print.zero;
    std::string digits = figure.value->to_string();
    if (print.thousands) {
        const std::size_t begin = digits.front() == '-' ? 1 : 0;
        for (std::size_t at = std::min(digits.find('.'), digits.size()); at > begin + 3; at -= 3)
            digits.insert(at - 3, ",");
    }
    if (print.full_width) digits = full_width(digits);
    return digits + (print.padded ? "  " : "");
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// A wording of labels and headings that occurs beside the official one (domain.md §2).
struct Wording {
    std::string_view official;
    std::string_view printed;
};
constexpr Wording brackets[] = {{"（", "("}, {"）", ")"}};
constexpr Wording commas[] = {{"1.", "1、"}, {"2.", "2、"}, {"3.", "3、"}, {"4.", "4、"},
                              {"5.", "5、"}, {"6.", "6、"}, {"7.", "7、"}, {"8.", "8、"}};
constexpr Wording spaces_behind_marks[] = {{"1.", "1. "}, {"2.", "2. "}, {"3.", "3. "}, {"4.", "4. "},
                                           {"5.", "5. "}, {"6.", "6. "}, {"7.", "7. "}, {"8.", "8. "}};
constexpr Wording shorter[] = {{"“三安全一稳定”", "三安全一稳定"},
                               {"行政规范性文件", "规范性文件"},
                               {"第二十条第", "第二十条 第"},
                               {"结果维持", "结果 维持"},
                               {"本年废止件数", "本年度止件数"}};
constexpr Wording longer[] = {
    {"五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"},
    {"四、政府信息公开行政复议", "四、因政府信息公开工作被申请行政复议"},
    {"行政诉讼情况", "提起行政诉讼情况"},
    {"结转下年度", "结转下一年度"},
    {"采购总金额", "采购总金额（万元）"}};

void reword(Sheet& sheet, std::span<const Wording> words) {
    for (Part& part : sheet.parts) {
        if (part.kind == PartKind::paragraph) continue;
        for (const Wording& word : words) replace_all(part.text, word.official, word.printed);
        for (GridRow& row : part.grid.rows) {
            for (GridCell& cell : row.cells) {
                for (const Wording& word : words) {
                    if (cell.kind != CellKind::value) replace_all(cell.text, word.official, word.printed);
                }
            }
        }
    }
}

/// Half of the reports are worded as the form is; the others depart from it in some way.
void reword(Sheet& sheet, std::mt19937& random) {
    if (random() % 2 == 0) return;
    if (random() % 2 == 0) reword(sheet, shorter);
    if (random() % 2 == 0) reword(sheet, longer);
    if (random() % 2 == 0)
        reword(sheet, random() % 2 == 0 ? std::span(commas) : std::span(spaces_behind_marks));
    if (random() % 2 == 0) reword(sheet, brackets);
}

} // namespace

Report random_report(std::mt19937& random, Generation generation, const Print& print) {
    Report report;
    report.generation = generation;
    report.year = generation == Generation::g1 ? 2019 : 2023;
    report.body = "清溪县自然资源局";
    report.title = *report.body + std::to_string(*report.year) + "年政府信息公开工作年度报告";
    FigureMaker figures(generation, print, random);
    for (const TableKind table : all_tables) report.table(table) = figures.table(table);
    return report;
}

Sheet sheet_of(const Report& report, const Print& print, std::mt19937& random) {
    const Printed by = [&](const Figure& figure) { return printed(figure, print); };
    Sheet sheet;
    const auto add = [&](PartKind kind, const std::string& text) { sheet.parts.push_back({kind, text, {}}); };
    const auto add_table = [&](Grid grid) { sheet.parts.push_back({PartKind::table, "", std::move(grid)}); };
    add(PartKind::title, report.title);
    add(PartKind::heading, "一、总体情况");
    add(PartKind::paragraph, "全年公开信息312条，其中政策解读9篇。");
    if (random() % 2 == 0)
        add(PartKind::paragraph, "（二）依申请公开。办理时限平均12个工作日，答复文书逐件审核。");
    add(PartKind::heading, "二、主动公开政府信息情况");
    add_table(disclosure_grid(report, by));
    add(PartKind::heading, "三、收到和处理政府信息公开申请情况");
    add_table(requests_grid(report, by));
    if (random() % 2 == 0) add(PartKind::paragraph, "（注：其他情形中含7件经检索信息不存在的情形。）");
    add(PartKind::heading, "四、政府信息公开行政复议、行政诉讼情况");
    add_table(disputes_grid(report, by));
    add(PartKind::heading, "五、存在的主要问题及改进情况");
    add(PartKind::paragraph, "存在的问题：解读形式单一。改进措施：每月抽查3次。");
    add(PartKind::heading, "六、其他需要报告的事项");
    add(PartKind::paragraph, "无。");
    reword(sheet, random);
    return sheet;
}

} // namespace nianbao::test
