// The tables as 国办公开办函〔2019〕60号 (G1) and 〔2021〕30号 (G2) print them, spans and all.
#include "support/layouts_grid.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace nianbao::test {

using namespace nianbao::report;

namespace {

GridCell label(std::string text, int columns = 1, int rows = 1) {
    return {std::move(text), columns, rows, CellKind::label};
}

GridCell header(std::string text, int columns = 1, int rows = 1) {
    return {std::move(text), columns, rows, CellKind::header};
}

GridCell value(std::string text, int columns = 1) {
    return {std::move(text), columns, 1, CellKind::value};
}

struct Block {
    std::string title;
    Lines measures;
    Lines items;
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

/// Measures share the three columns behind the item; the last takes what is left.
void add_measures(GridRow& row, const Lines& texts, CellKind kind) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const int columns = i + 1 == texts.size() ? 4 - static_cast<int>(texts.size()) : 1;
        row.cells.push_back({texts[i], columns, 1, kind});
    }
}

struct Group {
    std::string_view code;
    std::string title;
    int rows;
};

/// The group that begins with this row; no rows where none does.
Group group_at(const FormRow& form) {
    if (form.code == "denied_state_secret") return {"denied", "（三）不予公开", 8};
    if (form.code == "unavailable_not_held") return {"unavailable", "（四）无法提供", 3};
    if (form.code == "refused_petition") return {"refused", "（五）不予处理", 5};
    if (form.code == "other_not_corrected_in_time") return {"other", "（六）其他处理", 3};
    return {"", "", 0};
}

bool is_child(const FormRow& form) {
    return form.group == "denied" || form.group == "unavailable" || form.group == "refused" ||
           (form.group == "other" && !form.g1);
}

/// The label as its own cell has it: without the group in front.
GridCell request_label(const FormRow& form) {
    std::string text(form.zh);
    if (is_child(form)) return label(text.substr(std::string("（三）").size()));
    if (form.code == "partially_granted") text += "（区分处理的，只计这一情形，不计其他情形）";
    const bool outer = form.group.empty() && form.code != "total_processed";
    return label(text, outer ? 3 : 2);
}

void add_request_headers(Grid& grid) {
    grid.rows.push_back(
        {"",
         {header("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
          header("申请人情况", 7)}});
    grid.rows.push_back({"", {header("自然人", 1, 2), header("法人或其他组织", 5), header("总计", 1, 2)}});
    grid.rows.push_back({"",
                         {header("商业企业"), header("科研机构"), header("社会公益组织"),
                          header("法律服务机构"), header("其他")}});
}

} // namespace

Grid disclosure_grid(const Report& report, const Printed& print) {
    Grid grid{TableKind::disclosure, 4, {}};
    for (const Block& block : disclosure_blocks(report.generation)) {
        grid.rows.push_back({"", {header(block.title, 4)}});
        grid.rows.push_back({"", {header("信息内容")}});
        add_measures(grid.rows.back(), block.measures, CellKind::header);
        for (const std::string& item : block.items) {
            Lines values;
            for (const Figure& figure : report.disclosure->row(item)->cells) values.push_back(print(figure));
            grid.rows.push_back({item, {label(std::string(find_row(TableKind::disclosure, item)->zh))}});
            add_measures(grid.rows.back(), values, CellKind::value);
        }
    }
    return grid;
}

Grid requests_grid(const Report& report, const Printed& print) {
    Grid grid{TableKind::requests, 10, {}};
    add_request_headers(grid);
    for (const FigureRow& row : report.requests->rows) {
        const FormRow& form = *find_row(TableKind::requests, row.code);
        GridRow line{std::string(row.code), {}};
        if (row.code == "granted")
            line.cells.push_back(
                label("三、本年度办理结果", 1, report.generation == Generation::g1 ? 20 : 22));
        if (const Group group = group_at(form); group.rows > 0)
            line.cells.push_back(label(group.title, 1, group.rows));
        line.cells.push_back(request_label(form));
        for (const Figure& figure : row.cells) line.cells.push_back(value(print(figure)));
        grid.rows.push_back(std::move(line));
    }
    return grid;
}

Grid disputes_grid(const Report& report, const Printed& print) {
    Grid grid{TableKind::disputes, 15, {}};
    grid.rows.push_back({"", {header("行政复议", 5), header("行政诉讼", 10)}});
    GridRow routes{"", {}};
    GridRow results{"", {}};
    for (const FormColumn& column : columns(TableKind::disputes)) {
        routes.cells.push_back(header(std::string(column.zh), 1, 2));
    }
    for (const std::string_view route : {"未经复议直接起诉", "复议后起诉"}) {
        routes.cells.push_back(header(std::string(route), 5));
        for (const FormColumn& column : columns(TableKind::disputes))
            results.cells.push_back(header(std::string(column.zh)));
    }
    grid.rows.push_back(std::move(routes));
    grid.rows.push_back(std::move(results));
    GridRow values{"disputes", {}};
    for (const FigureRow& row : report.disputes->rows) {
        for (const Figure& figure : row.cells) values.cells.push_back(value(print(figure)));
    }
    grid.rows.push_back(std::move(values));
    return grid;
}

std::vector<std::vector<GridCell>> fields_of(const Grid& grid, Merged merged) {
    std::vector<std::vector<GridCell>> out;
    std::map<std::pair<int, int>, GridCell> covered; // by row and column
    for (int r = 0; r < static_cast<int>(grid.rows.size()); ++r) {
        std::vector<GridCell> fields;
        int column = 0;
        const auto pass_covered = [&] {
            for (auto at = covered.find({r, column}); at != covered.end(); at = covered.find({r, ++column})) {
                if (merged == Merged::dropped) continue;
                fields.push_back(at->second);
                if (merged == Merged::blank) fields.back().text.clear();
            }
        };
        for (const GridCell& cell : grid.rows[static_cast<std::size_t>(r)].cells) {
            pass_covered();
            GridCell single = cell;
            single.columns = single.rows = 1;
            for (int down = 0; down < cell.rows; ++down) {
                for (int right = 0; right < cell.columns; ++right)
                    covered[{r + down, column + right}] = single;
            }
            covered.erase({r, column++});
            fields.push_back(single);
        }
        pass_covered();
        out.push_back(std::move(fields));
    }
    return out;
}

std::size_t header_rows(const Grid& grid) {
    const auto first = std::find_if(grid.rows.begin(), grid.rows.end(),
                                    [](const GridRow& row) { return !row.code.empty(); });
    return static_cast<std::size_t>(first - grid.rows.begin());
}

std::string joined(const Lines& parts, const std::string& between) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : between) + parts[i];
    return text;
}

Lines texts_of(const std::vector<GridCell>& cells) {
    Lines texts;
    for (const GridCell& cell : cells) texts.push_back(cell.text);
    return texts;
}

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

} // namespace nianbao::test
