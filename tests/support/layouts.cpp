#include "support/layouts.hpp"

#include <algorithm>

namespace nianbao::test {

namespace {

using namespace nianbao::report;
using Lines = std::vector<std::string>;

std::int64_t random_count(std::mt19937& random, bool often) {
    std::uniform_int_distribution<int> chance(0, 99);
    if (chance(random) >= (often ? 50 : 15)) return 0;
    std::uniform_int_distribution<int> digits(1, 5);
    std::int64_t top = 1;
    for (int i = digits(random); i > 0; --i) top *= 10;
    return std::uniform_int_distribution<std::int64_t>(1, top)(random);
}

Figure figure_of(std::string_view column, Decimal value, const Print& print) {
    Figure figure;
    figure.column = column;
    if (value.mantissa == 0 && print.zero != "0") {
        figure.state = print.zero.empty() ? CellState::blank : CellState::not_applicable;
    } else {
        figure.state = CellState::number;
        figure.value = value;
    }
    return figure;
}

std::string printed(const Figure& figure, const Print& print) {
    if (!figure.value) return print.zero;
    std::string digits = figure.value->to_string();
    if (print.thousands) {
        const std::size_t begin = digits.front() == '-' ? 1 : 0;
        for (std::size_t at = std::min(digits.find('.'), digits.size()); at > begin + 3; at -= 3)
            digits.insert(at - 3, ",");
    }
    if (print.full_width) {
        std::string wide;
        for (const char c : digits) {
            const char32_t code = U'！' + static_cast<char32_t>(c - '!');
            wide += static_cast<char>(0xEF);
            wide += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            wide += static_cast<char>(0x80 | (code & 0x3F));
        }
        digits = wide;
    }
    return digits + (print.padded ? "  " : "");
}

Lines printed_row(const FigureRow& row, const Print& print) {
    Lines cells;
    for (const Figure& figure : row.cells) cells.push_back(printed(figure, print));
    return cells;
}

std::string joined(const Lines& parts, const std::string& between) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : between) + parts[i];
    return text;
}

/// The label as its own cell has it: without the group in front.
std::string own_label(const FormRow& row) {
    std::string label(row.zh);
    const bool child = row.group == "denied" || row.group == "unavailable" || row.group == "refused" ||
                       (row.group == "other" && !row.g1);
    if (child) label.erase(0, std::string("（三）").size());
    if (row.code == "partially_granted") label += "（区分处理的，只计这一情形，不计其他情形）";
    return label;
}

std::string group_label(const FormRow& row) {
    if (row.group == "denied") return "（三）不予公开";
    if (row.group == "unavailable") return "（四）无法提供";
    if (row.group == "refused") return "（五）不予处理";
    return row.group == "other" && !row.g1 ? "（六）其他处理" : "";
}

struct Block {
    std::string title;
    Lines header;
    std::vector<std::string> items;
};

std::vector<Block> disclosure_blocks(Generation generation) {
    if (generation == Generation::g1) {
        const Lines changes = {"上一年项目数量", "本年增/减", "处理决定数量"};
        return {{"第二十条第（一）项",
                 {"本年新制作数量", "本年新公开数量", "对外公开总数量"},
                 {"regulations", "normative_documents"}},
                {"第二十条第（五）项", changes, {"licensing", "other_services"}},
                {"第二十条第（六）项", changes, {"penalties", "coercive_measures"}},
                {"第二十条第（八）项", {"上一年项目数量", "本年增/减"}, {"fees"}},
                {"第二十条第（九）项", {"采购项目数量", "采购总金额"}, {"procurement"}}};
    }
    return {{"第二十条第（一）项",
             {"本年制发件数", "本年废止件数", "现行有效件数"},
             {"regulations", "normative_documents"}},
            {"第二十条第（五）项", {"本年处理决定数量"}, {"licensing"}},
            {"第二十条第（六）项", {"本年处理决定数量"}, {"penalties", "coercive_measures"}},
            {"第二十条第（八）项", {"本年收费金额（单位：万元）"}, {"fees"}}};
}

std::string tabs(std::size_t count) {
    return std::string(count, '\t');
}

/// Characters of UTF-8 text, `count` a piece.
Lines pieces(const std::string& text, std::size_t count) {
    Lines out(1);
    std::size_t characters = 0;
    for (const char c : text) {
        const bool lead = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (lead && characters++ == count) {
            out.emplace_back();
            characters = 1;
        }
        out.back() += c;
    }
    return out;
}

class Renderer {
public:
    Renderer(const Report& report, Layout layout, const Print& print, std::mt19937& random)
        : report_(report), layout_(layout), print_(print), random_(random) {}

    std::string render() {
        add(report_.title);
        prose("一、总体情况", "全年公开信息312条，其中政策解读9篇。");
        add("二、主动公开政府信息情况");
        disclosure();
        add("三、收到和处理政府信息公开申请情况");
        requests();
        add("四、政府信息公开行政复议、行政诉讼情况");
        disputes();
        prose("五、存在的主要问题及改进情况", "存在的问题：解读形式单一。改进措施：每月抽查3次。");
        prose("六、其他需要报告的事项", "无。");
        return text_;
    }

private:
    bool by_cell() const {
        return layout_ == Layout::one_cell_a_line || layout_ == Layout::one_cell_a_line_spaced;
    }
    bool by_tab() const { return layout_ == Layout::tsv || layout_ == Layout::tsv_shifted; }

    void add(const std::string& line) {
        text_ += line + (layout_ == Layout::one_cell_a_line_spaced ? "\n\n" : "\n");
        if (layout_ == Layout::flow_paged && random_() % 9 == 0) {
            ++page_;
            text_ += "第" + std::to_string(page_) + "页\n\n- " + std::to_string(page_) + " -\n";
        }
    }

    void prose(const std::string& heading, const std::string& paragraph) {
        add(heading);
        add(paragraph);
    }

    void cells(const Lines& lines) {
        for (const std::string& line : lines) add(line);
    }

    void disclosure() {
        for (const Block& block : disclosure_blocks(report_.generation)) {
            Lines header = block.header;
            header.insert(header.begin(), "信息内容");
            if (by_tab()) {
                add(block.title + tabs(3));
                add(joined(header, "\t") + tabs(4 - header.size()));
            } else if (by_cell()) {
                add(block.title);
                cells(header);
            } else {
                add(block.title);
                add(joined(header, " "));
            }
            for (const std::string& item : block.items) disclosure_row(*report_.disclosure->row(item));
        }
    }

    void disclosure_row(const FigureRow& row) {
        Lines parts = printed_row(row, print_);
        parts.insert(parts.begin(), std::string(find_row(TableKind::disclosure, row.code)->zh));
        if (by_cell()) {
            cells(parts);
        } else if (by_tab()) {
            add(joined(parts, "\t") + tabs(4 - parts.size()));
        } else {
            add(joined(parts, " "));
        }
    }

    void request_header() {
        const std::string corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
        if (by_tab()) {
            add(corner + "\t\t申请人情况\t\t\t\t\t\t总计\t");
            add("\t\t自然人\t法人或其他组织\t\t\t\t\t\t");
            add("\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t");
        } else {
            cells({corner, "申请人情况", "自然人", "法人或其他组织", "总计", "商业", "企业", "科研", "机构",
                   "社会公益组织", "法律服务机构", "其他"});
        }
    }

    void requests() {
        request_header();
        std::string group;
        for (const FigureRow& row : report_.requests->rows) {
            const FormRow& form = *find_row(TableKind::requests, row.code);
            const bool first_of_group = !group_label(form).empty() && group_label(form) != group;
            if (first_of_group) group = group_label(form);
            if (by_tab()) {
                request_row_by_tab(form, row, first_of_group);
                continue;
            }
            if (row.code == "granted") add("三、本年度办理结果");
            if (first_of_group) add(group);
            request_row(form, printed_row(row, print_));
        }
        if (random_() % 2 == 0) add("（注：其他情形中含7件经检索信息不存在的情形。）");
    }

    void request_row(const FormRow& form, const Lines& values) {
        const std::string label = own_label(form);
        if (by_cell()) {
            add(label);
            cells(values);
            return;
        }
        Lines lines = pieces(label, 20);
        const std::string run = joined(values, " ");
        switch (random_() % 3) {
        case 0:
            lines.back() += " " + run;
            break;
        case 1:
            lines.push_back(run);
            break;
        default:
            lines.insert(lines.begin() + 1, run);
            break; // inside the wrapped label
        }
        cells(lines);
    }

    void request_row_by_tab(const FormRow& form, const FigureRow& row, bool first_of_group) {
        const std::string label = own_label(form);
        const bool shifted = layout_ == Layout::tsv_shifted;
        Lines fields;
        if (form.group.empty() && form.code != "total_processed") {
            fields = shifted ? Lines{label, ""} : Lines{label, "", ""};
        } else if (group_label(form).empty()) {
            fields = shifted && form.code == "total_processed" ? Lines{label} : Lines{"", label};
            if (!shifted) fields.push_back("");
        } else if (shifted && form.code == "other_remaining") {
            fields = {label, ""};
        } else {
            fields = {"", first_of_group ? group_label(form) : "", label};
        }
        for (const std::string& value : printed_row(row, print_)) fields.push_back(value);
        add(joined(fields, "\t") + tabs(fields.size() < 10 ? 10 - fields.size() : 0));
    }

    void disputes() {
        const Lines results = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
        const std::string between = by_tab() ? "\t" : " ";
        if (by_cell()) {
            cells({"行政复议", "行政诉讼"});
            cells(results);
            cells({"未经复议直接起诉", "复议后起诉"});
            cells(results);
            cells(results);
        } else {
            add("行政复议" + (by_tab() ? tabs(5) : " ") + "行政诉讼" + (by_tab() ? tabs(9) : ""));
            add(joined(results, between) + between + "未经复议直接起诉" + (by_tab() ? tabs(5) : " ") +
                "复议后起诉");
            add(joined(results, between) + between + joined(results, between));
        }
        Lines values;
        for (const FigureRow& row : report_.disputes->rows) {
            for (const std::string& value : printed_row(row, print_)) values.push_back(value);
        }
        if (by_cell()) {
            cells(values);
        } else {
            add(joined(values, between));
        }
    }

    const Report& report_;
    Layout layout_;
    Print print_;
    std::mt19937& random_;
    std::string text_;
    int page_ = 0;
};

FigureTable random_table(TableKind table, Generation generation, const Print& print, std::mt19937& random) {
    FigureTable figures;
    for (const FormRow& form : rows(table)) {
        if (generation == Generation::g1 ? !form.g1 : !form.g2) continue;
        FigureRow row{form.code, {}};
        if (table == TableKind::disclosure) {
            for (const std::string_view measure : measures(form.code, generation)) {
                Decimal value{random_count(random, true), measure == "amount" ? 1 : 0};
                if (value.mantissa == 0) value.scale = 0;
                if (measure == "change" && random() % 2 == 0) value.mantissa = -value.mantissa;
                row.cells.push_back(figure_of(measure, value, print));
            }
        } else {
            // Totals add up, as they nearly always do; otherwise a row with blanks may stand in several
            // places.
            Decimal total;
            for (const FormColumn& column : columns(table)) {
                Decimal value{random_count(random, column.code == "natural_person"), 0};
                if (column.code == "total") value = total;
                total.mantissa += value.mantissa;
                row.cells.push_back(figure_of(column.code, value, print));
            }
        }
        figures.rows.push_back(std::move(row));
    }
    return figures;
}

} // namespace

Report random_report(std::mt19937& random, Generation generation, const Print& print) {
    Report report;
    report.generation = generation;
    report.year = generation == Generation::g1 ? 2019 : 2023;
    report.body = "清溪县自然资源局";
    report.title = *report.body + std::to_string(*report.year) + "年政府信息公开工作年度报告";
    for (const TableKind table : all_tables)
        report.table(table) = random_table(table, generation, print, random);
    return report;
}

std::string render(const Report& report, Layout layout, const Print& print, std::mt19937& random) {
    return Renderer(report, layout, print, random).render();
}

} // namespace nianbao::test
