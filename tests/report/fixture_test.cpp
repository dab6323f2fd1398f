// The reports of fixtures/ and its folders against what stands beside them: every cell, every section, every
// fact of the heading. No test writes an expected file: they say what the fixtures were made from, not what
// the parser made of them.
#include "document/reader.hpp"
#include "report/parse.hpp"
#include "support/files.hpp"
#include "support/readers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

using namespace nianbao;
using namespace nianbao::report;
using json = nlohmann::ordered_json;

namespace {

std::filesystem::path fixtures() {
    return test::source_dir() / "fixtures";
}

Result<Report> read(const std::filesystem::path& path) {
    const auto document = test::read_document(test::read_bytes(path));
    if (!document) return document.error();
    return parse_report(*document);
}

json as_json(const Figure& figure) {
    if (!figure.value) return nullptr;
    if (const auto whole = figure.value->as_integer()) return *whole;
    return figure.value->to_double();
}

json as_json(const FigureTable& table) {
    json rows = json::object();
    for (const FigureRow& row : table.rows) {
        for (const Figure& figure : row.cells)
            rows[std::string(row.code)][std::string(figure.column)] = as_json(figure);
    }
    return rows;
}

/// "row.column: read, not wanted" for each cell that differs, either way.
std::vector<std::string> differences(const json& got, const json& wanted) {
    std::vector<std::string> lines;
    for (const json& difference : json::diff(wanted, got)) lines.push_back(difference.dump());
    return lines;
}

void check_heading(const Report& report, const json& wanted) {
    CHECK(report.title == wanted.at("title"));
    CHECK(report.body.value_or("") == wanted.at("body").at("name"));
    CHECK(report.year ==
          (wanted.at("year").is_null() ? std::nullopt : std::optional<int>(wanted.at("year").get<int>())));
    CHECK(report.published_on.value_or("") ==
          (wanted.at("published_on").is_null() ? "" : wanted.at("published_on")));
    const json generation = wanted.at("generation");
    CHECK(name_of(report.generation) == (generation.is_null() ? "" : generation.get<std::string>()));
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

void check_sections(const Report& report, const json& wanted) {
    for (const auto& [kind, text] : wanted.at("sections").items()) {
        INFO(kind);
        const Section* section = report.section(*section_from(kind));
        REQUIRE(section);
        // A blank at which a line was broken is gone from the document: blanks are not compared, paragraphs
        // are.
        CHECK(without_blanks(section->text) == without_blanks(text.get<std::string>()));
    }
    CHECK(report.sections.size() == wanted.at("sections").size());
}

void check_tables(const Report& report, const json& wanted) {
    for (const TableKind table : all_tables) {
        const std::string name(name_of(table));
        INFO(name);
        REQUIRE(report.table(table).has_value() == wanted.contains(name));
        if (!report.table(table)) continue;
        CHECK(differences(as_json(*report.table(table)), wanted.at(name)) == std::vector<std::string>{});
    }
}

void check_findings(const Report& report, const json& wanted) {
    std::set<std::string> rules;
    for (const Finding& finding : report.findings) {
        rules.insert(finding.rule);
        // Nothing is wrong with a report whose expected file names no finding.
        if (wanted.at("findings").empty()) CHECK(finding.status != FindingStatus::fail);
    }
    for (const json& rule : wanted.at("findings")) CHECK(rules.count(rule.get<std::string>()) == 1);
}

void check_report(const Report& report, const json& wanted) {
    check_heading(report, wanted);
    check_sections(report, wanted);
    check_tables(report, wanted);
    check_findings(report, wanted);
}

constexpr std::string_view ending = ".expected.json";

/// Of fixtures/ and its folders; broken/ has none.
std::vector<std::filesystem::path> expected_files() {
    std::vector<std::filesystem::path> all = test::files_ending(fixtures(), std::string(ending));
    for (const auto& entry : std::filesystem::directory_iterator(fixtures())) {
        if (!entry.is_directory()) continue;
        for (const auto& file : test::files_ending(entry.path(), std::string(ending))) all.push_back(file);
    }
    return all;
}

/// LibreOffice converts them first: that takes seconds, and not every machine has it.
bool is_converted(const std::filesystem::path& file) {
    const std::string suffix = file.extension().string();
    return suffix == ".doc" || suffix == ".rtf" || suffix == ".odt" || suffix == ".wps";
}

/// The same report may stand there in several formats.
std::vector<std::filesystem::path> documents_beside(const std::filesystem::path& expected, bool converted) {
    std::string name = expected.filename().string();
    name.erase(name.size() - ending.size() + 1); // the dot stays
    std::vector<std::filesystem::path> documents;
    bool any = false;
    for (const auto& entry : std::filesystem::directory_iterator(expected.parent_path())) {
        const std::filesystem::path& path = entry.path();
        const bool of_another_test = path.filename().string().find(".expected.") != std::string::npos;
        if (!path.filename().string().starts_with(name) || of_another_test) continue;
        any = true;
        if (is_converted(path) == converted) documents.push_back(path);
    }
    REQUIRE(any);
    std::sort(documents.begin(), documents.end());
    return documents;
}

/// Archives are taken apart before they are read.
bool is_archive(const std::filesystem::path& file, const Result<Report>& report) {
    return file.parent_path().filename() == "archives" && !report &&
           report.error().code == ErrorCode::unsupported_type;
}

} // namespace

TEST_CASE("every report of fixtures is read as its expected file says") {
    const auto files = expected_files();
    REQUIRE(files.size() >= 100);
    for (const auto& expected : files) {
        const json wanted = json::parse(test::read_bytes(expected));
        for (const auto& file : documents_beside(expected, false)) {
            INFO(file.string());
            const Result<Report> report = read(file);
            if (is_archive(file, report)) continue;
            REQUIRE(report);
            check_report(*report, wanted);
        }
    }
}

TEST_CASE("DOC, RTF, ODT and WPS files are read as their expected files say", "[slow]") {
    std::size_t count = 0;
    for (const auto& expected : expected_files()) {
        for (const auto& file : documents_beside(expected, true)) {
            INFO(file.string());
            const Result<Report> report = read(file);
            if (!report && report.error().code == ErrorCode::unsupported_type) {
                WARN("LibreOffice is not installed: its conversions are not tested");
                return;
            }
            REQUIRE(report);
            check_report(*report, json::parse(test::read_bytes(expected)));
            ++count;
        }
    }
    CHECK(count >= 12);
}

TEST_CASE("a report without oddities has no failed finding") {
    for (const char* stem :
         {"tsv_shifted_rows_2023", "flip_book_2023", "g1_tsv_2019", "gb18030_full_width_2022"}) {
        INFO(stem);
        const Result<Report> report = read(fixtures() / (std::string(stem) + ".txt"));
        REQUIRE(report);
        CHECK(report->findings.empty());
    }
}

TEST_CASE("every broken file is refused with its own code") {
    const auto [name, code] =
        GENERATE(table<std::string, ErrorCode>({{"empty.txt", ErrorCode::not_a_report},
                                                {"binary.dat", ErrorCode::unsupported_type},
                                                {"scan.pdf", ErrorCode::no_text_layer},
                                                {"page.html", ErrorCode::not_a_report},
                                                {"interpretation.txt", ErrorCode::not_a_report},
                                                {"notice.txt", ErrorCode::not_a_report},
                                                {"guide.txt", ErrorCode::not_a_report},
                                                {"blank_form.txt", ErrorCode::blank_form},
                                                {"mojibake.txt", ErrorCode::not_readable},
                                                {"mojibake_read_as_gbk.txt", ErrorCode::not_a_report},
                                                {"mojibake_read_as_latin.txt", ErrorCode::not_a_report}}));
    INFO(name);
    const Result<Report> report = read(fixtures() / "broken" / name);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == code);
    CHECK_FALSE(report.error().message.zh.empty());
    CHECK_FALSE(report.error().message.en.empty());
}

TEST_CASE("an old Word file that holds nothing is refused, with LibreOffice or without") {
    const Result<Report> report = read(fixtures() / "broken" / "old_word.doc");
    REQUIRE_FALSE(report);
    const ErrorCode code = report.error().code;
    CHECK((code == ErrorCode::damaged || code == ErrorCode::unsupported_type));
}
