// From a path to a parsed report: the one way in, for `parse` and `ingest` alike.
#pragma once

#include "archive/archive.hpp"
#include "core/result.hpp"
#include "document/reader.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace nianbao::cli {

/// Files to read, in the order of the words that named them; a path is bytes, "-" is standard input. What
/// could not be listed, and a folder without any file, is an error in its place (`where` is the path).
using Inputs = std::vector<Result<std::string>>;
Inputs find_inputs(const std::vector<std::string>& paths);

/// The bytes of one input and what they are known by.
struct Input {
    std::string bytes;
    archive::Source source; ///< path (valid UTF-8), sha256 and size; no media type yet
};
/// `name` stands for the path of standard input where it is not empty. Errors: not_readable, too_large.
Result<Input> read_input(const std::string& path, const std::string& name, std::istream& in);

struct Loaded {
    archive::Source source; ///< media type and encoding empty where no reader took the bytes
    Result<report::Report> report;
};
/// Errors (with `where` = the path): all those of readers and the parser.
Loaded parse_input(const Input& input, document::Readers& readers);

/// A path is bytes; the program's text is UTF-8. Broken bytes become U+FFFD.
std::string utf8_path(const std::string& path);

} // namespace nianbao::cli
