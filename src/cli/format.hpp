// The formats in which rows are printed, and their names.
#pragma once

#include "cli/command.hpp"
#include "core/result.hpp"

#include <optional>
#include <string_view>

namespace nianbao::cli {

enum class Format { table, csv, tsv, json, ndjson, markdown, html, text };

/// By name. Error: usage, naming the nearest of `allowed`.
Result<Format> format_named(std::string_view typed, std::span<const Format> allowed);
/// --format, else the suffix of --output, else `on_terminal` or `elsewhere`. Error: usage.
Result<Format> choose_format(const Context& context, std::span<const Format> allowed, Format on_terminal,
                             Format elsewhere);
std::string_view name_of(Format format);

/// The formats of rows.
inline constexpr Format row_formats[] = {Format::table,  Format::csv,      Format::tsv, Format::json,
                                         Format::ndjson, Format::markdown, Format::html};
/// The formats of whole reports.
inline constexpr Format report_formats[] = {Format::text, Format::json, Format::ndjson};

} // namespace nianbao::cli
