// One writer a format: archive::RowSink in, text out. Each writes valid output for no row at all.
#pragma once

#include "archive/rows.hpp"
#include "core/result.hpp"

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace nianbao::cli {

/// The heading of a column as people read it.
using TitleOf = std::function<std::string(const std::string& column)>;

struct RowStyle {
    bool headers = true;
    TitleOf title;   ///< none: the column's name
    int columns = 0; ///< width to which a table is fitted; 0: nothing is cut
    bool color = false;
};

std::unique_ptr<archive::RowSink> table_writer(std::ostream& out, const RowStyle& style);
std::unique_ptr<archive::RowSink> csv_writer(std::ostream& out, const RowStyle& style);
std::unique_ptr<archive::RowSink> tsv_writer(std::ostream& out, const RowStyle& style);
std::unique_ptr<archive::RowSink> json_writer(std::ostream& out);
std::unique_ptr<archive::RowSink> ndjson_writer(std::ostream& out);
std::unique_ptr<archive::RowSink> markdown_writer(std::ostream& out, const RowStyle& style);
std::unique_ptr<archive::RowSink> html_writer(std::ostream& out, const RowStyle& style);

/// The value as digits or text: NULL is empty; a REAL has the fewest digits that read back as the same
/// number, and a point, so that it is told from an INTEGER.
std::string plain_text(const archive::Value& value);

} // namespace nianbao::cli
