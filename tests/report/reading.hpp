// What the tests of traps say of a text: its report, and a row of a table as one line.
#pragma once

#include "report/parse.hpp"
#include "support/readers.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace nianbao::test {

inline report::Report read(const std::string& text) {
    const auto report = report::parse_report(read_document(text).value());
    INFO(text);
    REQUIRE(report);
    return *report;
}

/// The values of a row parted by blanks, - for a cell without number; "absent"; "?" where no cell holds a
/// number.
inline std::string row(const report::Report& report, report::TableKind table, std::string_view code) {
    const report::FigureRow* found = report.table(table) ? report.table(table)->row(code) : nullptr;
    if (!found) return "absent";
    std::string values;
    bool any = false;
    for (const report::Figure& figure : found->cells) {
        any = any || figure.value;
        values += (values.empty() ? "" : " ") + (figure.value ? figure.value->to_string() : std::string("-"));
    }
    return any ? values : "?";
}

} // namespace nianbao::test
