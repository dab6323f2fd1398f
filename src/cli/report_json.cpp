#include "cli/report_json.hpp"

namespace nianbao::cli {

namespace {

using report::Figure;
using report::FigureRow;
using report::FigureTable;
using report::Report;

template<class Text>
Json text_or_null(const Text& text) {
    return text.empty() ? Json(nullptr) : Json(std::string(text));
}

template<class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json number(const std::optional<Decimal>& value) {
    if (!value) return nullptr;
    if (const auto whole = value->as_integer()) return *whole;
    return value->to_double();
}

Json evidence_of(const Figure& figure) {
    Json json = {
        {"value", number(figure.value)},
        {"raw", figure.raw},
        {"kind", std::string(name_of(figure.state))},
        {"unit", text_or_null(figure.unit)},
        {"unit_from", std::string(name_of(figure.unit_from))},
        {"line", figure.place.line},
        {"how", std::string(name_of(figure.how))},
    };
    if (figure.place.page != 0) json["page"] = figure.place.page;
    if (figure.place.row != 0) json["row"] = figure.place.row;
    if (figure.place.column != 0) json["column"] = figure.place.column;
    return json;
}

Json table_to_json(const FigureTable& table, bool evidence) {
    Json rows = Json::object();
    for (const FigureRow& row : table.rows) {
        Json cells = Json::object();
        for (const Figure& figure : row.cells) {
            cells[std::string(figure.column)] = evidence ? evidence_of(figure) : number(figure.value);
        }
        rows[std::string(row.code)] = std::move(cells);
    }
    return rows;
}

Json sections_to_json(const Report& report) {
    Json sections = Json::array();
    for (const report::Section& section : report.sections) {
        sections.push_back({{"kind", std::string(name_of(section.kind))},
                            {"heading", section.heading},
                            {"text", section.text}});
    }
    return sections;
}

Json findings_to_json(const Report& report) {
    Json findings = Json::array();
    for (const report::Finding& finding : report.findings) {
        findings.push_back({{"rule", finding.rule},
                            {"status", std::string(name_of(finding.status))},
                            {"cells", finding.cells},
                            {"left", number(finding.left)},
                            {"right", number(finding.right)},
                            {"message", finding.message}});
    }
    return findings;
}

void add_report(Json& json, const archive::Source& source, const Report& report, bool evidence) {
    json["path"] = source.path;
    json["sha256"] = source.sha256;
    json["media_type"] = source.media_type;
    json["encoding"] = text_or_null(source.encoding);
    json["generation"] = text_or_null(name_of(report.generation));
    json["title"] = text_or_null(report.title);
    json["body"] = {{"name", or_null(report.body)}, {"from", std::string(name_of(report.body_from))}};
    json["year"] = or_null(report.year);
    json["published_on"] = or_null(report.published_on);
    json["scope"] = report.scope;
    json["sections"] = sections_to_json(report);
    for (const report::TableKind kind : report::all_tables) {
        const auto& table = report.table(kind);
        if (table) json[std::string(name_of(kind))] = table_to_json(*table, evidence);
    }
    json["findings"] = findings_to_json(report);
}

} // namespace

Json report_to_json(const archive::Source& source, const Report& report, bool evidence) {
    Json json = {{"schema", report_schema}};
    add_report(json, source, report, evidence);
    return json;
}

Json stored_to_json(const archive::StoredReport& stored, bool evidence) {
    Json json = {{"schema", report_schema},
                 {"id", stored.id},
                 {"revision", stored.revision},
                 {"current", stored.current}};
    add_report(json, stored.source, stored.report, evidence);
    return json;
}

Json error_to_json(const Error& error, Language language) {
    return {{"schema", report_schema},
            {"path", error.where},
            {"error",
             {{"code", std::string(name_of(error.code))},
              {"message", error.message.in(language)},
              {"hint", text_or_null(error.hint.in(language))}}}};
}

std::string dump(const Json& json, bool indented) {
    return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

} // namespace nianbao::cli
