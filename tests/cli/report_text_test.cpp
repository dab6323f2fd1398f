#include "cli/grid.hpp"
#include "cli/report_text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace nianbao;
using namespace nianbao::cli;

namespace {

report::Figure figure(std::string_view column, const std::string& raw) {
    report::Figure cell;
    cell.column = column;
    cell.raw = raw;
    cell.value = Decimal::parse(raw);
    if (cell.value) cell.state = report::CellState::number;
    return cell;
}

std::string printed(const report::Report& report, const TextStyle& style) {
    archive::StoredReport stored;
    stored.source.path = "甲.txt";
    stored.source.media_type = "text/plain";
    stored.source.encoding = "utf-8";
    stored.report = report;
    std::ostringstream out;
    print_report(out, stored, false, style);
    return out.str();
}

} // namespace

TEST_CASE("a grid wraps its headings and its labels, and figures stand to the right") {
    std::ostringstream out;
    print_grid(
        out,
        {{"", "社会公益组织", "总计"}, {{"（一）予以公开", "3", "12"}, {"一二三四五六七八九十", "0", ""}}},
        30);
    CHECK(out.str() == "                社会公益  总计\n"
                       "                    组织\n"
                       "──────────────────────────────\n"
                       "（一）予以公开         3    12\n"
                       "一二三四五六七         0\n"
                       "八九十\n");
}

TEST_CASE("a report for people has its facts, its sections with their tables, and its findings") {
    report::Report report;
    report.title = "甲局2023年政府信息公开工作年度报告";
    report.body = "甲局";
    report.year = 2023;
    report.scope = "own";
    report.generation = report::Generation::g2;
    report.sections.push_back({report::SectionKind::overview, "一、总体情况", "正文。", 1});
    report.disputes =
        report::FigureTable{{{"reconsideration", {figure("upheld", "1"), figure("total", "2")}}}};
    report.findings.push_back({"I4", report::FindingStatus::fail, {}, {}, {}, "不相等"});
    CHECK(printed(report, {Language::zh, 0, false}) ==
          "甲局2023年政府信息公开工作年度报告\n"
          "  机关        甲局\n"
          "  年度        2023\n"
          "  格式        G2\n"
          "  口径        own\n"
          "  公布日期    （未写明）\n"
          "  来源        甲.txt\n"
          "  类型        text/plain, utf-8\n"
          "\n一、总体情况\n正文。\n"
          "\n" +
              std::string(label_of(report::SectionKind::disputes)) +
              "\n\n"
              "          结果维持  总计\n"
              "────────────────────────\n"
              "行政复议         1     2\n"
              "\n发现的问题\n"
              "  [fail] I4  不相等\n");
}

TEST_CASE("with evidence each figure is listed with its code and its place") {
    report::Report report;
    report.disputes = report::FigureTable{{{"litigation_direct", {figure("total", "2")}}}};
    report.disputes->rows[0].cells[0].place.line = 9;
    const std::string text = printed(report, {Language::en, 0, true});
    CHECK(text.find("  disputes.litigation_direct.total = 2  \"2\" number  line 9  label\n") !=
          std::string::npos);
}

TEST_CASE("table 2 has a heading for each kind of measures") {
    report::Report report;
    report.disclosure =
        report::FigureTable{{{"regulations", {figure("issued", "0"), figure("repealed", "/")}},
                             {"licensing", {figure("decisions", "7")}},
                             {"penalties", {figure("decisions", "8")}}}};
    const std::string text = printed(report, {Language::zh, 0, false});
    CHECK(text.find("      本年制发  本年废止\n          件数      "
                    "件数\n────────────────────────\n规章         0         /\n") != std::string::npos);
    CHECK(text.find("行政许可         7\n行政处罚         8\n") != std::string::npos);
}
