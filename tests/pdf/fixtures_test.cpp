// The files of fixtures/pdf: what real producers write. What they must be read as was written by the same
// hand that wrote their source, not by the reader.
#include "pdf/pdf.hpp"
#include "support/files.hpp"
#include "text/fold.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string print_of(const document::Document& document) {
    std::string print;
    for (const document::Block& block : document.blocks) {
        if (const auto* line = std::get_if<document::Line>(&block)) {
            print += "L " + std::string(text::trim(line->text)) + "\n";
            continue;
        }
        for (const document::Row& row : std::get<document::Table>(block).rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                print += (i == 0 ? "| " : " | ") + row[i].text;
                if (row[i].row_span > 1 || row[i].column_span > 1)
                    print += " " + std::to_string(row[i].row_span) + "x" + std::to_string(row[i].column_span);
            }
            print += "\n";
        }
    }
    return print;
}

/// Rows with at least seven cells behind a label, spans left out.
std::vector<std::string> data_rows(const std::string& print) {
    std::vector<std::string> rows;
    std::istringstream lines(print);
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells;
        for (std::size_t at = 1; line.starts_with("|") && at < line.size();) {
            const std::size_t end = std::min(line.find(" | ", at), line.size());
            std::string cell(text::trim(line.substr(at, end - at)));
            const std::size_t span = cell.find_last_of(' ');
            if (span != std::string::npos && cell.find('x', span) != std::string::npos) cell.resize(span);
            cells.push_back(cell);
            at = end + 2;
        }
        if (cells.size() < 8) continue;
        std::string row;
        for (const std::string& cell : cells) row += cell + "|";
        rows.push_back(row);
    }
    return rows;
}

std::string read(const std::string& name) {
    const auto document = pdf::read_pdf(read_bytes(source_dir() / "fixtures/pdf" / (name + ".pdf")));
    REQUIRE(document);
    CHECK_FALSE(document->degraded);
    return print_of(*document);
}

std::string expected(const std::string& name) {
    return read_bytes(source_dir() / "fixtures/pdf" / (name + ".expected.txt"));
}

} // namespace

TEST_CASE("ruled tables of real producers come back word for word") {
    const auto* const name = GENERATE("libreoffice_blanks", "chromium_repeated_heading", "handwritten");
    INFO(name);
    CHECK(read(name) == expected(name));
}

TEST_CASE("rows between horizontal lines come back with their figures in their columns") {
    const std::vector<std::string> rows = data_rows(expected("chromium_horizontal_lines"));
    REQUIRE(rows.size() == 14);
    CHECK(data_rows(read("chromium_horizontal_lines")) == rows);
}
