// A document as text, for comparing: a line as it is, a row as [cell|cell].
#pragma once

#include "formats/formats.hpp"

#include <string>
#include <variant>

namespace nianbao::test {

inline std::string print(const document::Document& document) {
    std::string out;
    for (const document::Block& block : document.blocks) {
        if (const auto* line = std::get_if<document::Line>(&block)) {
            out += line->text + "\n";
            continue;
        }
        for (const document::Row& row : std::get<document::Table>(block).rows) {
            out += '[';
            for (const document::Cell& cell : row) out += (&cell == &row.front() ? "" : "|") + cell.text;
            out += "]\n";
        }
    }
    return out;
}

inline std::string print_html(std::string_view page) {
    const auto document = formats::read_html(page);
    return document ? print(*document) : "error " + std::string(name_of(document.error().code));
}

} // namespace nianbao::test
