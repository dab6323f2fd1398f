// A report as JSON, schema nianbao.report/1 (docs/formats.md). Keys may be added; none changes its meaning.
#pragma once

#include "archive/archive.hpp"
#include "core/result.hpp"
#include "report/report.hpp"

#include <nlohmann/json.hpp>
#include <string>

namespace nianbao::cli {

using Json = nlohmann::ordered_json;

inline constexpr const char* report_schema = "nianbao.report/1";

/// Where the report came from: path, digest, media type and encoding are written, the rest is not.
Json report_to_json(const archive::Source& source, const report::Report& report, bool evidence);
/// The same with `id`, `revision` and `current` behind `schema`.
Json stored_to_json(const archive::StoredReport& stored, bool evidence);
Json error_to_json(const Error& error, Language language);
/// One line, or indented. Broken UTF-8 becomes U+FFFD.
std::string dump(const Json& json, bool indented);

} // namespace nianbao::cli
