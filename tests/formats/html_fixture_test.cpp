// The figures of fixtures/html, cell by cell, as rows of the tables that are read: what they mean is not
// asked.
#include "document/reader.hpp"
#include "formats/html_print.hpp"
#include "support/files.hpp"
#include "support/readers.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace nianbao;
using json = nlohmann::ordered_json;

namespace {

std::string as_printed(const json& value) {
    return value.is_null() ? "" : value.dump();
}

bool is_figure(const std::string& text) {
    return text.find_first_not_of("0123456789.+-") == std::string::npos;
}

/// The last `width` cells of every row that has a label before them and nothing but figures in them.
std::vector<std::vector<std::string>> rows_of_figures(const document::Document& document, std::size_t width,
                                                      std::size_t labels) {
    std::vector<std::vector<std::string>> rows;
    for (const document::Block& block : document.blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        if (!table) continue;
        for (const document::Row& row : table->rows) {
            if (row.size() < width + labels || row.size() > width + 3 * labels) continue;
            std::vector<std::string> figures;
            for (auto cell = row.end() - static_cast<std::ptrdiff_t>(width); cell != row.end(); ++cell)
                figures.push_back(cell->text.starts_with('+') ? cell->text.substr(1) : cell->text);
            const bool all = std::all_of(figures.begin(), figures.end(), is_figure);
            const bool label = labels == 0 || !is_figure(row[row.size() - width - 1].text);
            if (all && label) rows.push_back(figures);
        }
    }
    return rows;
}

std::vector<std::vector<std::string>> wanted_rows(const json& table) {
    std::vector<std::vector<std::string>> rows;
    for (const json& row : table) {
        std::vector<std::string>& out = rows.emplace_back();
        for (const json& value : row) out.push_back(as_printed(value));
    }
    return rows;
}

std::string file_of(const std::filesystem::path& expected) {
    const std::string name = expected.filename().string();
    const std::string stem = name.substr(0, name.find('.'));
    for (const char* suffix : {".html", ".htm", ".shtml", ".mhtml"}) {
        const auto path = expected.parent_path() / (stem + suffix);
        if (std::filesystem::exists(path)) return test::read_bytes(path);
    }
    return {};
}

} // namespace

TEST_CASE("every figure of the saved pages stands in its row and column") {
    const auto files = test::files_ending(test::source_dir() / "fixtures" / "html", ".expected.json");
    REQUIRE(files.size() >= 7);
    for (const auto& file : files) {
        INFO(file.filename().string());
        const json wanted = json::parse(test::read_bytes(file));
        const auto document = test::read_document(file_of(file));
        REQUIRE(document);
        CHECK_FALSE(document->degraded);
        CHECK(rows_of_figures(*document, 7, 1) == wanted_rows(wanted.at("requests")));
        std::vector<std::string> disputes;
        for (const auto& five : wanted_rows(wanted.at("disputes")))
            disputes.insert(disputes.end(), five.begin(), five.end());
        CHECK(rows_of_figures(*document, 15, 0) == std::vector<std::vector<std::string>>{disputes});
        CHECK(test::print(*document).find("首页") == std::string::npos);
        CHECK(test::print(*document).find(wanted.at("body").at("name").get<std::string>()) !=
              std::string::npos);
    }
}

TEST_CASE("a label of GB2312 is not believed: rarer characters of GB18030 are read") {
    const auto document = test::read_document(
        test::read_bytes(test::source_dir() / "fixtures/html/word_soup_gb18030_2022.htm"));
    REQUIRE(document);
    CHECK(document->encoding == "gb18030");
    CHECK(test::print(*document).find("珅溪乡") != std::string::npos);
    CHECK(test::print(*document).find("𠮷") != std::string::npos);
}
