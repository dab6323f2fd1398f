#include "cli/report_json.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::cli;
using report::Attachment;
using report::CellState;
using report::Figure;
using report::UnitSource;

namespace {

Figure number(std::string_view column, std::string_view digits) {
    Figure figure;
    figure.column = column;
    figure.value = Decimal::parse(digits);
    figure.state = CellState::number;
    figure.raw = digits;
    figure.place.line = 12;
    return figure;
}

Figure slash(std::string_view column) {
    Figure figure;
    figure.column = column;
    figure.state = CellState::not_applicable;
    figure.raw = "/";
    return figure;
}

archive::Source source() {
    return {"报告.txt", std::string(64, 'a'), 10, "text/plain", "gb18030", ""};
}

report::Report report_of_three_cells() {
    report::Report report;
    report.generation = report::Generation::g2;
    report.title = "甲局2023年政府信息公开工作年度报告";
    report.body = "甲局";
    report.body_from = report::Evidence::title;
    report.year = 2023;
    report.scope = "own";
    report.sections.push_back({report::SectionKind::overview, "一、总体情况", "正文。\n第二段。", 3});
    report.disclosure = report::FigureTable{{{"fees", {number("amount", "96171.60")}}}};
    report.requests =
        report::FigureTable{{{"new_received", {number("natural_person", "3.0"), slash("total")}}}};
    report.findings.push_back({"I3",
                               report::FindingStatus::uncertain,
                               {"requests.new_received.total"},
                               Decimal{3, 0},
                               std::nullopt,
                               "总计没有数字"});
    return report;
}

} // namespace

TEST_CASE("a report is written as the contract has it") {
    const Json expected = Json::parse(R"({
        "schema": "nianbao.report/1", "path": "报告.txt",
        "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "media_type": "text/plain", "encoding": "gb18030", "generation": "G2",
        "title": "甲局2023年政府信息公开工作年度报告",
        "body": {"name": "甲局", "from": "title"}, "year": 2023, "published_on": null, "scope": "own",
        "sections": [{"kind": "overview", "heading": "一、总体情况", "text": "正文。\n第二段。"}],
        "disclosure": {"fees": {"amount": 96171.6}},
        "requests": {"new_received": {"natural_person": 3, "total": null}},
        "findings": [{"rule": "I3", "status": "uncertain", "cells": ["requests.new_received.total"],
                      "left": 3, "right": null, "message": "总计没有数字"}]
    })");
    // The text is compared, so that the order of keys and the look of numbers count.
    CHECK(dump(report_to_json(source(), report_of_three_cells(), false), true) == dump(expected, true));
}

TEST_CASE("a report that says nothing has nulls, and no table at all") {
    const Json json = report_to_json(source(), {}, false);
    CHECK(json["body"] == Json::parse(R"({"name": null, "from": "none"})"));
    for (const char* key : {"year", "title", "generation", "published_on"}) CHECK(json[key].is_null());
    for (const char* key : {"disclosure", "requests", "disputes"}) CHECK_FALSE(json.contains(key));
    CHECK(json["sections"] == Json::array());
    CHECK(json["findings"] == Json::array());
}

TEST_CASE("with evidence every figure says what was printed, and where") {
    report::Report report = report_of_three_cells();
    Figure& fee = report.disclosure->rows[0].cells[0];
    fee.raw = "96171.60万元";
    fee.unit = "万元";
    fee.unit_from = UnitSource::cell;
    fee.how = Attachment::positional;
    fee.place = {40, 2, 5, 3};
    const Json json = report_to_json(source(), report, true);
    CHECK(
        json["disclosure"]["fees"]["amount"].dump() ==
        R"({"value":96171.6,"raw":"96171.60万元","kind":"number","unit":"万元","unit_from":"cell","line":40,)"
        R"("how":"positional","page":2,"row":5,"column":3})");
    CHECK(
        json["requests"]["new_received"]["total"].dump() ==
        R"({"value":null,"raw":"/","kind":"not_applicable","unit":null,"unit_from":"none","line":0,"how":"label"})");
}

TEST_CASE("a stored report says its id, its revision and whether it is the current one") {
    archive::StoredReport stored{7, 2, false, source(), report_of_three_cells()};
    const std::string text = dump(stored_to_json(stored, false), false);
    CHECK(text.starts_with(
        R"({"schema":"nianbao.report/1","id":7,"revision":2,"current":false,"path":"报告.txt",)"));
}

TEST_CASE("an error is an object in the language of the reader") {
    const Error error{ErrorCode::no_text_layer, {"没有文字层", "no text layer"}, {}, "扫描.pdf"};
    CHECK(
        dump(error_to_json(error, Language::zh), false) ==
        R"({"schema":"nianbao.report/1","path":"扫描.pdf","error":{"code":"no_text_layer","message":"没有文字层","hint":null}})");
    CHECK(error_to_json(error, Language::en)["error"]["message"] == "no text layer");
}

TEST_CASE("broken bytes never break the json") {
    archive::Source broken = source();
    broken.path = "\xff.txt";
    CHECK(Json::parse(dump(report_to_json(broken, {}, false), false))["path"] == "\uFFFD.txt");
}
