// DOCX files by three producers: the figures of table 3, row by row, are those the file was made from.
#include "docx_support.hpp"
#include "support/files.hpp"

#include <nlohmann/json.hpp>

using namespace nianbao;
using namespace nianbao::test;

namespace {

using Figures = std::vector<Lines>;

/// The rows of all tables that end in seven numbers.
Figures rows_of_seven(const document::Document& document) {
    Figures figures;
    for (const document::Block& block : document.blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        if (table == nullptr) continue;
        for (const document::Row& row : table->rows) {
            if (row.size() < 8 || row.size() > 10) continue;
            Lines seven;
            for (std::size_t i = row.size() - 7; i < row.size(); ++i) seven.push_back(row[i].text);
            if (seven.back().find_first_not_of("0123456789") == std::string::npos) figures.push_back(seven);
        }
    }
    return figures;
}

Figures expected(const std::string& name) {
    const auto wanted = nlohmann::ordered_json::parse(
        read_bytes(source_dir() / "fixtures" / "docx" / (name + ".expected.json")));
    Figures figures;
    for (const auto& [code, cells] : wanted.at("requests").items()) {
        Lines seven;
        for (const auto& [column, value] : cells.items()) seven.push_back(value.dump());
        figures.push_back(seven);
    }
    return figures;
}

} // namespace

TEST_CASE("the figures of every producer's DOCX are read") {
    const std::string name = GENERATE("hand_written_2024", "libreoffice_2023", "wps_2022");
    INFO(name);
    const auto document =
        formats::read_docx(read_bytes(source_dir() / "fixtures" / "docx" / (name + ".docx")));
    REQUIRE(document);
    CHECK_FALSE(document->degraded);
    CHECK(rows_of_seven(*document) == expected(name));
}

TEST_CASE("headings that WPS numbers are printed with their numerals") {
    const auto document =
        formats::read_docx(read_bytes(source_dir() / "fixtures" / "docx" / "wps_2022.docx"));
    REQUIRE(document);
    const Lines lines = printed(*document);
    for (const char* heading :
         {"一、总体情况", "六、其他需要报告的事项", "（二）平台建设。微信公众号推送政策解读33篇。"}) {
        INFO(heading);
        CHECK(std::find(lines.begin(), lines.end(), heading) != lines.end());
    }
    CHECK(document->metadata.title == "雁荡浦区民政局年报");
}
