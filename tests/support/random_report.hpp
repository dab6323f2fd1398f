// Reports as the archive may meet them, made from a seed: both generations, marks, blanks, thousands,
// decimals, missing rows and tables, every layout of places. The same seed gives the same report.
#pragma once

#include "report/report.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace nianbao::test {

struct ReportTraits {
    int odd_cells = 5;      ///< per cent of cells that are no plain number
    int slash_cells = 0;    ///< per cent of cells that print "/"
    int zero_cells = 85;    ///< per cent of numbers that are 0
    int missing_rows = 3;   ///< per cent
    int missing_tables = 5; ///< per cent
    int missing_heads = 5;  ///< per cent of reports without body, and without year
    int layout = -1;        ///< 0 a row a line, 1 a cell a line, 2 HTML, 3 PDF; -1 any of them
    bool sections = true;
};

class RandomReports {
public:
    explicit RandomReports(std::uint32_t seed, ReportTraits traits = {}) : random_(seed), traits_(traits) {}

    report::Report next() {
        report::Report report;
        ++count_;
        layout_ = traits_.layout < 0 ? pick(0, 3) : traits_.layout;
        line_ = pick(5, 60);
        page_ = 1;
        report.generation = chance(25) ? report::Generation::g1 : report::Generation::g2;
        const bool g1 = report.generation == report::Generation::g1;
        if (!chance(traits_.missing_heads)) {
            report.body = "第" + std::to_string(count_) + (chance(50) ? "区人民政府办公室" : "县教育局");
            report.body_from = report::Evidence::title;
        }
        if (!chance(traits_.missing_heads)) {
            report.year = g1 ? pick(2019, 2020) : pick(2021, 2024);
            report.year_from = report::Evidence::preface;
        }
        if (chance(50)) report.published_on = "2024-01-2" + std::to_string(pick(0, 9));
        report.title = report.body.value_or("某机关") + "政府信息公开工作年度报告";
        report.scope = chance(90) ? "own" : "unknown";
        if (traits_.sections) add_sections(report);
        for (report::TableKind kind : report::all_tables) {
            if (!chance(traits_.missing_tables)) report.table(kind) = table(kind, report.generation);
        }
        add_findings(report);
        return report;
    }

    int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
    bool chance(int per_cent) { return pick(1, 100) <= per_cent; }

private:
    static std::vector<std::string_view> columns_of(report::TableKind kind, std::string_view row,
                                                    report::Generation generation) {
        if (kind == report::TableKind::disclosure) {
            const auto measures = report::measures(row, generation);
            return {measures.begin(), measures.end()};
        }
        std::vector<std::string_view> codes;
        for (const report::FormColumn& column : report::columns(kind)) codes.push_back(column.code);
        return codes;
    }

    report::FigureTable table(report::TableKind kind, report::Generation generation) {
        report::FigureTable result;
        const bool g1 = generation == report::Generation::g1;
        how_ = chance(20) ? report::Attachment::positional : report::Attachment::label;
        line_ += pick(3, 12);
        int row_number = 3;
        for (const report::FormRow& row : report::rows(kind)) {
            if (!(g1 ? row.g1 : row.g2) || chance(traits_.missing_rows)) continue;
            const auto columns = columns_of(kind, row.code, generation);
            if (columns.empty()) continue;
            report::FigureRow figures{row.code, {}};
            line_ += 1;
            ++row_number;
            if (chance(3)) ++page_;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                figures.cells.push_back(figure(columns[i], row_number, static_cast<int>(i)));
            }
            result.rows.push_back(std::move(figures));
        }
        return result;
    }

    report::Figure figure(std::string_view column, int row, int index) {
        report::Figure cell;
        cell.column = column;
        cell.how = how_;
        cell.place = place(row, index);
        if (column == "amount") {
            cell.unit = chance(80) ? "万元" : "元";
            cell.unit_from = chance(80) ? report::UnitSource::header : report::UnitSource::cell;
        }
        if (chance(traits_.slash_cells)) {
            set_raw(cell, report::CellState::not_applicable, "/");
        } else if (chance(traits_.odd_cells)) {
            odd(cell);
        } else {
            plain(cell, chance(traits_.zero_cells) ? 0 : pick(1, 60));
        }
        return cell;
    }

    document::Place place(int row, int index) {
        document::Place place;
        if (layout_ == 0) place.line = line_;   // a row a line
        if (layout_ == 1) place.line = ++line_; // a cell a line
        if (layout_ == 2) place = {line_, 0, row, index + 4};
        if (layout_ == 3) place = {line_, page_, row, index + 2};
        return place;
    }

    static void set_raw(report::Figure& cell, report::CellState state, std::string raw) {
        cell.state = state;
        cell.raw = std::move(raw);
    }

    static void plain(report::Figure& cell, std::int64_t value) {
        cell.value = Decimal{value, 0};
        set_raw(cell, report::CellState::number, std::to_string(value));
    }

    void odd(report::Figure& cell) {
        using report::CellState;
        switch (pick(0, 10)) {
        case 0:
            set_raw(cell, CellState::blank, "");
            break;
        case 1:
            set_raw(cell, CellState::not_applicable, "—");
            break;
        case 2:
            set_raw(cell, CellState::not_applicable, "无");
            break;
        case 3:
            set_raw(cell, CellState::not_applicable, "——");
            break;
        case 4:
            set_raw(cell, CellState::text, "见附件“说明”");
            break;
        case 5:
            cell.value = Decimal{1234567, 0};
            set_raw(cell, CellState::number, "1,234,567");
            break;
        case 6:
            cell.value = Decimal{961716, 1};
            set_raw(cell, CellState::number, "96171.6");
            break;
        case 7:
            cell.value = Decimal{300, 2};
            set_raw(cell, CellState::number, "3.00");
            break;
        case 8:
            plain(cell, -8);
            break;
        case 9:
            plain(cell, 7);
            cell.place.line += 40; // broken over a page, say
            break;
        default:
            cell.value = Decimal{12, 0};
            cell.unit = "件";
            cell.unit_from = report::UnitSource::cell;
            set_raw(cell, CellState::number, "１２件");
            break;
        }
    }

    void add_sections(report::Report& report) {
        static const std::vector<std::string> sentences = {"2023年，我机关认真贯彻《政府信息公开条例》。",
                                                           "全年主动公开政府信息120条；",
                                                           "推动政务新媒体规范发展。",
                                                           "依申请公开办理及时，未发生行政诉讼。",
                                                           "存在的问题是公开内容不够丰富。",
                                                           "下一步将加强培训。"};
        for (report::SectionKind kind : report::all_sections) {
            if (chance(10)) continue;
            std::string text;
            const int count = pick(1, 6);
            for (int i = 0; i < count; ++i) {
                text += sentences[static_cast<std::size_t>(pick(0, 5))];
                if (chance(20)) text += "\n";
            }
            report.sections.push_back({kind, std::string(label_of(kind)), text, pick(1, 400)});
        }
    }

    void add_findings(report::Report& report) {
        if (!chance(20)) return;
        report.findings.push_back({"I3",
                                   report::FindingStatus::fail,
                                   {"requests.granted.total", "requests.granted.business"},
                                   Decimal{12, 0},
                                   Decimal{13, 0},
                                   "总计与各列之和不符"});
        report.findings.push_back(
            {"X2", report::FindingStatus::uncertain, {}, Decimal{125, 1}, std::nullopt, ""});
    }

    std::mt19937 random_;
    ReportTraits traits_;
    int count_ = 0;
    int layout_ = 0;
    int line_ = 1;
    int page_ = 1;
    report::Attachment how_ = report::Attachment::label;
};

} // namespace nianbao::test
